/** What the documents say is so: the README's examples, settings and errors, and the links of every document. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsTable } from '../src/config.ts';
import type { Engine } from '../src/engine/engine.ts';
import { CODES } from '../src/errors.ts';
import { inProject } from '../src/root.ts';
import { LIMITS } from '../src/yoga/use-limits.ts';
import { run } from './support/run.ts';
import { openAllSeeds } from './support/seeded.ts';

const readme = readFileSync(inProject('README.md'), 'utf8');
const examples = [...readme.matchAll(/```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g)].map(([, query, answer]) => ({
  query: query!,
  answer: JSON.parse(answer!) as unknown,
}));

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
  test('has examples', () => expect(examples.length).toBeGreaterThanOrEqual(2));

  test.each(examples)('example $query answers what it says, in one statement', async ({ query, answer }) => {
    const { data, executed } = await run(engine, query);
    expect(data).toEqual(answer);
    expect(executed).toHaveLength(1);
  });

  test('lists every setting', () => {
    expect(cellsUnder('Settings')).toEqual(
      settingsTable.map(({ name, usual, description }) => [`\`${name}\``, usual === '' ? '' : `\`${usual}\``, description]),
    );
  });

  test('lists every error code', () => {
    expect(cellsUnder('Errors')).toEqual(Object.entries(CODES).map(([code, meaning]) => [`\`${code}\``, meaning]));
  });

  test('tells the limits', () => {
    expect(readme).toContain(
      `${LIMITS.tokens} tokens, brackets ${LIMITS.brackets} deep, fields ${LIMITS.depth} deep, ${LIMITS.aliases} aliases, and ask ${LIMITS.introspections} times`,
    );
  });
});

test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/stories.md'])('the links of %s lead somewhere', (file) => {
  const targets = [...readFileSync(inProject(file), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target!);
  expect(targets.filter((target) => !existsSync(inProject(target)))).toEqual([]);
});

test('the lock file has the engine for every platform, also those that this machine cannot install', () => {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const platforms = Object.keys(packages['node_modules/@grafeo-db/js']!.optionalDependencies!);
  expect(platforms.length).toBeGreaterThan(4);
  expect(platforms.filter((name) => !packages[`node_modules/${name}`])).toEqual([]);
});
