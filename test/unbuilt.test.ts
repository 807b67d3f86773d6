/** A server whose explorer was not built: its address leads to GraphiQL. */
import { expect, test, vi } from 'vitest';
import { serve } from './support/serve.ts';

vi.mock('../src/yoga/explorer.ts', () => ({ explorerPages: () => [] }));

test.each(['GET', 'HEAD'])('%s / leads to /graphql', async (method) => {
  const server = await serve();
  const response = await fetch(server.url, { method, redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  const page = await fetch(server.url, { headers: { accept: 'text/html' } });
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  await page.body?.cancel();
  await server.close();
});
