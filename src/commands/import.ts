/** `import`: reads an exported graph into an empty one. */
import { readConfig } from '../config.ts';
import { importNdjson } from '../ingest/ndjson.ts';
import { checkStore } from '../store.ts';
import { openEngine } from './open.ts';

export async function importGraph(file: string): Promise<void> {
  const engine = openEngine(readConfig(process.env));
  try {
    await engine.prepare();
    await checkStore(engine);
    const { nodes, links } = await importNdjson(engine, file);
    process.stdout.write(`${nodes} nodes and ${links} links read\n`);
  } finally {
    await engine.close();
  }
}
