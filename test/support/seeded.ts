/** An engine in memory that holds the seeds of the project. */
import type { Engine } from '../../src/engine/engine.ts';
import { readSeedFiles } from '../../src/ingest/files.ts';
import { loadSeeds } from '../../src/ingest/load.ts';
import { openEmpty } from './store.ts';

export async function openSeeded(): Promise<Engine> {
  const engine = await openEmpty();
  await loadSeeds(engine, readSeedFiles([]));
  return engine;
}
