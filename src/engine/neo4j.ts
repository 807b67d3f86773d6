/** Neo4j, one server or a cluster, by its driver. */
import neo4j, { type Driver, type ManagedTransaction, type Neo4jError, type Session } from 'neo4j-driver';
import { LABELS } from '../../model/ids.ts';
import { statementText } from '../cypher/statements.ts';
import { luceneOf } from '../search/lucene.ts';
import { type Engine, EngineError, inTime, type Row, type Statement, timeoutError } from './engine.ts';
import { ConflictError, storeError } from './faults.ts';
import { createLane } from './lane.ts';
import { toPlain, withIntegers } from './values.ts';

export interface Neo4jSettings {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** The server's default where it is empty. */
  readonly database: string;
  readonly poolSize: number;
  readonly acquisitionTimeoutMs: number;
  /** What lists are ordered by: pairs of a label and a property. */
  readonly orders: readonly (readonly [label: string, property: string])[];
}

/** How long a connection may take to be made. */
const CONNECTION_TIMEOUT_MS = 5_000;
/** How long a connection may have been unused before it is tried anew: a server that was restarted may have forgotten it. */
const TRIED_AFTER_MS = 5_000;
/** How long making indexes, and one transaction that writes, may take. */
const PREPARE_MS = 600_000;
const WRITE_MS = 600_000;
/** How many statements that may take long run at once, as a part of the connections, and how many wait. */
const DEAR_PART = 0.5;
const DEAR_WAITING = 32;

/** Makes a driver; nothing is connected before the first statement. */
export function openNeo4j(settings: Neo4jSettings): Engine {
  const driver = createDriver(settings);
  // Whether it answers is asked over a connection of its own, however busy the others are.
  const pinging = createDriver({ ...settings, poolSize: 1 });
  // One for all sessions, so that what is read comes after what was written, on whichever member of a cluster.
  const bookmarkManager = neo4j.bookmarkManager();
  const open = (mode: 'READ' | 'WRITE', by = driver) =>
    by.session({ defaultAccessMode: mode, bookmarkManager, ...(settings.database && { database: settings.database }) });
  let losses = 0;
  const explained = <Result>(run: () => Promise<Result>, timeoutMs = 0) =>
    run().catch((error: unknown) => {
      if (isLoss(error)) losses++;
      throw explain(error, settings, timeoutMs);
    });
  const cheap = createLane(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  const dearAtOnce = Math.ceil(DEAR_PART * settings.poolSize);
  const dear = createLane(dearAtOnce, DEAR_WAITING);
  const read: Engine['read'] = (text, parameters, options) => {
    const lane = options.isDear ? dear : cheap;
    const once = (over: AbortSignal) => readOnce(open('READ'), text, parameters, options.timeoutMs, over);
    return explained(() => lane(options, (over) => orAgain(once, over())), options.timeoutMs);
  };
  return {
    name: 'neo4j',
    dearAtOnce,
    prepare: () => explained(() => inTime(prepare(open, settings), PREPARE_MS), PREPARE_MS),
    ping: async (options) => {
      const ask = (over: () => AbortSignal) => readOnce(open('READ', pinging), statementText('ping'), {}, options.timeoutMs, over());
      await explained(() => cheap(options, ask), options.timeoutMs);
    },
    read,
    search: async (query, { most, prefixes = null }, options) => {
      // Kinds are chosen among what Lucene finds: more of it is asked for.
      const p = { exact: `"${query.text}"`, query: luceneOf(query), among: prefixes ? most * 10 : most, most, prefixes };
      return (await read(statementText('searchNeo4j'), { p }, options)).map(({ id }) => id as string);
    },
    write: (statements) => explained(() => inTime(write(open('WRITE'), statements), WRITE_MS), WRITE_MS),
    plan: async (text, parameters) => void (await read(`EXPLAIN ${text}`, parameters, { timeoutMs: 60_000 })),
    losses: () => losses,
    close: async () => void (await Promise.all([driver.close(), pinging.close()])),
  };
}

function createDriver({ uri, username, password, poolSize, acquisitionTimeoutMs }: Neo4jSettings): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(username, password), {
      useBigInt: true,
      userAgent: 'pledgegraph/0.1.0',
      maxConnectionPoolSize: poolSize,
      connectionAcquisitionTimeout: acquisitionTimeoutMs,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      connectionLivenessCheckTimeout: TRIED_AFTER_MS,
      telemetryDisabled: true,
    });
  } catch (error) {
    throw new EngineError('ENGINE_UNAVAILABLE', `NEO4J_URI=${uri}: ${(error as Error).message}`, { isFinal: true });
  }
}

/** Ends a session, and with it what still runs in it. Whoever has the rows does not wait for that, nor for a server that hangs. */
function leave(session: Session): void {
  session.close().catch(() => undefined); // a connection that cannot be put back is dropped by the driver
}

/** Reads are single statements: managed transactions cost a round trip more, for the same retry. */
async function readOnce(session: Session, text: string, parameters: Row, timeout: number, over?: AbortSignal): Promise<Row[]> {
  const stop = () => leave(session);
  over?.addEventListener('abort', stop, { once: true });
  try {
    over?.throwIfAborted();
    const { records } = await session.run(text, withIntegers(parameters) as Row, { timeout });
    return records.map((record) => toPlain(record.toObject()) as Row);
  } finally {
    over?.removeEventListener('abort', stop);
    leave(session);
  }
}

async function orAgain<Result>(run: (over: AbortSignal) => Promise<Result>, over: AbortSignal): Promise<Result> {
  try {
    return await run(over);
  } catch (error) {
    if (over.aborted || !neo4j.isRetryableError(error)) throw error;
    return run(over);
  }
}

async function write(session: Session, statements: readonly Statement[]): Promise<void> {
  const work = async (transaction: ManagedTransaction) => {
    for (const { text, parameters, mustFind } of statements) {
      const { records } = await transaction.run(text, withIntegers(parameters) as Row);
      if (mustFind && !records.length) throw new ConflictError();
    }
  };
  try {
    await session.executeWrite(work, { timeout: WRITE_MS });
  } finally {
    leave(session);
  }
}

/** Makes the indexes that are missing: where there are all, a user that may only read is enough. */
async function prepare(open: (mode: 'READ' | 'WRITE') => Session, { orders }: Neo4jSettings): Promise<void> {
  const wanted: readonly (readonly [index: string, text: string])[] = [
    ...LABELS.map((BASE) => [`UNIQUE ${BASE}.id`, statementText('createNeo4jConstraint', { BASE })] as const),
    ...orders.map(([KIND, PROPERTY]) => [`RANGE ${KIND}.${PROPERTY}`, statementText('createNeo4jIndex', { KIND, PROPERTY })] as const),
    ['FULLTEXT Entity.foldedNames,foldedTexts', statementText('createNeo4jText')],
    ['FULLTEXT Entity.nameKeys', statementText('createNeo4jNames')],
  ];
  const run = (mode: 'READ' | 'WRITE', text: string) => readOnce(open(mode), text, {}, PREPARE_MS);
  const indexes = await run('READ', statementText('neo4jIndexes'));
  const there = new Set(indexes.map(({ sort, labels, properties }) => `${sort} ${labels}.${properties}`));
  for (const [index, text] of wanted) if (!there.has(index)) await run('WRITE', text);
  await run('READ', statementText('awaitNeo4jIndexes'));
}

/** What an error of the driver means to whoever runs the server. */
function explain(error: unknown, { uri, database, poolSize }: Neo4jSettings, timeoutMs: number): unknown {
  const { code = '', message = '' } = error as Partial<Neo4jError>;
  const unavailable = (text: string, isFinal = false) => new EngineError('ENGINE_UNAVAILABLE', text, { isFinal, cause: error });
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) return timeoutError(timeoutMs);
  if (READ_ONLY.test(code))
    return storeError(
      'STORE_READ_ONLY',
      `Neo4j at ${uri} lets NEO4J_USERNAME only read, and there is something to write. Nothing was changed.`,
      error,
    );
  if (code.startsWith('Neo.ClientError.Cluster.'))
    return unavailable(`Neo4j at ${uri} does not lead its cluster: set NEO4J_URI=neo4j://..., which finds the leader.`);
  if (code.startsWith('Neo.ClientError.Security.')) return unavailable(`Neo4j at ${uri} refuses NEO4J_USERNAME and NEO4J_PASSWORD.`, true);
  if (code === 'Neo.ClientError.Database.DatabaseNotFound')
    return unavailable(`Neo4j at ${uri} has no database "${database}" (NEO4J_DATABASE).`, true);
  if (/acquisition timed out/.test(message))
    return isFull(message, poolSize)
      ? unavailable(`All ${poolSize} connections to Neo4j are in use (NEO4J_POOL_SIZE).`)
      : unavailable(`Neo4j at ${uri} takes no connection (NEO4J_URI).`);
  if (isLoss(error) || code.startsWith('Neo.TransientError.'))
    return unavailable(`Neo4j at ${uri} does not answer (NEO4J_URI): ${message.split('\n')[0]}`);
  return error;
}

/** A user without the right to write, or a database that takes no writes. */
const READ_ONLY = /^Neo\.ClientError\.(Security\.Forbidden|General\.(ForbiddenOnReadOnlyDatabase|WriteOnReadOnlyAccessDatabase))$/;

/** The driver tells how many connections are in use; those that are only being made are not. */
const isFull = (message: string, poolSize: number): boolean => Number(/Active conn count = (\d+)/.exec(message)?.[1]) >= poolSize;

const LOSSES: readonly unknown[] = [neo4j.error.SERVICE_UNAVAILABLE, neo4j.error.SESSION_EXPIRED];
const isLoss = (error: unknown): boolean => LOSSES.includes((error as Partial<Neo4jError>).code);
