/** Sums of commitments that count no money twice (model.md, "Totals never double count"): read in Cypher, added up here. */
import type { LeftOutReason, WordOf } from '../../model/enums.ts';
import type { Census } from '../plan/census.ts';
import type { LinkSide } from '../plan/extensions.ts';
import { everyNode, gathering } from '../plan/patterns.ts';
import type { Time } from '../plan/time.ts';
import { type Graph, graphOf, reachedFrom } from '../reach.ts';

/** How commitments hang together, whichever are chosen. */
export interface Ties {
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

/** The ties of all commitments, as a value that the text returns as `slot`; with the subquery `groups`, which returns `<slot>g`. */
export function tiesText({ isLive, read }: Time, slot: string, groups = `WITH *, [] AS ${slot}g`): string {
  const pairs = (type: string, values: string, name: string): string =>
    `CALL () { MATCH (a:Commitment)-[r:${type}]->(b:Commitment) WHERE ${isLive('r')} RETURN collect(${values}) AS ${slot}${name} }`;
  return [
    pairs('PART_OF', '[a.id, b.id]', 'p'),
    pairs('BUILDS_ON', `[a.id, b.id, coalesce(${read('r', 'newMoney')}, 'UNKNOWN')]`, 'b'),
    pairs('SUPERSEDES', 'b.id', 's'),
    groups,
    `RETURN [${slot}p, ${slot}b, ${slot}s, ${slot}g] AS ${slot}`,
  ].join(' ');
}

export function tiesOf(held: unknown): Ties {
  const [partOf, buildsOn, superseded, groups] = held as [Ties['partOf'], Ties['buildsOn'], string[], Ties['groups']];
  return { partOf, buildsOn, superseded, groups };
}

const TIES = ['PART_OF', 'BUILDS_ON', 'SUPERSEDES', 'PARTY_TO', 'DIRECTED_AT'];
const tiesRead = (census: Census): number => TIES.reduce((sum, type) => sum + census.spread(type, 'OUT').links, 0);

export const tiesOfAll: LinkSide = {
  ...gathering(
    ({ by }, { time }) => {
      const grouped = GROUPED_BY[by as string];
      return (_, slot) => {
        const [pattern, condition] = grouped ?? [];
        const groups = `CALL () { MATCH (c:Commitment) MATCH ${pattern} WHERE ${time.isLive('r')} AND ${condition} RETURN collect([c.id, g.id, ${time.read('g', 'name')}]) AS ${slot}g }`;
        return grouped ? tiesText(time, slot, groups) : tiesText(time, slot);
      };
    },
    tiesOf,
    tiesRead,
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
  readonly leftOut: readonly { readonly id: string; readonly reason: WordOf<typeof LeftOutReason> }[];
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const most = (amounts: readonly bigint[]): bigint => amounts.reduce(larger, 0n);
/** The largest first. */
const comesFirst = (a: Promised, b: Promised): number => (a.amount === b.amount ? (a.id < b.id ? -1 : 1) : a.amount > b.amount ? -1 : 1);

/** Adds up commitments in one currency. */
export function totalOf(all: readonly Promised[], { partOf, buildsOn, superseded }: Ties): Total {
  const gone = new Set(superseded);
  const standing = new Map(all.filter(({ id }) => !gone.has(id)).map((one) => [one.id, one]));
  const wholes = wholesOf(standing, graphOf(partOf));
  const counted = new Map([...standing].filter(([id]) => !wholes.has(id)));
  const leftOut = all
    .filter(({ id }) => !counted.has(id))
    .map(({ id }) => ({ id, reason: standing.has(id) ? ('PART_OF_COUNTED' as const) : ('SUPERSEDED' as const) }));
  const amounts = [...counted.values()].map(({ amount }) => amount);
  const shared = buildsOn.filter(([, , newMoney]) => newMoney !== 'YES');
  return { minimum: leastOf(standing, counted, wholes, shared), maximum: sum(amounts), counted: counted.size, leftOut };
}

/** The commitments that are a part of another that stands, each with the largest whole above it; of a circle of parts the largest is the whole. */
function wholesOf(standing: ReadonlyMap<string, Promised>, above: Graph): Map<string, string> {
  const found = new Map<string, string>();
  const reached = new Map([...standing.keys()].map((id) => [id, reachedFrom(id, above)]));
  for (const [id, one] of standing) {
    const wholes = [...reached.get(id)!].flatMap((whole) => (whole !== id && standing.has(whole) ? [standing.get(whole)!] : []));
    const [top] = wholes.filter((whole) => !reached.get(whole.id)!.has(id) || comesFirst(whole, one) < 0).toSorted(comesFirst);
    if (top) found.set(id, top.id);
  }
  return found;
}

type Shared = Ties['buildsOn'];

/**
 * The least that is surely promised. Money that may be the same counts once: among commitments that build on one another,
 * however far, only those that do not are added, as many as make most. What builds on a part, or has a part that builds
 * on it, may share as much as that part with its whole.
 */
function leastOf(
  standing: ReadonlyMap<string, Promised>,
  counted: ReadonlyMap<string, Promised>,
  wholes: ReadonlyMap<string, string>,
  shared: Shared,
): bigint {
  const earlier = graphOf(shared);
  const reached = new Map([...counted.keys()].map((id) => [id, reachedFrom(id, earlier)]));
  const isShared = (a: string, b: string): boolean => reached.get(a)!.has(b) || reached.get(b)!.has(a);
  const groups = groupsOf([...counted.keys()], isShared);
  const least = sum(groups.map((ids) => mostApart(ids.map((id) => counted.get(id)!).toSorted(comesFirst), isShared)));
  const ofParts = sharedByParts(standing, wholes, shared).filter(([a, b]) => counted.has(a) && counted.has(b) && !isShared(a, b));
  const largest = most([...counted.values()].map(({ amount }) => amount));
  return larger(least - sum(ofParts.map(([, , amount]) => amount)), largest);
}

/** What two wholes may share since a part of one builds on the other or on a part of it: no more than the smaller of the two promised there. */
function sharedByParts(
  standing: ReadonlyMap<string, Promised>,
  wholes: ReadonlyMap<string, string>,
  shared: Shared,
): [string, string, bigint][] {
  return shared.flatMap(([later, before]): [string, string, bigint][] => {
    const [a, b] = [standing.get(later), standing.get(before)];
    const [whole, other] = [topOf(later, wholes), topOf(before, wholes)];
    if (!a || !b || whole === other || (whole === later && other === before)) return [];
    return [[whole, other, a.amount + b.amount - larger(a.amount, b.amount)]];
  });
}

function topOf(id: string, wholes: ReadonlyMap<string, string>): string {
  let top = id;
  for (let above = wholes.get(top); above !== undefined; above = wholes.get(top)) top = above;
  return top;
}

/** Ids in groups of those that are tied, directly or by way of others. */
function groupsOf(ids: readonly string[], isTied: (a: string, b: string) => boolean): string[][] {
  const left = new Set(ids);
  return ids.flatMap((id) => {
    if (!left.delete(id)) return [];
    const group = [id];
    for (const one of group) for (const other of [...left]) if (isTied(one, other) && left.delete(other)) group.push(other);
    return [group];
  });
}

/** Beyond so many the largest alone is sure. */
const MOST_TIED = 24;

/** The most that commitments of which no two are tied come to; the largest stand first. */
function mostApart(all: readonly Promised[], isTied: (a: string, b: string) => boolean): bigint {
  if (all.length > MOST_TIED) return all[0]!.amount;
  const [first, ...rest] = all;
  if (!first) return 0n;
  const apart = rest.filter(({ id }) => !isTied(first.id, id));
  const withIt = first.amount + mostApart(apart, isTied);
  return apart.length === rest.length ? withIt : most([withIt, mostApart(rest, isTied)]);
}
