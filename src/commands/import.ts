/** `import`: reads an exported graph into an empty one. */
import { importNdjson } from '../ingest/ndjson.ts';
import { withGraph } from './prepare.ts';

export const importGraph = (file: string): Promise<void> =>
  withGraph(async (engine) => {
    const { nodes, links } = await importNdjson(engine, file);
    process.stdout.write(`${nodes} nodes and ${links} links read\n`);
  });
