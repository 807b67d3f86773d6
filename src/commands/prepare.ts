/** Makes a graph ready to be used: its indexes, the check of its version, and for a server its seeds. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { type Engine, EngineError } from '../engine/engine.ts';
import { type Loaded, loadSeeds } from '../ingest/load.ts';
import type { SeedFile } from '../ingest/read.ts';
import { checkStore } from '../store.ts';
import { openEngine } from './open.ts';

async function prepare(engine: Engine): Promise<void> {
  await engine.prepare();
  await checkStore(engine);
}

/** Runs a command on the graph that the settings name, made ready, and closes it. */
export async function withGraph(run: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = openEngine(readConfig(process.env));
  try {
    await prepare(engine);
    await run(engine);
  } finally {
    await engine.close();
  }
}

const LONGEST_WAIT_MS = 15_000;

/** Makes the graph ready and loads the seeds; while the database does not answer it waits and tries again, ever more rarely. */
export async function seedWhenItAnswers(
  engine: Engine,
  seeds: readonly SeedFile[],
  clock: Clock,
  log: Logger,
  signal: AbortSignal,
): Promise<Loaded> {
  for (let wait = 500; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      await prepare(engine);
      return await loadSeeds(engine, seeds, clock);
    } catch (error) {
      if (!(error instanceof EngineError) || error.isFinal) throw error;
      log.warn({ againInMs: wait }, error.message);
      await sleep(wait, undefined, { signal });
    }
  }
}
