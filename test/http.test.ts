/** The server over HTTP: the time asked about, errors, health, shutdown. */
import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Engine, EngineError } from '../src/engine/engine.ts';
import { type Served, serve } from './support/serve.ts';
import { openEmpty } from './support/store.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const codesOf = ({ body }: Awaited<ReturnType<Served['post']>>) => body.errors?.map(({ extensions }) => extensions['code']);

describe('the header Graph-As-Of', () => {
  const QUERY = '{ node(id: "organization:microsoft") { id } commitments { totalCount } }';
  const ask = (header: string, query = QUERY) => server.post(query, { headers: { 'graph-as-of': header } });

  test.each([
    'knownAt=2026-01-01T00:00:00Z',
    '{"knownAt": "2026-01-01T00:00:00Z"}',
    'validOn=2026-05-01, knownAt="2026-01-01T00:00:00.5Z"',
  ])('%s is the time of the operation, of `node` too', async (header) => {
    expect((await ask(header)).body.data).toEqual({ node: null, commitments: { totalCount: 0 } });
    expect((await ask(header.replaceAll('2026-01', '2027-01'))).body.data).toMatchObject({ node: { id: 'organization:microsoft' } });
  });

  test('agrees with the arguments, or the request is refused', async () => {
    const asking = (day: string) => `{ commitments(asOf: {validOn: "${day}"}) { totalCount } }`;
    for (const query of [asking('2026-05-01'), `{ places { totalCount } ${asking('2026-05-01').slice(1)}`])
      expect((await ask('validOn=2026-05-01', query)).body.errors).toBeUndefined();
    const { body } = await ask('validOn=2026-05-01', asking('2026-05-02'));
    expect(body.errors).toMatchObject([
      {
        message: expect.stringContaining(
          'The header Graph-As-Of asks about validOn=2026-05-01 and commitments about validOn=2026-05-02: an operation asks about one time.',
        ) as string,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test.each([
    ['', 'is not like validOn=2026-05-01'],
    ['yesterday', 'is not like'],
    ['validOn=2026-05-01, validOn=2026-05-02', 'is not like'],
    ['validOn=2026-05-01validOn=2026', 'is not a date'],
    ['validOn=2026-05-01, until=2027', 'is not like'],
    ['validOn=2026-02-30', 'validOn is not a date: "2026-02-30"'],
    ['knownAt=2026-02-01', 'knownAt is not a date and time'],
  ])('%s is refused', async (header, message) => {
    const { status, body } = await ask(header);
    expect(body.errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(status).toBe(200);
  });
});

describe('health', () => {
  test('alive and ready', async () => {
    expect(await (await fetch(`${server.url}/health`)).json()).toEqual({ status: 'alive' });
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
  });

  test('not ready while the engine does not answer, though alive', async () => {
    const engine = await openEmpty();
    const broken = await serve({}, { ...engine, ping: () => Promise.reject(new Error('gone')) });
    expect((await fetch(`${broken.url}/ready`)).status).toBe(503);
    expect((await fetch(`${broken.url}/health`)).status).toBe(200);
    await broken.close();
  });
});

describe('errors', () => {
  test('of the document have codes', async () => {
    expect(codesOf(await server.post('{'))).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(codesOf(await server.post('{ nothing }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(codesOf(await server.post('query($id: ID!) { place(id: $id) { name } }'))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await server.post('{ entity(by: {id: "x", identifier: {scheme: "a", value: "b"}}) { id } }'))).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
  });

  test('of one root field leave the others, and say where they stand', async () => {
    const ids = Array.from({ length: 501 }, (_, i) => `"place:${i}"`);
    const { body } = await server.post(`{ nodes(ids: [${ids}]) { id } place(id: "place:japan") { name } }`);
    expect(body.errors).toMatchObject([{ path: ['nodes'], locations: [{ line: 1, column: 3 }], extensions: { code: 'BAD_USER_INPUT' } }]);
    const { body: other } = await server.post('{ entity(by: {id: "wikidata Q17"}) { id } place(id: "place:japan") { name } }');
    expect(other).toMatchObject({ data: { entity: null, place: { name: 'Japan' } } });
  });

  test('of variables have codes', async () => {
    const nothing = { variables: { b: null } };
    expect(codesOf(await server.post('query($b: Boolean = true) { place(id: "place:japan") { name @include(if: $b) } }', nothing))).toEqual(
      ['BAD_USER_INPUT'],
    );
    expect(codesOf(await server.post('query($b: ID = "x") { place(id: $b) { name } }', nothing))).toEqual(['BAD_USER_INPUT']);
  });

  test('of the database tell the client that it is away, and the log what it said', async () => {
    const engine = await openEmpty();
    const away = new EngineError('ENGINE_UNAVAILABLE', 'Neo4j at bolt://secret does not answer (NEO4J_URI).');
    const broken = await serve({}, { ...engine, read: () => Promise.reject(away) });
    const { body } = await broken.post('{ place(id: "place:japan") { name } }', { headers: { 'x-request-id': 'mine-2' } });
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(body.errors).toMatchObject([{ extensions: { code: 'ENGINE_UNAVAILABLE' } }]);
    expect(broken.logged).toMatchObject([{ level: 40, requestId: 'mine-2', code: 'ENGINE_UNAVAILABLE', msg: away.message }]);
    await broken.close();
  });

  test('that nobody expected are masked, and logged under the id of the request', async () => {
    const engine = await openEmpty();
    const broken = await serve({}, { ...engine, read: () => Promise.reject(new Error('secret detail')) });
    const { body, headers } = await broken.post('{ place(id: "place:japan") { name } }', { headers: { 'x-request-id': 'mine-1' } });
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(body.errors).toMatchObject([
      {
        message: 'Unexpected error: it is logged under the request id.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'mine-1' },
      },
    ]);
    expect(headers.get('x-request-id')).toBe('mine-1');
    expect(broken.logged).toMatchObject([{ requestId: 'mine-1', path: ['place'], err: { message: 'secret detail' } }]);
    expect((await broken.post('{ __typename }', { headers: { 'x-request-id': 'no good\tid' } })).headers.get('x-request-id')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
    await broken.close();
  });
});

test('closing lets a request under way finish', async () => {
  const engine = await openEmpty();
  const patient: Engine = {
    ...engine,
    read: async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return engine.read(...args);
    },
  };
  const leaving = await serve({}, patient);
  const reply = leaving.post('{ place(id: "place:japan") { name } }');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const unused = createConnection(Number(new URL(leaving.url).port), '127.0.0.1');
  await new Promise((resolve) => unused.once('connect', resolve));
  unused.on('error', () => undefined);
  const closed = leaving.close();
  expect((await reply).body).toEqual({ data: { place: null } });
  await closed; // a connection that was never used keeps nobody
  await expect(leaving.post('{ __typename }')).rejects.toThrow();
});
