/** What a node was is kept apart from what it is, in the stores of clients as docs/clients.md sets them up. */
import { type ApolloClient, gql, type InMemoryCache } from '@apollo/client';
import { type Client, gql as urqlGql } from '@urql/core';
import { type IntrospectionQuery, introspectionFromSchema, parse, print, visit } from 'graphql';
import relay from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { schema } from '../schema/index.ts';
import { possibleTypes } from './support/possible-types.ts';
import { compile } from './support/relay.ts';
import { openAllSeeds } from './support/seeded.ts';
import { type Served, serve } from './support/serve.ts';
import { importSnippets } from './support/snippets.ts';

interface Snippets {
  createApolloClient(url: string, types: typeof possibleTypes): ApolloClient;
  createUrqlClient(url: string, schema: IntrospectionQuery): Client;
  createRelayEnvironment(url: string, asOf?: string): relay.Environment;
}
let server: Served;
let url: string;
let snippets: Snippets;
beforeAll(async () => {
  [server, snippets] = await Promise.all([
    openAllSeeds().then((engine) => serve({}, engine)),
    importSnippets('docs/clients.md') as unknown as Promise<Snippets>,
  ]);
  url = `${server.url}/graphql`;
});
afterAll(() => server.close());

const warned = vi.spyOn(console, 'warn');
afterAll(() => warned.mockRestore());

const ID = 'commitment:microsoft-japan-2026-nco-cooperation';
const KNOWN = '2026-11-24T00:00:00Z';
const BEFORE = { id: ID, asOf: { knownAt: KNOWN } };
const NOW = { id: ID };
/** Also by another way: what is nested, and what is of no kind but a link. */
const QUERY = `query Pledge($id: ID!, $asOf: AsOf) {
  commitment(id: $id, asOf: $asOf) { id version amount { value } places { nodes { id version name commitments(first: 1, where: {node: {id: {eq: $id}}}) { nodes { id version amount { value } } } } } }
  entity(by: {id: $id}, asOf: $asOf) { id version links(first: 1) { edges { link { id version sourceCount } } } }
}`;
const amount = (value: string | null) => (value === null ? null : { value });
const pledge = (version: string, value: string | null) => ({
  commitment: {
    version,
    amount: amount(value),
    places: { nodes: [{ version, commitments: { nodes: [{ version, amount: amount(value) }] } }] },
  },
  entity: { version, links: { edges: [{ link: { version } }] } },
});
const WAS = pledge(`knownAt=${KNOWN}`, null);
const IS = pledge('', '1000000000');

describe.each(['before, then now', 'now, then before'])('%s', (order) => {
  const inOrder = <One>(one: One, other: One): [One, One] => (order.startsWith('before') ? [one, other] : [other, one]);

  test('through one Apollo cache', async () => {
    const client = snippets.createApolloClient(url, possibleTypes);
    const query = gql(QUERY);
    for (const variables of inOrder<object>(BEFORE, NOW)) await client.query({ query, variables });
    expect(client.readQuery({ query, variables: BEFORE })).toMatchObject(WAS);
    expect(client.readQuery({ query, variables: NOW })).toMatchObject(IS);
  });

  test('through one Graphcache', async () => {
    const client = snippets.createUrqlClient(url, introspectionFromSchema(schema));
    const query = urqlGql(QUERY);
    const read = (variables: object, requestPolicy: 'network-only' | 'cache-only') =>
      client.query(query, variables, { requestPolicy }).toPromise();
    for (const variables of inOrder<object>(BEFORE, NOW)) expect((await read(variables, 'network-only')).error).toBeUndefined();
    expect((await read(BEFORE, 'cache-only')).data).toMatchObject(WAS);
    expect((await read(NOW, 'cache-only')).data).toMatchObject(IS);
  });

  test('through one Environment of Relay, and through one for each time', async () => {
    const { load } = compile({ Pledge: `graphql\`${QUERY.replace('query Pledge', 'query PledgeQuery')}\`;` });
    const request = await load<relay.ConcreteRequest>('PledgeQuery');
    const fetchIn = async (environment: relay.Environment, variables: relay.Variables) => {
      const operation = relay.createOperationDescriptor(request, variables);
      await relay.fetchQuery(environment, request as never, variables, { fetchPolicy: 'network-only' }).toPromise();
      return () => environment.lookup(operation.fragment).data;
    };
    const one = snippets.createRelayEnvironment(url);
    const read = [];
    for (const variables of inOrder<relay.Variables>(BEFORE, NOW)) read.push(await fetchIn(one, variables));
    expect(read.map((readOne) => readOne())).toMatchObject(inOrder<object>(WAS, IS));

    const [then, now] = [snippets.createRelayEnvironment(url, `knownAt=${KNOWN}`), snippets.createRelayEnvironment(url)];
    expect((await fetchIn(then, NOW))()).toMatchObject(WAS);
    expect((await fetchIn(now, NOW))()).toMatchObject(IS);
  });
});

test('a refetch by `node` in the Environment of a time asks about that time', async () => {
  const { load } = compile({
    Again: 'graphql`query AgainQuery($id: ID!) { node(id: $id) { id version ... on Commitment { amount { value } } } }`;',
  });
  const request = await load<relay.ConcreteRequest>('AgainQuery');
  const ask = (environment: relay.Environment) => relay.fetchQuery(environment, request as never, { id: ID }).toPromise();
  expect(await ask(snippets.createRelayEnvironment(url, `knownAt=${KNOWN}`))).toEqual({
    node: { id: ID, version: `knownAt=${KNOWN}`, amount: null },
  });
  expect(await ask(snippets.createRelayEnvironment(url))).toEqual({ node: { id: ID, version: '', amount: { value: '1000000000' } } });
});

test('a store that keys nodes by their id alone mixes the two, so that these tests can fail', async () => {
  const query = gql(QUERY);
  const client = snippets.createApolloClient(url, possibleTypes);
  (client.cache as InMemoryCache).policies.addTypePolicies({ Node: { keyFields: ['id'] } });
  for (const variables of [BEFORE, NOW]) await client.query({ query, variables });
  expect(client.readQuery({ query, variables: BEFORE })).toMatchObject(IS);
});

describe('a node without its version', () => {
  const FORGETFUL = print(visit(parse(QUERY), { Field: (node) => (node.name.value === 'version' ? null : undefined) }));

  test('is an error of Apollo’s store', async () => {
    const client = snippets.createApolloClient(url, possibleTypes);
    await expect(client.query({ query: gql(FORGETFUL), variables: NOW })).rejects.toThrow(/version/);
  });

  test('is kept by Graphcache only where it was read', async () => {
    const client = snippets.createUrqlClient(url, introspectionFromSchema(schema));
    const query = urqlGql(FORGETFUL);
    const ask = async (variables: object) => (await client.query(query, variables).toPromise()).data;
    const [was, is] = [await ask(BEFORE), await ask(NOW)];
    expect([was, is]).toMatchObject([{ commitment: { amount: null } }, { commitment: { amount: amount('1000000000') } }]);
    expect(await ask(BEFORE)).toEqual(was);
  });
});

test('no store has anything to warn of', () => expect(warned.mock.calls).toEqual([]));
