/** The pages of the server: GraphiQL, the printed schema, the explorer; each is made once, compressed, and sent once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { createYoga } from 'graphql-yoga';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { schema } from '../schema/index.ts';
import { inProject } from '../src/root.ts';
import { explorerPages } from '../src/yoga/explorer.ts';
import { usePages } from '../src/yoga/use-page.ts';
import { type Served, serve } from './support/serve.ts';

const examples = inProject('schema', 'examples');
const inExamples = (file: string): string => inProject('schema', 'examples', file);

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const html = { headers: { accept: 'text/html,*/*;q=0.8' } };

test('a browser gets GraphiQL, which names no other host to load from', async () => {
  const response = await fetch(`${server.url}/graphql`, html);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await response.text()).not.toMatch(/<(script|link|img)[^>]+(src|href)="?https?:/);
});

test('the examples are its tabs, in the order of their numbers, each with its variables', async () => {
  const page = await (await fetch(`${server.url}/graphql`, html)).text();
  const [, settings] = /YogaGraphiQL\.renderYogaGraphiQL\(\s*window\.document\.querySelector\('#root'\),\s*(\{.*\}),\s*\);/.exec(page)!;
  const { defaultTabs } = JSON.parse(settings!) as { defaultTabs: object[] };
  const files = readdirSync(examples).filter((file) => file.endsWith('.graphql'));
  const textOf = (file: string) => (existsSync(inExamples(file)) ? readFileSync(inExamples(file), 'utf8') : null);
  const wanted = files
    .toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((file) => ({ query: textOf(file), variables: textOf(file.replace('.graphql', '.json')) }));
  expect(defaultTabs).toEqual(wanted);
  expect(wanted.filter(({ variables }) => variables).length).toBeGreaterThan(0);
});

test('it is compressed, and sent once: 304 with the ETag', async () => {
  const response = await fetch(`${server.url}/graphql`, { headers: { ...html.headers, 'accept-encoding': 'br' } });
  expect(response.headers.get('content-encoding')).toBe('br');
  await response.body?.cancel();
  const etag = response.headers.get('etag')!;
  const again = await fetch(`${server.url}/graphql`, { headers: { ...html.headers, 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  for (const tags of [etag.replace(/^W\//, ''), '"other"']) {
    const other = await fetch(`${server.url}/graphql`, { headers: { ...html.headers, 'if-none-match': tags } });
    await other.body?.cancel();
    expect([tags, other.status]).toEqual([tags, tags === '"other"' ? 200 : 304]);
  }
  expect((await fetch(`${server.url}/graphql`, { headers: { ...html.headers, 'if-none-match': `"other", ${etag}` } })).status).toBe(304);
  const raw = await fetch(`${server.url}/graphql`, { headers: { ...html.headers, 'accept-encoding': 'identity' } });
  await raw.body?.cancel();
  expect(raw.headers.get('content-encoding')).toBeNull();
});

test('a program that prefers JSON gets JSON', async () => {
  const response = await fetch(`${server.url}/graphql?query={__typename}`, { headers: { accept: 'application/json, text/html;q=0.1' } });
  expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
});

test('the printed schema, the explorer at /, and 404 elsewhere', async () => {
  expect(await (await fetch(`${server.url}/schema.graphql`)).text()).toContain('type Commitment implements Entity & Node');
  const root = await fetch(server.url, { redirect: 'manual' });
  expect(root.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  const [, script] = /src="\.(\/assets\/[^"]+)"/.exec(await root.text())!;
  const asset = await fetch(server.url + script, { headers: { 'accept-encoding': 'br' } });
  expect([asset.status, asset.headers.get('cache-control'), asset.headers.get('content-encoding')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    'br',
  ]);
  expect((await fetch(server.url, { method: 'HEAD' })).status).toBe(200);
  expect((await fetch(`${server.url}/assets/../package.json`)).status).toBe(404);
  expect(explorerPages('/nowhere')).toEqual([]);
  expect((await fetch(`${server.url}/nowhere`)).status).toBe(404);
});

test.each([
  ['/graphql', html.headers],
  ['/schema.graphql', {}],
])('the brotli body of %s is the page', async (path, headers) => {
  const body = await new Promise<Buffer>((resolve) => {
    request(server.url + path, { headers: { ...headers, 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
    }).end();
  });
  const plain = await (await fetch(server.url + path, { headers: { ...headers, 'accept-encoding': 'identity' } })).text();
  expect(brotliDecompressSync(body).toString() === plain).toBe(true);
});

test('a page is made once, when it is first asked for', async () => {
  const render = vi.fn(() => 'a page');
  const { fetch: ask } = createYoga({
    schema,
    logging: false,
    plugins: [usePages([{ path: '/page', contentType: 'text/plain', render }])],
  });
  expect(render).not.toHaveBeenCalled();
  const answers = await Promise.all([1, 2, 3].map(async () => (await ask('http://localhost/page')).text()));
  expect(answers).toEqual(['a page', 'a page', 'a page']);
  await ask('http://localhost/page', { headers: { 'accept-encoding': 'gzip' } });
  expect(render).toHaveBeenCalledTimes(1);
});
