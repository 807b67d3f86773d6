/** Every link of the documents leads somewhere: to a file, to a heading of it, or to an address that the server serves. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../src/root.ts';
import { AT_ROOT, BESIDE, DOCS, headingsOf, linksOf, textOf } from './support/pages.ts';
import { type Served, serve } from './support/serve.ts';

let server: Served;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const SERVED = 'http://127.0.0.1:4000';

/** Whether a link of a page leads to a file that is there, and to a heading that it has. */
function leadsSomewhere(page: string, link: string): boolean {
  const [path, anchor] = link.split('#') as [string, string?];
  const target = path ? posix.join(posix.dirname(page), path) : page;
  if (!existsSync(join(inProject(), target))) return false;
  return anchor === undefined || headingsOf(textOf(target)).some((heading) => heading.anchor === anchor);
}

describe.each([...AT_ROOT, ...DOCS, ...BESIDE])('%s', (page) => {
  const links = linksOf(textOf(page));

  test('links to files and headings that there are', () => {
    const local = links.filter((link) => !/^https?:/.test(link));
    expect(local.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  test('links to addresses that the server serves', async () => {
    for (const link of links.filter((one) => one.startsWith(SERVED))) {
      const { status } = await fetch(link.replace(SERVED, server.url), { headers: { accept: 'text/html' } });
      expect({ link, status }).toEqual({ link, status: 200 });
    }
  });
});

test('the paths that docs/http.md lists are served', async () => {
  const table = textOf('docs/http.md').split('\n## ')[0]!;
  const paths = [...table.matchAll(/^\| (`\/.*?) +\|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`(\/[^`]*)`/g)].map(([, path]) => path!),
  );
  expect(paths).toContain('/ready');
  for (const path of paths) {
    const { status } = await fetch(server.url + path, { headers: { accept: 'text/html' } });
    expect({ path, status }).toEqual({ path, status: 200 });
  }
});

test('a link that leads nowhere is found', () => {
  expect(leadsSomewhere('docs/http.md', 'settings.md')).toBe(true);
  expect(leadsSomewhere('docs/http.md', 'nowhere.md')).toBe(false);
  expect(leadsSomewhere('README.md', 'docs/http.md#nowhere')).toBe(false);
  expect(linksOf('[a](b.md) <http://127.0.0.1:4000> ![c](d.png)\n```\n[e](f)\n```')).toEqual(['b.md', 'http://127.0.0.1:4000', 'd.png']);
});
