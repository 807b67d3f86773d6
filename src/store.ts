/** The store: which versions of model and engine wrote it, checked before anything else is read. */
import type { Engine } from './engine/engine.ts';
import { statementText } from './statements.ts';

/** Raised whenever what is stored, or how, changes. */
export const MODEL_VERSION = 4;
const ENGINE_VERSION = '0.6';

/** The store was written by another version. */
export class StoreVersionError extends Error {}

/** Marks an empty store with the present versions; refuses one of others. */
export async function checkStore(engine: Engine): Promise<void> {
  const [found] = await engine.read(statementText('readStore'), {}, { timeoutMs: 10_000 });
  const present = { modelVersion: MODEL_VERSION, engineVersion: ENGINE_VERSION };
  if (!found) {
    const parameters = { p: { rows: [{ id: 'store', values: { id: 'store', ...present } }] } };
    await engine.write([{ text: statementText('upsertNodes', { BASE: 'Store', KIND: 'Store' }), parameters }]);
  } else if (found['modelVersion'] !== MODEL_VERSION || found['engineVersion'] !== ENGINE_VERSION) {
    throw new StoreVersionError(
      `The store was written by model ${found['modelVersion']}, engine ${found['engineVersion']}; this program has model ${MODEL_VERSION}, engine ${ENGINE_VERSION}. Move DATA_DIR away and start again: the seeds are loaded anew.`,
    );
  }
}
