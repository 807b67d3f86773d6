/** Who several entities are all linked to, and the network of those who share commitments. */
import { setImmediate as othersTurn } from 'node:timers/promises';
import { decimalText, scaled, scaleOf } from '../plan/derived/decimals.ts';
import { type Relations, totalOf } from '../plan/derived/totals.ts';
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
  await explorer.read(of);
  const found = new Map<string, { with: Set<string>; links: Joined[] }>();
  for (const id of of) {
    for (const { link, other } of explorer.neighborsOf(id)) {
      if (of.includes(other)) continue;
      const one = found.get(other) ?? { with: new Set<string>(), links: [] };
      found.set(other, one);
      one.with.add(id);
      one.links.push(joinedBy(link, id, other, explorer));
    }
  }
  return [...found]
    .map(([id, { with: shared, links }]) => ({ id, sharedWith: [...shared], links }))
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
  for (const [i, commitment] of all.entries()) {
    if (i % 20 === 19) await othersTurn();
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
export function amountsOf(commitments: readonly Shared[], relations: Relations): { currency: string; minimum: string; maximum: string }[] {
  const stated = commitments.filter(({ amount, currency }) => amount !== null && currency !== null);
  return [...new Set(stated.map(({ currency }) => currency!))].toSorted().map((currency) => {
    const own = stated.filter((one) => one.currency === currency);
    const scale = scaleOf(own.map(({ amount }) => amount!));
    const { minimum, maximum } = totalOf(
      own.map(({ id, amount }) => ({ id, amount: scaled(amount!, scale) })),
      relations,
    );
    return { currency, minimum: decimalText(minimum, scale), maximum: decimalText(maximum, scale) };
  });
}
