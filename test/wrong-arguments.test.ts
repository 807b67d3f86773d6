/** Wrong arguments of lists: each is an error with a code that names the argument by its schema coordinate. */
import { isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { type Served, serve } from './support/serve.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const commitment = (selection: string): string => `{ commitment(id: "commitment:microsoft-japan-2026") { ${selection} } }`;
const organizations = (where: string): string => `{ organizations(where: ${where}) { nodes { id } } }`;
const nest = (word: string, times: number): string => (times ? `{${word}: ${nest(word, times - 1)}}` : '{id: {eq: "x"}}');

describe('is refused', () => {
  test.each([
    ['a negative first', commitment('parties(first: -1) { totalCount }'), 'Commitment.parties(first:) is from 0 to 100, not -1.'],
    ['a first too great', commitment('parties(first: 101) { totalCount }'), 'Commitment.parties(first:) is from 0 to 100, not 101.'],
    ['a last too great', commitment('parties(last: 101) { totalCount }'), 'Commitment.parties(last:) is from 0 to 100, not 101.'],
    [
      'both first and last',
      commitment('parties(first: 1, last: 1) { totalCount }'),
      'Commitment.parties(last:) goes with no first or after: a page starts at one end.',
    ],
    [
      'first with before',
      commitment('parties(first: 1, before: "x") { totalCount }'),
      'Commitment.parties(before:) goes with no first or after: a page starts at one end.',
    ],
    [
      'what is not a cursor',
      commitment('parties(after: "x") { nodes { id } }'),
      'Commitment.parties(after:) is not a cursor of this server.',
    ],
    [
      'null for a value',
      organizations('{name: {eq: null}}'),
      'Query.organizations(where:) OrganizationFilter.name has null for eq: leave it out, or ask isNull.',
    ],
    [
      'null within a list',
      organizations('{names: {some: {value: null}}}'),
      'Query.organizations(where:) OrganizationFilter.names has null for value: leave it out, or ask isNull.',
    ],
    [
      'too many conditions of no value',
      organizations(`{or: [${'{name: {isNull: true}}, '.repeat(51)}]}`),
      'Query.organizations(where:) has more than 50 conditions.',
    ],
    [
      'links nested too deep',
      `{ agency(id: "agency:x") { partners(where: {node: ${'{partners: {some: {node: '.repeat(4)}{}${'}}}'.repeat(4)}}) { totalCount } } }`,
      'Agency.partners(where:) follows more than 3 links in a row.',
    ],
    [
      'null for a condition',
      organizations('{name: null}'),
      'Query.organizations(where:) has null for OrganizationFilter.name: leave it out, or ask isNull.',
    ],
    ['a filter nested too deep', organizations(nest('not', 6)), 'Query.organizations(where:) is nested more than 5 deep.'],
    [
      'a filter of too many conditions',
      organizations(`{or: [${'{name: {eq: "x"}}, '.repeat(51)}]}`),
      'Query.organizations(where:) has more than 50 conditions.',
    ],
    [
      'an amount in no currency',
      '{ commitments(where: {amount: {gt: "1"}}) { nodes { id } } }',
      'Query.commitments(where:) CommitmentFilter.amount compares numbers of no currency or unit: say which.',
    ],
    [
      'an order of too many terms',
      `{ organizations(orderBy: [${'{name: ASC}, '.repeat(6)}]) { nodes { id } } }`,
      'Query.organizations(orderBy:) has more than 5 terms.',
    ],
    [
      'a facet that is not there',
      '{ sourcesAggregate { facets(by: ROLE) { value } } }',
      'SourceAggregate.facets(by:) is ROLE, which nothing in this list has.',
    ],
    [
      'a facet of too many values',
      '{ sourcesAggregate { facets(by: LANGUAGE, limit: 101) { value } } }',
      'SourceAggregate.facets(limit:) is from 1 to 100, not 101.',
    ],
  ])('%s', async (_, query, message) => {
    const { body } = await server.post(query);
    expect(body.errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test.each([
    ['an unknown currency', '{ commitments(where: {amount: {currency: "XXQ", gt: "1"}}) { nodes { id } } }', 'is not an ISO 4217 currency'],
    ['a day that is not', '{ commitments(where: {endsOn: {lt: "2030-02-30"}}) { nodes { id } } }', 'is not a date like 2030'],
    ['a number that is none', '{ commitments(where: {amount: {currency: "USD", gt: "ten"}}) { nodes { id } } }', 'is not a decimal number'],
    ['an order by two things at once', '{ organizations(orderBy: [{name: ASC, id: ASC}]) { nodes { id } } }', 'OneOf'],
  ])('%s, where it is written', async (_, query, message) => {
    const { body } = await server.post(query);
    expect(body.errors).toHaveLength(1);
    expect(body.errors).toMatchObject([{ message: expect.stringContaining(message), locations: [{ line: 1 }] }]);
    expect(body.errors![0]!.extensions['code']).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
  });

  test.each([
    ['an unknown currency', { currency: 'XXQ', gt: '1' }, 'is not an ISO 4217 currency'],
    ['a number that is none', { currency: 'USD', gt: 'much' }, 'is not a decimal number'],
    ['a number that JSON rounds', { currency: 'USD', gt: 9007199254740992 }, 'has more than 15 digits: write it as text'],
  ])('%s in a variable', async (_, amount, message) => {
    const { body } = await server.post('query($where: CommitmentFilter) { commitments(where: $where) { nodes { id } } }', {
      variables: { where: { amount } },
    });
    expect(body.errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('a variable nested ten thousand deep, without harm', async () => {
    const where = `${'{"not":'.repeat(10_000)}{}${'}'.repeat(10_000)}`;
    const query = 'query($where: OrganizationFilter) { organizations(where: $where) { nodes { id } } }';
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query": ${JSON.stringify(query)}, "variables": {"where": ${where}}}`,
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect((await server.post('{ organizations { totalCount } }')).body.errors).toBeUndefined();
  });
});

describe('an error takes no answer from other root fields', () => {
  test('none of which is without null', () => {
    const fields = Object.values(schema.getQueryType()!.getFields());
    expect(fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual([]);
  });

  test.each([
    ['a list', '{ organizations(first: 101) { totalCount } commitments { totalCount } }', ['organizations']],
    ['an aggregate', '{ organizationsAggregate { facets(by: ROLE) { value } } commitments { totalCount } }', ['organizationsAggregate']],
    ['nodes', `{ nodes(ids: [${'"x", '.repeat(501)}]) { id } commitments { totalCount } }`, ['nodes']],
    ['a path', '{ path(from: "organization:nec", to: "organization:nec") { truncated } commitments { totalCount } }', ['path']],
    [
      'what is ranked',
      '{ ranking(by: DEGREE, limit: 0) { rank } commitments { totalCount } search(query: "?") { totalCount } }',
      ['ranking', 'search'],
    ],
  ])('%s', async (_, query, wrong) => {
    const { body } = await server.post(query);
    expect(body.errors!.map(({ path }) => path![0]).toSorted()).toEqual(wrong);
    expect(body.data).toEqual({ ...Object.fromEntries(wrong.map((name) => [name, null])), commitments: { totalCount: 9 } });
  });

  test('and an empty list is no error', async () => {
    const { body } = await server.post('{ organizations(where: {id: {in: []}}) { totalCount } commitments { totalCount } }');
    expect(body).toMatchObject({ data: { organizations: { totalCount: 0 }, commitments: { totalCount: 9 } } });
    expect(body.errors).toBeUndefined();
  });
});

describe('a cursor', () => {
  const read = (args: string) => server.post(`{ organizations(${args}) { pageInfo { endCursor } nodes { id } } }`);
  const cursorOf = async (args: string): Promise<string> => {
    const { body } = await read(args);
    return (body.data as { organizations: { pageInfo: { endCursor: string } } }).organizations.pageInfo.endCursor;
  };

  test.each([
    ['of another order', 'orderBy: [{name: DESC}]'],
    ['of another filter', 'where: {country: {eq: "JP"}}'],
    ['of a filter with another value', 'where: {name: {ne: "X"}}'],
  ])('%s is refused', async (_, args) => {
    const cursor = await cursorOf('first: 2, where: {name: {ne: "Y"}}');
    const { body } = await read(`first: 2, after: "${cursor}", ${args}`);
    expect(body.errors).toMatchObject([{ extensions: { code: 'CURSOR_MISMATCH' } }]);
  });

  test('that is empty is none', async () => {
    const [whole, after] = [await read('first: 3'), await read('first: 3, after: ""')];
    const [last, before] = [await read('last: 3'), await read('last: 3, before: "", after: ""')];
    expect([after.body, before.body]).toEqual([whole.body, last.body]);
    expect((await read('after: "", before: ""')).body).toEqual((await read('first: 20')).body);
  });

  test('of the same question goes on, both ways', async () => {
    const args = 'where: {name: {ne: "Y"}}, orderBy: [{country: DESC}, {linkCount: {type: PARTY_TO, direction: DESC}}]';
    const cursor = await cursorOf(`first: 2, ${args}`);
    const whole = (await read(args)).body.data as { organizations: { nodes: { id: string }[] } };
    const after = (await read(`first: 3, after: "${cursor}", ${args}`)).body.data as typeof whole;
    const before = (await read(`last: 3, before: "${cursor}", ${args}`)).body.data as typeof whole;
    expect(after.organizations.nodes).toEqual(whole.organizations.nodes.slice(2, 5));
    expect(before.organizations.nodes).toEqual(whole.organizations.nodes.slice(0, 1));
  });
});
