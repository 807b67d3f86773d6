/** A page of another site asks this server from a real Chromium: it reads the answer where its origin is allowed, and only there. */
import { createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serve } from '../support/serve.ts';
import { launch } from './chromium.ts';

let browser: Browser;
let site: Server;
let origin: string;
beforeAll(async () => {
  site = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<title>A page</title>'));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as { port: number }).port}`;
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** What the page reads of an answer to a question that has to be allowed first. */
async function read({ url }: Served): Promise<unknown> {
  const page = await browser.newPage();
  await page.goto(origin);
  const found = await page.evaluate(async (endpoint) => {
    const headers = { 'content-type': 'application/json', 'graph-as-of': 'validOn=2026-11-01', 'x-request-id': 'page-1' };
    const answer = await fetch(endpoint, { method: 'POST', headers, body: '{"query":"{ __typename }"}' }).catch(() => undefined);
    return answer && [answer.status, await answer.text(), answer.headers.get('x-request-id')];
  }, `${url}/graphql`);
  await page.close();
  return found;
}

test('a page of an allowed origin reads the answer and the id of its request', async () => {
  for (const CORS_ORIGINS of [origin, `https://example.org ${origin}`, '*']) {
    const server = await serve({ CORS_ORIGINS });
    expect(await read(server)).toEqual([200, '{"data":{"__typename":"Query"}}', 'page-1']);
    await server.close();
  }
});

test('any other reads nothing', async () => {
  for (const CORS_ORIGINS of ['', 'https://example.org']) {
    const server = await serve({ CORS_ORIGINS });
    expect(await read(server)).toBeUndefined();
    await server.close();
  }
});
