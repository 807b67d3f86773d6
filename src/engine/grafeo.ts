/** The embedded engine: Grafeo, in this process, one file with a write-ahead log. What may take long is read in processes of its own. */
import { tmpdir } from 'node:os';
import type { GrafeoDB } from '@grafeo-db/js';
import pLimit from 'p-limit';
import { LABELS } from '../../model/ids.ts';
import { statementText } from '../cypher/statements.ts';
import { type Indexed, TextIndex } from '../search/text-index.ts';
import { type Engine, EngineError, inTime, type Row, type Statement } from './engine.ts';
import { ConflictError, storeError } from './faults.ts';
import { explainFile, IN_MEMORY, type OpenFile, openFile } from './grafeo-file.ts';
import { createLane } from './lane.ts';
import { clearCopies, createReaders, MOST_READERS } from './readers.ts';
import { toPlain } from './values.ts';

/**
 * How many statements run at once in this process. Grafeo has no way to stop one: past its time the client is answered,
 * and the statement ends by itself, so that without a bound those nobody waits for would pile up.
 */
const MOST_READS = 8;
/** How many more may wait: each is short. */
const MOST_WAITING = 1000;
/** How long all names and texts may take to be read for the index. */
const INDEX_MS = 120_000;
/** And of how many entities in one statement: taking in those of all at once would keep others waiting. */
const INDEXED_AT_ONCE = 2000;

/** Opens the graph in the folder `dataDir`; `open` says whether to write to it. */
export function openGrafeo(dataDir: string, open: (dataDir: string) => OpenFile = openFile): Engine {
  const { db, isReadOnly, copyTo, close } = open(dataDir);
  const lane = createLane(MOST_READS, MOST_WAITING);
  // What is copied is not written meanwhile.
  const alone = pLimit(1);
  const canKeepCopies = dataDir !== IN_MEMORY && !isReadOnly;
  if (canKeepCopies) clearCopies(dataDir);
  const readers = createReaders((file) => alone(() => copyTo(file)), canKeepCopies ? dataDir : tmpdir());
  let index: Promise<TextIndex> | undefined;
  const read: Engine['read'] = async (text, parameters, options) => {
    if (options.isDear) return readers.read(text, parameters, options).catch(explain);
    const run = async () => (await db.executeCypher(text, parameters)).toArray().map(toPlain) as Row[];
    return lane(options, run).catch(explain);
  };
  async function* searched(): AsyncGenerator<Indexed[]> {
    const options = { timeoutMs: INDEX_MS };
    const [all] = await read(statementText('entityIds'), {}, options);
    const ids = all!['ids'] as string[];
    for (let i = 0; i < ids.length; i += INDEXED_AT_ONCE) {
      const p = { keys: ids.slice(i, i + INDEXED_AT_ONCE) };
      yield (await read(statementText('searchedEntities'), { p }, options)) as unknown as Indexed[];
    }
  }
  /** The index of what is stored now: made for all who wait for it, whoever asked first. */
  const indexed = (): Promise<TextIndex> => {
    const made = index ?? TextIndex.of(searched());
    index = made;
    made.catch(() => {
      if (index === made) index = undefined;
    });
    return made;
  };
  return {
    name: 'grafeo',
    dearAtOnce: MOST_READERS,
    isReadOnly,
    prepare: async () => {
      for (const BASE of LABELS) {
        await db.executeCypher(statementText('createGrafeoIndex', { BASE }));
        await db.executeCypher(statementText('createGrafeoConstraint', { BASE }));
      }
    },
    ping: async ({ timeoutMs }) => void (await inTime(db.executeCypher(statementText('ping')), timeoutMs)),
    read,
    search: async (query, wanted, { timeoutMs }) => (await inTime(indexed(), timeoutMs)).find(query, wanted),
    write: async (statements) => {
      if (isReadOnly)
        throw storeError('STORE_READ_ONLY', `DATA_DIR=${dataDir} can only be read, and there is something to write. Nothing was changed.`);
      await alone(() => write(db, statements)).catch((error: unknown) => {
        throw isConflict(error) ? new ConflictError({ cause: error }) : explainFile(error, dataDir);
      });
      index = undefined; // made anew when it is next asked for
      readers.outdate();
    },
    close: async () => {
      await readers.close();
      close();
    },
  };
}

/** Another transaction wrote the same node. */
const isConflict = (error: unknown): boolean => /GRAFEO-T001/.test(String(error));

/** Grafeo nests what it plans, and expressions, only so deep. */
function explain(error: unknown): never {
  const isTooDeep = /nesting depth|depth limit/i.test(String(error));
  throw isTooDeep ? new EngineError('QUERY_TOO_COMPLEX', String(error), { cause: error }) : error;
}

async function write(db: GrafeoDB, statements: readonly Statement[]): Promise<void> {
  const transaction = db.beginTransaction();
  try {
    for (const { text, parameters, mustFind } of statements) {
      const { length } = await transaction.executeCypher(text, parameters);
      if (mustFind && !length) throw new ConflictError();
    }
  } catch (error) {
    if (transaction.isActive) transaction.rollback();
    throw error;
  }
  transaction.commit(); // what cannot be committed is rolled back by it
}
