/** Several operations in one request: each with an answer, a cost, a time and a context of its own. */
import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { BatchHttpLink } from '@apollo/client/link/batch-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineError } from '../src/engine/engine.ts';
import { run } from './support/run.ts';
import { openSeeded } from './support/seeded.ts';
import { type Served, serve } from './support/serve.ts';
import { recordedFetch } from './support/wire.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

interface Operation {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}
const send = async (body: unknown, { url } = server, headers: Record<string, string> = {}) => {
  const type = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...type, ...headers }, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
};

const DIRECT: Operation = {
  query: 'query A($id: ID!) { place(id: $id) { name located(first: 2) { totalCount nodes { id } } } }',
  variables: { id: 'place:japan' },
};
const EXECUTED: Operation = { query: '{ ranking(by: DEGREE, limit: 2) { rank node { id } } }' };
const DEAR = {
  query: '{ organizations(first: 100) { nodes { partners(first: 100) { nodes { partners(first: 100) { nodes { id } } } } } } }',
};
const OTHERS: Operation[] = [
  { query: 'query A { a: __typename } query B { b: __typename }', operationName: 'B' },
  { query: 'query($id: ID!) { place(id: $id) { name } }', variables: { id: null } },
  { query: '{ place(id: "place:japan") { located(first: -1) { totalCount } } }' },
  { query: '{ commitments(asOf: {knownAt: "2025-01-01T00:00:00Z"}) { totalCount } }' },
  { query: '{ commitments { totalCount } }' },
  { query: '{ nothing }' },
  { query: '{' },
];

test('each gets the very answer that it gets alone, in the order asked', async () => {
  const operations = [DIRECT, DEAR, EXECUTED, ...OTHERS];
  expect(operations).toHaveLength(10);
  const alone = await Promise.all(operations.map(async (one) => (await send(one)).text));
  expect(await send(operations)).toEqual({ status: 200, text: `[${alone.join(',')}]` });
  expect(alone.filter((text) => text.includes('QUERY_TOO_COMPLEX'))).toHaveLength(1);
});

test('the answers are those of the executor, written from rows or not', async () => {
  const engine = await openSeeded();
  const answers = await Promise.all([DIRECT, EXECUTED].map(({ query, variables }) => run(engine, query, variables)));
  expect(answers.map(({ isDirect }) => isDirect)).toEqual([true, false]);
  const { text } = await send([DIRECT, EXECUTED]);
  expect(text).toBe(`[${answers.map(({ data }) => JSON.stringify({ data })).join(',')}]`);
  await engine.close();
});

describe('each has', () => {
  test('a cost of its own', async () => {
    const strict = await serve({ MAX_COST: '40' });
    const one = { query: '{ places(first: 20) { nodes { id } } }' };
    const { text } = await send(Array(10).fill(one), strict);
    expect((JSON.parse(text) as { data?: object }[]).filter(({ data }) => data)).toHaveLength(10);
    await strict.close();
  });

  test('a record of its own of what it cost', async () => {
    const told = await serve({ EXPLAIN: '1' });
    const { text } = await send([DIRECT, { query: '{ __typename }' }], told);
    expect(JSON.parse(text)).toMatchObject([
      { extensions: { graph: { statements: [{}], tier: 'single' } } },
      { extensions: { graph: { statements: [] } } },
    ]);
    await told.close();
  });

  test('errors with codes; what is ours is masked and logged', async () => {
    const seeded = await openSeeded();
    const away = new EngineError('ENGINE_UNAVAILABLE', 'secret');
    const failures = [away, new Error('secret')];
    const read = () => Promise.reject(failures.shift() ?? new Error('secret'));
    const broken = await serve({}, { ...seeded, read });
    const { text } = await send([{ query: '{ a: place(id: "a") { id } }' }, { query: '{ b: place(id: "b") { id } }' }], broken);
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject([
      { errors: [{ extensions: { code: 'ENGINE_UNAVAILABLE' } }] },
      { errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    ]);
    expect(broken.logged.map(({ level }) => level).toSorted()).toEqual([40, 50]);
    await broken.close();
  });

  test('the time of the header', async () => {
    const { text } = await send([{ query: '{ commitments { totalCount } }' }, DIRECT], server, {
      'graph-as-of': 'knownAt=2025-01-01T00:00:00Z',
    });
    expect(JSON.parse(text)).toEqual([{ data: { commitments: { totalCount: 0 } } }, { data: { place: null } }]);
  });
});

test('what is no operation is an error in its place', async () => {
  const { status, text } = await send([null, 3, [{ query: '{ __typename }' }], { query: '{ __typename }' }]);
  expect(status).toBe(200);
  const refused = { errors: [{ message: expect.any(String) as string, extensions: { code: 'BAD_REQUEST' } }] };
  expect(JSON.parse(text)).toEqual([refused, refused, refused, { data: { __typename: 'Query' } }]);
});

test('more than ten are refused, with a code and before any runs', async () => {
  const { status, text } = await send(Array(11).fill({ query: '{ __typename }' }));
  expect([status, JSON.parse(text)]).toEqual([
    413,
    { errors: [{ message: 'Batching is limited to 10 operations per request.', extensions: { code: 'BAD_REQUEST' } }] },
  ]);
});

test('BatchHttpLink of Apollo sends them together', async () => {
  const { sent, fetch } = recordedFetch();
  const link = new BatchHttpLink({ uri: `${server.url}/graphql`, fetch, batchMax: 10, batchInterval: 5 });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const place = gql('query P($id: ID!) { place(id: $id) { id name } }');
  const answers = await Promise.allSettled([
    client.query({ query: place, variables: { id: 'place:japan' } }),
    client.query({ query: gql(DEAR.query) }),
    client.query({ query: place, variables: { id: 'place:tokyo' } }),
  ]);
  expect(sent).toHaveLength(1);
  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value.data : 'refused'))).toMatchObject([
    { place: { name: 'Japan' } },
    'refused',
    { place: { name: 'Tokyo' } },
  ]);
});
