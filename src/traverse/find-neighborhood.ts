/** The surroundings of entities: level by level, the nearest kept first and, of the last level, the best connected. */
import type { Ends, Expand, Explorer } from './explorer.ts';
import type { Known } from './known.ts';

interface Asked {
  readonly of: readonly string[];
  readonly depth: number;
  readonly limit: number;
}

export interface Surroundings {
  /** The entities kept, the nearest first. */
  readonly ids: readonly string[];
  /** Why not all are there. */
  readonly reason: string | undefined;
}

/** How many links of one entity are looked at. */
const MOST_OF_EACH = 10_000;

export async function findNeighborhood(explorer: Explorer, { of, depth, limit }: Asked): Promise<Surroundings> {
  const { known } = explorer;
  const kept = new Set(of.map((id) => known.numberOf(id)));
  const idsKept = () => [...kept].map((at) => known.ids[at]!);
  let frontier: readonly number[] = [...kept];
  for (let level = 1; level <= depth && frontier.length; level++) {
    await explorer.read(frontier, 'on', MOST_OF_EACH);
    if (!explorer.isSpent() && explorer.cutOf(frontier, 'on') > 0) explorer.reason = `An entity has more than ${MOST_OF_EACH} links.`;
    const met = await around(explorer, frontier, kept);
    const room = limit - kept.size;
    frontier = best(known, met, room);
    for (const at of frontier) kept.add(at);
    if (met.size > room) return { ids: idsKept(), reason: `There are more than ${limit} entities within ${depth} hops.` };
    if (explorer.reason !== undefined) break;
  }
  return { ids: idsKept(), reason: explorer.reason };
}

/** What the last level leads to that is not kept yet, with how many links lead there from what is kept. */
async function around({ known, turns }: Explorer, frontier: readonly number[], kept: ReadonlySet<number>): Promise<Map<number, number>> {
  const met = new Map<number, number>();
  for (const at of frontier) {
    for (let half = known.first(at); half >= 0; half = known.next(half)) {
      const other = known.others[half]!;
      if (!kept.has(other)) met.set(other, (met.get(other) ?? 0) + 1);
    }
    if (turns.isOver) await turns.pass();
  }
  return met;
}

/** As many as there is room for: all by id, or else those with most links to what is kept, and of as many by id. */
function best({ ids }: Known, met: ReadonlyMap<number, number>, room: number): number[] {
  const byId = (a: number, b: number): number => (ids[a]! < ids[b]! ? -1 : 1);
  if (met.size <= room) return [...met.keys()].sort(byId);
  return [...met]
    .sort(([a, one], [b, other]) => other - one || byId(a, b))
    .slice(0, room)
    .map(([at]) => at);
}

/** A link of an answer, with the end of which fewer links are known: it is found from there. */
export interface Joined {
  readonly id: string;
  readonly end: string;
}
export const joinedBy = (known: Known, link: string, a: number, b: number): Joined => ({
  id: link,
  end: known.ids[known.count(a) <= known.count(b) ? a : b]!,
});

/** Of how many links of an entity it is looked whether they lead to another that is kept; beyond that, they are looked for from there. */
const MANY = 2000;

/** The links among entities, each once, in the order of their ids. `between` reads those among entities that have many. */
export async function linksAmong(explorer: Explorer, ids: readonly string[], between: Expand): Promise<Joined[]> {
  const { known, turns } = explorer;
  const kept = new Set(ids.map((id) => known.numberOf(id)));
  await explorer.read([...kept], 'on', MANY);
  const found = new Map<string, Joined>();
  for (const at of kept) {
    for (let half = known.first(at); half >= 0; half = known.next(half)) {
      const [link, other] = [known.links[half]!, known.others[half]!];
      if (kept.has(other)) found.set(link, joinedBy(known, link, at, other));
    }
    if (turns.isOver) await turns.pass();
  }
  const hubs = ids.filter((id) => known.count(known.numberOf(id)) >= MANY);
  const among = hubs.length > 1 ? await between(hubs, 'on', MANY, 0) : new Map<string, Ends>();
  for (const [id, [links, others]] of among)
    links.forEach((link, i) => void found.set(link, joinedBy(known, link, known.numberOf(id), known.numberOf(others[i]!))));
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
