/** What a request is for is told by its path alone: not by its Host, nor by what stands in its query. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendRaw, statusOf } from './support/raw.ts';
import { type Served, serve } from './support/serve.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const get = (target: string, host = 'x', more = '') =>
  sendRaw(server.url, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`);
const QUERY = '/graphql?query={a:__typename}';
const ANSWER = '{"data":{"a":"Query"}}';

describe('a Host header', () => {
  test.each([
    'x/graphql?query={a:__typename}#',
    'x/graphql?query={a:__typename}&',
    'x#',
    'x?',
    'x\\graphql',
    'user@x',
    'x:y',
    'x:99999',
    'x:1:2',
    'x y',
    '[',
    '[::1',
    '[::zz]',
    '1.2.3.999',
    'x,y',
    '',
  ])('"%s" is none: 400, and nothing runs', async (host) => {
    for (const target of ['/blocked', QUERY]) {
      const answer = await get(target, host);
      expect(statusOf(answer)).toBe(400);
      expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toEqual({
        errors: [{ message: expect.any(String) as string, extensions: { code: 'BAD_REQUEST' } }],
      });
    }
  });

  test.each(['x', 'example.org', 'EXAMPLE.org:8080', 'graph_db', 'xn--wgv71a.jp', '127.0.0.1:4000', '[::1]', '[::ffff:1.2.3.4]:80'])(
    '%s is one',
    async (host) => expect(await get(QUERY, host)).toContain(ANSWER),
  );

  test('may be missing in HTTP/1.0', async () => {
    expect(await sendRaw(server.url, `GET ${QUERY} HTTP/1.0\r\n\r\n`)).toContain(ANSWER);
  });
});

describe('an address', () => {
  test.each([
    '/blocked?query={a:__typename}&/graphql',
    '/blocked?query={a:__typename}&x=/graphql/',
    '/blocked/graphql?query={a:__typename}',
    '//graphql?query={a:__typename}',
    '//x/graphql?query={a:__typename}',
    '/graphql.html?query={a:__typename}',
    '/blocked?query={a:__typename}',
    'http://y/blocked?query={a:__typename}&z=http://x/graphql',
  ])('%s is not the endpoint', async (target) => {
    const answer = await get(target);
    expect([statusOf(answer), answer.includes('Query')]).toEqual([404, false]);
  });

  test.each([`http://y${QUERY}`, `HTTPS://y:1${QUERY}`, QUERY.replace('?', '/?')])('%s is', async (target) => {
    expect(await get(target)).toContain(ANSWER);
  });

  test('of no path is none', async () =>
    expect(statusOf(await sendRaw(server.url, 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'))).toBe(400));
});
