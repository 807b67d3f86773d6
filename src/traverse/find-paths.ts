/** Simple paths between two entities: breadth-first from both ends, a level at a time; of one length the surest first. */
import type { Explorer } from './explorer.ts';
import { Heap } from './heap.ts';
import type { Half, Way } from './known.ts';

/** A path as it is found: the links from the first entity on, by their halves. */
export interface Found {
  readonly hops: readonly Half[];
  readonly confidence: number;
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly limit: number;
}

/** One end from which is searched: how far each entity lies, how far was read, and the entities of the last level. */
interface Side {
  readonly at: number;
  readonly way: Way;
  readonly distance: Map<number, number>;
  level: number;
  frontier: readonly number[];
}
const sideOf = (at: number, way: Way): Side => ({ at, way, distance: new Map([[at, 0]]), level: 0, frontier: [at] });

/** The paths in order of length, then of confidence, then of the ids of their links. */
export async function findPaths(explorer: Explorer, { from, to, maxHops, limit }: Asked): Promise<Found[]> {
  const [start, end] = [sideOf(explorer.known.numberOf(from), 'on'), sideOf(explorer.known.numberOf(to), 'back')];
  const found: Found[] = [];
  for (let length = 1; length <= maxHops && found.length < limit && !explorer.isSpent(); length++) {
    // With so many levels read from both ends together, every link of a path of this length is known.
    await advance(explorer, await cheaper(explorer, start, end));
    if (explorer.reason === undefined || isMet(start, end))
      found.push(...(await pathsOfLength(explorer, start, end, length, limit - found.length)));
  }
  return found;
}

const isMet = (start: Side, end: Side): boolean => [...start.distance.keys()].some((at) => end.distance.has(at));
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
  const { known, turns } = explorer;
  const { way, distance } = side;
  await explorer.read(side.frontier, way);
  side.level++;
  const next: number[] = [];
  for (const at of side.frontier) {
    for (let half = known.first(at, way); half >= 0; half = known.next(half)) {
      const other = known.others[half]!;
      if (distance.has(other)) continue;
      distance.set(other, side.level);
      next.push(other);
    }
    if (turns.isOver) await turns.pass();
  }
  side.frontier = next;
}

/** How sure the surest walk of exactly `n` links from an entity to the end is, for each `n` up to `length`, of those that the start may reach in the links left. */
async function bestWalks({ known, turns }: Explorer, start: Side, end: Side, length: number): Promise<ReadonlyMap<number, number>[]> {
  const best: Map<number, number>[] = [new Map([[end.at, 1]])];
  for (let n = 1; n <= length; n++) {
    const here = new Map<number, number>();
    const left = length - n;
    const isInReach = (at: number): boolean => left > start.level || (start.distance.get(at) ?? length) <= left;
    for (const [at, sure] of best[n - 1]!) {
      for (let half = known.first(at, 'back'); half >= 0; half = known.next(half)) {
        const other = known.others[half]!;
        if (isInReach(other)) here.set(other, Math.max(here.get(other) ?? 0, sure * known.confidences[half]!));
      }
      if (turns.isOver) await turns.pass();
    }
    best.push(here);
  }
  return best;
}

/** A path begun: what it may come to at best decides when it is taken further. */
interface Begun {
  readonly at: number;
  readonly hops: readonly Half[];
  readonly confidence: number;
  readonly promise: number;
}

/** Products in another order differ in the last digits. */
const rounded = (number: number): number => Math.round(number * 1e12);

/** How many paths begun are looked at, or put by, at most; and after how many it is looked whether that still may be. */
const MOST_BEGUN = 500_000;
const OFTEN = 2000;

/** The surest simple paths of exactly this length: whatever is taken next can come to no more than what was taken before. */
async function pathsOfLength(explorer: Explorer, start: Side, end: Side, length: number, limit: number): Promise<Found[]> {
  const { known, turns } = explorer;
  const best = await bestWalks(explorer, start, end, length);
  const found: Found[] = [];
  const begun = new Heap<Begun>((a, b) => rounded(b.promise) - rounded(a.promise) || compareHops(known.links, a.hops, b.hops));
  const promise = best[length]!.get(start.at);
  if (promise !== undefined) begun.push({ at: start.at, hops: [], confidence: 1, promise });
  let [work, due] = [0, OFTEN];
  for (let next = begun.pop(); next && found.length < limit; next = begun.pop()) {
    if (work > MOST_BEGUN) explorer.reason ??= `It looked at ${MOST_BEGUN} paths begun.`;
    if (work > due && explorer.isSpent()) break;
    if (work > due) due = work + OFTEN;
    const { at, hops, confidence } = next;
    const left = length - hops.length;
    if (left === 0) {
      found.push({ hops, confidence });
      continue;
    }
    const met = new Set([start.at, ...hops.map((half) => known.others[half]!)]);
    for (let half = known.first(at); half >= 0; half = known.next(half)) {
      if (++work % OFTEN === 0 && turns.isOver) await turns.pass();
      const other = known.others[half]!;
      const rest = best[left - 1]!.get(other);
      if (rest === undefined || met.has(other) || (other === end.at && left > 1)) continue;
      const sure = confidence * known.confidences[half]!;
      begun.push({ at: other, hops: [...hops, half], confidence: sure, promise: sure * rest });
    }
  }
  return found;
}

function compareHops(links: readonly string[], a: readonly Half[], b: readonly Half[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return links[a[i]!]! < links[b[i]!]! ? -1 : 1;
  return a.length - b.length;
}
