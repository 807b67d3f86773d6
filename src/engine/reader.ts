/** A process of its own that reads a copy of the graph, one statement at a time: whatever runs in it is stopped by killing it. */
import { setPriority } from 'node:os';
import grafeo from '@grafeo-db/js';
import type { Statement } from './engine.ts';
import { toPlain } from './values.ts';

/** What the engine says to a statement: its rows as JSON, which is read sooner than what V8 writes, or what is wrong with it. */
export type Said = { readonly rows: string } | { readonly error: string };
/** That, or of what the statement takes too much: then the process is of no more use. */
export type Answer = Said | { readonly tooMuch: string };

/** How many bytes of rows are passed on: taking in more would keep the server from answering others. */
const MOST_BYTES = 16_000_000;
/** How many bytes a statement may take beside the graph, and how often that is looked at, in milliseconds. */
const MOST_MEMORY = 1_000_000_000;
const LOOKED_AT_EVERY = 50;
/** Below the server's, so that what is cheap is answered first where there are too few cores. */
const PRIORITY = 10;

setPriority(PRIORITY);
const db = grafeo.GrafeoDB.openReadOnly(process.argv[2]!);
const memory = process.memoryUsage.rss() + MOST_MEMORY;
const send = (answer: Answer, then = (): void => undefined): void => void process.send!(answer, then);

async function run({ text, parameters }: Statement): Promise<Answer> {
  try {
    const rows = JSON.stringify((await db.executeCypher(text, parameters)).toArray().map(toPlain));
    return rows.length > MOST_BYTES ? { tooMuch: `${rows.length} bytes of rows; at most ${MOST_BYTES} are passed on` } : { rows };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

setInterval(() => {
  if (process.memoryUsage.rss() > memory)
    send({ tooMuch: `more than ${MOST_MEMORY} bytes of memory` }, () => process.kill(process.pid, 'SIGKILL'));
}, LOOKED_AT_EVERY).unref();
process.on('message', async (statement: Statement) => send(await run(statement)));
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
