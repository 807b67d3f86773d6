/** Who several entities are all linked to, and the network of those who share commitments. */
import { scaled, scaleOf, textOf } from '../../model/decimal.ts';
import { type Ties, totalOf } from '../derived/totals.ts';
import { Turns } from '../turns.ts';
import type { Explorer } from './explorer.ts';
import { type Joined, joinedBy } from './find-neighborhood.ts';

/** Who is linked to several of the entities asked about. */
export interface Common {
  readonly id: string;
  /** Those it is linked to. */
  readonly sharedWith: readonly string[];
  readonly links: readonly Joined[];
}

/** Those linked to most first, then those of most links, then by id. */
export async function findCommon(explorer: Explorer, of: readonly string[], minShared: number): Promise<Common[]> {
  const { known, turns } = explorer;
  const asked = new Set(of.map((id) => known.numberOf(id)));
  await explorer.read([...asked]);
  const found = new Map<number, { with: Set<number>; links: Joined[] }>();
  for (const at of asked) {
    for (let half = known.first(at); half >= 0; half = known.next(half)) {
      const other = known.others[half]!;
      if (asked.has(other)) continue;
      const one = found.get(other) ?? { with: new Set<number>(), links: [] };
      found.set(other, one);
      one.with.add(at);
      one.links.push(joinedBy(known, known.links[half]!, at, other));
      if (turns.isOver) await turns.pass();
    }
  }
  return [...found]
    .map(([at, { with: shared, links }]) => ({ id: known.ids[at]!, sharedWith: [...shared].map((one) => known.ids[one]!), links }))
    .filter(({ sharedWith }) => sharedWith.length >= minShared)
    .toSorted((a, b) => b.sharedWith.length - a.sharedWith.length || b.links.length - a.links.length || (a.id < b.id ? -1 : 1));
}

/** A commitment with its parties. */
export interface Shared {
  readonly id: string;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly actors: readonly string[];
}

/** Two actors and the commitments that both have a part in. */
export interface Pair {
  readonly ends: readonly [string, string];
  readonly commitments: readonly Shared[];
}

/** Of a commitment of more parties only so many are paired, by id: each with each is too many. */
export const MOST_PARTIES = 50;

/** Pairs of actors by how many commitments they share, most first, then by their ids. */
export async function pairsOf(all: readonly Shared[], minShared: number): Promise<Pair[]> {
  const found = new Map<string, { ends: [string, string]; commitments: Shared[] }>();
  const turns = new Turns();
  for (const commitment of all) {
    if (turns.isOver) await turns.pass();
    const actors = commitment.actors.toSorted().slice(0, MOST_PARTIES);
    actors.forEach((a, i) => {
      for (const b of actors.slice(i + 1)) {
        const pair = found.get(`${a} ${b}`) ?? { ends: [a, b], commitments: [] };
        found.set(`${a} ${b}`, pair);
        pair.commitments.push(commitment);
      }
    });
  }
  return [...found]
    .filter(([, { commitments }]) => commitments.length >= minShared)
    .toSorted(([a, one], [b, other]) => other.commitments.length - one.commitments.length || (a < b ? -1 : 1))
    .map(([, pair]) => pair);
}

/** What commitments promise in each currency, no money counted twice. */
export function amountsOf(commitments: readonly Shared[], ties: Ties): { currency: string; minimum: string; maximum: string }[] {
  const stated = commitments.filter(({ amount, currency }) => amount !== null && currency !== null);
  return [...new Set(stated.map(({ currency }) => currency!))].toSorted().map((currency) => {
    const own = stated.filter((one) => one.currency === currency);
    const scale = scaleOf(own.map(({ amount }) => amount!));
    const { minimum, maximum } = totalOf(
      own.map(({ id, amount }) => ({ id, amount: scaled(amount!, scale) })),
      ties,
    );
    return { currency, minimum: textOf(minimum, scale), maximum: textOf(maximum, scale) };
  });
}
