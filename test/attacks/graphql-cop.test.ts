/** What graphql-cop looks for, each check asked in its words: https://github.com/dolevf/graphql-cop. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from '../support/serve.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const [JSON_TYPE, FORM] = ['application/json', 'application/x-www-form-urlencoded'];
const send = async (body: string, type = JSON_TYPE, headers: Record<string, string> = {}, url = server.url) => {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': type, ...headers }, body });
  return { status: response.status, text: await response.text() };
};
const codes = (text: string): unknown[] => [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code);
const query = (text: string): string => JSON.stringify({ query: text });
const asked = async (text: string) => (await send(query(text))).text;

describe('denial of service', () => {
  test('alias overloading: 101 aliases', async () => {
    const aliases = Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(' ');
    expect(codes(await asked(`query cop { ${aliases} }`))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('array-based batching: 11 operations', async () => {
    const { status, text } = await send(JSON.stringify(Array.from({ length: 11 }, () => ({ query: 'query cop { __typename }' }))));
    expect([status, text.includes('"data"')]).toEqual([413, false]);
  });

  test('directive overloading: 10 and 500 that there are not', async () => {
    const ten = await asked(`query cop { __typename ${'@aa'.repeat(10)} }`);
    expect(new Set(codes(ten))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
    expect(codes(await asked(`query cop { __typename ${'@aa'.repeat(500)} }`))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('circular introspection', async () => {
    const fields = (times: number) => `query cop { __schema { types { ${'fields{type{'.repeat(times)} name ${'}}'.repeat(times)} } } }`;
    for (const times of [4, 16]) expect(codes(await asked(fields(times)))).toHaveLength(1);
  });

  test('field duplication: 500 times the same is one, and more is refused', async () => {
    expect(await asked(`query cop { ${'__typename \n'.repeat(500)} }`)).toBe('{"data":{"__typename":"Query"}}');
    expect(codes(await asked(`query cop { ${'__typename \n'.repeat(1001)} }`))).toEqual(['QUERY_TOO_COMPLEX']);
  });
});

describe('requests that a page of another site can send', () => {
  test('a GET of a mutation is refused; there are none anyway', async () => {
    const response = await fetch(`${server.url}/graphql?query=mutation+cop+{__typename}`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    for (const text of [await response.text(), await asked('mutation cop {__typename}')]) {
      expect(text).toContain('"errors"');
      expect(text).not.toContain('Mutation"');
    }
  });

  test('a GET and a form read, but no page of another site reads the answer, and there is no cookie', async () => {
    const origin = 'https://evil.example';
    const form = { method: 'POST', headers: { 'content-type': FORM, origin }, body: 'query=query+cop+{__typename}' };
    for (const ask of [
      fetch(`${server.url}/graphql?query=query+cop+{__typename}`, { headers: { origin } }),
      fetch(`${server.url}/graphql`, form),
    ]) {
      const { headers } = await ask;
      expect([headers.get('access-control-allow-origin'), headers.get('set-cookie')]).toEqual([null, null]);
    }
  });

  test('text/plain and multipart, which browsers send unasked, are refused', async () => {
    expect((await send(query('{__typename}'), 'text/plain')).status).toBe(415);
    const parts = '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{"query":"{__typename}"}\r\n--x--\r\n';
    expect((await send(parts, 'multipart/form-data; boundary=x')).status).toBe(415);
  });
});

describe('information leaks', () => {
  test('field suggestions, introspection and GraphiQL are off where a setting says so', async () => {
    const closed = await serve({ INTROSPECTION: 'false' });
    const of = async (text: string) => (await send(query(text), JSON_TYPE, {}, closed.url)).text;
    expect(await of('query cop { __schema { directive } }')).not.toContain('Did you mean');
    expect(await of('{ __schema { queryType { name } } }')).not.toContain('Query');
    expect(await (await fetch(`${closed.url}/graphql`, { headers: { accept: 'text/html' } })).text()).not.toMatch(/graphiql/i);
    await closed.close();
    const quiet = await serve({ GRAPHIQL: 'false' });
    expect(await (await fetch(`${quiet.url}/graphql`, { headers: { accept: 'text/html' } })).text()).not.toMatch(/graphiql/i);
    expect((await send(query('{ __schema { queryType { name } } }'), JSON_TYPE, {}, quiet.url)).text).toContain('Query');
    await quiet.close();
  });

  test('no tracing, whatever is asked for', async () => {
    const { text } = await send(query('query cop { __typename }'), JSON_TYPE, {
      'apollo-tracing': '1',
      'x-apollo-tracing': '1',
      debug: '1',
    });
    expect(text).toBe('{"data":{"__typename":"Query"}}');
  });

  test.each([
    'qwerty cop { abc }',
    '{ nothing }',
    '{ place(id: 1.5) { name } }',
    '{ places(first: -1) { totalCount } }',
    '{ places(after: "x") { totalCount } }',
  ])('no stack and no path of a file in an error: %s', async (one) => {
    const text = await asked(one);
    expect(codes(text)).toHaveLength(1);
    expect(text).not.toMatch(/stack|exception|node_modules|\.ts\b|\/src\/|\bat \w+ \(/i);
  });
});
