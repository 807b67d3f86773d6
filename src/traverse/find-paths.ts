/** Simple paths between two entities: breadth-first from both ends, a level at a time; of one length the surest first. */
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Explorer, Neighbor, Way } from './explorer.ts';
import { Heap } from './heap.ts';

/** A path as it is found: the links from the first entity on. */
export interface Found {
  readonly hops: readonly Neighbor[];
  readonly confidence: number;
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly limit: number;
}

/** One end from which is searched: how far each entity lies, and those of the last level. */
interface Side {
  readonly way: Way;
  readonly distance: Map<string, number>;
  frontier: readonly string[];
}
const sideOf = (id: string, way: Way): Side => ({ way, distance: new Map([[id, 0]]), frontier: [id] });

/** The paths in order of length, then of confidence, then of the ids of their links. */
export async function findPaths(explorer: Explorer, { from, to, maxHops, limit }: Asked): Promise<Found[]> {
  const [start, end] = [sideOf(from, 'on'), sideOf(to, 'back')];
  const found: Found[] = [];
  for (let length = 1; length <= maxHops && found.length < limit && !explorer.isSpent(); length++) {
    // With so many levels read from both ends together, every link of a path of this length is known.
    await advance(explorer, await cheaper(explorer, start, end));
    if (explorer.reason === undefined || isMet(start, end))
      found.push(...(await pathsOfLength(explorer, from, to, length, limit - found.length)));
  }
  return found;
}

const isMet = (start: Side, end: Side): boolean => [...start.distance.keys()].some((id) => end.distance.has(id));
/** An entity with so many links is only read whole where there is no other way on. */
const MANY = 1000;

/** The side that costs less to read on from: it has fewer entities of many links, or else fewer entities. */
async function cheaper(explorer: Explorer, start: Side, end: Side): Promise<Side> {
  const [small, large] = start.frontier.length <= end.frontier.length ? [start, end] : [end, start];
  await explorer.read(small.frontier, small.way, MANY);
  const cut = explorer.cutOf(small.frontier, small.way);
  if (cut === 0) return small;
  await explorer.read(large.frontier, large.way, MANY);
  return explorer.cutOf(large.frontier, large.way) < cut ? large : small;
}

/** Reads one level more of a side. */
async function advance(explorer: Explorer, side: Side): Promise<void> {
  await explorer.read(side.frontier, side.way);
  const next = new Set<string>();
  for (const id of side.frontier)
    for (const { other } of explorer.neighborsOf(id, side.way)) if (!side.distance.has(other)) next.add(other);
  const level = Math.max(...side.distance.values()) + 1;
  for (const id of next) side.distance.set(id, level);
  side.frontier = [...next].sort();
}

/** How sure the surest walk of exactly `n` links from an entity to the end is, for each `n` up to `length`. */
async function bestWalks(explorer: Explorer, to: string, length: number): Promise<readonly ReadonlyMap<string, number>[]> {
  const best: Map<string, number>[] = [new Map([[to, 1]])];
  for (let n = 1; n <= length; n++) {
    const here = new Map<string, number>();
    let work = 0;
    for (const [id, sure] of best[n - 1]!) {
      for (const { other, confidence } of explorer.neighborsOf(id, 'back')) {
        here.set(other, Math.max(here.get(other) ?? 0, sure * confidence));
        work++;
      }
      if (work > TURN * 10) {
        work = 0;
        await othersTurn();
      }
    }
    best.push(here);
  }
  return best;
}

/** A path begun: what it may come to at best decides when it is taken further. */
interface Begun {
  readonly at: string;
  readonly hops: readonly Neighbor[];
  readonly confidence: number;
  readonly promise: number;
}

/** Sums of logarithms and products in another order differ in the last digits. */
const rounded = (number: number): number => Math.round(number * 1e12);
const byPromise = (a: Begun, b: Begun): number => rounded(b.promise) - rounded(a.promise) || compareHops(a.hops, b.hops);

function compareHops(a: readonly Neighbor[], b: readonly Neighbor[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i]!.link !== b[i]!.link) return a[i]!.link < b[i]!.link ? -1 : 1;
  return a.length - b.length;
}

/** How many paths begun are looked at, or put by, at most; and after how many others get their turn. */
const MOST_BEGUN = 500_000;
const TURN = 2000;

/** The surest simple paths of exactly this length: whatever is taken next can come to no more than what was taken before. */
async function pathsOfLength(explorer: Explorer, from: string, to: string, length: number, limit: number): Promise<Found[]> {
  const best = await bestWalks(explorer, to, length);
  const found: Found[] = [];
  const begun = new Heap<Begun>(byPromise);
  const promise = best[length]!.get(from);
  if (promise !== undefined) begun.push({ at: from, hops: [], confidence: 1, promise });
  let [work, turn] = [0, TURN];
  for (let next = begun.pop(); next && found.length < limit; next = begun.pop()) {
    if (work > turn) {
      turn = work + TURN;
      await othersTurn();
      if (work > MOST_BEGUN) explorer.reason ??= `It looked at ${MOST_BEGUN} paths begun.`;
      if (explorer.isSpent()) break;
    }
    const { at, hops, confidence } = next;
    const left = length - hops.length;
    if (left === 0) {
      found.push({ hops, confidence });
      continue;
    }
    const met = new Set([from, ...hops.map(({ other }) => other)]);
    for (const hop of explorer.neighborsOf(at)) {
      if (++work % TURN === 0) await othersTurn();
      const rest = best[left - 1]!.get(hop.other);
      if (rest === undefined || met.has(hop.other) || (hop.other === to && left > 1)) continue;
      const sure = confidence * hop.confidence;
      begun.push({ at: hop.other, hops: [...hops, hop], confidence: sure, promise: sure * rest });
    }
  }
  return found;
}
