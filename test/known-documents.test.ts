/** `PERSISTED_ONLY`: a server that answers the documents of a manifest and nothing else; the manifests are those of Relay's and Apollo's compilers. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, createRequest, fetchExchange, stringifyDocument } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { print } from 'graphql';
import relay from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readManifest } from '../src/yoga/manifest.ts';
import { call } from './support/cli.ts';
import { newFolder } from './support/folder.ts';
import { compile } from './support/relay.ts';
import { type Served, serve } from './support/serve.ts';
import { recordedFetch } from './support/wire.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The path of a file that holds this. */
function written(content: unknown): string {
  const file = join(newFolder(), 'manifest.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const QUERY = gql`
  query Place($id: ID!) {
    place(id: $id) {
      id
      name
    }
  }
`;
const TEXT = print(QUERY);
const variables = { id: 'place:japan' };
/** The same as the clients write it. */
const OF_APOLLO = print(new InMemoryCache().transformDocument(QUERY));
const OF_URQL = stringifyDocument(createRequest(QUERY, variables).query);
const PLACE = { place: { id: 'place:japan', name: 'Japan' } };

let server: Served;
beforeAll(async () => {
  const operations = [TEXT, OF_APOLLO, OF_URQL].map((body) => ({ id: sha256(body), name: 'Place', type: 'query', body }));
  server = await serve({ PERSISTED_ONLY: written({ format: 'apollo-persisted-query-manifest', version: 1, operations }) });
});
afterAll(() => server.close());

const post = async (body: object, { url } = server) => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as object;
};
const refusal = (code: string) => ({ errors: [{ message: expect.any(String) as string, extensions: { code } }] });

describe("of Apollo's manifest", () => {
  test.each([true, false])('Apollo asks by the id alone (GET: %s)', async (useGETForHashedQueries) => {
    const { sent, fetch } = recordedFetch();
    const link = createPersistedQueryLink({ sha256, useGETForHashedQueries }).concat(new HttpLink({ uri: `${server.url}/graphql`, fetch }));
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    expect((await client.query({ query: QUERY, variables })).data).toMatchObject(PLACE);
    expect(sent).toHaveLength(1);
  });

  test.each([true, false])('urql does (GET: %s)', async (preferGetForPersistedQueries) => {
    const { sent, fetch } = recordedFetch();
    const exchanges = [persistedExchange({ preferGetForPersistedQueries, enforcePersistedQueries: true }), fetchExchange];
    const client = new Client({ url: `${server.url}/graphql`, exchanges, fetch, preferGetMethod: false });
    expect((await client.query(QUERY, variables)).data).toMatchObject(PLACE);
    expect(sent).toHaveLength(1);
  });

  test('any client does, as GraphQL over HTTP has it', async () => {
    for (const documentId of [sha256(TEXT), `sha256:${sha256(TEXT)}`]) {
      expect(await post({ documentId, variables })).toEqual({ data: PLACE });
      const asked = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });
      expect(await (await fetch(`${server.url}/graphql?${asked}`)).json()).toEqual({ data: PLACE });
    }
  });
});

test("of Relay's manifest Relay asks by the id that its compiler wrote", async () => {
  const module = 'graphql`query DocumentsPlaceQuery($id: ID!) { place(id: $id) { id name } }`;';
  const { load, manifest } = compile({ DocumentsPlace: module }, true);
  const own = await serve({ PERSISTED_ONLY: manifest });
  const network = relay.Network.create(async ({ id, text }, variables) => {
    expect(text).toBeNull();
    return (await post({ doc_id: id, variables }, own)) as relay.GraphQLResponse;
  });
  const environment = new relay.Environment({ network, store: new relay.Store(new relay.RecordSource()) });
  const data = await relay.fetchQuery(environment, await load<relay.ConcreteRequest>('DocumentsPlaceQuery'), variables).toPromise();
  expect(data).toEqual(PLACE);
  expect(Object.keys(JSON.parse(readFileSync(manifest, 'utf8')) as object)).toHaveLength(1);
  await own.close();
});

describe('nothing else is answered', () => {
  test.each([
    ['a text', { query: '{ __typename }' }, 'PERSISTED_QUERY_REQUIRED'],
    ['a text that is known', { query: TEXT, variables }, 'PERSISTED_QUERY_REQUIRED'],
    [
      'a text with its hash',
      { query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: sha256('{ __typename }') } } },
      'PERSISTED_QUERY_REQUIRED',
    ],
    ['a text with an id', { query: '{ __typename }', documentId: sha256(TEXT) }, 'PERSISTED_QUERY_REQUIRED'],
    ['neither text nor id', { variables }, 'PERSISTED_QUERY_REQUIRED'],
    ['an id that is none', { documentId: 7 }, 'PERSISTED_QUERY_REQUIRED'],
    ['an unknown id', { documentId: 'none' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a name that every object has', { documentId: '__proto__' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an unknown hash', { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }, 'PERSISTED_QUERY_NOT_FOUND'],
  ])('%s', async (_, body, code) => expect(await post(body)).toEqual(refusal(code)));

  test('nor in a batch, where what is known is', async () => {
    expect(await post([{ query: '{ __typename }' }, { documentId: sha256(TEXT), variables }])).toEqual([
      refusal('PERSISTED_QUERY_REQUIRED'),
      { data: PLACE },
    ]);
  });

  test('and the pages that write documents of their own are not there', async () => {
    expect((await fetch(`${server.url}/`)).status).toBe(404);
    expect((await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } })).headers.get('content-type')).not.toContain('html');
    expect((await fetch(`${server.url}/schema.graphql`)).status).toBe(200);
  });
});

test('an id that is known nowhere else: without PERSISTED_ONLY there are none', async () => {
  const usual = await serve();
  expect(await post({ documentId: sha256(TEXT) }, usual)).toEqual(refusal('BAD_REQUEST'));
  await usual.close();
});

describe('a manifest that is none ends the start', () => {
  test.each([
    ['no JSON', '{'],
    ['a list', [TEXT]],
    ['texts that are none', { a: 1 }],
    ['another version', { format: 'apollo-persisted-query-manifest', version: 2, operations: [] }],
  ])('%s', (_, content) =>
    expect(() => readManifest(written(content))).toThrow(/^PERSISTED_ONLY=.*: is not a manifest of Relay's or Apollo's compiler$/),
  );

  test('as a wrong setting', async () => {
    const PERSISTED_ONLY = '/nowhere/manifest.json';
    expect(await call(['serve'], { PERSISTED_ONLY, PORT: '0', DATA_DIR: ':memory:' })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^PERSISTED_ONLY=\/nowhere\/manifest\.json: .*no such file/) as string,
    });
  });
});
