/** Automatic persisted queries: the links of Apollo and urql send a text once and its hash from then on; what is kept has an end. */
import { createHash } from 'node:crypto';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from './support/serve.ts';
import { recordedFetch, type Sent } from './support/wire.ts';

let server: Served;
beforeAll(async () => {
  server = await serve({ EXPLAIN: '1' });
});
afterAll(() => server.close());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

const send = async (body: object) => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
};
const NOT_FOUND = { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };

/** Asks twice, each time as a client that knows nothing of what it asked before. */
interface Asking {
  ask(url: string, query: string, fetching: typeof fetch): Promise<unknown>;
}

const apollo = (useGETForHashedQueries: boolean): Asking => ({
  async ask(url, query, fetching) {
    const link = createPersistedQueryLink({ sha256, useGETForHashedQueries }).concat(
      new HttpLink({ uri: `${url}/graphql`, fetch: fetching }),
    );
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    return (await client.query({ query: gql(query), variables: { id: 'place:japan' } })).data;
  },
});
const urql = (preferGetForPersistedQueries: boolean): Asking => ({
  async ask(url, query, fetching) {
    const exchanges = [persistedExchange({ preferGetForPersistedQueries }), fetchExchange];
    const client = new Client({ url: `${url}/graphql`, exchanges, fetch: fetching, preferGetMethod: false });
    return (await client.query(query, { id: 'place:japan' })).data;
  },
});

describe.each<[string, Asking, string]>([
  ['createPersistedQueryLink of Apollo, by POST', apollo(false), 'POST'],
  ['createPersistedQueryLink of Apollo, by GET', apollo(true), 'GET'],
  ['persistedExchange of urql, by POST', urql(false), 'POST'],
  ['persistedExchange of urql, by GET', urql(true), 'GET'],
])('%s', (name, { ask }, method) => {
  test('sends the text once, and the hash alone from then on', async () => {
    const query = `query ${name.replace(/\W/g, '')}($id: ID!) { place(id: $id) { id name } }`;
    const hasText = ({ text }: Sent) => text.includes('place(id:');
    const [first, second] = [recordedFetch(), recordedFetch()];
    const answer = await ask(server.url, query, first.fetch);
    expect(answer).toMatchObject({ place: { name: 'Japan' } });
    expect(first.sent.map(hasText)).toEqual([false, true]);
    expect(await ask(server.url, query, second.fetch)).toEqual(answer);
    expect(second.sent.map((one) => [one.method, hasText(one)])).toEqual([[method, false]]);
  });
});

describe('a hash', () => {
  test('that nobody sent with its text is not found, in every form of request', async () => {
    const body = { operationName: 'P', variables: {}, extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } };
    expect(await send(body)).toEqual(NOT_FOUND);
    const asked = new URLSearchParams({ extensions: JSON.stringify(body.extensions) });
    const response = await fetch(`${server.url}/graphql?${asked}`);
    expect([response.status, response.headers.get('cache-control'), await response.json()]).toEqual([200, 'no-store', NOT_FOUND]);
    const own = await fetch(`${server.url}/graphql?${asked}`, { headers: { accept: 'application/graphql-response+json' } });
    expect([own.status, await own.json()]).toEqual([400, NOT_FOUND]);
  });

  test('of another text is refused, and the text not kept', async () => {
    const [query, other] = ['{ a: __typename }', '{ b: __typename }'];
    expect(await send({ query, extensions: persisted(other) })).toEqual({
      errors: [{ message: 'PersistedQueryMismatch', extensions: { code: 'PERSISTED_QUERY_MISMATCH' } }],
    });
    for (const text of [query, other]) expect(await send({ extensions: persisted(text) })).toEqual(NOT_FOUND);
  });

  test.each(['3', '{"version":2,"sha256Hash":"x"}', '{"version":1,"sha256Hash":{}}', '[]', '{"version":1}'])(
    '%s is none, and a text is missing',
    async (given) => {
      expect(await send({ extensions: { persistedQuery: JSON.parse(given) as unknown } })).toMatchObject({
        errors: [{ message: 'Must provide query string.', extensions: { code: 'BAD_REQUEST' } }],
      });
    },
  );
});

test('a text asked for by its hash meets every limit, and gives the same answer as itself', async () => {
  const texts = [
    '{ place(id: "place:japan") { name located(first: 2) { edges { node { id } } } } }',
    '{ place(id: "place:japan") { name } __schema { queryType { name } } }',
    `{ ${'statistics { kinds { count } } '.repeat(800)} }`,
    `{ nodes(ids: ${'['.repeat(200)}${']'.repeat(200)}) { id } }`,
    '{ organizations(first: 100) { nodes { partners(first: 100) { nodes { partners(first: 100) { nodes { id } } } } } } }',
    '{ nothing }',
    '{',
  ];
  for (const query of texts) {
    const plain = ({ data, errors }: Awaited<ReturnType<typeof send>>) => JSON.stringify({ data, errors });
    const answer = plain(await send({ query }));
    expect(plain(await send({ query, extensions: persisted(query) }))).toBe(answer);
    expect(plain(await send({ extensions: persisted(query) }))).toBe(answer);
  }
});

test('the oldest are forgotten where they are too many together', async () => {
  const text = (i: number) => `{ a${i}: __typename }${' '.repeat(90_000)}`;
  const many = 60; // more than 4 MB
  for (let i = 0; i < many; i++) await send({ query: text(i), extensions: persisted(text(i)) });
  expect(await send({ extensions: persisted(text(0)) })).toEqual(NOT_FOUND);
  expect(await send({ extensions: persisted(text(many - 1)) })).toMatchObject({ data: { [`a${many - 1}`]: 'Query' } });
});
