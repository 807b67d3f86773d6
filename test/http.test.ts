/** The server over HTTP: pages, limits, errors, health, shutdown. */
import { createConnection } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Engine, EngineError } from '../src/engine/engine.ts';
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
    for (const tags of [etag.replace(/^W\//, ''), '"other"']) {
      const other = await fetch(`${server.url}/graphql`, { headers: { ...html.headers, 'if-none-match': tags } });
      await other.body?.cancel();
      expect([tags, other.status]).toEqual([tags, tags === '"other"' ? 200 : 304]);
    }
    expect((await fetch(`${server.url}/graphql`, { headers: { ...html.headers, 'if-none-match': `"other", ${etag}` } })).status).toBe(304);
    const raw = await fetch(`${server.url}/graphql`, { headers: { ...html.headers, 'accept-encoding': 'identity' } });
    await raw.body?.cancel();
    expect(raw.headers.get('content-encoding')).toBeNull();
  });

  test('a program that prefers JSON gets JSON', async () => {
    const response = await fetch(`${server.url}/graphql?query={__typename}`, { headers: { accept: 'application/json, text/html;q=0.1' } });
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  test('the printed schema, a redirect from /, and 404 elsewhere', async () => {
    expect(await (await fetch(`${server.url}/schema.graphql`)).text()).toContain('type Commitment implements Entity & Node');
    const root = await fetch(server.url, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
    expect((await fetch(server.url, { method: 'HEAD', redirect: 'manual' })).status).toBe(302);
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

  test.each([
    [
      'links on edges',
      '{ organizations(first: 50) { nodes { partners(first: 50) { edges { claims(first: 50) { nodes { id } } } } } } }',
      1 + 50 + 50 * 50 + 50 * 50 * 50,
    ],
    [
      'every key',
      `{ nodes(ids: [${Array.from({ length: 500 }, (_, i) => `"organization:${i}"`)}]) { ... on Body { partners(first: 100) { nodes { id partners(first: 2) { totalCount } } } } } }`,
      500 + 500 * 100 + 500 * 100,
    ],
    [
      'total counts',
      `{ organizations(first: 100) { nodes { partners(first: 100) { nodes { ${Array.from({ length: 8 }, (_, i) => `a${i}: claims { totalCount }`).join(' ')} } } } } }`,
      1 + 100 + 100 * 100 + 8 * 100 * 100,
    ],
  ])('the cost counts %s', async (_, query, cost) => {
    expect((await server.post(query)).body.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX', cost } }]);
  });

  test('a wrong page size does not make the rest cheap', async () => {
    const dear = 'organizations(first: 100) { nodes { partners(first: 100) { nodes { partners(first: 100) { nodes { id } } } } } }';
    expect(
      codesOf(
        await server.post(`{ x: organization(id: "organization:microsoft") { partners(first: -1000000000) { nodes { id } } } ${dear} }`),
      ),
    ).toEqual(['QUERY_TOO_COMPLEX']);
    const { body } = await server.post('{ organization(id: "organization:microsoft") { partners(first: 100000) { nodes { id } } } }');
    expect(body.errors).toMatchObject([{ path: ['organization', 'partners'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('fragments that spread one another many times are refused at once', async () => {
    const fragments = Array.from(
      { length: 14 },
      (_, i) =>
        `fragment F${i} on Body { ${['partners', 'parents', 'units'].map((field) => `${field}(first: 0) { nodes { ...F${i + 1} } }`).join(' ')} }`,
    );
    const query = `{ organization(id: "organization:microsoft") { ...F0 } } ${fragments.join(' ')} fragment F14 on Body { id }`;
    // Spread out they are 3^14 links: were they planned first, neither time nor memory would do.
    expect(codesOf(await server.post(query))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('links of all root fields count together', async () => {
    const roots = Array.from(
      { length: 40 },
      (_, i) =>
        `r${i}: place(id: "place:japan") { located(first: 1) { totalCount } commitments(first: 1) { totalCount } announcements(first: 1) { totalCount } }`,
    );
    expect(codesOf(await server.post(`{ ${roots.join(' ')} }`))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('aliases in fragments count as often as they are spread', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `a${i}: name`).join(' ');
    expect(
      codesOf(
        await server.post(`{ x: place(id: "place:japan") { ...F } y: place(id: "place:tokyo") { ...F } } fragment F on Place { ${many} }`),
      ),
    ).toEqual(['QUERY_TOO_COMPLEX']);
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

  test('of requests that are no GraphQL have codes', async () => {
    const send = async (headers: Record<string, string>, body: string) => {
      const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
      return [response.status, ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code];
    };
    const json = { 'content-type': 'application/json' };
    expect(await send(json, 'no json')).toEqual([400, 'BAD_REQUEST']);
    expect(await send(json, '[{"query":"{ __typename }"}]')).toEqual([400, 'BAD_REQUEST']);
    expect(await send(json, '{"query":"query A { __typename } query B { __typename }"}')).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
  });

  test('of a Host that is none are answered without a trace', async () => {
    const { request } = await import('node:http');
    const { port } = new URL(server.url);
    const [status, text] = await new Promise<[number, string]>((resolve) => {
      request({ port, host: '127.0.0.1', path: '/', headers: { host: '[' } }, (response) => {
        let body = '';
        response
          .on('data', (chunk) => {
            body += chunk;
          })
          .on('end', () => resolve([response.statusCode!, body]));
      }).end();
    });
    expect([status, text]).toEqual([400, 'The Host header is no address.\n']);
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
