/** What leads where, and what is reached by it. */

export type Graph = ReadonlyMap<string, readonly string[]>;

export function graphOf(pairs: readonly (readonly [string, string, ...unknown[]])[]): Graph {
  const found = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    const ends = found.get(from);
    if (ends) ends.push(to);
    else found.set(from, [to]);
  }
  return found;
}

/** All that is reached from `id`, which may be itself. */
export function reachedFrom(id: string, graph: Graph): Set<string> {
  const found = new Set<string>();
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const next of graph.get(at) ?? []) if (found.size < found.add(next).size) waiting.push(next);
  return found;
}
