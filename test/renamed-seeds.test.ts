/** Seed files that are renamed, copied, or hold another source than before: no fact is lost unsaid, no file is refused wrongly. */
import { copyFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { readSeedFiles } from '../src/ingest/files.ts';
import { inForce, readStored } from '../src/ingest/stored.ts';
import { inProject } from '../src/root.ts';
import { call } from './support/cli.ts';
import { newFolder } from './support/folder.ts';
import { loadSeeds } from './support/load.ts';
import { RIGHT } from './support/seed-text.ts';
import { openEmpty } from './support/store.ts';

let engine: Engine;
let folder: string;
beforeEach(async () => {
  [engine, folder] = [await openEmpty(), newFolder()];
});
afterEach(() => engine.close());

const at = (name: string): string => join(folder, `${name}.yaml`);
const write = (name: string, source: string): void => writeFileSync(at(name), RIGHT.replace('source:test', `source:${source}`));
const load = (...names: string[]) => loadSeeds(engine, readSeedFiles(names.map(at)));
const move = (from: string, to: string): void => renameSync(at(from), at(to));
/** The sources in force, by the names of the files they are remembered under. */
const remembered = async (): Promise<object> =>
  Object.fromEntries(
    [...inForce(await readStored(engine))].map(([source, { file }]) => [source.slice(7), file.slice(folder.length + 1, -5)]),
  );

test('a file under a new name is remembered under it, though nothing else is written', async () => {
  write('one', 'a');
  await load('one');
  move('one', 'two');
  expect(await load('two')).toEqual({ written: [], unchanged: [at('two')], pruned: [] });
  expect(await remembered()).toEqual({ a: 'two' });
});

test('another source under the old name takes nothing back and is in nobody’s way', async () => {
  write('one', 'a');
  await load('one');
  move('one', 'two');
  await load('two');
  write('one', 'b');
  expect(await load('one')).toEqual({ written: [at('one')], unchanged: [], pruned: [] });
  expect(await remembered()).toEqual({ a: 'two', b: 'one' });
  expect(await load('one', 'two')).toMatchObject({ written: [], pruned: [] });
});

test('all of it may come at once', async () => {
  write('one', 'a');
  await load('one');
  move('one', 'two');
  write('one', 'b');
  expect(await load('one', 'two')).toEqual({ written: [at('one')], unchanged: [at('two')], pruned: [] });
  expect(await remembered()).toEqual({ a: 'two', b: 'one' });
});

test.each([[['b', 'c']], [['c']]])('files that take each other’s names are no conflict: %j', async (given) => {
  write('a', 'a');
  write('b', 'b');
  await load('a', 'b');
  move('b', 'c');
  move('a', 'b');
  expect(await load(...given)).toMatchObject({ written: [], pruned: [] });
  expect(await remembered()).toEqual({ a: given.includes('b') ? 'b' : 'a', b: 'c' });
});

test('a copy is refused as long as its original states the source, even wrongly', async () => {
  write('one', 'a');
  await load('one');
  copyFileSync(at('one'), at('two'));
  await expect(load('two')).rejects.toThrow(`${at('two')}:2: the source "source:a" is that of ${at('one')}`);
  writeFileSync(at('one'), RIGHT.replace('source:test', 'source:a').replace('POLICE', 'NONSENSE'));
  await expect(load('two')).rejects.toThrow(`is that of ${at('one')}`);
  expect(await remembered()).toEqual({ a: 'one' });
});

test('a link to a file is that file', async () => {
  write('one', 'a');
  await load('one');
  symlinkSync(at('one'), at('link'));
  expect(await load('link')).toMatchObject({ written: [], pruned: [] });
  expect(await load('one', 'link')).toMatchObject({ written: [], pruned: [] });
  expect(await remembered()).toEqual({ a: 'one' });
  symlinkSync(inProject('seeds', 'japan', 'microsoft-japan-2026.yaml'), at('project'));
  expect(await call(['check', at('project')])).toMatchObject({ code: 0, stderr: '' });
});

test('`seed` says which sources it took back', async () => {
  const DATA_DIR = newFolder();
  write('one', 'a');
  await call(['seed', at('one')], { DATA_DIR });
  write('one', 'b');
  expect(await call(['seed', at('one')], { DATA_DIR })).toMatchObject({
    code: 0,
    stdout: `1 loaded, 0 unchanged, 1 taken back\ntaken back: source:a, known from ${at('one')}\n`,
  });
});
