/** `export`: writes the graph to the standard output. */
import { pipeline } from 'node:stream/promises';
import { readConfig } from '../config.ts';
import { exportNdjson } from '../export/ndjson.ts';
import { checkStore } from '../store.ts';
import { openEngine } from './open.ts';

export async function exportGraph(): Promise<void> {
  const engine = openEngine(readConfig(process.env));
  try {
    await engine.prepare();
    await checkStore(engine);
    await pipeline(exportNdjson(engine), process.stdout, { end: false });
  } finally {
    await engine.close();
  }
}
