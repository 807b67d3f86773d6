/** Neo4j, one server or a cluster, by its driver. */
import neo4j, { type Driver, type ManagedTransaction, type Neo4jError, type Session } from 'neo4j-driver';
import { luceneOf } from '../search/lucene.ts';
import { statementText } from '../statements.ts';
import { type Engine, EngineError, inTime, type ReadOptions, type Row, type Statement, timeoutError } from './engine.ts';
import { ConflictError } from './faults.ts';
import { LABELS } from './labels.ts';
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
/** How long past its time a statement is waited for, so that Neo4j's own time-out comes first. */
const GRACE_MS = 500;

/** Makes a driver; nothing is connected before the first statement. */
export function openNeo4j(settings: Neo4jSettings): Engine {
  const driver = createDriver(settings);
  // One for all sessions, so that what is read comes after what was written, on whichever member of a cluster.
  const bookmarkManager = neo4j.bookmarkManager();
  const open = (mode: 'READ' | 'WRITE') =>
    driver.session({ defaultAccessMode: mode, bookmarkManager, ...(settings.database && { database: settings.database }) });
  const explained = <Result>(run: () => Promise<Result>, timeoutMs = 0) =>
    run().catch((error: unknown) => {
      throw explain(error, settings, timeoutMs);
    });
  return {
    name: 'neo4j',
    prepare: () => explained(() => prepare(open, settings)),
    read: (text, parameters, options) =>
      explained(() => retryOnce(() => read(open('READ'), text, parameters, options), options), options.timeoutMs),
    search: async (query, { most, prefixes = null }, options) => {
      // Kinds are chosen among what Lucene finds: more of it is asked for.
      const p = { exact: `"${query.text}"`, query: luceneOf(query), among: prefixes ? most * 10 : most, most, prefixes };
      const ask = () => read(open('READ'), statementText('searchNeo4j'), { p }, options);
      return (await explained(() => retryOnce(ask, options), options.timeoutMs)).map(({ id }) => id as string);
    },
    write: (statements) => explained(() => write(open('WRITE'), statements)),
    plan: async (text, parameters) => void (await read(open('READ'), `EXPLAIN ${text}`, parameters, { timeoutMs: 60_000 })),
    close: () => driver.close(),
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
      telemetryDisabled: true,
    });
  } catch (error) {
    throw new EngineError('ENGINE_UNAVAILABLE', `NEO4J_URI=${uri}: ${(error as Error).message}`, { isFinal: true });
  }
}

/** Reads are single statements: managed transactions cost a round trip more, for the same retry. */
async function read(session: Session, text: string, parameters: Row, { timeoutMs, signal }: ReadOptions): Promise<Row[]> {
  const leave = () => void session.close();
  signal?.addEventListener('abort', leave, { once: true });
  try {
    signal?.throwIfAborted();
    const { records } = await inTime(
      Promise.resolve(session.run(text, withIntegers(parameters) as Row, { timeout: timeoutMs })),
      timeoutMs + GRACE_MS,
    );
    return records.map((record) => toPlain(record.toObject()) as Row);
  } finally {
    signal?.removeEventListener('abort', leave);
    await session.close();
  }
}

async function retryOnce<Result>(run: () => Promise<Result>, { signal }: ReadOptions): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (signal?.aborted || !neo4j.isRetryableError(error)) throw error;
    return run();
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
    await session.executeWrite(work);
  } finally {
    await session.close();
  }
}

async function prepare(open: (mode: 'WRITE') => Session, { orders }: Neo4jSettings): Promise<void> {
  const texts = [
    ...LABELS.map((BASE) => statementText('createNeo4jConstraint', { BASE })),
    ...orders.map(([KIND, PROPERTY]) => statementText('createNeo4jIndex', { KIND, PROPERTY })),
    statementText('createNeo4jText'),
    statementText('createNeo4jNames'),
    statementText('awaitNeo4jIndexes'),
  ];
  const session = open('WRITE');
  try {
    for (const text of texts) await session.run(text);
  } finally {
    await session.close();
  }
}

/** What an error of the driver means to whoever runs the server. */
function explain(error: unknown, { uri, database, poolSize }: Neo4jSettings, timeoutMs: number): unknown {
  const { code = '', message = '' } = error as Partial<Neo4jError>;
  const unavailable = (text: string, isFinal = false) => new EngineError('ENGINE_UNAVAILABLE', text, { isFinal, cause: error });
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) return timeoutError(timeoutMs);
  if (code.startsWith('Neo.ClientError.Security.')) return unavailable(`Neo4j at ${uri} refuses NEO4J_USERNAME and NEO4J_PASSWORD.`, true);
  if (code === 'Neo.ClientError.Database.DatabaseNotFound')
    return unavailable(`Neo4j at ${uri} has no database "${database}" (NEO4J_DATABASE).`, true);
  if (/acquisition timed out/.test(message)) return unavailable(`All ${poolSize} connections to Neo4j are in use (NEO4J_POOL_SIZE).`);
  if (code === neo4j.error.SERVICE_UNAVAILABLE || code === neo4j.error.SESSION_EXPIRED || code.startsWith('Neo.TransientError.'))
    return unavailable(`Neo4j at ${uri} does not answer (NEO4J_URI): ${message.split('\n')[0]}`);
  return error;
}
