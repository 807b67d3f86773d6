/** What every engine does: run Cypher, plain rows in and out; no driver type, bigint or tagged date leaves `src/engine/`. */

/** Plain data: null, booleans, numbers, text, lists and records of these. */
export type Row = Record<string, unknown>;

/** A statement of Cypher and its parameters. */
export interface Statement {
  readonly text: string;
  readonly parameters: Row;
}

export interface ReadOptions {
  /** After this many milliseconds the read fails with ENGINE_TIMEOUT. */
  readonly timeoutMs: number;
}

/** A graph database. Errors are GraphError where the client is to be told (unavailable, time-out), anything else is a mistake of ours. */
export interface Engine {
  readonly name: 'grafeo' | 'neo4j';
  /** Rows of a statement that writes nothing. */
  read(text: string, parameters: Row, options: ReadOptions): Promise<Row[]>;
  /** Runs all statements in one transaction: all of them, or none. */
  write(statements: readonly Statement[]): Promise<void>;
  close(): Promise<void>;
}

/** The graph is held by another process: the embedded engine's file has one. */
export class EngineHeldError extends Error {}
