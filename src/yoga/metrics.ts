/** What Prometheus is told, on a port of its own. */
import { createServer } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Clock, dayOf } from '../clock.ts';
import type { Config } from '../config.ts';
import { statementText } from '../cypher/statements.ts';
import type { Engine } from '../engine/engine.ts';
import type { Queue, Queues } from '../engine/queue.ts';
import { lookups } from '../plan/plans.ts';

const MILLISECONDS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000];
const DAY_MS = 86_400_000;

export interface Metrics {
  /** An answer over HTTP, by its status. */
  answered(status: number): void;
  /** An operation, by `OK` or the code of its first error. */
  ended(code: string): void;
  /** A statement of the engine begins; the function that is returned is called when it ends. */
  begin(): () => void;
  /** Tells it to whoever asks, from now on. */
  listen(): Promise<{ close(): void }>;
}

export function createMetrics({ METRICS_PORT, HOST }: Config, engine: Engine, queues: Queues, clock: Clock): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, label: Label) =>
    new Counter({ name: `pledgegraph_${name}`, help, labelNames: [label], registers });
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name: `pledgegraph_${name}`,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  const answers = counter('http_responses_total', 'Answers over HTTP, by status.', 'status');
  const operations = counter('operations_total', 'Operations, by OK or the code of their first error.', 'code');
  const statements = new Histogram({
    name: 'pledgegraph_engine_milliseconds',
    help: 'How long statements of the engine took.',
    buckets: MILLISECONDS,
    registers,
  });
  const running = new Gauge({
    name: 'pledgegraph_engine_running',
    help: 'Statements that the engine runs or keeps waiting now: on Neo4j each takes a connection of the pool.',
    registers,
  });
  gauge('plan_hits', 'Plans that were kept when they were asked for.', () => lookups.hits);
  gauge('plan_misses', 'Plans that had to be made.', () => lookups.misses);
  const inQueues = (name: string, help: string, read: (queue: Queue) => number) =>
    new Gauge({
      name: `pledgegraph_${name}`,
      help: `${help}, by whether they cost little or may take long.`,
      labelNames: ['queue'],
      registers,
      collect() {
        for (const [name, queue] of Object.entries(queues)) this.set({ queue: name }, read(queue));
      },
    });
  inQueues('operations_running', 'Operations that are executed now', ({ running }) => running);
  inQueues('operations_waiting', 'Operations that wait to be executed', ({ length }) => length);
  gauge('sources_age_days', 'How many days ago the newest source was retrieved; NaN where the engine does not tell.', () =>
    ageOfSources(engine, clock),
  );
  collectDefaultMetrics({ register: registry });
  return {
    answered: (status) => answers.inc({ status: String(status) }),
    ended: (code) => operations.inc({ code }),
    begin: () => {
      const start = performance.now();
      running.inc();
      return () => {
        running.dec();
        statements.observe(performance.now() - start);
      };
    },
    listen: () => tell(registry, METRICS_PORT, HOST),
  };
}

async function ageOfSources(engine: Engine, clock: Clock): Promise<number> {
  const [row] = await engine.read(statementText('newestSource'), {}, { timeoutMs: 2000 }).catch(() => []);
  return (Date.parse(dayOf(clock())) - Date.parse(String(row?.['retrievedOn']))) / DAY_MS;
}

async function tell(registry: Registry, port: number, host: string): Promise<{ close(): void }> {
  const server = createServer(({ url }, response) => {
    if (url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
