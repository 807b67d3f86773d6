/** The server over HTTP: pages, limits, errors, health, shutdown. */
import { createConnection } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { type Served, serve } from './support/serve.ts';
import { openEmpty } from './support/store.ts';

let server: Served;
beforeAll(async () => {
  server = await serve({ EXPLAIN: '1' });
});
afterAll(() => server.close());

const codesOf = ({ body }: Awaited<ReturnType<Served['post']>>) => body.errors?.map(({ extensions }) => extensions['code']);

describe('pages', () => {
  const html = { headers: { accept: 'text/html,*/*;q=0.8' } };

  test('a browser gets GraphiQL, which names no other host to load from, with the examples in its tabs', async () => {
    const response = await fetch(`${server.url}/graphql`, html);
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).not.toMatch(/<(script|link|img)[^>]+(src|href)="?https?:/);
    for (const name of ['Mission', 'Readings', 'Training', 'Pages', 'Source', 'Anything']) expect(text).toContain(`query ${name}`);
    expect(text.indexOf('query Mission')).toBeLessThan(text.indexOf('query Readings'));
  });

  test('it is compressed, and sent once: 304 with the ETag', async () => {
    const response = await fetch(`${server.url}/graphql`, { headers: { ...html.headers, 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    await response.body?.cancel();
    const etag = response.headers.get('etag')!;
    const again = await fetch(`${server.url}/graphql`, { headers: { ...html.headers, 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const raw = await fetch(`${server.url}/graphql`, { headers: { ...html.headers, 'accept-encoding': 'identity' } });
    await raw.body?.cancel();
    expect(raw.headers.get('content-encoding')).toBeNull();
  });

  test('the printed schema, a redirect from /, and 404 elsewhere', async () => {
    expect(await (await fetch(`${server.url}/schema.graphql`)).text()).toContain('type Commitment implements Entity & Node');
    const root = await fetch(server.url, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
    expect((await fetch(`${server.url}/nowhere`)).status).toBe(404);
  });
});

describe('health', () => {
  test('alive and ready', async () => {
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
  });

  test('not ready while the engine does not answer, though alive', async () => {
    const engine = await openEmpty();
    const broken = await serve({}, { ...engine, read: () => Promise.reject(new Error('gone')) });
    expect((await fetch(`${broken.url}/ready`)).status).toBe(503);
    expect((await fetch(`${broken.url}/health`)).status).toBe(200);
    await broken.close();
  });
});

describe('limits', () => {
  test.each([
    ['tokens', `{ ${'statistics { kinds { count } } '.repeat(800)} }`],
    ['depth', `{ organization(id: "x") { ${'partners { nodes { '.repeat(15)} id ${'} } '.repeat(15)} } }`],
    [
      'depth in fragments',
      `{ organization(id: "x") { ...A } } fragment A on Body { ${'partners { nodes { '.repeat(8)} ...B ${'} } '.repeat(8)} } fragment B on Body { ${'partners { nodes { '.repeat(8)} id ${'} } '.repeat(8)} }`,
    ],
    ['aliases', `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
    ['rows', '{ organizations(first: 100) { nodes { partners(first: 100) { nodes { commitments(first: 10) { nodes { id } } } } } } }'],
    [
      'rows behind a variable',
      'query($n: Int = 100) { organizations(first: $n) { nodes { partners(first: $n) { nodes { commitments(first: $n) { nodes { id } } } } } } }',
    ],
  ])('too many %s are refused', async (_, query) => {
    expect(codesOf(await server.post(query))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('the cost is that of the operation asked for, and is told', async () => {
    const query =
      'query Cheap { statistics { kinds { count } } } query Dear { organizations(first: 100) { nodes { partners(first: 100) { nodes { partners(first: 100) { nodes { id } } } } } } }';
    expect((await server.post(query, { operationName: 'Cheap' })).body.errors).toBeUndefined();
    const { body } = await server.post(query, { operationName: 'Dear' });
    expect(body.errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COMPLEX', cost: 1 + 100 + 100 * 100 + 100 * 100 * 100, maxCost: 50_000 } },
    ]);
  });

  test('MAX_COST is a setting', async () => {
    const strict = await serve({ MAX_COST: '10' });
    expect(codesOf(await strict.post('{ organizations { nodes { id } } }'))).toEqual(['QUERY_TOO_COMPLEX']);
    expect((await strict.post('{ organizations(first: 5) { nodes { id } } }')).body.errors).toBeUndefined();
    await strict.close();
  });

  test('a fragment that spreads itself is refused, not followed', async () => {
    const { body } = await server.post('{ organization(id: "x") { ...A } } fragment A on Organization { partners { nodes { ...A } } }');
    expect(body.errors?.[0]?.message).toContain('Cannot spread fragment "A" within itself');
  });

  test('a body that is too long, or does not tell its length', async () => {
    const send = (body: string | ReadableStream) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        duplex: 'half',
      } as RequestInit);
    const long = await send(JSON.stringify({ query: '{ __typename }', padding: 'x'.repeat(100_001) }));
    expect([long.status, ((await long.json()) as { errors: object[] }).errors]).toMatchObject([
      413,
      [{ extensions: { code: 'BAD_USER_INPUT' } }],
    ]);
    expect((await send(new Blob(['{"query":"{ __typename }"}']).stream())).status).toBe(411);
  });

  test('a statement that takes too long', async () => {
    const engine = await openEmpty();
    const slow: Engine = {
      ...engine,
      read: (_text, parameters, options) =>
        engine.read('UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b RETURN count(a * b) AS x', parameters, options),
    };
    const impatient = await serve({ ENGINE_TIMEOUT_MS: '20' }, slow);
    expect(codesOf(await impatient.post('{ place(id: "place:japan") { name } }'))).toEqual(['ENGINE_TIMEOUT']);
    await impatient.close();
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

test('EXPLAIN tells in every reply what it cost', async () => {
  const { body } = await server.post('{ place(id: "place:japan") { name located { nodes { name } } } }');
  expect(body.extensions).toEqual({ graph: { statements: 1, rows: 1, milliseconds: expect.any(Number) as number, tier: 'single' } });
  const silent = await serve();
  expect((await silent.post('{ statistics { kinds { count } } }')).body.extensions).toBeUndefined();
  await silent.close();
});

test('PLAN=levels asks once a level', async () => {
  const levels = await serve({ PLAN: 'levels', EXPLAIN: 'true' });
  const { body } = await levels.post('{ place(id: "place:japan") { name located { nodes { name } } } }');
  expect(body.extensions).toMatchObject({ graph: { statements: 2, tier: 'levels' } });
  await levels.close();
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
  const idle = createConnection(Number(new URL(leaving.url).port), '127.0.0.1');
  await new Promise((resolve) => idle.once('connect', resolve));
  idle.on('error', () => undefined);
  const closed = leaving.close();
  expect((await reply).body).toEqual({ data: { place: null } });
  idle.destroy();
  await closed;
  await expect(leaving.post('{ __typename }')).rejects.toThrow();
});

test('the brotli body is the page', async () => {
  const { request } = await import('node:http');
  const body = await new Promise<Buffer>((resolve) => {
    request(`${server.url}/schema.graphql`, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
    }).end();
  });
  expect(brotliDecompressSync(body).toString()).toContain('type Commitment');
});
