/** The store: which versions of model and engine wrote it, checked before anything else is read, and how often it was written. */
import { statementText } from '../cypher/statements.ts';
import type { Engine, Statement } from './engine.ts';
import { ConflictError, storeError } from './faults.ts';

/** Raised whenever what is stored, or how, changes. */
export const MODEL_VERSION = 5;
const ENGINE_VERSION = '0.6';
const TIMEOUT = { timeoutMs: 10_000 };

/** What a store tells of itself; its generation counts the writes. */
export interface Mark {
  readonly modelVersion: number;
  readonly engineVersion: string;
  readonly generation: number;
}

/** The mark of a store; nothing was ever written to one without. */
export async function readMark(engine: Engine): Promise<Mark | undefined> {
  const [mark] = await engine.read(statementText('readStore'), {}, TIMEOUT);
  return mark as Mark | undefined;
}

/** The mark of a store that is to be read. */
export async function markOf(engine: Engine): Promise<Mark> {
  const mark = await readMark(engine);
  if (!mark) throw storeError('STORE_MISSING', 'There is no graph here: nothing was ever loaded.');
  return mark;
}

/** Makes indexes and the mark where they are missing; refuses a store of other versions and, unless it is to be shared, what others keep there. */
export async function prepareStore(engine: Engine, isShared = false): Promise<void> {
  const mark = engine.isReadOnly ? await markOf(engine) : await readMark(engine);
  if (mark) refuseOthers(mark);
  else if (!isShared) await refuseForeign(engine);
  if (engine.isReadOnly) return;
  await engine.prepare();
  const p = { modelVersion: MODEL_VERSION, engineVersion: ENGINE_VERSION };
  if (!mark) await engine.write([{ text: statementText('markStore'), parameters: { p } }]);
}

export function refuseOthers({ modelVersion, engineVersion }: Mark): void {
  if (modelVersion === MODEL_VERSION && engineVersion === ENGINE_VERSION) return;
  throw storeError(
    'STORE_VERSION',
    `The store was written by model ${modelVersion}, engine ${engineVersion}; this program has model ${MODEL_VERSION}, engine ${ENGINE_VERSION}. Nothing was changed. First keep what it holds: "pledgegraph backup FILE". Then set DATA_DIR (or NEO4J_DATABASE) to a new one, and start: the seeds are loaded there, while the old store stays as it is.`,
  );
}

async function refuseForeign(engine: Engine): Promise<void> {
  const [count] = await engine.read(statementText('countAll'), {}, TIMEOUT);
  if (!count!['nodes']) return;
  throw storeError(
    'STORE_FOREIGN',
    `The database is not empty, and its ${count!['nodes']} nodes are not of Pledgegraph. Nothing was changed. Set NEO4J_DATABASE to an empty one, or NEO4J_SHARED=true to keep the graph beside what is there.`,
  );
}

/** What is to be written, and what is told of it. */
interface Decision<Result> {
  readonly statements: readonly Statement[];
  readonly result: Result;
}

/** Writes what follows from what is stored: where another process wrote meanwhile, it is decided anew. */
export const changeStore = <Result>(engine: Engine, decide: () => Promise<Decision<Result>>): Promise<Result> =>
  untilAlone(async () => {
    const { generation } = await markOf(engine);
    const { statements, result } = await decide();
    const next: Statement = { text: statementText('nextGeneration'), parameters: { p: { generation } }, mustFind: true };
    if (statements.length) await engine.write([next, ...statements]);
    return result;
  });

/** Reads by several statements what was stored at one moment. */
export const readOfOneMoment = <Result>(engine: Engine, read: () => Promise<Result>): Promise<Result> =>
  untilAlone(async () => {
    const before = await markOf(engine);
    const result = await read();
    if ((await markOf(engine)).generation !== before.generation) throw new ConflictError();
    return result;
  });

const TRIES = 10;

/** Runs it again where another process wrote meanwhile. Throws ConflictError where one always does. */
export async function untilAlone<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ConflictError) || tries === TRIES) throw error;
    }
  }
}
