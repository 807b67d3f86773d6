/** The embedded engine: Grafeo, in this process, one file with a write-ahead log. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import { statementText } from '../statements.ts';
import { type Engine, EngineError, inTime, type Row, type Statement } from './engine.ts';
import { LABELS } from './labels.ts';
import { toPlain } from './values.ts';

/** Keeps nothing: for tests. */
export const IN_MEMORY = ':memory:';
const FILE = 'graph.grafeo';

/** Opens the graph in the folder `dataDir`, which is made where it is missing. */
export function openGrafeo(dataDir: string): Engine {
  const db = open(dataDir);
  return {
    name: 'grafeo',
    prepare: async () => {
      for (const BASE of LABELS) {
        await db.executeCypher(statementText('createGrafeoIndex', { BASE }));
        await db.executeCypher(statementText('createGrafeoConstraint', { BASE }));
      }
    },
    // Grafeo has no way to stop a statement: past its time the client is answered, and the statement ends by itself.
    read: async (text, parameters, { timeoutMs }) => {
      const result = await inTime(db.executeCypher(text, parameters), timeoutMs);
      return result.toArray().map(toPlain) as Row[];
    },
    write: (statements) => write(db, statements),
    close: async () => db.close(),
  };
}

function open(dataDir: string): GrafeoDB {
  if (dataDir === IN_MEMORY) return grafeo.GrafeoDB.create();
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, FILE);
  try {
    return grafeo.GrafeoDB.create(file);
  } catch (error) {
    if (!/lock/.test(String(error))) throw error;
    const message = `${file} is held by another process; a file has one. Stop the other server, or set DATA_DIR to another folder.`;
    throw new EngineError('ENGINE_UNAVAILABLE', message, { isFinal: true });
  }
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
