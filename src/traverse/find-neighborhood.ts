/** The surroundings of entities: level by level, the nearest kept first and, of the last level, the best connected. */
import type { Expand, Explorer, Neighbor } from './explorer.ts';

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
  const kept = new Set(of);
  let frontier: readonly string[] = [...kept];
  for (let level = 1; level <= depth && frontier.length; level++) {
    await explorer.read(frontier, 'on', MOST_OF_EACH);
    if (!explorer.isSpent() && explorer.cutOf(frontier, 'on') > 0) explorer.reason = `An entity has more than ${MOST_OF_EACH} links.`;
    const met = new Set(frontier.flatMap((id) => [...explorer.neighborsOf(id)].map(({ other }) => other)).filter((id) => !kept.has(id)));
    const room = limit - kept.size;
    frontier = met.size > room ? bestConnected(explorer, met, kept).slice(0, room) : [...met].sort();
    for (const id of frontier) kept.add(id);
    if (met.size > room) return { ids: [...kept], reason: `There are more than ${limit} entities within ${depth} hops.` };
    if (explorer.reason !== undefined) break;
  }
  return { ids: [...kept], reason: explorer.reason };
}

/** Those with most links to what is kept; then by id. */
function bestConnected(explorer: Explorer, met: ReadonlySet<string>, kept: ReadonlySet<string>): string[] {
  const links = (id: string): number => [...explorer.neighborsOf(id, 'back')].filter(({ other }) => kept.has(other)).length;
  const counted = [...met].map((id) => ({ id, count: links(id) }));
  return counted.toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

/** A link of an answer, with the end of which fewer links are known: it is found from there. */
export interface Joined {
  readonly id: string;
  readonly end: string;
}
export const joinedBy = (id: string, a: string, b: string, { degreeOf }: Pick<Explorer, 'degreeOf'>): Joined => ({
  id,
  end: degreeOf(a) <= degreeOf(b) ? a : b,
});

/** Of how many links of an entity it is looked whether they lead to another that is kept; beyond that, they are looked for from there. */
const MANY = 2000;

/** The links among entities, each once, in the order of their ids. `between` reads those among entities that have many. */
export async function linksAmong(explorer: Explorer, ids: readonly string[], between: Expand): Promise<Joined[]> {
  await explorer.read(ids, 'on', MANY);
  const hubs = ids.filter((id) => explorer.degreeOf(id) >= MANY);
  const among = hubs.length > 1 ? await between(hubs, 'on', MANY, 0) : new Map<string, readonly Neighbor[]>();
  const kept = new Set(ids);
  const found = new Map<string, Joined>();
  for (const id of ids)
    for (const { link, other } of [...explorer.neighborsOf(id), ...(among.get(id) ?? [])])
      if (kept.has(other)) found.set(link, joinedBy(link, id, other, explorer));
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
