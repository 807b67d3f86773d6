/** Makes a graph ready: indexes, the check of its version, the seeds that changed. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Engine, EngineError } from '../engine/engine.ts';
import { type Loaded, loadSeeds } from '../ingest/load.ts';
import type { SeedFile } from '../ingest/read.ts';
import { checkStore } from '../store.ts';

interface Options {
  readonly prune?: boolean;
  readonly onProgress?: (done: number, all: number, file: string) => void;
}

export async function prepare(engine: Engine, seeds: readonly SeedFile[], options: Options = {}): Promise<Loaded> {
  await engine.prepare();
  await checkStore(engine);
  return loadSeeds(engine, seeds, options);
}

const LONGEST_WAIT_MS = 15_000;

/** Prepares, and while the database does not answer waits and tries again, ever more rarely. */
export async function prepareWhenItAnswers(engine: Engine, seeds: readonly SeedFile[], log: Logger, signal: AbortSignal): Promise<Loaded> {
  for (let wait = 500; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await prepare(engine, seeds);
    } catch (error) {
      if (!(error instanceof EngineError) || error.isFinal) throw error;
      log.warn({ againInMs: wait }, error.message);
      await sleep(wait, undefined, { signal });
    }
  }
}
