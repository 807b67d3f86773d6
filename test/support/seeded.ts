/** An engine in memory that holds seeds of the project: the one article that most tests ask about, or all. */
import type { Engine } from '../../src/engine/engine.ts';
import { readSeedFiles } from '../../src/ingest/files.ts';
import { inProject } from '../../src/root.ts';
import { loadSeeds } from './load.ts';
import { openEmpty } from './store.ts';

export const ARTICLE = inProject('seeds', 'japan', 'microsoft-japan-2026.yaml');

/** The article's seed alone: what the golden queries and their numbers are about. */
export const openSeeded = (): Promise<Engine> => openWithSeeds([ARTICLE]);

/** Every seed of the project. */
export const openAllSeeds = (): Promise<Engine> => openWithSeeds([]);

async function openWithSeeds(files: readonly string[]): Promise<Engine> {
  const engine = await openEmpty();
  await loadSeeds(engine, readSeedFiles(files));
  return engine;
}
