/** A process killed while it writes: started again, the program finds the facts of before or of after, whole, and can go on. */
import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { call, start } from './support/cli.ts';
import { newFolder } from './support/folder.ts';

/** A seed with so many links that writing them takes a while. */
function largeSeed(purpose: string): string {
  const agencies = Array.from({ length: 1000 }, (_, i) => `agency:n${i}`);
  return stringify({
    source: { id: 'source:large', title: purpose, retrievedOn: purpose === 'old' ? '2026-11-01' : '2026-11-24' },
    entities: [{ id: 'organization:a', name: 'A' }, ...agencies.map((id) => ({ id, name: `${id} ${purpose}` }))],
    claims: { said: { statement: 'S.', quote: 'q' } },
    links: agencies.map((to) => ({ type: 'PARTNERS_WITH', from: 'organization:a', to, purpose, claims: ['said'] })),
  });
}

const folder = newFolder();
const file = join(folder, 'large.yaml');
const base = join(folder, 'base');

const seed = (DATA_DIR: string) => call(['seed', file], { DATA_DIR });
const exported = async (DATA_DIR: string): Promise<string> => (await call(['export', 'ndjson'], { DATA_DIR })).stdout;

/** A folder of its own with the graph as it was before. */
function copyOfBase(name: string): string {
  const DATA_DIR = join(folder, name);
  mkdirSync(DATA_DIR);
  copyFileSync(join(base, 'graph.grafeo'), join(DATA_DIR, 'graph.grafeo'));
  return DATA_DIR;
}

/** How long the log of what is being written is. */
function logSize(DATA_DIR: string): number {
  const log = join(DATA_DIR, 'graph.grafeo.wal');
  try {
    return readdirSync(log).reduce((sum, name) => sum + statSync(join(log, name)).size, 0);
  } catch {
    return 0; // it is not there yet, or no longer
  }
}

/** Loads the file as it is now, and kills the process once its log is so long. Gives the longest that it was seen. */
async function seedUntil(DATA_DIR: string, size: number): Promise<number> {
  const child = start(['seed', file], { DATA_DIR });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let longest = 0;
  while (child.exitCode === null && child.signalCode === null) {
    longest = Math.max(longest, logSize(DATA_DIR));
    if (longest >= size) child.kill('SIGKILL');
    await sleep(1);
  }
  await ended;
  return longest;
}

let [old, fresh, whole] = ['', '', 0];
beforeAll(async () => {
  writeFileSync(file, largeSeed('old'));
  expect((await seed(base)).code).toBe(0);
  old = await exported(copyOfBase('old'));
  writeFileSync(file, largeSeed('new'));
  const DATA_DIR = copyOfBase('new');
  whole = await seedUntil(DATA_DIR, Number.POSITIVE_INFINITY);
  fresh = await exported(DATA_DIR);
});

/** Far more than is written before the transaction: what marks the store. */
const BEGUN = 50_000;
/** The end of the log, its last hundredth, tells that all of it counts. */
const isTorn = (size: number): boolean => size > BEGUN && size < whole * 0.99;
/** How much of the log was there when a process was killed. */
const left: number[] = [];

test.each([0.1, 0.5, 1])('killed when %d of the log is written', async (share) => {
  const DATA_DIR = copyOfBase(`killed-${share}`);
  await seedUntil(DATA_DIR, Math.max(1, share * whole));
  const size = logSize(DATA_DIR);
  left.push(size);
  const found = await exported(DATA_DIR);
  expect(found === old || found === fresh, 'the facts of before or of after, whole').toBe(true);
  if (isTorn(size)) expect(found === old, 'what was not written to its end is as though it had never been').toBe(true);
  const again = await seed(DATA_DIR);
  expect(again).toMatchObject({ code: 0, stdout: found === old ? '1 loaded, 0 unchanged\n' : '0 loaded, 1 unchanged\n' });
  expect((await exported(DATA_DIR)) === fresh, 'and it can go on').toBe(true);
});

test('some were killed in the midst of writing', () => {
  expect(fresh).not.toBe(old);
  expect(whole).toBeGreaterThan(10 * BEGUN);
  expect(left.filter(isTorn).length).toBeGreaterThan(0);
});
