/** Opens the engine that the settings name, and makes sure that this version may use its store. */
import type { Config } from '../config.ts';
import type { Engine } from '../engine/engine.ts';
import { openGrafeo } from '../engine/grafeo.ts';
import { checkStore } from '../store.ts';

export async function openEngine({ DATA_DIR }: Config): Promise<Engine> {
  const engine = await openGrafeo(DATA_DIR);
  await checkStore(engine);
  return engine;
}
