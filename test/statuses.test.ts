/** The HTTP status of every sort of answer, by the media type it comes in: what GraphQL over HTTP says of both. */
import { createYoga } from 'graphql-yoga';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { EngineError } from '../src/engine/engine.ts';
import { useErrors } from '../src/yoga/use-errors.ts';
import { useStatus } from '../src/yoga/use-status.ts';
import { type Served, serve } from './support/serve.ts';
import { openEmpty } from './support/store.ts';

const JSON_TYPE = 'application/json';
const OWN_TYPE = 'application/graphql-response+json';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const statuses = async (body: string, { url } = server, headers: Record<string, string> = {}) =>
  Promise.all(
    [JSON_TYPE, OWN_TYPE].map(async (accept) => {
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': JSON_TYPE, accept, ...headers }, body });
      const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
      expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
      return [response.status, errors?.[0]?.extensions.code];
    }),
  );
const both = (json: number, own: number, code?: string) => [
  [json, code],
  [own, code],
];

describe('a request that is GraphQL over HTTP has 200 as application/json', () => {
  test.each([
    ['a document that is not GraphQL', { query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['one that does not fit the schema', { query: '{ nothing }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['an operation that there is not', { query: 'query A { __typename }', operationName: 'B' }, 400, 'OPERATION_RESOLUTION_FAILURE'],
    ['several and no name', { query: 'query A { __typename } query B { __typename }' }, 400, 'OPERATION_RESOLUTION_FAILURE'],
    // Audit 7B9B of graphql-http asks with a query that is wrong itself.
    ['a variable that is missing', { query: 'query($id: ID!) { place(id: $id) { name } }' }, 400, 'BAD_USER_INPUT'],
    ['a variable that is null', { query: 'query($id: ID!) { place(id: $id) { name } }', variables: { id: null } }, 400, 'BAD_USER_INPUT'],
    [
      'a variable of another type',
      { query: 'query($n: Int) { places(first: $n) { nodes { id } } }', variables: { n: 'x' } },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'variables that are too deep',
      { query: '{ __typename }', variables: JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`) as object },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'an operation that costs too much',
      { query: `{ organizations(first: 100) { nodes ${'{ partners(first: 100) { nodes '.repeat(3)} { id } ${'} }'.repeat(3)} } }` },
      400,
      'QUERY_TOO_COMPLEX',
    ],
    ['an error of a field', { query: '{ place(id: "place:japan") { located(first: -1) { totalCount } } }' }, 200, 'BAD_USER_INPUT'],
    ['an answer', { query: '{ place(id: "place:japan") { name } }' }, 200, undefined],
  ])('%s', async (_, body, own, code) => expect(await statuses(JSON.stringify(body))).toEqual(both(200, own, code)));

  test('a header that is not what it must be', async () => {
    const answer = await statuses('{"query":"{ places { totalCount } }"}', server, { 'graph-as-of': 'yesterday' });
    expect(answer).toEqual(both(200, 400, 'BAD_USER_INPUT'));
  });
});

test.each([
  ['no query', '{}'],
  ['a query of another type', '{"query":1}'],
  ['variables of another type', '{"query":"{ __typename }","variables":[7]}'],
  ['no JSON', '{"query":'],
  ['no object', '3'],
  ['nothing', ''],
])('a request that is not has 400 in both: %s', async (_, body) => {
  expect(await statuses(body)).toEqual(both(400, 400, 'BAD_REQUEST'));
});

test('what is our own fault is told so in both', async () => {
  const context = () => {
    throw new Error('ours');
  };
  const plugins = [useErrors(pino({ level: 'silent' })), useStatus()];
  const yoga = createYoga({ schema, context, plugins, maskedErrors: false, logging: false });
  for (const accept of [JSON_TYPE, OWN_TYPE]) {
    const response = await yoga.fetch('http://x/graphql?query={__typename}', { headers: { accept } });
    expect([response.status, await response.json()]).toMatchObject([500, { errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }]);
  }
});

test.each([
  ['ENGINE_TIMEOUT', 504],
  ['ENGINE_UNAVAILABLE', 503],
] as const)('an engine that fails is told so to proxies and monitors: %s', async (code, own) => {
  const engine = { ...(await openEmpty()), read: () => Promise.reject(new EngineError(code, 'It failed.')) };
  const broken = await serve({ LOG_LEVEL: 'silent' }, engine);
  expect(await statuses('{"query":"{ place(id: \\"place:japan\\") { name } places { totalCount } }"}', broken)).toEqual(
    both(200, own, code),
  );
  expect(
    await statuses('{"query":"{ __typename place(id: \\"place:japan\\") { name } }"}', broken),
    'where something was answered',
  ).toEqual(both(200, 200, code));
  await broken.close();
});

test('no cache keeps an answer without data', async () => {
  const { status, headers } = await fetch(`${server.url}/graphql?query={`);
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
});
