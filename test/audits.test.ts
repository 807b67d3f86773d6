/** GraphQL over HTTP: all audits of graphql-http against the running server. */
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serve } from './support/serve.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const audits = serverAudits({ url: () => `${server.url}/graphql`, fetchFn: fetch });

test('there are 61 audits', () => expect(audits).toHaveLength(61));

test.each(audits)('$name', async (audit) => {
  expect(await audit.fn()).toMatchObject({ status: 'ok' });
});
