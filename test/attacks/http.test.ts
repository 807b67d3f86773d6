/** What stands below GraphQL: framings that two servers read in two ways, paths, headers of browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRaw, sendRaw, statusOf } from '../support/raw.ts';
import { type Served, serve } from '../support/serve.ts';

let server: Served;
beforeAll(async () => {
  server = await serve({ RATE_LIMIT: '500' });
});
afterAll(() => server.close());

const BODY = '{"query":"{ __typename }"}';
const POST = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n';
const SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n';

describe('a request that two servers would end in two places is refused, and nothing after it is read', () => {
  test.each([
    ['a length and chunks', `${POST}Content-Length: ${BODY.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`],
    ['chunks and a length', `${POST}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n1a\r\n${BODY}\r\n0\r\n\r\n${SMUGGLED}`],
    ['two lengths', `${POST}Content-Length: ${BODY.length}\r\nContent-Length: 5\r\n\r\n${BODY}${SMUGGLED}`],
    ['a list of lengths', `${POST}Content-Length: ${BODY.length}, 5\r\n\r\n${BODY}${SMUGGLED}`],
    ['a length with a sign', `${POST}Content-Length: +${BODY.length}\r\n\r\n${BODY}${SMUGGLED}`],
    ['a length that is not a number', `${POST}Content-Length: 0x1a\r\n\r\n${BODY}${SMUGGLED}`],
    ['chunked, but not last', `${POST}Transfer-Encoding: chunked, identity\r\n\r\n1a\r\n${BODY}\r\n0\r\n\r\n${SMUGGLED}`],
    ['a chunk of another length', `${POST}Transfer-Encoding: chunked\r\n\r\n1\r\n${BODY}\r\n0\r\n\r\n${SMUGGLED}`],
    ['a blank before a colon', `${POST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`],
    ['a header folded over two lines', `${POST}X-Folded: a\r\n b\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`],
    ['a zero byte in a header', `${POST}X-Zero: a\0b\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`],
    ['two hosts', `${POST}Host: y\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`],
  ])('%s', async (_, text) => {
    const answer = await sendRaw(server.url, text);
    expect(answer.match(/HTTP\/1\.1 \d+/g) ?? []).toHaveLength(1);
    expect(statusOf(answer)).toBe(400);
    expect(answer).not.toContain('"data"');
  });

  test('headers of more than 16 kB', async () => {
    expect(statusOf(await sendRaw(server.url, `${POST}X-Long: ${'a'.repeat(20_000)}\r\n\r\n`))).toBe(431);
  });
});

test.each([
  '../package.json',
  '..%2fpackage.json',
  '%2e%2e/package.json',
  '..%5cpackage.json',
  'assets/..%2f..%2f..%2fpackage.json',
  'assets/%00',
  '%',
  '//etc/passwd',
  'assets/../../../etc/passwd',
  '/assets/....//....//etc/passwd',
])('a path leads to no file: /%s', async (path) => {
  const raw = openRaw(server.url);
  raw.socket.write(`GET /${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  const answer = await raw.closed;
  expect([400, 404]).toContain(statusOf(answer));
  expect(answer).not.toMatch(/"dependencies"|root:/);
});

describe('every answer has the headers by which a browser takes it for nothing else', () => {
  const html = { accept: 'text/html' };
  test.each<[string, RequestInit]>([
    ['/graphql?query={__typename}', {}],
    ['/graphql?query={', {}],
    ['/graphql', { headers: html }],
    ['/graphql', { method: 'POST', body: 'x' }],
    ['/graphql', { method: 'PUT', body: 'x' }],
    ['/graphql', { method: 'OPTIONS' }],
    ['/', { redirect: 'manual', headers: html }],
    ['/schema.graphql', {}],
    ['/health', {}],
    ['/ready', {}],
    ['/nowhere', {}],
  ])('%s', async (path, init) => {
    const { headers } = await fetch(server.url + path, init);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors ('none'|\*)/) as string,
    });
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('server') ?? headers.get('x-powered-by'), 'nor does it say what answers').toBeNull();
  });

  test('what is refused below GraphQL', async () => {
    expect(await sendRaw(server.url, 'GET / HTTP/1.1\r\nHost: x/y\r\nConnection: close\r\n\r\n')).toMatch(
      /x-content-type-options: nosniff/i,
    );
  });

  test('what is refused for its rate', async () => {
    const limited = await serve({ RATE_LIMIT: '1' });
    await fetch(`${limited.url}/nowhere`);
    const { status, headers } = await fetch(`${limited.url}/nowhere`);
    expect([status, headers.get('x-content-type-options')]).toEqual([429, 'nosniff']);
    await limited.close();
  });
});
