/** `restore`: reads a backup into an empty graph, and checks what is stored then. */
import { importNdjson } from '../ingest/ndjson.ts';
import { verifyStore } from '../ingest/verify.ts';
import { withGraph } from './prepare.ts';

export const restore = (file: string): Promise<void> =>
  withGraph(async (engine) => {
    await importNdjson(engine, file);
    const { nodes, links } = await verifyStore(engine);
    process.stdout.write(`${nodes} nodes and ${links} links restored\n`);
  });
