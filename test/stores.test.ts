/** Client stores of Apollo and Relay: they key records by `id`, read links from both ends, and page with their own helpers. */
import { readFileSync } from 'node:fs';
import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { parse, print } from 'graphql';
import relay from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { inProject } from '../src/root.ts';
import { possibleTypes } from './support/possible-types.ts';
import { compile } from './support/relay.ts';
import { run } from './support/run.ts';
import { openSeeded } from './support/seeded.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeded();
});
afterAll(() => engine.close());

const MISSION = readFileSync(inProject('schema', 'examples', '1-mission.graphql'), 'utf8');
/** The same links, read from their other ends. */
const POLICE =
  'query Police { agency(id: "agency:jp-national-police-agency") { name partners { edges { purpose confidence node { id name } } } } }';
const PLEDGE =
  'query Pledge { commitment(id: "commitment:microsoft-japan-2026") { id name parties { edges { role node { id name commitments(first: 2) { edges { role node { id name } } } } } } } }';
const QUERIES = { Mission: MISSION, Police: POLICE, Pledge: PLEDGE };

const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, item: unknown) => (key === '__typename' || /^__/.test(key) ? undefined : item)));

describe('Apollo', () => {
  async function readBack(queries: Readonly<Record<string, string>>): Promise<void> {
    const cache = new InMemoryCache({ possibleTypes });
    const documents = Object.values(queries).map((query) => cache.transformDocument(parse(query)));
    for (const query of documents) cache.writeQuery({ query, data: (await run(engine, print(query))).data });
    for (const [i, query] of Object.values(queries).entries())
      expect(plain(cache.readQuery({ query: documents[i]! }))).toEqual((await run(engine, query)).data);
  }

  test('answers both ends', () => readBack(QUERIES));

  test('would not, if edges had an id (so this test can fail)', async () => {
    const withId = (query: string) => query.replace('purpose', 'id: linkId purpose');
    const mission = withId('query M { organization(id: "organization:microsoft") { partners { edges { purpose node { id name } } } } }');
    await expect(readBack({ mission, police: withId(POLICE) })).rejects.toThrow();
  });
});

/** The ids of all partners of Microsoft, in one page. */
async function partnersOfMicrosoft(): Promise<string[]> {
  const { data } = await run(engine, '{ organization(id: "organization:microsoft") { partners(first: 100) { nodes { id } } } }');
  return (data as { organization: { partners: { nodes: { id: string }[] } } }).organization.partners.nodes.map(({ id }) => id);
}

test('Apollo pages through a nested connection with its own helper', async () => {
  const link = new ApolloLink(
    ({ query, variables }) =>
      new Observable((observer) => {
        run(engine, print(query), variables).then(({ data }) => {
          observer.next({ data });
          observer.complete();
        }, observer.error.bind(observer));
      }),
  );
  const typePolicies = { Organization: { fields: { partners: relayStylePagination(['kinds', 'where', 'orderBy']) } } };
  const client = new ApolloClient({ link, cache: new InMemoryCache({ typePolicies }) });
  const query = gql`
    query Partners($after: String) {
      organization(id: "organization:microsoft") {
        id
        partners(first: 3, after: $after) {
          edges {
            cursor
            node {
              id
            }
          }
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
        }
      }
    }
  `;
  type Data = {
    organization: { partners: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
  };
  const observed = client.watchQuery<Data>({ query, variables: {} });
  const first = await client.query<Data>({ query, variables: {} });
  for (let page = first.data!.organization.partners; page.pageInfo.hasNextPage; ) {
    const { data } = await observed.fetchMore({ variables: { after: page.pageInfo.endCursor } });
    page = (data as Data).organization.partners;
  }
  const held = client.readQuery<Data>({ query, variables: {} })!.organization.partners;
  expect(held.edges.map(({ node }) => node.id)).toEqual(await partnersOfMicrosoft());
  expect(held.edges.length).toBeGreaterThan(6);
});

const createEnvironment = () =>
  new relay.Environment({
    network: relay.Network.create(() => Promise.reject(new Error('no network'))),
    store: new relay.Store(new relay.RecordSource()),
  });

describe('Relay', () => {
  test('pages through a fragment with @refetchable and @connection', async () => {
    const { load } = compile({
      Company: `graphql\`query CompanyQuery { organization(id: "organization:microsoft") { id ...Company_partners } }\`;
        graphql\`fragment Company_partners on Organization @refetchable(queryName: "CompanyMoreQuery")
          @argumentDefinitions(count: {type: "Int", defaultValue: 3}, cursor: {type: "String"}) {
            partners(first: $count, after: $cursor) @connection(key: "Company_partners") { edges { node { id } } }
          }\`;`,
    });
    const first = await load<relay.ConcreteRequest>('CompanyQuery');
    const more = await load<relay.ConcreteRequest>('CompanyMoreQuery');
    const environment = createEnvironment();
    const commit = async (request: relay.ConcreteRequest, variables: relay.Variables) => {
      const operation = relay.createOperationDescriptor(request, variables);
      const { data, errors } = await run(engine, request.params.text!, variables);
      expect(errors).toBeUndefined();
      environment.commitPayload(operation, data as never);
      return environment.lookup(operation.fragment).data as { organization: relay.SelectorData };
    };
    const { organization } = await commit(first, {});
    const selector = relay.getSingularSelector(await load<relay.ReaderFragment>('Company_partners'), organization)!;
    type Partners = { partners: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const held = () => (environment.lookup(selector as relay.SingularReaderSelector).data as unknown as Partners).partners;
    expect(held().edges).toHaveLength(3);
    while (held().pageInfo.hasNextPage) await commit(more, { id: 'organization:microsoft', count: 3, cursor: held().pageInfo.endCursor });
    // Relay keeps a node once, where several links lead to it.
    expect(held().edges.map(({ node }) => node.id)).toEqual([...new Set(await partnersOfMicrosoft())]);
  });

  test('answers both ends', async () => {
    const texts = Object.entries(QUERIES).map(([name, text]) => [name, `graphql\`${text.replace(/query \w+/, `query ${name}Query`)}\`;`]);
    const { load } = compile(Object.fromEntries(texts));
    const artifacts = await Promise.all(Object.keys(QUERIES).map((name) => load<relay.ConcreteRequest>(`${name}Query`)));
    const environment = createEnvironment();
    const operations = artifacts.map((artifact) => relay.createOperationDescriptor(artifact, {}));
    for (const operation of operations) {
      const { data } = await run(engine, operation.request.node.params.text!);
      environment.commitPayload(operation, data as never);
    }
    for (const [i, query] of Object.values(QUERIES).entries()) {
      const { data, isMissingData } = environment.lookup(operations[i]!.fragment);
      expect(isMissingData).toBe(false);
      expect(plain(data)).toEqual((await run(engine, query)).data);
    }
  });
});
