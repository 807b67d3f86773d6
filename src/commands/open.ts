/** Opens the engine that the settings name. */
import { kinds } from '../../model/kinds.ts';
import { textOrder } from '../../model/property.ts';
import type { Config } from '../config.ts';
import type { Engine } from '../engine/engine.ts';
import { openGrafeo } from '../engine/grafeo.ts';
import { openFile } from '../engine/grafeo-file.ts';
import { openNeo4j } from '../engine/neo4j.ts';

/** `open` says whether the file of the embedded engine is opened to be written. */
export function openEngine(config: Config, open = openFile): Engine {
  if (!config.NEO4J_URI) return openGrafeo(config.DATA_DIR, open);
  return openNeo4j({
    uri: config.NEO4J_URI,
    username: config.NEO4J_USERNAME,
    password: config.NEO4J_PASSWORD,
    database: config.NEO4J_DATABASE,
    poolSize: config.NEO4J_POOL_SIZE,
    acquisitionTimeoutMs: config.NEO4J_ACQUISITION_TIMEOUT_MS,
    orders: [...kinds.values()].map(({ name, order }) => [name, textOrder(order)]),
  });
}
