/** The server: Yoga with our plugins. */
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { schema } from '../../schema/index.ts';
import { printedSchema } from '../../schema/print.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Engine } from '../engine/engine.ts';
import { observed } from '../engine/observed-engine.ts';
import { Queue, type Queues } from '../engine/queue.ts';
import { graphError } from '../errors.ts';
import { asOfHeader } from '../plan/as-of.ts';
import { shareOut } from '../plan/caches.ts';
import { createContext } from '../plan/context.ts';
import { type KeptCensus, keepCensus } from '../plan/keep-census.ts';
import { chooseTier } from '../plan/tier.ts';
import { explorerPages } from './explorer.ts';
import { graphiqlHeaders, graphiqlPage } from './graphiql.ts';
import { listen, type Running } from './listen.ts';
import { readManifest } from './manifest.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { ServerPlugin } from './server-plugin.ts';
import { useBadRequests } from './use-bad-requests.ts';
import { useBody } from './use-body.ts';
import { useCors } from './use-cors.ts';
import { useCost } from './use-cost.ts';
import { useDirect } from './use-direct.ts';
import { useDocuments } from './use-documents.ts';
import { useErrors } from './use-errors.ts';
import { useExplain } from './use-explain.ts';
import { useHealth } from './use-health.ts';
import { useHiddenSchema } from './use-hidden-schema.ts';
import { useLimits } from './use-limits.ts';
import { useOperationLog } from './use-operation-log.ts';
import { type Page, usePages } from './use-page.ts';
import { DOCUMENT_IDS, useKnownDocuments, useStoredDocuments } from './use-persisted.ts';
import { useQueue } from './use-queue.ts';
import { useRate } from './use-rate.ts';
import { useRedirect } from './use-redirect.ts';
import { useResponseSize } from './use-response-size.ts';
import { useRoute } from './use-route.ts';
import { useSecurity } from './use-security.ts';
import { useSpans } from './use-spans.ts';
import { useStatus } from './use-status.ts';
import { useVersion } from './use-version.ts';

const ENDPOINT = '/graphql';

/** What a server asks about its graph. */
interface Graph {
  /** Until then it is not to be read. */
  readonly isPrepared?: () => boolean;
  readonly census?: KeptCensus;
}

/** What a server is made of. */
interface Parts {
  readonly engine: Engine;
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly queues: Queues;
  readonly metrics: Metrics;
}

/** The request handler: everything but the socket. */
function createHandler({ engine, config, log, clock, queues, metrics }: Parts, { isPrepared, census }: Required<Graph>) {
  const shares = shareOut(config.CACHE_BYTES);
  const runsWhole = chooseTier(config.PLAN, engine, shares.planned);
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
      maxCost: config.MAX_COST,
      maxResponseBytes: config.MAX_RESPONSE_BYTES,
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
    batching: { limit: config.MAX_BATCH },
    maxRequestBodySize: false,
    multipart: false,
    maskedErrors: false, // useErrors masks, and logs what it masks
    logging: false,
    parserAndValidationCache: false, // useDocuments keeps them, by their weight
    context,
    plugins: pluginsOf({ engine, config, log, clock, queues, metrics }, isPrepared, shares),
  });
}

/** Browsers name HTML first; programs that take anything do not. */
const prefersHtml = (request: Request): boolean => /^\s*text\/html\b/i.test(request.headers.get('accept') ?? '');

const SCHEMA: Page = { path: '/schema.graphql', contentType: 'text/plain; charset=utf-8', render: printedSchema };
const GRAPHIQL: Page = {
  path: ENDPOINT,
  contentType: 'text/html; charset=utf-8',
  isMeant: prefersHtml,
  headers: graphiqlHeaders,
  render: () => graphiqlPage(ENDPOINT),
};

function pluginsOf(
  { engine, config, log, queues, metrics }: Parts,
  isPrepared: () => boolean,
  shares: ReturnType<typeof shareOut>,
): (Plugin | ServerPlugin)[] {
  const readiness = async () => {
    if (!isPrepared()) return 'the graph is being prepared';
    return (await answers(engine, config.ENGINE_TIMEOUT_MS)) ? 'ready' : 'the engine does not answer';
  };
  const known = config.PERSISTED_ONLY && readManifest(config.PERSISTED_ONLY);
  const { INTROSPECTION: isTold, GRAPHIQL: isOffered } = config;
  const pages = [...(isTold ? [SCHEMA] : []), ...(known ? [] : [...(isTold && isOffered ? [GRAPHIQL] : []), ...explorerPages()])];
  return [
    useResponseSize(config.MAX_RESPONSE_BYTES),
    useErrors(log),
    useOperationLog(log, config, metrics.ended),
    { onResponse: ({ response }) => metrics.answered(response.status) } satisfies Plugin,
    ...(isTold ? [] : [useHiddenSchema()]),
    useStatus(),
    useSecurity(),
    useCors(config.CORS_ORIGINS),
    useBadRequests(known ? DOCUMENT_IDS : []),
    useHealth(readiness),
    useVersion(engine),
    ...(config.RATE_LIMIT ? [useRate(config.RATE_LIMIT, config.TRUST_PROXY)] : []),
    usePages(pages),
    ...(known || pages.some(({ path }) => path === '/') ? [] : [useRedirect('/', ENDPOINT)]),
    useRoute(ENDPOINT),
    useBody(config.MAX_BODY_BYTES),
    known ? useKnownDocuments(known) : useStoredDocuments(shares.stored),
    useLimits(config),
    useDocuments(shares.documents),
    ...(config.EXPLAIN || log.isLevelEnabled('debug') ? [useExplain(log, config.EXPLAIN)] : []),
    useCost(),
    useDirect(),
    useQueue(queues),
    useSpans(),
  ];
}

const answers = (engine: Engine, timeoutMs: number): Promise<boolean> =>
  engine.ping({ timeoutMs }).then(
    () => true,
    () => false,
  );

/** Listens. Requests are refused until `isPrepared`. */
export async function startServer(
  engine: Engine,
  config: Config,
  log: Logger,
  clock: Clock,
  { isPrepared = () => true, census = keepCensus(engine, log) }: Graph = {},
): Promise<Running> {
  const queueOf = (places: number) => new Queue(places, config.MAX_QUEUED);
  const queues = { cheap: queueOf(config.MAX_CONCURRENT), dear: queueOf(engine.dearAtOnce) };
  const metrics = createMetrics(config, engine, queues, clock);
  const parts = { engine: observed(engine, metrics.begin), config, log, clock, queues, metrics };
  const running = await listen(createHandler(parts, { isPrepared, census }), config);
  const told = config.METRICS_PORT ? await metrics.listen() : undefined;
  return {
    url: running.url,
    close: async () => {
      await running.close();
      told?.close();
    },
  };
}
