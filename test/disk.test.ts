/** A disk that is full, that cannot be written, or that gives back something else: told plainly, with what to do, and nothing acknowledged is lost. */
import { execFileSync } from 'node:child_process';
import { chownSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { call, type Ended, served, start } from './support/cli.ts';
import { newFolder } from './support/folder.ts';
import { createRandom } from './support/random.ts';
import { versionOf } from './support/versions.ts';

const folder = newFolder();
const seed = join(folder, 'large.yaml');
const base = join(folder, 'base');
const write = (day: number, links: number) => writeFileSync(seed, stringify(versionOf(day, { links })));
const exported = async (DATA_DIR: string): Promise<string> => (await call(['export', 'ndjson'], { DATA_DIR })).stdout;
const isRoot = process.getuid?.() === 0;

let whole: string;
beforeAll(async () => {
  write(0, 200);
  expect(await call(['seed', seed], { DATA_DIR: base })).toMatchObject({ code: 0 });
  whole = await exported(base);
});

/** A fault is told in sentences, with its code, and without a stack. */
function expectTold({ code, stderr }: Ended, fault: string, ...words: string[]): void {
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining(`(${fault})\n`) as string });
  for (const word of words) expect(stderr).toContain(word);
  expect(stderr).not.toMatch(/\n\s+at |GRAFEO|os error/);
}

const mounts: string[] = [];
afterAll(() => {
  for (const place of mounts) execFileSync('umount', ['-l', place]);
});
function mount(name: string, ...options: string[]): string {
  const place = join(folder, name);
  mkdirSync(place);
  execFileSync('mount', [...options, place]);
  mounts.push(place);
  return place;
}

/** Mounting is for root, as CI is. */
describe.runIf(isRoot)('a full disk', () => {
  test('loses nothing: what does not fit is not written at all, and can be once there is room', async () => {
    const DATA_DIR = mount('full', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs');
    cpSync(base, DATA_DIR, { recursive: true });
    write(1, 1500);
    expectTold(await call(['seed', seed], { DATA_DIR }), 'STORE_FULL', DATA_DIR, 'DATA_DIR', 'Make room');
    expect(await exported(DATA_DIR)).toBe(whole);
    expect(await call(['verify'], { DATA_DIR })).toMatchObject({ code: 0 });
    execFileSync('mount', ['-o', 'remount,size=200m', DATA_DIR]);
    expect(await call(['seed', seed], { DATA_DIR })).toMatchObject({ code: 0, stdout: '1 loaded, 0 unchanged\n' });
    expect(await call(['verify'], { DATA_DIR })).toMatchObject({ code: 0 });
  });

  test('leaves the backup before it as it was', async () => {
    const place = mount('small', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs');
    const file = join(place, 'backup');
    writeFileSync(file, 'the one before');
    const { code, stderr } = await call(['backup', file], { DATA_DIR: base });
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringMatching(/^ENOSPC: no space left on device[^\n]*\n$/) as string });
    expect(readdirSync(place)).toEqual(['backup']);
    expect(readFileSync(file, 'utf8')).toBe('the one before');
  });
});

describe.runIf(isRoot)('a read-only disk', () => {
  let DATA_DIR: string;
  const place = join(folder, 'read-only');
  beforeAll(async () => {
    DATA_DIR = mount('read-only', '-t', 'tmpfs', 'tmpfs');
    expect(await call(['seed'], { DATA_DIR })).toMatchObject({ code: 0 });
    execFileSync('mount', ['-o', 'remount,ro', place]);
  });

  test('is served from, read and backed up', async () => {
    const child = start(['serve', '--verify'], { DATA_DIR, PORT: '0' });
    const url = await served(child);
    const reply = await fetch(`${url}/graphql?query={organization(id:"organization:microsoft"){name}}`);
    expect(await reply.json()).toEqual({ data: { organization: { name: 'Microsoft' } } });
    expect(await call(['verify'], { DATA_DIR })).toMatchObject({ code: 0, stderr: '' });
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  });

  test('takes nothing new, and says so', async () => {
    write(1, 10);
    expectTold(await call(['seed', seed], { DATA_DIR }), 'STORE_READ_ONLY', DATA_DIR, 'Nothing was changed');
    expectTold(await call(['seed', seed], { DATA_DIR: join(DATA_DIR, 'new') }), 'STORE_READ_ONLY', 'DATA_DIR');
  });
});

describe('a file that was cut or changed', () => {
  const random = createRandom(31);
  const copy = (name: string): string => {
    cpSync(base, join(folder, name), { recursive: true });
    return join(folder, name);
  };

  test.each([
    ['cut in the middle', (file: string) => truncateSync(file, statSync(file).size / 2)],
    ['cut to nearly nothing', (file: string) => truncateSync(file, 100)],
    ['another file', (file: string) => writeFileSync(file, 'hello')],
    ['flipped in its head', (file: string) => flip(file, random.int(30))],
  ])('%s is told, and left as it is', async (name, spoil) => {
    const DATA_DIR = copy(name);
    const file = join(DATA_DIR, 'graph.grafeo');
    spoil(file);
    const spoilt = readFileSync(file);
    for (const args of [['seed', seed], ['verify'], ['backup', join(folder, 'x')]])
      expectTold(await call(args, { DATA_DIR }), 'STORE_DAMAGED', file, 'DATA_DIR', 'pledgegraph restore');
    expect(readFileSync(file).equals(spoilt)).toBe(true);
  });

  test('flipped anywhere is told, or the graph is whole all the same', async () => {
    for (let i = 0; i < 6; i++) {
      const DATA_DIR = copy(`flipped-${i}`);
      const file = join(DATA_DIR, 'graph.grafeo');
      flip(file, random.int(statSync(file).size));
      const ended = await call(['export', 'ndjson'], { DATA_DIR });
      if (ended.code === 0) expect(ended.stdout).toBe(whole);
      else expectTold(ended, 'STORE_DAMAGED', file);
    }
  });

  function flip(file: string, at: number): void {
    const bytes = readFileSync(file);
    bytes[at]! ^= 0xff;
    writeFileSync(file, bytes);
  }
});

test.runIf(isRoot)('a folder of somebody else is told as such', async () => {
  const DATA_DIR = join(folder, 'theirs');
  mkdirSync(DATA_DIR);
  copyFileSync(join(base, 'graph.grafeo'), join(DATA_DIR, 'graph.grafeo'));
  for (const path of [folder, DATA_DIR]) execFileSync('chmod', ['755', path]);
  execFileSync('chmod', ['600', join(DATA_DIR, 'graph.grafeo')]);
  chownSync(join(DATA_DIR, 'graph.grafeo'), 0, 0);
  expectTold(await call(['verify'], { DATA_DIR }, { uid: 65_534 }), 'STORE_READ_ONLY', DATA_DIR, 'owner');
});
