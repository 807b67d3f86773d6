/** `serve`: listens, prepares the graph, then answers until it is told to stop. */
import { type Logger, pino } from 'pino';
import { systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import type { Engine } from '../engine/engine.ts';
import { readSeedFiles } from '../ingest/files.ts';
import { keepCensus } from '../plan/keep-census.ts';
import { startServer } from '../yoga/server.ts';
import { openEngine } from './open.ts';
import { seedWhenItAnswers } from './prepare.ts';

/** Serves until it is told to stop; `verify` checks all that is stored first. */
export async function serve(stop: AbortSignal, verify: boolean): Promise<void> {
  const config = readConfig(process.env);
  if (stop.aborted) return;
  const engine = openEngine(config);
  try {
    await run(engine, config, createLog(config), stop, verify);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await engine.close();
  }
}

/** How often what is logged is written, in milliseconds, and with how many bytes at the latest: a line written by itself keeps answers waiting. */
const [WRITTEN_EVERY_MS, WRITTEN_BYTES] = [100, 4096];

/** The log, on standard output; it is written to its end when the process ends by itself. */
const createLog = ({ LOG_LEVEL }: Config): Logger =>
  pino({ level: LOG_LEVEL }, pino.destination({ sync: false, minLength: WRITTEN_BYTES, periodicFlush: WRITTEN_EVERY_MS }));

async function run(engine: Engine, config: Config, log: Logger, stop: AbortSignal, verify: boolean): Promise<void> {
  let isPrepared = false;
  const census = keepCensus(engine, log);
  const server = await startServer(engine, config, log, systemClock, { isPrepared: () => isPrepared, census });
  try {
    if (engine.isReadOnly) log.warn(`DATA_DIR=${config.DATA_DIR} can only be read: the graph is served as it is.`);
    const begin = { seeds: readSeedFiles([]), verify, isShared: config.NEO4J_SHARED };
    const { written, unchanged, pruned } = await seedWhenItAnswers(engine, begin, systemClock, log, stop);
    await census.take();
    isPrepared = true;
    for (const { source, file } of pruned) log.info({ source, file }, 'taken back');
    log.info(
      { engine: engine.name, seeds: { written: written.length, unchanged: unchanged.length }, graphql: `${server.url}/graphql` },
      'serving',
    );
    if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
    log.info('stopping');
  } finally {
    await server.close();
  }
}
