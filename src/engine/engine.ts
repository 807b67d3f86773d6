/** What every engine does: run Cypher, plain rows in and out; no driver type, bigint or tagged date leaves `src/engine/`. */

import type { Query, Wanted } from '../search/rank.ts';

/** Plain data: null, booleans, numbers, text, lists and records of these. */
export type Row = Record<string, unknown>;

/** A statement of Cypher and its parameters. */
export interface Statement {
  readonly text: string;
  readonly parameters: Row;
  /** Whether all is undone where it gives no row: a ConflictError. */
  readonly mustFind?: true;
}

export interface ReadOptions {
  /** After this many milliseconds the read fails with ENGINE_TIMEOUT. */
  readonly timeoutMs: number;
  /** Aborted when nobody waits for the rows any longer. */
  readonly signal?: AbortSignal | undefined;
  /** Whether it may take long, by what the request is expected to cost: it is read where it can be stopped, and keeps no other waiting. */
  readonly isDear?: boolean;
}

/** A graph database. What goes wrong with it is an EngineError; any other error is a mistake of ours. */
export interface Engine {
  /** What it is called in the log and at `/version`. */
  readonly name: string;
  /** How many statements that may take long it runs at once. */
  readonly dearAtOnce: number;
  /** Whether it can only be read: a copy, or a disk that takes no writes. */
  readonly isReadOnly?: boolean;
  /** Makes indexes and constraints, where they are missing, and waits for them. */
  prepare(): Promise<void>;
  /** Resolves where it answers: in a lane of its own, behind no other statement. */
  ping(options: ReadOptions): Promise<void>;
  /** Rows of a statement that writes nothing. */
  read(text: string, parameters: Row, options: ReadOptions): Promise<Row[]>;
  /** Runs all statements in one transaction: all of them, or none. */
  write(statements: readonly Statement[]): Promise<void>;
  /** Ids of entities whose names or texts, of any time, may answer a search, the likeliest first; ranking them is for the caller. */
  search(query: Query, wanted: Wanted, options: ReadOptions): Promise<string[]>;
  /** Plans a statement without running it, where planning is dear enough to be done beforehand. */
  readonly plan?: (text: string, parameters: Row) => Promise<void>;
  /** How often it was lost so far: what it had planned before, it may have to plan anew. */
  readonly losses?: () => number;
  close(): Promise<void>;
}

interface EngineErrorOptions extends ErrorOptions {
  /** Waiting does not help: a setting is wrong, or another process holds the graph. */
  readonly isFinal?: boolean;
}

/** The database took too long, cannot be had, has too much to do, or cannot take a statement that deep. The message is for whoever runs the server; it names settings, never their secrets. */
export class EngineError extends Error {
  readonly code: 'ENGINE_TIMEOUT' | 'ENGINE_UNAVAILABLE' | 'QUERY_TOO_COMPLEX' | 'SERVER_BUSY';
  readonly isFinal: boolean;
  constructor(code: EngineError['code'], message: string, { isFinal = false, ...options }: EngineErrorOptions = {}) {
    super(message, options);
    [this.code, this.isFinal] = [code, isFinal];
  }
}

export const timeoutError = (timeoutMs: number): EngineError =>
  new EngineError('ENGINE_TIMEOUT', `The database did not answer within ${timeoutMs} ms (ENGINE_TIMEOUT_MS).`);

/** Settles as `result` does, or fails once the time is up. */
export async function inTime<Result>(result: Promise<Result>, timeoutMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timeoutError(timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
