/** The server: Yoga with our plugins. */
import { createYoga, type Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { schema } from '../schema/index.ts';
import { printedSchema } from '../schema/print.ts';
import { type KeptCensus, keepCensus } from './census.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createContext } from './context.ts';
import type { Engine } from './engine/engine.ts';
import { graphError } from './errors.ts';
import { baseOf } from './ingest/graph.ts';
import { listen, type Running } from './listen.ts';
import { asOfHeader } from './plan/as-of.ts';
import { chooseTier } from './tier.ts';
import { explorerPages } from './yoga/explorer.ts';
import { graphiqlPage } from './yoga/graphiql.ts';
import { readManifest } from './yoga/manifest.ts';
import { useBadRequests } from './yoga/use-bad-requests.ts';
import { useBody } from './yoga/use-body.ts';
import { useCors } from './yoga/use-cors.ts';
import { useCost } from './yoga/use-cost.ts';
import { useDirect } from './yoga/use-direct.ts';
import { useErrors } from './yoga/use-errors.ts';
import { useExplain } from './yoga/use-explain.ts';
import { useHealth } from './yoga/use-health.ts';
import { useLimits } from './yoga/use-limits.ts';
import { type Page, usePages } from './yoga/use-page.ts';
import { DOCUMENT_IDS, useKnownDocuments, useStoredDocuments } from './yoga/use-persisted.ts';
import { useRedirect } from './yoga/use-redirect.ts';
import { useRoute } from './yoga/use-route.ts';
import { useStatus } from './yoga/use-status.ts';

const ENDPOINT = '/graphql';
/** How many operations a request may have, each with a cost and time of its own. */
const MAX_BATCH = 10;

/** How many characters of documents are kept with what they were parsed to. */
const MOST_DOCUMENTS = 4_000_000;
const cacheByLength = <Value extends object>() =>
  new LRUCache<string, Value>({ maxSize: MOST_DOCUMENTS, sizeCalculation: (_, document) => document.length + 1 });

/** What a server asks about its graph. */
interface Graph {
  /** Until then it is not to be read. */
  readonly isPrepared?: () => boolean;
  readonly census?: KeptCensus;
}

/** The request handler: everything but the socket. */
function createHandler(engine: Engine, config: Config, log: Logger, clock: Clock, { isPrepared, census }: Required<Graph>) {
  const runsWhole = chooseTier(config.PLAN, engine);
  const context = ({ request }: { request: Request }) => {
    if (!isPrepared())
      throw graphError('ENGINE_UNAVAILABLE', 'The graph is being prepared; try again later.', { extensions: { http: { status: 503 } } });
    const header = request.headers.get('graph-as-of');
    const asOf = header === null ? undefined : asOfHeader(header);
    return createContext({
      engine,
      clock,
      runsWhole,
      timeoutMs: config.ENGINE_TIMEOUT_MS,
      labelOf: baseOf,
      maxCost: config.MAX_COST,
      census: census.current(),
      asOf,
      signal: request.signal,
    });
  };
  return createYoga({
    schema,
    graphqlEndpoint: ENDPOINT,
    landingPage: false,
    healthCheckEndpoint: ' ', // ours tells more; no address ends in a blank
    graphiql: false,
    cors: false, // its plugin overwrites Vary, and answers `null` to origins that are not allowed
    batching: { limit: MAX_BATCH },
    maxRequestBodySize: false,
    multipart: false,
    maskedErrors: false, // useErrors masks, and logs what it masks
    logging: false,
    parserAndValidationCache: { documentCache: cacheByLength(), errorCache: cacheByLength() },
    context,
    plugins: pluginsOf(engine, config, log, isPrepared),
  } as Parameters<typeof createYoga>[0]);
}

/** Browsers name HTML first; programs that take anything do not. */
const prefersHtml = (request: Request): boolean => /^\s*text\/html\b/i.test(request.headers.get('accept') ?? '');

const SCHEMA: Page = { path: '/schema.graphql', contentType: 'text/plain; charset=utf-8', render: printedSchema };
const GRAPHIQL: Page = {
  path: ENDPOINT,
  contentType: 'text/html; charset=utf-8',
  isMeant: prefersHtml,
  render: () => graphiqlPage(ENDPOINT),
};

function pluginsOf(engine: Engine, config: Config, log: Logger, isPrepared: () => boolean): Plugin[] {
  const readiness = async () => {
    if (!isPrepared()) return 'the graph is being prepared';
    return (await answers(engine, config.ENGINE_TIMEOUT_MS)) ? 'ready' : 'the engine does not answer';
  };
  const known = config.PERSISTED_ONLY && readManifest(config.PERSISTED_ONLY);
  const pages = known ? [SCHEMA] : [SCHEMA, GRAPHIQL, ...explorerPages()];
  return [
    useErrors(log),
    useStatus(),
    useCors(config.CORS_ORIGINS),
    useBadRequests(known ? DOCUMENT_IDS : []),
    useHealth(readiness),
    usePages(pages),
    ...(known || pages.some(({ path }) => path === '/') ? [] : [useRedirect('/', ENDPOINT)]),
    useRoute(ENDPOINT),
    useBody(),
    known ? useKnownDocuments(known) : useStoredDocuments(),
    useLimits(),
    ...(config.EXPLAIN || log.isLevelEnabled('debug') ? [useExplain(log, config.EXPLAIN)] : []),
    useCost(),
    useDirect(),
  ];
}

const answers = (engine: Engine, timeoutMs: number): Promise<boolean> =>
  engine.ping({ timeoutMs }).then(
    () => true,
    () => false,
  );

/** Listens. Requests are refused until `isPrepared`. */
export const startServer = (
  engine: Engine,
  config: Config,
  log: Logger,
  clock: Clock,
  { isPrepared = () => true, census = keepCensus(engine, log) }: Graph = {},
): Promise<Running> => listen(createHandler(engine, config, log, clock, { isPrepared, census }), config);
