/** How many requests a client may send, and who a client is. */
import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { clientOf } from '../src/yoga/client-of.ts';
import { serve } from './support/serve.ts';

const from = (address: string, forwarded?: string) =>
  ({
    socket: { remoteAddress: address },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('a client is', () => {
  test.each([
    ['its address', '192.0.2.1', undefined, 0, '192.0.2.1'],
    ['not who it says it is', '192.0.2.1', '198.51.100.7', 0, '192.0.2.1'],
    ['whom the proxy names', '127.0.0.1', '198.51.100.7', 1, '198.51.100.7'],
    ['whom the proxy names, whatever stood before', '127.0.0.1', '203.0.113.9, 198.51.100.7', 1, '198.51.100.7'],
    ['whom the first of two proxies names', '127.0.0.1', '203.0.113.9, 198.51.100.7, 10.0.0.1', 2, '198.51.100.7'],
    ['the proxy itself where it names nobody', '127.0.0.1', undefined, 1, '127.0.0.1'],
    ['the same over IPv6', '::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
    ['a network of IPv6', '2001:db8:0:1:2:3:4:5', undefined, 0, '2001:db8:0:1'],
    ['the same network, written in short', '2001:DB8:0:1::9', undefined, 0, '2001:db8:0:1'],
    ['the shortest network', '::1', undefined, 0, '0:0:0:0'],
    ['nobody with a name of any length', '127.0.0.1', 'x'.repeat(1000), 1, 'x'.repeat(45)],
  ])('%s', (_, address, forwarded, proxies, client) => expect(clientOf(from(address, forwarded), proxies)).toBe(client));
});

describe('RATE_LIMIT', () => {
  test('refuses a client that sends more, and no other', async () => {
    const server = await serve({ RATE_LIMIT: '3', TRUST_PROXY: '1' });
    const ask = (client: string, path = '/graphql?query={__typename}') =>
      fetch(server.url + path, { headers: { 'x-forwarded-for': client } });
    for (let i = 0; i < 3; i++) expect((await ask('192.0.2.1')).status).toBe(200);
    const refused = await ask('192.0.2.1');
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await refused.json()).toEqual({
      errors: [
        { message: `A client may send 3 requests a minute (RATE_LIMIT); the next in ${wait} s.`, extensions: { code: 'RATE_LIMITED' } },
      ],
    });
    expect((await ask('192.0.2.1', '/schema.graphql')).status, 'pages count').toBe(429);
    expect((await ask('192.0.2.2')).status).toBe(200);
    for (const path of ['/health', '/ready']) expect((await ask('192.0.2.1', path)).status, `${path} does not`).toBe(200);
    await server.close();
  });

  test('counts each operation of a batch', async () => {
    const server = await serve({ RATE_LIMIT: '5', TRUST_PROXY: '1' });
    const ask = (client: string, count: number) =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
        body: JSON.stringify(Array.from({ length: count }, () => ({ query: '{ __typename }' }))),
      });
    expect((await ask('192.0.2.1', 5)).status).toBe(200);
    expect((await ask('192.0.2.1', 1)).status).toBe(429);
    expect((await ask('192.0.2.2', 3)).status).toBe(200);
    const refused = await ask('192.0.2.2', 3);
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    await server.close();
  });

  test('0 sets none', async () => {
    const server = await serve({ RATE_LIMIT: '0' });
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async () => (await fetch(`${server.url}/graphql?query={__typename}`)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    await server.close();
  });
});
