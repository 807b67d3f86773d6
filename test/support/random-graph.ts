/** A random graph of the model, as plain data: skewed degrees, missing values, parallel links, retracted ones, names in several scripts. */
import type { z } from 'zod';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds.ts';
import { linkTypes } from '../../model/links.ts';
import type { Property } from '../../model/property.ts';
import { createRandom, type Random } from './random.ts';

export interface PlainNode {
  readonly id: string;
  readonly kind: string;
  readonly retractedAt?: string;
  readonly [property: string]: unknown;
}

export interface PlainLink {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly claimIds: readonly string[];
  readonly [property: string]: unknown;
}

export interface PlainGraph {
  readonly nodes: readonly PlainNode[];
  readonly links: readonly PlainLink[];
}

const WORDS = [
  'Alpha',
  'Beta',
  'マイクロソフト',
  '警察庁',
  'Zürich',
  'Straße',
  'alpha',
  'Beta Beta',
  'O\'Neil "x" \\',
  'ΣΊΣ',
  'İota',
  'STRASSE',
];
/** What engines would round, or order as text. */
const NUMBERS = [
  '9007199254740993',
  '9007199254740992',
  '0.0000001',
  '0.1',
  '0.2',
  '-5',
  '-5.25',
  '0',
  '10',
  '9',
  `${'1234567890'.repeat(3)}.12345678`,
];
const DATES = ['2026', '2026-04', '2026-04-03', '2030'];
const RETRACTED = '2026-01-01T00:00:00Z';

/** A value for a property, by what GraphQL says it is. */
function valueFor({ type, list, check }: Property, random: Random): unknown {
  if (list && type !== 'String') return [];
  if (list) return Array.from({ length: random.int(3) }, () => random.pick(WORDS));
  if (type === 'ID') return `source:${random.int(9)}`;
  if (type === 'String') return `${random.pick(WORDS)} ${random.int(4)}`;
  if (type === 'Date') return random.pick(DATES);
  if (type === 'DateTime') return '2026-04-03T00:00:00Z';
  if (type === 'Float') return random.pick([0.25, 0.5, 1]);
  if (type === 'Int') return random.int(5);
  if (type === 'Boolean') return random.chance(0.5);
  const { options } = check as z.ZodEnum;
  return options ? random.pick(options) : composite(String(type), random);
}

const composite = (name: string, random: Random): unknown => {
  const any = random.int(1000);
  const number = { value: any % 2 ? String(any) : NUMBERS[any % NUMBERS.length]!, qualifier: 'EXACT' };
  if (name === 'Money') return { ...number, currency: random.pick(['USD', 'JPY']) };
  if (name === 'Quantity') return { ...number, unit: 'people' };
  return random.pick([
    { __typename: 'Money', ...number, currency: 'USD' },
    { __typename: 'Quantity', ...number, unit: 'people' },
    { __typename: 'TextValue', value: 'text' },
  ]);
};

function nodeOf(kind: Kind, index: number, random: Random): PlainNode {
  const given = Object.entries(kind.properties).filter(([, { required }]) => required || random.chance(0.6));
  const values = Object.fromEntries(given.map(([name, property]) => [name, valueFor(property, random)]));
  const names =
    kind.isEntity && random.chance(0.5)
      ? { names: [{ value: random.pick(WORDS), language: random.chance(0.5) ? 'ja' : null, kind: 'ALIAS' }] }
      : {};
  const { retractedAt: _, ...rest } = { ...values, ...names } as Record<string, unknown>;
  return { ...rest, id: `${kind.prefix}:n${index}`, kind: kind.name, ...(random.chance(0.1) && { retractedAt: RETRACTED }) };
}

/** A graph of about `size` nodes; every kind and link type occurs in most of them, and a share of the links is retracted. */
export function randomGraph(seed: number, size = 80, retractedShare = 0.1): PlainGraph {
  const random = createRandom(seed);
  const all = [...kinds.values()];
  const nodes = Array.from({ length: size }, (_, i) => nodeOf(all[i % all.length]!, i, random));
  const isOf = (set: ReadonlySet<Kind>) => (node: PlainNode) => set.has(kinds.get(node.kind)!);
  const claimIds = nodes.filter(({ kind }) => kind === 'Claim').map(({ id }) => id);
  const links = [...linkTypes.values()].flatMap(({ name, from, to, properties, evidence, symmetric }) => {
    const [sources, targets] = [nodes.filter(isOf(from)), nodes.filter(isOf(to))];
    let ends: readonly [PlainNode, PlainNode] | undefined;
    return Array.from({ length: 12 }, (_, i): PlainLink | undefined => {
      const [a, b]: readonly [PlainNode, PlainNode] =
        ends && random.chance(0.15)
          ? ends
          : [sources[random.int(random.chance(0.5) ? 2 : sources.length)]!, targets[random.int(targets.length)]!];
      ends = [a, b];
      if (a.id === b.id) return undefined;
      const [first, second] = symmetric && b.id < a.id ? [b, a] : [a, b];
      const own = Object.fromEntries(
        Object.entries(properties)
          .filter(() => random.chance(0.7))
          .map(([key, property]) => [key, valueFor(property, random)]),
      );
      const common = evidence
        ? {}
        : {
            since: random.pick([undefined, ...DATES]),
            confidence: 0.5,
            sourceCount: 1,
            independentSourceCount: 0,
            contested: random.chance(0.2),
          };
      const supports = evidence ? [] : claimIds.filter(() => random.chance(0.2));
      const retracted = random.chance(retractedShare) ? { retractedAt: RETRACTED } : {};
      return {
        ...own,
        ...common,
        id: `link:${name.toLowerCase()}-${i}`,
        type: name,
        from: first.id,
        to: second.id,
        claimIds: supports,
        recordedAt: '2026-04-03T00:00:00Z',
        ...retracted,
      };
    }).filter((link) => link !== undefined);
  });
  return { nodes, links };
}
