/** `serve`: loads the seeds that changed, then serves until it is told to stop. */
import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { readSeedFiles } from '../ingest/files.ts';
import { loadSeeds } from '../ingest/load.ts';
import { startServer } from '../server.ts';
import { openEngine } from './open.ts';

export async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.LOG_LEVEL });
  const engine = await openEngine(config);
  try {
    const { written, unchanged } = await loadSeeds(engine, readSeedFiles([]));
    log.info({ written: written.length, unchanged: unchanged.length }, 'seeds loaded');
    const { url, close } = await startServer(engine, config, log);
    log.info({ engine: engine.name, graphql: `${url}/graphql` }, 'serving');
    await stopSignal();
    log.info('stopping');
    await close();
  } catch (error) {
    await engine.close();
    throw error;
  }
}

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
