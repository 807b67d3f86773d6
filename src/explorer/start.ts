/** Where entities that were not shown before begin: beside a neighbor that has a place, the same each time. */
import { type Graph, linksByEnd, otherEnd, type Point } from './graph.ts';

/** Gives a place to each entity that has none. */
export function startOf(graph: Graph, positions: Map<string, Point>): void {
  const links = linksByEnd(graph);
  for (const id of graph.entities.keys()) {
    if (positions.has(id)) continue;
    const beside = links
      .get(id)
      ?.map((link) => positions.get(otherEnd(link, id)))
      .find((point) => point !== undefined);
    const [angle, distance] = [2 * Math.PI * fractionOf(id), 20 + 60 * fractionOf(`${id} far`)];
    const center = beside ?? { x: 0, y: 0 };
    const reach = beside ? distance : distance * Math.sqrt(graph.entities.size);
    positions.set(id, { x: center.x + reach * Math.cos(angle), y: center.y + reach * Math.sin(angle) });
  }
}

/** A number from 0 to 1 that a text always has (FNV-1a, 32 bits, http://www.isthe.com/chongo/tech/comp/fnv/). */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash / 2 ** 32;
}
