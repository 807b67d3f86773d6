/** What the documents say is so: answers, printed parts, contents, terms. `npm run record` writes anew what has changed. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { inProject } from '../src/root.ts';
import { RECORDED_ON } from './support/clock.ts';
import { AT_ROOT, DOCS, headingsOf, textOf } from './support/pages.ts';
import { hasContents, withPrinted } from './support/printed.ts';
import { openAllSeeds } from './support/seeded.ts';
import { retell } from './support/told.ts';

/** As many lines as a screen has. */
const SCREEN = 60;

let engine: Engine;
beforeAll(async () => {
  engine = await openAllSeeds();
});
afterAll(() => engine.close());

/** These have to find first what they read; all others are one statement at most for each root field. */
const FINDING = ['search', 'path', 'paths', 'neighborhood', 'commonPartners', 'partnerNetwork', 'ranking', 'communities'];
function rootsOf(query: string): string[] {
  const { selections } = getOperationAST(parse(query))!.selectionSet;
  return selections.map((one) => (one.kind === 'Field' ? one.name.value : ''));
}

describe.each([...AT_ROOT, ...DOCS])('%s', (page) => {
  const text = textOf(page);

  test('says what is so: every answer, and every part that is printed from the code', async () => {
    const { text: told, examples } = await retell(engine, withPrinted(text));
    expect(examples.length).toBe([...text.matchAll(/^```graphql$/gm)].length);
    if (examples.length) expect(text).toContain(RECORDED_ON);
    for (const { query, answer } of examples) {
      const roots = rootsOf(query);
      if (!roots.some((root) => FINDING.includes(root))) expect(answer.executed.length, query).toBeLessThanOrEqual(roots.length);
    }
    await expect(told).toMatchFileSnapshot(inProject(page));
  });

  if (DOCS.includes(page) || page === 'CONTRIBUTING.md')
    test('has a table of contents if it is longer than a screen', () => {
      const sections = headingsOf(text).filter(({ level }) => level === 2);
      expect(hasContents(text)).toBe(text.split('\n').length > SCREEN && sections.length > 1);
    });
});

test('the README names every page', () => {
  const readme = textOf('README.md');
  expect(DOCS.filter((page) => !readme.includes(`](${page})`))).toEqual([]);
});

describe('the glossary', () => {
  const rows = [...textOf('docs/glossary.md').matchAll(/^\| (.+?) +\| (.+?) +\| `(\w+)` +\|$/gm)];
  const code = ['src', 'schema', 'model'].flatMap((folder) => sourcesIn(folder));

  test('has up to 30 terms', () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.length).toBeLessThanOrEqual(30);
  });
  test('names exports that there are', () => {
    const isExported = (name: string): boolean =>
      code.some((text) => new RegExp(`^export .*\\b(?:class|const|function|interface|type) ${name}\\b`, 'm').test(text));
    expect(rows.map(([, , , name]) => name!).filter((name) => !isExported(name))).toEqual([]);
  });
});

function sourcesIn(folder: string): string[] {
  const files = readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.ts$/.test(file)).map((file) => textOf(`${folder}/${file}`));
}

test('the traps of engines name tests that there are', () => {
  const tests = readdirSync(inProject('test'), { recursive: true, encoding: 'utf8' });
  const named = [...textOf('src/engine/README.md').matchAll(/`([\w-]+\.test\.ts)`(?:, "([^"]+)")?/g)];
  const missing = named.filter(([, file, title = '']) => {
    const path = tests.find((one) => basename(one) === file);
    return !path || !textOf(`test/${path}`).includes(title);
  });
  expect(missing.map(([told]) => told)).toEqual([]);
  expect(named.length).toBeGreaterThan(6);
});

test('the lock file has the engine for every platform, also those that this machine cannot install', () => {
  const { packages } = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const platforms = Object.keys(packages['node_modules/@grafeo-db/js']!.optionalDependencies!);
  expect(platforms.length).toBeGreaterThan(4);
  expect(platforms.filter((name) => !packages[`node_modules/${name}`])).toEqual([]);
});
