/** Reads what may take long in processes of its own, over a copy of the graph: they are killed when the time is up or nobody waits. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineError, type ReadOptions, type Row } from './engine.ts';
import { createLane } from './lane.ts';
import type { Answer, Said } from './reader.ts';

/** How many statements run at once, each in a process with the whole graph in its memory. */
export const MOST_READERS = Math.min(4, availableParallelism());
/** How many wait for one to end; more are refused. */
const MOST_WAITING = 32;
/** How long a process that nobody needs is kept. */
const IDLE_MS = 60_000;

export interface Readers {
  read(text: string, parameters: Row, options: ReadOptions): Promise<Row[]>;
  /** The graph was written: what is read from now on is read from a new copy. */
  outdate(): void;
  close(): Promise<void>;
}

/** `copyTo` writes a file with the graph as it is now; the files stand in a new folder below `folder`. */
export function createReaders(copyTo: (file: string) => Promise<void>, folder: string): Readers {
  const lane = createLane(MOST_READERS, MOST_WAITING);
  let copy: Copy | undefined;
  const outdate = (): void => {
    copy?.outdate();
    copy = undefined;
  };
  const idle = setTimeout(outdate, IDLE_MS).unref();
  /** The copy of what is stored now: where it cannot be made, it is tried again by whoever asks next. */
  function current(): Copy {
    if (!copy) {
      const made = new Copy(copyTo, folder);
      copy = made;
      made.file.catch(() => copy === made && outdate());
    }
    return copy;
  }
  return {
    outdate,
    read: (text, parameters, options) =>
      lane(options, (over) => {
        idle.refresh();
        return current().read({ text, parameters }, over());
      }),
    async close() {
      clearTimeout(idle);
      const last = copy;
      outdate();
      await last?.gone;
    },
  };
}

interface Asked {
  readonly text: string;
  readonly parameters: Row;
}

/** How the names of folders of copies begin. */
const COPIES = 'reading-';

/** Takes away the copies that a process which was killed has left in a folder. */
export function clearCopies(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(COPIES)) rmSync(join(folder, name), { recursive: true, force: true });
}

async function copyInto(folder: string, copyTo: (file: string) => Promise<void>): Promise<string> {
  const file = join(folder, 'graph.grafeo');
  await copyTo(file);
  return file;
}

/** The graph as it was at one time, in a file, and the processes that read it. */
class Copy {
  private readonly folder: Promise<string>;
  readonly file: Promise<string>;
  private readonly idle: ChildProcess[] = [];
  private reading = 0;
  private isOutdated = false;
  private leave!: () => void;
  /** Resolves once nothing of it is left. */
  readonly gone: Promise<void>;

  constructor(copyTo: (file: string) => Promise<void>, folder: string) {
    this.folder = mkdtemp(join(folder, COPIES));
    this.file = this.folder
      .then((made) => copyInto(made, copyTo))
      .catch((error: Error) => {
        const said = `The graph cannot be copied into ${folder} (DATA_DIR), where long statements read it: ${error.message}`;
        throw new EngineError('ENGINE_UNAVAILABLE', said, { cause: error });
      });
    const left = new Promise<void>((resolve) => {
      this.leave = resolve;
    });
    this.gone = left.then(() =>
      this.folder.then(
        (made) => rm(made, { recursive: true, force: true }),
        () => undefined,
      ),
    );
  }

  async read(asked: Asked, over: AbortSignal): Promise<Row[]> {
    this.reading++;
    try {
      const reader = this.idle.pop() ?? start(await this.file);
      const answer = await ask(reader, asked, over);
      if (this.isOutdated) reader.kill('SIGKILL');
      else this.idle.push(reader);
      return rowsOf(answer);
    } finally {
      this.reading--;
      this.clear();
    }
  }

  outdate(): void {
    this.isOutdated = true;
    for (const reader of this.idle.splice(0)) reader.kill('SIGKILL');
    this.clear();
  }

  private clear(): void {
    if (this.isOutdated && this.reading === 0) this.leave();
  }
}

/** The process's own module; before it is built, Node needs tsx to read it. */
function start(file: string): ChildProcess {
  const isBuilt = import.meta.url.endsWith('.js');
  const module = fileURLToPath(new URL(isBuilt ? './reader.js' : './reader.ts', import.meta.url));
  return fork(module, [file], { serialization: 'advanced', execArgv: isBuilt ? [] : ['--import', 'tsx'] });
}

/** While it has nothing to do, it keeps nobody from ending. */
function rest(reader: ChildProcess): void {
  reader.unref();
  reader.channel?.unref();
}

function rouse(reader: ChildProcess): void {
  reader.ref();
  reader.channel?.ref();
}

/** What the engine said to a statement. Where it said nothing, whatever the reason, the process is killed. */
async function ask(reader: ChildProcess, asked: Asked, over: AbortSignal): Promise<Said> {
  const done = new AbortController();
  const signal = AbortSignal.any([over, done.signal]);
  try {
    over.throwIfAborted();
    const answered = once(reader, 'message', { signal }) as Promise<[Answer]>;
    const ended = once(reader, 'exit', { signal }).then(([code, killedBy]) => {
      throw new EngineError('ENGINE_UNAVAILABLE', `The process that ran a statement ended (${killedBy ?? `exit code ${code}`}).`);
    });
    ended.catch(() => undefined);
    rouse(reader);
    reader.send(asked);
    const [answer] = await Promise.race([answered, ended]);
    if ('tooMuch' in answer) throw new EngineError('QUERY_TOO_COMPLEX', `The statement takes ${answer.tooMuch}.`);
    return answer;
  } catch (error) {
    reader.kill('SIGKILL');
    throw error;
  } finally {
    done.abort();
    rest(reader);
  }
}

function rowsOf(said: Said): Row[] {
  if ('error' in said) throw new Error(said.error);
  return JSON.parse(said.rows) as Row[];
}
