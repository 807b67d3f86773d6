/** Two programs that load into one Neo4j at the same time, and a database that holds something else. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Engine } from '../../src/engine/engine.ts';
import { readMark } from '../../src/engine/store.ts';
import { verifyStore } from '../../src/ingest/verify.ts';
import { call } from '../support/cli.ts';
import { dump } from '../support/dump.ts';
import { newFolder } from '../support/folder.ts';
import { openEmpty } from '../support/store.ts';
import { versionOf } from '../support/versions.ts';

const folder = newFolder();
const ROUNDS = 3;
const SEEDERS = 3;

let engine: Engine;
beforeAll(async () => {
  engine = await openEmpty();
});
afterAll(() => engine.close());

const fileOf = (seeder: number): string => join(folder, `s${seeder}.yaml`);

test('none of several seeders loses what another wrote', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const seeders = Array.from({ length: SEEDERS }, (_, i) => i);
    for (const i of seeders) writeFileSync(fileOf(i), stringify(versionOf(round, { source: `s${i}`, links: 50 })));
    const ended = await Promise.all(seeders.map((i) => call(['seed', fileOf(i)])));
    expect(ended).toEqual(seeders.map(() => ({ code: 0, stdout: '1 loaded, 0 unchanged\n', stderr: '' })));
    expect(await verifyStore(engine)).toMatchObject({ documents: (round + 1) * SEEDERS });
  }
  expect(await readMark(engine)).toMatchObject({ generation: ROUNDS * SEEDERS });
});

test('a database that holds something else is refused, as it is, unless it is to be shared', async () => {
  const other = { text: 'CREATE (:Store {id: 1, name: "A shop"})', parameters: {} };
  await engine.write([{ text: 'MATCH (n) DETACH DELETE n', parameters: {} }, other]);
  const before = await engine.read('MATCH (n) RETURN properties(n) AS values', {}, { timeoutMs: 60_000 });
  for (const args of [['seed', fileOf(0)], ['serve'], ['restore', fileOf(0)]])
    expect(await call(args, { PORT: '0' })).toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringMatching(/NEO4J_SHARED=true.*\(STORE_FOREIGN\)\n$/) as string,
    });
  expect(await engine.read('MATCH (n) RETURN properties(n) AS values', {}, { timeoutMs: 60_000 })).toEqual(before);
  expect(await call(['seed', fileOf(0)], { NEO4J_SHARED: 'true' })).toMatchObject({ code: 0, stdout: '1 loaded, 0 unchanged\n' });
  expect(await call(['seed', fileOf(0)])).toMatchObject({ code: 0, stdout: '0 loaded, 1 unchanged\n' });
  expect((await dump(engine)).nodes.length).toBeGreaterThan(50);
});
