/** Answers written without the executor: the same bytes, and whatever is not as it should be goes to the executor. */
import { type GraphQLEnumType, getNamedType, isLeafType, isRequiredArgument, parse } from 'graphql';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { schema } from '../schema/index.ts';
import type { Engine } from '../src/engine/engine.ts';
import { createContext } from '../src/plan/context.ts';
import { answerDirectly } from '../src/plan/direct.ts';
import { chooseTier } from '../src/plan/tier.ts';
import { testClock } from './support/clock.ts';
import { run } from './support/run.ts';
import { openWith } from './support/store.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openWith({
    nodes: [
      { id: 'organization:good', kind: 'Organization', name: 'Good "\\\n\u{1F600}', type: 'COMPANY' },
      { id: 'organization:odd', kind: 'Organization', name: 'Odd', type: 'NONSENSE' },
    ],
    links: [],
  });
});
afterAll(() => engine.close());

test('properties, links, pages, aggregates and __typename need no executor', async () => {
  const query = `query One { __typename a: organization(id: "organization:good") { id name type partners { totalCount edges { cursor node { __typename name } } pageInfo { hasNextPage endCursor } aggregate { count } } linkCounts { type count } links { edges { link { id from { name } } } } } organizationsAggregate { count } organizations(last: 1) { nodes { id } } }
    query Two { organization(id: "organization:odd") { name } }`;
  expect((await run(engine, query, {}, 'single', 'One')).isDirect).toBe(true);
  expect(await run(engine, query, {}, 'single', 'Two')).toMatchObject({ data: { organization: { name: 'Odd' } }, isDirect: true });
});

test('what has a resolver of its own goes to the executor', async () => {
  expect((await run(engine, '{ statistics { kinds { count } } organization(id: "organization:good") { name } }')).isDirect).toBe(false);
});

const roots = Object.values(schema.getQueryType()!.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
test.each(roots.map(({ name, type }) => [name, isLeafType(getNamedType(type)) ? '' : '{ __typename }']))(
  '%s alone, with nothing but its type, is what the executor says',
  async (name, selected) => {
    // `run` compares both.
    expect((await run(engine, `{ ${name} ${selected} }`)).errors).toBeUndefined();
  },
);

test('a value that its type does not know is told where it stands, and the rest is answered', async () => {
  const answer = await run(engine, '{ organization(id: "organization:odd") { name type } }');
  expect(answer).toMatchObject({
    data: { organization: { name: 'Odd', type: null } },
    errors: [{ path: ['organization', 'type'] }],
    isDirect: false,
  });
});

test('null for a condition of @include is an error, whatever was asked before', async () => {
  const query = 'query($x: Boolean = true) { organization(id: "organization:good") { id name @include(if: $x) } }';
  expect((await run(engine, query, { x: false })).data).toEqual({ organization: { id: 'organization:good' } });
  const { errors, isDirect } = await run(engine, query, { x: null });
  expect(errors?.[0]?.message).toMatch(/non-null/i);
  expect(isDirect).toBe(false);
});

test('response keys are what the client likes, whatever they mean to JavaScript or elsewhere', async () => {
  const aliases = ['__proto__', 'constructor', 'toJSON', 'then', 'valueOf', 'id', '__typename', 'node', 'type', 'cursor'];
  const links = aliases.map((alias) => `${alias}: partners(first: 1) { ${alias}: totalCount }`).join(' ');
  const query = `{ node(id: "organization:good") { ${aliases.map((alias) => `${alias}: id`).join(' ')} }
    entity(by: { id: "organization:good" }) { ... on Organization { ${links} } } }`;
  const { data, isDirect } = await run(engine, query);
  expect(isDirect).toBe(true);
  const all = (value: (alias: string) => unknown) => Object.fromEntries(aliases.map((alias) => [alias, value(alias)]));
  expect(data).toEqual({ node: all(() => 'organization:good'), entity: all((alias) => Object.fromEntries([[alias, 0]])) });
  expect(Object.keys(data!['node'] as object)).toEqual(aliases);
  expect((await run(engine, query, {}, 'levels')).data).toEqual(data);
});

test('an answer that is too long is built no further than that', async () => {
  const type = schema.getType('EntityType') as GraphQLEnumType;
  const serialize = vi.spyOn(type, 'serialize');
  const ids = Array.from({ length: 500 }, () => 'organization:good');
  const row = JSON.stringify({ type: 'COMPANY', id: 'organization:good' }).length;
  const contextValue = createContext({
    engine,
    clock: testClock,
    runsWhole: chooseTier('single', engine),
    timeoutMs: 60_000,
    maxCost: 1e9,
    maxResponseBytes: 10 * row,
  });
  const document = parse('query($ids: [ID!]!) { nodes(ids: $ids) { ... on Organization { type id } } }');
  await expect(answerDirectly({ schema, document, variableValues: { ids }, contextValue })).rejects.toThrow(/MAX_RESPONSE_BYTES/);
  expect(serialize.mock.calls.length).toBeGreaterThan(5);
  expect(serialize.mock.calls.length).toBeLessThan(20);
  serialize.mockRestore();
});

test('ten links in a row, each of any kind, are written by closures as many as there are links', async () => {
  const nested = Array.from({ length: 10 }).reduce<string>((inner) => `links(first: 1) { nodes { id ${inner} } }`, '');
  const { errors, isDirect } = await run(engine, `{ entity(by: {id: "organization:good"}) { ${nested} } }`);
  expect([errors, isDirect]).toEqual([undefined, true]);
});
