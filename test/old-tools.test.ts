/** The schema loads in graphql-js of past years: what is printed, and what introspection tells. */
import * as graphql15 from 'graphql-15';
import * as graphql168 from 'graphql-16.8';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from './support/serve.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

describe.each([
  ['15.8', graphql15],
  ['16.8', graphql168],
])('graphql-js %s', (version, graphql) => {
  test('is that version', () => expect(graphql.version).toMatch(`${version}.`));

  test('builds the schema that is served as text', async () => {
    const schema = graphql.buildSchema(await (await fetch(`${server.url}/schema.graphql`)).text());
    expect(graphql.validateSchema(schema as never)).toEqual([]);
    expect(Object.keys(schema.getTypeMap())).toContain('CommitmentFilter');
  });

  test('builds the schema that its own introspection asks for', async () => {
    const { body } = await server.post(graphql.getIntrospectionQuery());
    expect(body.errors).toBeUndefined();
    const schema = graphql.buildClientSchema(body.data as never);
    const known: readonly string[] = Object.values(graphql.DirectiveLocation);
    expect(schema.getDirectives().flatMap(({ locations }) => locations.filter((one) => !known.includes(one)))).toEqual([]);
    expect(graphql.validateSchema(schema as never)).toEqual([]);
    expect(graphql.validate(schema as never, graphql.parse('{ commitments(first: 1) { nodes { id } } }') as never)).toEqual([]);
  });
});
