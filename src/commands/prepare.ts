/** Makes a graph ready to be used: its indexes, the check of its version, and for a server its seeds. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { type Engine, EngineError } from '../engine/engine.ts';
import { openToRead } from '../engine/grafeo-file.ts';
import { prepareStore } from '../engine/store.ts';
import { type Loaded, loadSeeds } from '../ingest/load.ts';
import type { SeedFile } from '../ingest/read.ts';
import { verifyStore } from '../ingest/verify.ts';
import { openEngine } from './open.ts';

/** Runs a command on the graph that the settings name, made ready, and closes it. */
export async function withGraph(run: (engine: Engine) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  await using(openEngine(config), async (engine) => {
    await prepareStore(engine, config.NEO4J_SHARED);
    await run(engine);
  });
}

/** Runs a command that only reads the graph, whoever has it open, and changes nothing of it. */
export const withStored = (run: (engine: Engine) => Promise<void>): Promise<void> =>
  using(openEngine(readConfig(process.env), openToRead), run);

async function using(engine: Engine, run: (engine: Engine) => Promise<void>): Promise<void> {
  try {
    await run(engine);
  } finally {
    await engine.close();
  }
}

const LONGEST_WAIT_MS = 15_000;

/** What is done before anything is served. */
interface Start {
  readonly seeds: readonly SeedFile[];
  /** Whether all that is stored is checked first. */
  readonly verify: boolean;
  /** Whether Neo4j holds something else too. */
  readonly isShared: boolean;
}

/** Makes the graph ready and loads the seeds; while the database does not answer it waits and tries again, ever more rarely. */
export async function seedWhenItAnswers(
  engine: Engine,
  { seeds, verify, isShared }: Start,
  clock: Clock,
  log: Logger,
  signal: AbortSignal,
): Promise<Loaded> {
  for (let wait = 500; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      await prepareStore(engine, isShared);
      if (verify) await verifyStore(engine);
      return await loadSeeds(engine, seeds, clock);
    } catch (error) {
      if (!(error instanceof EngineError) || error.isFinal) throw error;
      log.warn({ againInMs: wait }, error.message);
      await sleep(wait, undefined, { signal });
    }
  }
}
