/** The embedded engine: Grafeo, in this process, one file with a write-ahead log. What may take long is read in processes of its own. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { constants, copyFile, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import pLimit from 'p-limit';
import { type Indexed, TextIndex } from '../search/text-index.ts';
import { statementText } from '../statements.ts';
import { type Engine, EngineError, inTime, type Row, type Statement } from './engine.ts';
import { LABELS } from './labels.ts';
import { createLane } from './lane.ts';
import { COPIES, createReaders, MOST_READERS } from './readers.ts';
import { toPlain } from './values.ts';

/** Keeps nothing: for tests. */
export const IN_MEMORY = ':memory:';
const FILE = 'graph.grafeo';
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

/** Opens the graph in the folder `dataDir`, which is made where it is missing. */
export function openGrafeo(dataDir: string): Engine {
  const db = open(dataDir);
  const lane = createLane(MOST_READS, MOST_WAITING);
  // A file is copied while nobody writes.
  const alone = pLimit(1);
  const isKept = dataDir !== IN_MEMORY;
  const copyTo = (to: string): Promise<void> => alone(() => (isKept ? copy(join(dataDir, FILE), to) : db.save(to)));
  const readers = createReaders(copyTo, isKept ? dataDir : tmpdir());
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
      await alone(() => write(db, statements));
      index = undefined; // made anew when it is next asked for
      readers.outdate();
    },
    close: async () => {
      await readers.close();
      db.close();
    },
  };
}

/** Grafeo nests what it plans, and expressions, only so deep. */
function explain(error: unknown): never {
  const isTooDeep = /nesting depth|depth limit/i.test(String(error));
  throw isTooDeep ? new EngineError('QUERY_TOO_COMPLEX', String(error), { cause: error }) : error;
}

function open(dataDir: string): GrafeoDB {
  if (dataDir === IN_MEMORY) return grafeo.GrafeoDB.create();
  const file = join(dataDir, FILE);
  try {
    mkdirSync(dataDir, { recursive: true });
    const db = grafeo.GrafeoDB.create(file);
    clear(dataDir);
    return db;
  } catch (error) {
    const isHeld = /cannot be locked/.test(String(error));
    const held = `${file} is held by another process; a file has one. Stop the other server, or set DATA_DIR to another folder.`;
    throw new EngineError('ENGINE_UNAVAILABLE', isHeld ? held : `${file} cannot be opened (DATA_DIR): ${(error as Error).message}`, {
      isFinal: true,
      cause: error,
    });
  }
}

/** Copies of the graph that a process which was killed has left. */
function clear(dataDir: string): void {
  for (const name of readdirSync(dataDir)) if (name.startsWith(COPIES)) rmSync(join(dataDir, name), { recursive: true, force: true });
}

/** The file and what its log has beside; where the file system can, both share what they store. */
async function copy(file: string, to: string): Promise<void> {
  await copyFile(file, to, constants.COPYFILE_FICLONE);
  await cp(`${file}.wal`, `${to}.wal`, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error; // nothing was written since the file was opened
  });
}

async function write(db: GrafeoDB, statements: readonly Statement[]): Promise<void> {
  const transaction = db.beginTransaction();
  try {
    for (const { text, parameters } of statements) await transaction.executeCypher(text, parameters);
    transaction.commit();
  } catch (error) {
    if (transaction.isActive) transaction.rollback();
    throw error;
  }
}
