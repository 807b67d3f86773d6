/** What the files given would do to the seeds beside them: `check` and `seed` say the same, once, where it is. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { problemText } from '../src/ingest/document.ts';
import { readSeedFiles } from '../src/ingest/files.ts';
import { validate } from '../src/ingest/validate.ts';
import { inProject } from '../src/root.ts';
import { call } from './support/cli.ts';
import { newFolder } from './support/folder.ts';
import { loadSeeds } from './support/load.ts';
import { RIGHT } from './support/seed-text.ts';
import { openEmpty } from './support/store.ts';

const DECLARATION = / {2}- \{ id: agency:b.*\n/;
/** Uses agency:b twice, first in line 13. */
const USER = RIGHT.replace('source:test', 'source:user')
  .replace(DECLARATION, '')
  .replace(
    '  - { type: PARTY_TO',
    '  - { type: PARTNERS_WITH, from: organization:a, to: agency:b, purpose: war, claims: [said] }\n  - { type: PARTY_TO',
  );
const WITHOUT = RIGHT.replace(DECLARATION, '')
  .replace(/.*PARTNERS_WITH.*\n/, '')
  .replace(/ {2}said:.*\n/, '');
const REMEDY = 'declare it in another file, or give this one along without it';

let engine: Engine;
let [declarer, user] = ['', ''];
beforeEach(async () => {
  const folder = newFolder();
  [declarer, user] = [join(folder, 'declarer.yaml'), join(folder, 'user.yaml')];
  writeFileSync(declarer, RIGHT);
  writeFileSync(user, USER);
  engine = await openEmpty();
  await loadSeeds(engine, readSeedFiles([declarer, user]));
  writeFileSync(declarer, WITHOUT);
});
afterEach(() => engine.close());

const loaded = (...files: string[]): Promise<unknown> => loadSeeds(engine, readSeedFiles(files)).catch(({ message }: Error) => message);
const checked = (file: string, ...others: string[]): string =>
  validate(readSeedFiles([file]), readSeedFiles(others))
    .map(problemText)
    .join('\n');

test('what another file uses and nothing declares any longer is told once, where it is used first', async () => {
  const problem = (reason: string): string => `${user}:13: "agency:b" would exist nowhere any longer, for ${reason} it: ${REMEDY}`;
  expect(checked(declarer, user)).toBe(problem('no file declares'));
  expect(await loaded(declarer)).toBe(problem(`${declarer} no longer declares`));
});

test('one that was changed since keeps its first line, and given along it is right', async () => {
  writeFileSync(user, `# changed\n${WITHOUT.replace('source:test', 'source:user')}`);
  expect(await loaded(declarer)).toContain(`${user}:1: "agency:b" would exist nowhere any longer`);
  expect(checked(declarer, user)).toBe('');
  expect(await loaded(declarer, user)).toMatchObject({ written: [declarer, user] });
});

test('one that was removed since keeps its first line', async () => {
  rmSync(user);
  expect(await loaded(declarer)).toContain(`${user}:1: "agency:b" would exist nowhere any longer`);
});

test('where another file cannot be read, what it declares is not known, so nothing is said of the rest', () => {
  const broken = join(newFolder(), 'broken.yaml');
  writeFileSync(broken, RIGHT.replace('source:test', 'source:broken').replace('POLICE', 'NONSENSE'));
  expect(checked(declarer, user, broken)).toBe('');
  expect(checked(user, broken)).toBe(
    `${user}:13: "agency:b" exists nowhere\n${user}:14: "agency:b" exists nowhere\n${broken}:1: is wrong itself, so what it declares is not known`,
  );
});

test('a copy of another seed is refused by `seed`; `check` takes it for the seed itself', async () => {
  const copy = join(newFolder(), 'copy.yaml');
  writeFileSync(copy, RIGHT);
  expect(checked(copy, declarer)).toBe(`${copy}:2: the source "source:test" is that of ${declarer}`);
  expect(await loaded(copy)).toBe(checked(copy, declarer));
  const article = inProject('seeds', 'japan', 'microsoft-japan-2026.yaml');
  writeFileSync(copy, readFileSync(article, 'utf8'));
  for (const file of [article, copy]) expect(await call(['check', file])).toMatchObject({ code: 0, stderr: '' });
});
