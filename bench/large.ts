/** The large graph that traversal and search are measured on: one entity has a tenth of the links, the others fewer and fewer. */
import { orderOfText } from '../model/folding.ts';
import { EMPTY, type Graph, type LinkRow, type NodeRow } from '../src/ingest/graph.ts';
import { folded } from '../src/search/words.ts';
import { createRandom, type Random } from '../test/support/random.ts';

const RECORDED = '2026-01-01T00:00:00Z';
/** Of ten entities, five organizations, one agency, one person, three commitments. */
const KINDS = [
  'Organization',
  'Organization',
  'Organization',
  'Organization',
  'Organization',
  'Agency',
  'Person',
  'Commitment',
  'Commitment',
  'Commitment',
];
const SYLLABLES = ['ka', 'mi', 'to', 'ra', 'ne', 'su', 'lo', 'ber', 'tech', 'nor', 'vel', 'quan', 'dis', 'for', 'gen', 'hel'];

/** A name of its own; every fifth entity has a Japanese one besides. */
function namesOf(index: number, random: Random) {
  const word = () => Array.from({ length: 2 + random.int(2) }, () => random.pick(SYLLABLES)).join('');
  const name = `${word()} ${word()} ${index}`;
  const kana = () => String.fromCodePoint(0x30a2 + random.int(80));
  const japanese = { namesValues: [Array.from({ length: 6 }, kana).join('')], namesLanguages: ['ja'], namesKinds: [''] };
  return { name, nameOrder: orderOfText(name), ...(index % 5 === 0 ? japanese : {}) };
}

function nodeOf(index: number, random: Random): NodeRow {
  const kind = KINDS[index % KINDS.length]!;
  const id = `${kind.toLowerCase()}:n${index}`;
  const names = namesOf(index, random);
  const nameKeys = [names.name, ...('namesValues' in names ? names.namesValues : [])].map(folded);
  const foldedNames = nameKeys.join('\n');
  return {
    id,
    kind,
    values: { id, ...names, nameKeys, foldedNames, ...(kind === 'Commitment' && { statement: `Promise ${index}.` }), recordedAt: RECORDED },
  };
}

/** How likely a link has the first entity of its kind at its end, beside what its place in the row makes likely. */
const HUB = 0.11;

export interface Large {
  readonly graph: Graph;
  readonly hub: string;
  readonly actors: readonly string[];
  readonly names: readonly string[];
}

/** `entities` entities with five links each, on the mean, or as many as are asked for. */
export function largeGraph(entities: number, links = 5 * entities): Large {
  const random = createRandom(1);
  const nodes = Array.from({ length: entities }, (_, i) => nodeOf(i, random));
  const of = (...kinds: string[]) => nodes.filter(({ kind }) => kinds.includes(kind));
  const [bodies, actors, commitments] = [of('Organization', 'Agency'), of('Organization', 'Agency', 'Person'), of('Commitment')];
  const skewed = (some: readonly NodeRow[]) =>
    some[random.chance(HUB) ? 0 : Math.floor(some.length * (random.int(2 ** 30) / 2 ** 30) ** 2)]!;
  const linkOf = (i: number): LinkRow | undefined => {
    const isPartner = i % 5 < 2;
    const [a, b] = [skewed(isPartner ? bodies : actors), random.pick(isPartner ? bodies : commitments)];
    if (a === b) return undefined;
    const [from, to] = isPartner && b.id < a.id ? [b.id, a.id] : [a.id, b.id];
    const id = `link:${i}`;
    const own = isPartner ? { purpose: 'research' } : { role: 'FUNDING' };
    const weight = {
      confidence: random.pick([0.5, 0.7, 0.9, 0.95]),
      sourceCount: 1,
      independentSourceCount: random.int(3),
      contested: false,
    };
    return { id, type: isPartner ? 'PARTNERS_WITH' : 'PARTY_TO', from, to, values: { id, ...own, ...weight, recordedAt: RECORDED } };
  };
  const made = Array.from({ length: links }, (_, i) => linkOf(i)).filter((link) => link !== undefined);
  const graph = { nodes: new Map(nodes.map((row) => [row.id, row])), links: new Map(made.map((row) => [row.id, row])) };
  return {
    graph: entities ? graph : EMPTY,
    hub: bodies[0]!.id,
    actors: actors.map(({ id }) => id),
    names: nodes.map(({ values }) => values['name'] as string),
  };
}
