/** Pages of other sites: only the origins of `CORS_ORIGINS` may read answers, never with cookies, and caches keep them apart. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { type Served, serve } from './support/serve.ts';

const OURS = 'https://example.org';
const OTHER = 'http://localhost:3000';
const STRANGER = 'https://evil.example';

let [closed, some, open]: Served[] = [];
beforeAll(async () => {
  closed = await serve();
  some = await serve({ CORS_ORIGINS: `${OURS}, ${OTHER}` });
  open = await serve({ CORS_ORIGINS: '*' });
});
afterAll(async () => {
  for (const server of [closed!, some!, open!]) await server.close();
});

const PATHS = ['/graphql?query={__typename}', '/schema.graphql', '/health', '/nowhere', '/graphql?query={'];

/** The headers of an answer that have to do with other sites. */
async function answer({ url }: Served, path: string, origin?: string, init: RequestInit = {}) {
  const response = await fetch(url + path, { ...init, headers: { ...init.headers, ...(origin && { origin }) } });
  await response.arrayBuffer();
  const own = [...response.headers].filter(([name]) => name.startsWith('access-control-'));
  return { status: response.status, cors: Object.fromEntries(own), vary: (response.headers.get('vary') ?? '').split(/\s*,\s*/) };
}
const ask = (server: Served, origin: string, headers = 'content-type,graph-as-of') =>
  answer(server, '/graphql', origin, {
    method: 'OPTIONS',
    headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': headers },
  });

const EXPOSED = { 'access-control-expose-headers': 'x-request-id' };
const PREFLIGHT = {
  ...EXPOSED,
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'content-type, graph-as-of, graph-cost, authorization, apollo-require-preflight, x-request-id',
  'access-control-max-age': '86400',
};

describe.each(PATHS)('at %s', (path) => {
  test('no other site may read, unless it is set', async () => {
    for (const origin of [OURS, 'null', undefined]) expect(await answer(closed!, path, origin)).toMatchObject({ cors: {} });
    expect((await answer(closed!, path, OURS)).vary).not.toContain('origin');
  });

  test('those of the list may, and caches keep the answers apart', async () => {
    for (const origin of [OURS, OTHER])
      expect(await answer(some!, path, origin)).toMatchObject({ cors: { 'access-control-allow-origin': origin, ...EXPOSED } });
    for (const origin of [STRANGER, 'null', `${OURS}.evil.example`, OURS.toUpperCase(), undefined]) {
      const { cors, vary } = await answer(some!, path, origin);
      expect({ cors, isApart: vary.includes('origin') }).toEqual({ cors: {}, isApart: true });
    }
  });

  test('all may where all are allowed, and one answer is for all', async () => {
    for (const origin of [OURS, STRANGER, 'null', undefined]) {
      const { cors, vary } = await answer(open!, path, origin);
      expect(cors).toEqual({ 'access-control-allow-origin': '*', ...EXPOSED });
      expect(vary).not.toContain('origin');
    }
  });
});

test('what an answer varies by besides is kept', async () => {
  expect((await answer(some!, '/graphql?query={__typename}', OURS)).vary.toSorted()).toEqual([
    'accept',
    'graph-as-of',
    'graph-cost',
    'origin',
  ]);
  expect((await answer(some!, '/schema.graphql', OURS)).vary).toEqual(['accept', 'accept-encoding', 'origin']);
  const known = await fetch(`${some!.url}/schema.graphql`);
  const { status, vary } = await answer(some!, '/schema.graphql', OURS, { headers: { 'if-none-match': known.headers.get('etag')! } });
  expect([status, vary]).toEqual([304, ['accept', 'accept-encoding', 'origin']]);
});

describe('a preflight', () => {
  test('of a page that may ask says so, for a day', async () => {
    expect(await ask(some!, OTHER)).toEqual({
      status: 204,
      cors: { 'access-control-allow-origin': OTHER, ...PREFLIGHT },
      vary: ['origin'],
    });
    expect(await ask(open!, STRANGER)).toEqual({ status: 204, cors: { 'access-control-allow-origin': '*', ...PREFLIGHT }, vary: [''] });
  });

  test('of one that may not says nothing', async () => {
    expect(await ask(closed!, OURS)).toEqual({ status: 204, cors: {}, vary: [''] });
    expect(await ask(some!, STRANGER)).toEqual({ status: 204, cors: {}, vary: ['origin'] });
  });
});

test('CORS_ORIGINS is a list of origins as browsers send them', () => {
  const read = (text: string) => readConfig({ CORS_ORIGINS: text }).CORS_ORIGINS;
  expect(read('')).toEqual([]);
  expect(read(' https://a.example,http://b:81\n capacitor://localhost ,')).toEqual([
    'https://a.example',
    'http://b:81',
    'capacitor://localhost',
  ]);
  for (const wrong of [
    'example.org',
    'https://a.example/',
    'https://a.example:443',
    'https://A.example',
    'https://a/b',
    'null',
    'http://[',
    '* x',
  ])
    expect(() => read(wrong), wrong).toThrow(/^CORS_ORIGINS=.* is not a list of origins like https:\/\/example\.org, or \*$/);
});
