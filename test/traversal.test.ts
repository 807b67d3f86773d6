/** Paths, surroundings and partners, against plain searches over random graphs. */
import { expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import type { Tier } from '../src/plan/tier.ts';
import { allPaths, commonOf, type Question, sharedIn, surroundings, walked } from './support/plain-search.ts';
import { createRandom, type Random } from './support/random.ts';
import { type PlainGraph, type PlainLink, randomGraph } from './support/random-graph.ts';
import { run } from './support/run.ts';
import { openWith } from './support/store.ts';

/** Each is loaded anew, which on Neo4j takes a second. */
const GRAPHS = process.env['NEO4J_URI'] ? 100 : 300;
const QUESTIONS = 3;

/** A graph whose links differ in confidence; what was retracted has no links, as no load would leave any. */
function graphOf(seed: number): PlainGraph {
  const { nodes, links } = randomGraph(seed, 44);
  const standing = nodes.filter(({ retractedAt }) => !retractedAt);
  const ids = new Set(standing.map(({ id }) => id));
  const random = createRandom(seed);
  const sure = () => ({ confidence: random.pick([0.25, 0.5, 0.5, 0.9, 1]), independentSourceCount: random.int(3) });
  return {
    nodes: standing,
    links: links.filter(({ from, to }) => ids.has(from) && ids.has(to)).map((link) => ({ ...link, ...sure() }) as PlainLink),
  };
}

function questionOf({ nodes }: PlainGraph, random: Random): Question {
  const entities = nodes.filter(({ kind }) => !['Claim', 'Source'].includes(kind));
  const some = <Value>(share: number, value: () => Value) => (random.chance(share) ? value() : undefined);
  const [from, to] = [random.pick(entities).id, random.pick(entities).id];
  return {
    from,
    to: to === from ? entities.find(({ id }) => id !== from)!.id : to,
    maxHops: 1 + random.int(5),
    limit: 1 + random.int(12),
    depth: random.int(4),
    size: 3 + random.int(20),
    types: some(0.2, () => Array.from({ length: 6 }, () => random.pick(walked))),
    kinds: some(0.2, () => ['ORGANIZATION', 'AGENCY', 'COMMITMENT', 'PLACE']),
    directions: some(0.3, () => [{ type: random.pick(walked), direction: random.pick(['OUT', 'IN']) }]),
    minConfidence: some(0.2, () => 0.5),
    minSources: some(0.1, () => 1),
  };
}

const QUERY = `query($from: ID!, $to: ID!, $both: [ID!]!, $maxHops: Int, $limit: Int, $depth: Int, $size: Int, $types: [LinkType!], $kinds: [Kind!], $directions: [TypeDirection!], $minConfidence: Float, $minSources: Int) {
  paths(from: $from, to: $to, maxHops: $maxHops, limit: $limit, types: $types, kinds: $kinds, directions: $directions, minConfidence: $minConfidence, minSources: $minSources) {
    truncated paths { length confidence nodes { id } hops { from { id } to { id } direction link { id from { id } to { id } } } weakestHop { link { id } } } }
  path(from: $from, to: $to, maxHops: $maxHops, types: $types, kinds: $kinds, directions: $directions, minConfidence: $minConfidence, minSources: $minSources) { paths { hops { link { id } } } }
  neighborhood(of: $both, depth: $depth, limit: $size, types: $types, kinds: $kinds, directions: $directions, minConfidence: $minConfidence, minSources: $minSources) {
    truncated nodes { id } links { id } }
  commonPartners(of: $both, minShared: 1, limit: 100, types: $types, kinds: $kinds, directions: $directions, minConfidence: $minConfidence, minSources: $minSources) {
    partners { node { id } sharedCount sharedWith { id } links { id } } }
  partnerNetwork(kinds: $kinds, minShared: 1, limit: 1000, minConfidence: $minConfidence, minSources: $minSources) {
    nodes { id } edges { source { id } target { id } weight commitments { id } } }
}`;

interface Answer {
  readonly paths: {
    readonly truncated: boolean;
    readonly paths: {
      length: number;
      confidence: number;
      nodes: { id: string }[];
      hops: { from: { id: string }; to: { id: string }; link: { id: string } }[];
    }[];
  };
  readonly commonPartners: {
    readonly partners: { node: { id: string }; sharedCount: number; sharedWith: { id: string }[]; links: { id: string }[] }[];
  };
  readonly partnerNetwork: {
    readonly nodes: { id: string }[];
    readonly edges: { source: { id: string }; target: { id: string }; weight: number; commitments: { id: string }[] }[];
  };
  readonly path: { readonly paths: { hops: { link: { id: string } }[] }[] };
  readonly neighborhood: { readonly truncated: boolean; readonly nodes: { id: string }[]; readonly links: { id: string }[] };
}

async function answerOf(engine: Engine, question: Question, tier: Tier, seed: number): Promise<Answer> {
  const { data, errors } = await run(engine, QUERY, { ...question, both: [question.from, question.to] }, tier);
  expect(errors, `seed ${seed}`).toBeUndefined();
  return data as unknown as Answer;
}

const idsOf = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id);
const linksOf = (hops: readonly { readonly link: { readonly id: string } }[]): string[] => hops.map(({ link }) => link.id);
const rounded = (confidence: number): number => Number(confidence.toFixed(12));

function expectPaths({ paths: { paths }, path }: Answer, want: ReturnType<typeof allPaths>, message: string): void {
  const got = paths.map(({ length, confidence, hops }) => ({ length, confidence: rounded(confidence), links: linksOf(hops) }));
  expect(got, message).toEqual(want.map((one) => ({ ...one, confidence: rounded(one.confidence) })));
  for (const { nodes, hops } of paths) expect(idsOf(nodes)).toEqual([hops[0]!.from.id, ...hops.map(({ to }) => to.id)]);
  expect(path.paths.map(({ hops }) => linksOf(hops))).toEqual(want.slice(0, 1).map(({ links }) => links));
}

function expectNetwork({ partnerNetwork: { nodes, edges } }: Answer, want: ReturnType<typeof sharedIn>, message: string): void {
  const got = edges.map(({ source, target, commitments }) => ({ source: source.id, target: target.id, commitments: idsOf(commitments) }));
  expect(got, message).toEqual(want);
  expect(idsOf(nodes)).toEqual([...new Set(got.flatMap(({ source, target }) => [source, target]))].toSorted());
}

function expectSame(answer: Answer, graph: PlainGraph, question: Question, message: string): void {
  const { neighborhood, commonPartners } = answer;
  expectPaths(answer, allPaths(graph, question), message);
  const around = { ...neighborhood, nodes: idsOf(neighborhood.nodes), links: idsOf(neighborhood.links) };
  expect(around, message).toEqual(surroundings(graph, question));
  const common = commonPartners.partners.map(({ node, sharedWith, links }) => ({
    id: node.id,
    sharedWith: idsOf(sharedWith),
    links: idsOf(links).toSorted(),
  }));
  expect(common, message).toEqual(commonOf(graph, question));
  expectNetwork(answer, sharedIn(graph, question), message);
}

test('paths and surroundings are those of a plain search', async () => {
  let [found, cut] = [0, 0];
  for (let seed = 1; seed <= GRAPHS; seed++) {
    const graph = graphOf(seed);
    const engine = await openWith(graph);
    const random = createRandom(seed);
    for (let i = 0; i < QUESTIONS; i++) {
      const question = questionOf(graph, random);
      const answer = await answerOf(engine, question, i % 2 ? 'levels' : 'single', seed);
      expectSame(answer, graph, question, `seed ${seed} ${JSON.stringify(question)}`);
      found += answer.paths.paths.length;
      cut += answer.neighborhood.truncated ? 1 : 0;
    }
    await engine.close();
  }
  expect(
    [found, cut].every((count) => count > GRAPHS / 4),
    `${found} paths, ${cut} cut`,
  ).toBe(true);
}, 600_000);
