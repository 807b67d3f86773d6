/** What a request carries to its resolvers: the engine, the tier, loaders, and a record of the statements it ran. */
import type DataLoader from 'dataloader';
import type { Engine, Row } from './engine/engine.ts';
import { type StatementName, statementText } from './statements.ts';

/** `single`: a root field is one statement. `levels`: one statement a level of links. */
export type Tier = 'single' | 'levels';

/** A statement that a request ran, in the order they were started. */
export interface Executed {
  readonly text: string;
  readonly parameters: Row;
  readonly rows: number;
  readonly milliseconds: number;
}

export interface Context {
  readonly tier: Tier;
  readonly loaders: Map<string, DataLoader<string, Row | undefined>>;
  readonly executed: Executed[];
  /** The label that nodes with this id are looked up by. */
  labelOf(id: string): string;
  /** Runs a statement that writes nothing. */
  read(text: string, parameters: Row): Promise<Row[]>;
  /** Runs a statement of `cypher/read.cypher`. */
  run(name: StatementName, parameters: Row): Promise<Row[]>;
}

export function createContext(engine: Engine, tier: Tier, timeoutMs: number, labelOf: (id: string) => string): Context {
  const executed: Executed[] = [];
  async function read(text: string, parameters: Row): Promise<Row[]> {
    const record = { text, parameters, rows: 0, milliseconds: 0 };
    executed.push(record);
    const start = performance.now();
    const rows = await engine.read(text, parameters, { timeoutMs });
    Object.assign(record, { rows: rows.length, milliseconds: performance.now() - start });
    return rows;
  }
  return { tier, loaders: new Map(), executed, labelOf, read, run: (name, parameters) => read(statementText(name), parameters) };
}
