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
    await run(engine, config, pino({ level: config.LOG_LEVEL }), stop, verify);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await engine.close();
  }
}

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
