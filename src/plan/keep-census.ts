/** Keeps a census of the graph, by which costs are estimated: taken before the graph is served, and again once it is old. */
import type { Logger } from 'pino';
import { statementText } from '../cypher/statements.ts';
import type { Engine } from '../engine/engine.ts';
import { type Census, censusOf, GUESS } from './census.ts';

const OLD_AFTER_MS = 5 * 60_000;
/** How long counting all nodes and links may take. */
const TIMEOUT_MS = 60_000;

export interface KeptCensus {
  /** The last census taken; a new one is begun in the background where it is old. */
  current(): Census;
  /** Takes one. Where that fails, the last one stays, and the log says so. */
  take(): Promise<void>;
}

/** The census of what an engine holds: a guess until one was taken. */
export function keepCensus(engine: Engine, log: Logger): KeptCensus {
  let [known, askedAt] = [GUESS, Number.NEGATIVE_INFINITY];
  async function take(): Promise<void> {
    askedAt = performance.now();
    try {
      const [row] = await engine.read(statementText('census'), {}, { timeoutMs: TIMEOUT_MS });
      known = censusOf(row!);
    } catch (error) {
      log.warn({ err: error }, 'The graph could not be counted: costs are estimated as before.');
    }
  }
  return {
    current: () => {
      if (performance.now() - askedAt > OLD_AFTER_MS) void take();
      return known;
    },
    take,
  };
}
