/** The HTTP server: Yoga with our plugins on node:http. */
import { createServer, type Server } from 'node:http';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { schema } from '../schema/index.ts';
import type { Config } from './config.ts';
import { createContext, type Tier } from './context.ts';
import type { Engine } from './engine/engine.ts';
import { baseOf } from './ingest/graph.ts';
import { statementText } from './statements.ts';
import { graphiqlPage } from './yoga/graphiql.ts';
import { useBodyLimit } from './yoga/use-body-limit.ts';
import { useCost } from './yoga/use-cost.ts';
import { useErrors } from './yoga/use-errors.ts';
import { useExplain } from './yoga/use-explain.ts';
import { useHealth } from './yoga/use-health.ts';
import { useLimits } from './yoga/use-limits.ts';
import { usePage } from './yoga/use-page.ts';

const ENDPOINT = '/graphql';
/** How long requests under way may take once the server is told to stop. */
const GRACE_MS = 10_000;

/** The schema as it is printed and committed. */
export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

/** The request handler: everything but the socket. */
export function createHandler(engine: Engine, config: Config, log: Logger) {
  const tier: Tier = config.PLAN === 'levels' ? 'levels' : 'single';
  return createYoga({
    schema,
    graphqlEndpoint: ENDPOINT,
    landingPage: false,
    graphiql: false,
    maxRequestBodySize: false,
    logging: false,
    context: () => createContext(engine, tier, config.ENGINE_TIMEOUT_MS, baseOf),
    plugins: pluginsOf(engine, config, log),
  } as Parameters<typeof createYoga>[0]);
}

function pluginsOf(engine: Engine, config: Config, log: Logger): Plugin[] {
  const isReady = () =>
    engine.read(statementText('ping'), {}, { timeoutMs: config.ENGINE_TIMEOUT_MS }).then(
      () => true,
      () => false,
    );
  const wantsHtml = (request: Request) => request.headers.get('accept')?.includes('text/html') ?? false;
  return [
    useErrors(log) as Plugin,
    useHealth(isReady),
    useRedirect('/', ENDPOINT),
    usePage({ path: ENDPOINT, contentType: 'text/html; charset=utf-8', isMeant: wantsHtml, render: () => graphiqlPage(ENDPOINT) }),
    usePage({ path: '/schema.graphql', contentType: 'text/plain; charset=utf-8', render: printedSchema }),
    useBodyLimit(),
    useLimits(),
    useCost(config.MAX_COST),
    ...(config.EXPLAIN ? [useExplain()] : []),
  ];
}

const useRedirect = (from: string, to: string): Plugin => ({
  onRequest({ request, url, fetchAPI, endResponse }) {
    if (request.method === 'GET' && url.pathname === from)
      endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: to } }));
  },
});

export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens. `close` lets requests under way finish, then closes the engine. */
export async function startServer(engine: Engine, config: Config, log: Logger): Promise<Running> {
  const server = createServer(createHandler(engine, config, log));
  await listen(server, config);
  const { port, address } = server.address() as { port: number; address: string };
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    const sweeping = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearInterval(sweeping);
    clearTimeout(late);
    await engine.close();
  };
  return { url: `http://${address.includes(':') ? `[${address}]` : address}:${port}`, close };
}

const listen = (server: Server, { HOST, PORT }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, resolve);
  });
