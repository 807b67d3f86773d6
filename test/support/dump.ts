/** All knowledge that an engine holds, and the documents, in a stable order: equal graphs give equal dumps. */
import type { Engine } from '../../src/engine/engine.ts';

const TIMEOUT = { timeoutMs: 60_000 };

export async function dump(engine: Engine): Promise<{ nodes: string[]; links: string[] }> {
  const nodes = await engine.read('MATCH (n) WHERE NOT n:Store RETURN labels(n) AS labels, properties(n) AS values', {}, TIMEOUT);
  const links = await engine.read(
    'MATCH (a)-[r]->(b) RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS values',
    {},
    TIMEOUT,
  );
  return { nodes: nodes.map(stable).sort(), links: links.map(stable).sort() };
}

/** JSON with sorted keys. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
