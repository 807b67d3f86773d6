/** Sums of commitments that count no money twice (model.md, "Totals never double count"): read in Cypher, added up here. */
import type { LinkSide } from '../extensions.ts';
import { everyNode, gathering } from '../patterns.ts';

/** How commitments hang together, whichever are chosen. */
export interface Relations {
  readonly partOf: readonly (readonly [part: string, whole: string])[];
  readonly buildsOn: readonly (readonly [later: string, earlier: string, newMoney: string])[];
  readonly superseded: readonly string[];
  /** What groups commitments, where something does. */
  readonly groups: readonly (readonly [commitment: string, key: string, name: string])[];
}

/** How many commitments are added up at most. */
export const MOST_ADDED = 5000;

/** All commitments that state an amount. */
export const withAmounts: LinkSide = {
  ...everyNode('Commitment', 'name'),
  most: MOST_ADDED,
  conditions: (node, _, { time }) => [`${time.read(node, 'amountValue')} IS NOT NULL`],
};

const GROUPED_BY: Readonly<Record<string, readonly [pattern: string, condition: string]>> = {
  ACCOUNTABLE: ['(c)<-[r:PARTY_TO]-(g:Entity)', `r.role = 'ACCOUNTABLE'`],
  PLACE: ['(c)-[r:DIRECTED_AT]->(g:Entity)', 'true'],
};

export const relationsOfAll: LinkSide = {
  ...gathering(
    ({ by }, { time: { isLive, read } }) =>
      (_, slot) => {
        const pairs = (type: string, values: string, name: string): string =>
          `CALL () { MATCH (a:Commitment)-[r:${type}]->(b:Commitment) WHERE ${isLive('r')} RETURN collect(${values}) AS ${slot}${name} }`;
        const grouped = GROUPED_BY[by as string];
        return [
          pairs('PART_OF', '[a.id, b.id]', 'p'),
          pairs('BUILDS_ON', `[a.id, b.id, coalesce(${read('r', 'newMoney')}, 'UNKNOWN')]`, 'b'),
          pairs('SUPERSEDES', 'b.id', 's'),
          grouped
            ? `CALL () { MATCH (c:Commitment) MATCH ${grouped[0]} WHERE ${isLive('r')} AND ${grouped[1]} RETURN collect([c.id, g.id, ${read('g', 'name')}]) AS ${slot}g }`
            : `WITH *, [] AS ${slot}g`,
          `RETURN [${slot}p, ${slot}b, ${slot}s, ${slot}g] AS ${slot}`,
        ].join(' ');
      },
    (held) => {
      const [partOf, buildsOn, superseded, groups] = held as [Relations['partOf'], Relations['buildsOn'], string[], Relations['groups']];
      return { partOf, buildsOn, superseded, groups } satisfies Relations;
    },
  ),
  scope: [],
};

/** A commitment as it is added up. */
export interface Promised {
  readonly id: string;
  readonly amount: bigint;
}
export interface Total {
  readonly minimum: bigint;
  readonly maximum: bigint;
  readonly counted: number;
  readonly leftOut: readonly { readonly id: string; readonly reason: 'SUPERSEDED' | 'PART_OF_COUNTED' }[];
}

type Graph = ReadonlyMap<string, readonly string[]>;

function graphOf(pairs: readonly (readonly [string, string, ...unknown[]])[]): Graph {
  const found = new Map<string, string[]>();
  for (const [from, to] of pairs) found.set(from, [...(found.get(from) ?? []), to]);
  return found;
}

/** All that is reached from `id`; beyond what `stops` nothing is followed. */
function reachedFrom(id: string, graph: Graph, stops: (id: string) => boolean): string[] {
  const found = new Set<string>();
  const follow = (at: string): void => {
    for (const next of graph.get(at) ?? []) {
      if (next === id || found.has(next)) continue;
      found.add(next);
      if (!stops(next)) follow(next);
    }
  };
  follow(id);
  return [...found];
}

/** The largest first. */
const comesFirst = (a: Promised, b: Promised): number => (a.amount === b.amount ? (a.id < b.id ? -1 : 1) : a.amount > b.amount ? -1 : 1);

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** Adds up commitments in one currency. */
export function totalOf(all: readonly Promised[], { partOf, buildsOn, superseded }: Relations): Total {
  const standing = new Map(all.filter(({ id }) => !superseded.includes(id)).map((one) => [one.id, one]));
  const wholes = graphOf(partOf);
  const above = (id: string): string[] => reachedFrom(id, wholes, () => false);
  // Of a circle of parts the largest is the whole.
  const isWholeOf = (whole: string, part: string): boolean =>
    standing.has(whole) && (!above(whole).includes(part) || comesFirst(standing.get(whole)!, standing.get(part)!) < 0);
  const isPart = (id: string): boolean => above(id).some((whole) => isWholeOf(whole, id));
  const counted = new Map([...standing].filter(([id]) => !isPart(id)));
  const leftOut = all
    .filter(({ id }) => !counted.has(id))
    .map(({ id }) => ({ id, reason: standing.has(id) ? ('PART_OF_COUNTED' as const) : ('SUPERSEDED' as const) }));
  const amounts = [...counted.values()].map(({ amount }) => amount);
  return {
    minimum: leastOf(counted, graphOf(buildsOn.filter(([, , newMoney]) => newMoney !== 'YES'))),
    maximum: sum(amounts),
    counted: counted.size,
    leftOut,
  };
}

/**
 * Money that may be the same counts once: of a commitment and all it builds on, the larger. What several build on is
 * in the largest of them, since it can be the same money only once.
 */
function leastOf(counted: ReadonlyMap<string, Promised>, earlier: Graph): bigint {
  const largestFirst = [...counted.values()].toSorted(comesFirst);
  const holder = new Map<string, string>();
  const holds = (id: string, other: string): boolean => id === other || (holder.has(other) && holds(id, holder.get(other)!));
  for (const { id } of largestFirst)
    for (const before of reachedFrom(id, earlier, (one) => counted.has(one)))
      if (counted.has(before) && !holder.has(before) && !holds(before, id)) holder.set(before, id);
  const within = (id: string): bigint =>
    larger(counted.get(id)!.amount, sum([...holder].filter(([, whole]) => whole === id).map(([one]) => within(one))));
  return sum([...counted.keys()].filter((id) => !holder.has(id)).map(within));
}
