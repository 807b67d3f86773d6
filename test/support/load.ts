/** Loads seeds at the time at which tests run. */
import type { Engine } from '../../src/engine/engine.ts';
import { type Loaded, type LoadOptions, loadSeeds as load } from '../../src/ingest/load.ts';
import type { SeedFile } from '../../src/ingest/read.ts';
import { testClock } from './clock.ts';

export const loadSeeds = (engine: Engine, files: readonly SeedFile[], options?: LoadOptions): Promise<Loaded> =>
  load(engine, files, testClock, options);
