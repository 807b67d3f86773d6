/** Engines filled for tests. */
import { kinds } from '../../model/kinds.ts';
import { linkTypes } from '../../model/links.ts';
import { openEngine } from '../../src/commands/open.ts';
import { readConfig } from '../../src/config.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { IN_MEMORY } from '../../src/engine/grafeo-file.ts';
import { prepareStore } from '../../src/engine/store.ts';
import { difference } from '../../src/ingest/difference.ts';
import { EMPTY, encode, known, linkKey } from '../../src/ingest/graph.ts';
import type { PlainGraph } from './random-graph.ts';

/** An empty engine: in memory, or the Neo4j of NEO4J_URI, of which nothing is kept. */
export async function openEmpty(): Promise<Engine> {
  const engine = openEngine({ ...readConfig(process.env), DATA_DIR: IN_MEMORY });
  if (engine.name === 'neo4j') await engine.write([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }]);
  await prepareStore(engine);
  return engine;
}

/** An engine in memory that holds a plain graph. */
export async function openWith({ nodes, links }: PlainGraph): Promise<Engine> {
  const engine = await openEmpty();
  const nodeRows = nodes.map(({ kind, retractedAt, ...values }) => ({
    id: values.id,
    kind,
    values: { ...encode(kinds.get(kind)!.properties, values), ...(retractedAt && { retractedAt }) },
  }));
  const linkRows = links.map(({ id, type, from, to, ...values }) => {
    const { properties } = linkTypes.get(type)!;
    return { id, type, from, to, values: known({ ...values, ...encode(properties, values), id }) };
  });
  const keys = linkRows.filter(({ type }) => !linkTypes.get(type)!.evidence).map(linkKey);
  const graph = {
    nodes: new Map([...nodeRows, ...keys].map((row) => [row.id, row])),
    links: new Map(linkRows.map((row) => [row.id, row])),
  };
  await engine.write(difference(EMPTY, graph));
  return engine;
}
