/** A server on a free port, over the seeds in memory. */
import { pino } from 'pino';
import { type Config, readConfig } from '../../src/config.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { GUESS } from '../../src/plan/census.ts';
import type { KeptCensus } from '../../src/plan/keep-census.ts';
import { startServer } from '../../src/yoga/server.ts';
import { testClock } from './clock.ts';
import { openSeeded } from './seeded.ts';

export interface Served {
  readonly url: string;
  /** What was logged, a record a line. */
  readonly logged: Record<string, unknown>[];
  post(
    query: string,
    more?: { variables?: object; operationName?: string; headers?: Record<string, string>; signal?: AbortSignal },
  ): Promise<Reply>;
  close(): Promise<void>;
}
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
    extensions?: Record<string, unknown>;
  };
}

const GUESSED: KeptCensus = { current: () => GUESS, take: async () => {} };

/** Costs are estimated by a guess where no `census` is given: what runs is then only what was asked for. */
export async function serve(
  settings: Partial<Record<keyof Config, string>> = {},
  given?: Engine,
  census: KeptCensus = GUESSED,
): Promise<Served> {
  const logged: Record<string, unknown>[] = [];
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'warn', ...settings });
  const log = pino({ level: config.LOG_LEVEL }, { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) });
  const { url, close } = await startServer(given ?? (await openSeeded()), config, log, testClock, { census });
  const post: Served['post'] = async (query, { headers = {}, signal, ...more } = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, ...more }),
      ...(signal && { signal }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Reply['body'] };
  };
  return { url, logged, post, close };
}
