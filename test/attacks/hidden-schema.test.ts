/** `INTROSPECTION=false`: neither introspection nor guesses, as clairvoyance makes them, recover the schema. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { type Served, serve } from '../support/serve.ts';

let server: Served;
beforeAll(async () => {
  server = await serve({ INTROSPECTION: 'false' });
});
afterAll(() => server.close());

/** All that clients do not write themselves: the answer, without the words of the question. */
const told = async (query: string, variables?: object): Promise<string> => {
  const { body } = await server.post(query, variables ? { variables } : {});
  return JSON.stringify(body.errors);
};
const names = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__') && name !== 'String' && name !== 'Int');

test.each([
  '{ __schema { queryType { name } } }',
  '{ __type(name: "Place") { fields { name } } }',
  '{ ...F } fragment F on Query { __schema { types { name } } }',
])('introspection is refused: %s', async (query) =>
  expect(JSON.parse(await told(query))).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]),
);

test('/schema.graphql is not there', async () => expect((await fetch(`${server.url}/schema.graphql`)).status).toBe(404));

/** The probes of clairvoyance: of fields, arguments, input fields and types, from words that come near to true ones. */
const PROBES: readonly (readonly [query: string, variables?: object])[] = [
  ['{ plac organizatio commitmen searc }'],
  ['{ places }'],
  ['{ places { nods { i } } }'],
  ['{ place(i: 1) { name } }'],
  ['{ place { name } }'],
  ['{ place(id: {}) { name } }'],
  ['{ places(where: {nam: 1}) { totalCount } }'],
  ['{ places(where: 7) { totalCount } }'],
  ['{ places(orderBy: [{name: UP}]) { totalCount } }'],
  ['{ node(id: "x") { ... on Plac { id } } }'],
  ['query($a: PlaceFilte) { places(where: $a) { totalCount } }'],
  ['query($a: Int) { places(where: $a) { totalCount } }'],
  ['query($a: PlaceFilter) { places(where: $a) { totalCount } }', { a: { nam: { eq: 'x' } } }],
  ['query($a: PlaceFilter) { places(where: $a) { totalCount } }', { a: 7 }],
  ['query($a: [PlaceOrder!]) { places(orderBy: $a) { totalCount } }', { a: [{ name: 'UP' }] }],
  ['{ __typename @skp(if: true) }'],
  ['mutation { creat }'],
  ['subscription { creat }'],
];

test.each(PROBES.map(([query, variables]) => ({ query, variables })))('a guess learns nothing: $query', async ({ query, variables }) => {
  const text = await told(query, variables);
  expect(text, 'it is refused').toContain('"code"');
  expect(text).not.toMatch(/did you mean|expected type|of type|required|on type|must have a selection|unknown/i);
  const own = `${query} ${JSON.stringify(variables ?? {})}`;
  for (const name of names) if (!own.includes(name)) expect(text).not.toMatch(new RegExp(`\\b${name}\\b`));
});

test('of a hundred guesses at once nobody learns which were right', async () => {
  const right = await told('{ places { totalCount } nothing nowhere }');
  expect(right).toBe(await told('{ nothing nowhere never }'));
});

test('who knows the schema is answered', async () => {
  const { body } = await server.post('query($id: ID!) { place(id: $id) { name } __typename }', { variables: { id: 'place:japan' } });
  expect(body).toEqual({ data: { place: { name: 'Japan' }, __typename: 'Query' } });
  expect(
    await told(
      '{ place(id: "x") { a: commitments(first: 100) { nodes { b: parties(first: 100) { nodes { c: commitments(first: 100) { nodes { id } } } } } } } }',
    ),
  ).toContain('QUERY_TOO_COMPLEX');
});
