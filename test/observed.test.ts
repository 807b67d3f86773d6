/** What those who run the server see of it: the log, metrics, spans, the version. */
import { setTimeout as sleep } from 'node:timers/promises';
import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { statementName } from '../src/cypher/statements.ts';
import type { Engine } from '../src/engine/engine.ts';
import { MODEL_VERSION } from '../src/engine/store.ts';
import { freePort } from './support/free-port.ts';
import { openSeeded } from './support/seeded.ts';
import { serve } from './support/serve.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeded();
});
afterAll(() => engine.close());

const QUERY = 'query Named($id: ID!) { place(id: $id) { name } }';
const variables = { id: 'place:japan' };

describe('the log', () => {
  test('has a line for every operation, and nothing of its variables', async () => {
    const server = await serve({ LOG_LEVEL: 'info' }, engine);
    await server.post(QUERY, { variables, headers: { 'x-request-id': 'mine-1' } });
    await server.post('{ nothing }');
    await server.post('{ places(first: -1) { totalCount } }');
    const body = JSON.stringify([{ query: '{ __typename }' }, { query: QUERY, variables }]);
    await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const lines = server.logged.map(({ time, pid, hostname, ...line }) => line);
    const [milliseconds, requestId] = [expect.any(Number) as number, expect.any(String) as string];
    const cost = expect.any(Number) as number;
    expect(lines).toEqual([
      { level: 30, requestId: 'mine-1', operation: 'Named', type: 'query', cost: 1, milliseconds, msg: 'operation' },
      { level: 30, requestId, milliseconds, code: 'GRAPHQL_VALIDATION_FAILED', msg: 'operation' },
      { level: 30, requestId, type: 'query', cost, milliseconds, code: 'BAD_USER_INPUT', msg: 'operation' },
      { level: 30, requestId, type: 'query', cost: 0, milliseconds, msg: 'operation' },
      { level: 30, requestId, operation: 'Named', type: 'query', cost: 1, milliseconds, msg: 'operation' },
    ]);
    expect(lines[3]!['requestId']).toBe(lines[4]!['requestId']);
    expect(JSON.stringify(server.logged)).not.toContain('place:japan');
    await server.close();
  });

  test('has them where a setting says so', async () => {
    const server = await serve({ LOG_LEVEL: 'info', LOG_VARIABLES: '1' }, engine);
    await server.post(QUERY, { variables });
    expect(server.logged).toMatchObject([{ operation: 'Named', variables }]);
    await server.close();
  });

  test('names statements that are slow, and no others', async () => {
    const slow: Engine = {
      ...engine,
      read: async (text, ...rest) => {
        if (text.includes('sourceLinks')) await sleep(120);
        return engine.read(text, ...rest);
      },
    };
    const server = await serve({ SLOW_MS: '100' }, slow);
    await server.post('query Slow { statistics { kinds { count } } place(id: "place:japan") { name } }', {
      headers: { 'x-request-id': 'mine-2' },
    });
    expect(server.logged).toMatchObject([
      { level: 40, requestId: 'mine-2', operation: 'Slow', statement: 'statistics', rows: 1, msg: 'slow statement' },
    ]);
    await server.close();
    const silent = await serve({ SLOW_MS: '0' }, slow);
    await silent.post('{ statistics { kinds { count } } }');
    expect(silent.logged).toEqual([]);
    await silent.close();
  });
});

test('metrics are told to Prometheus at a port of their own', async () => {
  const METRICS_PORT = await freePort();
  const server = await serve({ METRICS_PORT }, engine);
  await server.post(QUERY, { variables });
  await server.post(QUERY, { variables });
  await server.post('{ nothing }');
  const response = await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  const text = await response.text();
  const metric = (name: string) => Number(new RegExp(`^${name.replace(/[{}"]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1]);
  expect(metric('pledgegraph_operations_total{code="OK"}')).toBe(2);
  expect(metric('pledgegraph_operations_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
  expect(metric('pledgegraph_http_responses_total{status="200"}')).toBe(3);
  expect(metric('pledgegraph_engine_milliseconds_count')).toBe(2);
  expect(metric('pledgegraph_engine_running')).toBe(0);
  expect(metric('pledgegraph_plan_hits')).toBeGreaterThan(0);
  expect(metric('pledgegraph_plan_misses')).toBeGreaterThan(0);
  for (const queue of ['cheap', 'dear'])
    for (const state of ['running', 'waiting']) expect(metric(`pledgegraph_operations_${state}{queue="${queue}"}`)).toBe(0);
  expect(metric('pledgegraph_sources_age_days')).toBeGreaterThanOrEqual(0);
  for (const name of ['nodejs_eventloop_lag_seconds', 'process_resident_memory_bytes']) expect(metric(name)).toBeGreaterThanOrEqual(0);
  expect((await fetch(`http://127.0.0.1:${METRICS_PORT}/`)).status).toBe(404);
  expect((await fetch(`${server.url}/metrics`)).status, 'and nowhere else').toBe(404);
  await server.close();
  await expect(fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).rejects.toThrow();
});

test('statements under way are counted until they end', async () => {
  const METRICS_PORT = await freePort();
  const ends: (() => void)[] = [];
  const waiting: Engine = {
    ...engine,
    read: async (text, ...rest) => {
      if (!statementName(text)) await new Promise<void>((resolve) => ends.push(resolve));
      return engine.read(text, ...rest);
    },
  };
  const server = await serve({ METRICS_PORT }, waiting);
  const running = async () =>
    Number(/^pledgegraph_engine_running (\d+)$/m.exec(await (await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).text())?.[1]);
  const posts = [1, 2].map(() => server.post(QUERY, { variables }));
  await expect.poll(() => ends.length).toBe(2);
  expect(await running()).toBe(2);
  for (const end of ends) end();
  await Promise.all(posts);
  expect(await running()).toBe(0);
  await server.close();
});

describe('spans', () => {
  const exporter = new InMemorySpanExporter();
  beforeAll(() => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
  });
  afterEach(() => exporter.reset());
  afterAll(() => {
    trace.disable();
    context.disable();
  });

  test('an operation is one, and its statements are below it', async () => {
    const server = await serve({}, engine);
    await server.post(QUERY, { variables });
    const [statement, operation] = exporter.getFinishedSpans();
    expect(operation).toMatchObject({
      name: 'GraphQL query',
      attributes: { 'graphql.operation.name': 'Named', 'graphql.operation.type': 'query', 'graphql.document': QUERY },
    });
    expect(statement).toMatchObject({ name: 'engine read', attributes: { 'db.system.name': 'grafeo', 'db.operation.name': 'planned' } });
    expect(statement!.parentSpanContext?.spanId).toBe(operation!.spanContext().spanId);
    expect(JSON.stringify(exporter.getFinishedSpans().map(({ attributes }) => attributes))).not.toContain('place:japan');
    await server.close();
  });

  test('one that failed says so', async () => {
    const server = await serve({ LOG_LEVEL: 'silent' }, { ...engine, read: () => Promise.reject(new Error('gone')) });
    await server.post(QUERY, { variables });
    const spans = exporter.getFinishedSpans();
    expect(spans.length).toBeGreaterThan(1);
    for (const { status } of spans) expect(status.code).toBe(SpanStatusCode.ERROR);
    await server.close();
  });
});

test('/version tells what answers', async () => {
  const server = await serve({}, engine);
  expect(await (await fetch(`${server.url}/version`)).json()).toEqual({
    name: 'pledgegraph',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
    modelVersion: MODEL_VERSION,
    engine: 'grafeo',
  });
  await server.close();
});
