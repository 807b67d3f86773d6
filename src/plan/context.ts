/** What a request carries to its resolvers: how statements are run, loaders, and a record of the statements that ran. */
import { setMaxListeners } from 'node:events';
import type DataLoader from 'dataloader';
import { type Clock, dayOf } from '../clock.ts';
import { type StatementName, statementText } from '../cypher/statements.ts';
import { type Engine, EngineError, type Row } from '../engine/engine.ts';
import { type Code, graphError } from '../errors.ts';
import type { Query, Wanted } from '../search/rank.ts';
import { type Census, GUESS } from './census.ts';
import { type Cost, DEAR, sumOf, tooDearText } from './cost.ts';
import type { RunsWhole } from './tier.ts';
import type { AsOf } from './time.ts';

/** A statement that a request ran, in the order they were started. */
export interface Executed {
  readonly text: string;
  readonly parameters: Row;
  readonly rows: number;
  readonly milliseconds: number;
}

export interface Context {
  /** Whose graph it is: tells what is kept of one graph from that of another. */
  readonly engine: object;
  /** Whether the statement of a root field is to be run as a whole; otherwise it is read level by level. */
  readonly runsWhole: RunsWhole;
  /** How it was read: `levels` as soon as one field was. */
  tier: 'single' | 'levels';
  readonly loaders: Map<string, DataLoader<string, Row | undefined>>;
  /** What root fields had to know before their statements ran. */
  readonly prepared: Map<string, Promise<Row>>;
  readonly executed: Executed[];
  /** The time that the header of the request asks about. */
  readonly header: AsOf | undefined;
  /** The time that the operation asks about, once that is settled. */
  asOf: AsOf | undefined;
  /** The day in UTC on which the request came: what is asked of no other day is asked of this one. */
  readonly today: string;
  /** What the graph holds, by which costs are estimated. */
  readonly census: Census;
  /** Takes from what the request may cost. Throws QUERY_TOO_COMPLEX where nothing is left, saying what costs most. */
  spend(costs: readonly Cost[]): void;
  /** What the request costs, as far as it was asked. */
  cost(): number;
  /** Whether it may take long, by that. */
  isDear(): boolean;
  /** What the request may cost, all together. */
  readonly maxCost: number;
  /** How many bytes its answer may have. */
  readonly maxResponseBytes: number;
  /** Runs a statement that writes nothing. */
  read(text: string, parameters: Row): Promise<Row[]>;
  /** The same, once a request, however often it is asked for. */
  readOnce(text: string, parameters: Row): Promise<Row[]>;
  /** Ids of entities that may answer a search. */
  search(query: Query, wanted: Wanted): Promise<string[]>;
  /** Reads for more than this request: in a time of its own, whether the client waits or not. */
  readApart(text: string, parameters: Row, timeoutMs: number): Promise<Row[]>;
  /** How many milliseconds the request still has. */
  left(): number;
  /** What traversals of the request have read so far, together. */
  readonly traversed: { links: number };
  /** Runs a statement of `cypher/read.cypher`, once a request. */
  run(name: StatementName, parameters: Row): Promise<Row[]>;
}

/** Tells reads of a request apart. */
export const nameOf = (text: string, parameters: Row): string => `${text}\n${JSON.stringify(parameters)}`;

interface Options {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly runsWhole: RunsWhole;
  /** How long all statements of the request may take together. */
  readonly timeoutMs: number;
  /** What the request may cost, all together. */
  readonly maxCost: number;
  /** How many bytes its answer may have; any number where absent. */
  readonly maxResponseBytes?: number;
  readonly census?: Census;
  /** The time that the header of the request asks about. */
  readonly asOf?: AsOf | undefined;
  /** Aborted when the client has gone away. */
  readonly signal?: AbortSignal;
}

export function createContext({
  engine,
  clock,
  runsWhole,
  timeoutMs,
  maxCost,
  maxResponseBytes = Number.POSITIVE_INFINITY,
  census = GUESS,
  asOf,
  signal,
}: Options): Context {
  if (signal) setMaxListeners(0, signal); // each statement listens, and there may be many at once
  const executed: Executed[] = [];
  const spent: Cost[] = [];
  const cost = (): number => sumOf(spent);
  const isDear = (): boolean => cost() > DEAR;
  const deadline = performance.now() + timeoutMs;
  const left = (): number => Math.max(1, Math.ceil(deadline - performance.now()));
  const tell = (error: unknown): never => {
    if (signal?.aborted) throw graphError('ENGINE_TIMEOUT', 'The client has gone away.');
    return tellClient(error);
  };
  async function read(text: string, parameters: Row): Promise<Row[]> {
    const record = { text, parameters, rows: 0, milliseconds: 0 };
    executed.push(record);
    const start = performance.now();
    try {
      const rows = await engine.read(text, parameters, { timeoutMs: left(), signal, isDear: isDear() }).catch(tell);
      record.rows = rows.length;
      return rows;
    } finally {
      record.milliseconds = performance.now() - start;
    }
  }
  const known = new Map<string, Promise<Row[]>>();
  function readOnce(text: string, parameters: Row): Promise<Row[]> {
    const name = nameOf(text, parameters);
    const rows = known.get(name) ?? read(text, parameters);
    known.set(name, rows);
    return rows;
  }
  function spend(costs: readonly Cost[]): void {
    spent.push(...costs);
    if (cost() > maxCost) throw graphError('QUERY_TOO_COMPLEX', tooDearText(spent, maxCost), { extensions: { cost: cost(), maxCost } });
  }
  return {
    engine,
    runsWhole,
    tier: 'single',
    loaders: new Map(),
    prepared: new Map(),
    executed,
    census,
    spend,
    cost,
    isDear,
    maxCost,
    maxResponseBytes,
    header: asOf,
    asOf: undefined,
    today: dayOf(clock()),
    read,
    readOnce,
    search: (query, wanted) => engine.search(query, wanted, { timeoutMs: left(), signal }).catch(tell),
    readApart: (text, parameters, apartMs) => engine.read(text, parameters, { timeoutMs: apartMs, isDear: true }).catch(tellClient),
    left,
    traversed: { links: 0 },
    run: (name, parameters) => readOnce(statementText(name), parameters),
  };
}

const MESSAGES: Readonly<Record<EngineError['code'], string>> = {
  ENGINE_TIMEOUT: 'The database took too long; ask for less at once.',
  ENGINE_UNAVAILABLE: 'The database does not answer; try again later.',
  QUERY_TOO_COMPLEX: 'The database cannot take what is asked: nest filters and links less deep, or ask for less at once.',
  SERVER_BUSY: 'The database has too much to do at once; try again later.',
} satisfies Partial<Record<Code, string>>;

/** The client learns what happened; where the database is and what it said is for the log. */
function tellClient(error: unknown): never {
  throw error instanceof EngineError ? graphError(error.code, MESSAGES[error.code], { originalError: error }) : error;
}
