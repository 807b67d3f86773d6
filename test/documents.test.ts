/** What the documents say is so: the README's examples, commands, settings and errors, and the links of every document. `npm run record` writes the examples' answers anew. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsTable } from '../src/config.ts';
import type { Engine } from '../src/engine/engine.ts';
import { CODES } from '../src/errors.ts';
import { inProject } from '../src/root.ts';
import { call } from './support/cli.ts';
import { RECORDED_ON } from './support/clock.ts';
import { openAllSeeds } from './support/seeded.ts';
import { retell } from './support/told.ts';

const FILE = inProject('README.md');
const readme = readFileSync(FILE, 'utf8');

/** The cells of the table under a heading, without its head. */
function cellsUnder(heading: string): string[][] {
  const section = readme.split(`## ${heading}\n`)[1]!.split('\n## ')[0]!;
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

let engine: Engine;
beforeAll(async () => {
  engine = await openAllSeeds();
});
afterAll(() => engine.close());

describe('the README', () => {
  test('has an answer to every query, each as it is told', async () => {
    const { text, examples } = await retell(engine, readme);
    expect(readme).toContain(`those of ${RECORDED_ON}`);
    expect(examples.length).toBe([...readme.matchAll(/^```graphql$/gm)].length);
    await expect(text).toMatchFileSnapshot(FILE);
  });

  test('and each is one statement, but for what goes level by level', async () => {
    const { examples } = await retell(engine, readme);
    const many = examples.filter(({ answer }) => answer.executed.length !== 1).map(({ query }) => query);
    expect(many).toEqual([expect.stringContaining('paths(from: "organization:softbank"')]);
  });

  test('lists every setting', () => {
    expect(cellsUnder('Settings')).toEqual(
      settingsTable.map(({ name, usual, description }) => [`\`${name}\``, usual === '' ? '' : `\`${usual}\``, description]),
    );
  });

  test('lists every error code', () => {
    expect(cellsUnder('Errors')).toEqual(Object.entries(CODES).map(([code, meaning]) => [`\`${code}\``, meaning]));
  });
});

test('docs/clients.md has an answer to every query, each as it is told', async () => {
  const file = inProject('docs', 'clients.md');
  const { text, examples } = await retell(engine, readFileSync(file, 'utf8'));
  expect(examples.length).toBeGreaterThan(0);
  await expect(text).toMatchFileSnapshot(file);
});

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/clients.md',
  'docs/stories.md',
  'docs/operations.md',
  'SECURITY.md',
  'bench/README.md',
  'src/engine/README.md',
];

/** The names that GitHub gives the headings of a document. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test.each(DOCUMENTS)('the links of %s lead somewhere, those to a heading too', (document) => {
  const links = [...readFileSync(inProject(document), 'utf8').matchAll(/\]\((?!https?:)([^)#]*)#?([^)]*)\)/g)];
  const broken = links.filter(([, path, anchor]) => {
    const target = path ? inProject(dirname(document), path) : inProject(document);
    return !existsSync(target) || (anchor && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor));
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

describe('the commands', () => {
  const usage = async () => (await call(['--help'])).stdout;

  test('stand in the README as the program itself tells them', async () => {
    const told = [...(await usage()).matchAll(/^ {2}(\S.*?)(?: {2,}.*)?$/gm)].map(([, command]) => command!);
    const listed = cellsUnder('Commands').flatMap(([cell]) =>
      [...cell!.matchAll(/`npx pledgegraph ([^`]+)`/g)].map(([, command]) => command!),
    );
    expect(listed.toSorted()).toEqual(told.toSorted());
  });

  test('are those that there are', async () => {
    const main = readFileSync(inProject('src', 'main.ts'), 'utf8');
    const run = [...main.matchAll(/import\('\.\/commands\/([\w-]+)\.ts'\)/g)].map(([, name]) => name!);
    const told = [...(await usage()).matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name!);
    expect(told.toSorted()).toEqual(run.toSorted());
  });
});

test('the traps of engines name tests that there are', () => {
  const tests = readdirSync(inProject('test'), { recursive: true, encoding: 'utf8' });
  const named = [...readFileSync(inProject('src', 'engine', 'README.md'), 'utf8').matchAll(/`([\w-]+\.test\.ts)`(?:, "([^"]+)")?/g)];
  const missing = named.filter(([, file, title = '']) => {
    const path = tests.find((one) => basename(one) === file);
    return !path || !readFileSync(inProject('test', path), 'utf8').includes(title);
  });
  expect(missing.map(([told]) => told)).toEqual([]);
  expect(named.length).toBeGreaterThan(6);
});

test('the lock file has the engine for every platform, also those that this machine cannot install', () => {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const platforms = Object.keys(packages['node_modules/@grafeo-db/js']!.optionalDependencies!);
  expect(platforms.length).toBeGreaterThan(4);
  expect(platforms.filter((name) => !packages[`node_modules/${name}`])).toEqual([]);
});
