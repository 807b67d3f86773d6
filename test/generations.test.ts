/** Two that load into one store at once: each goes on from what the other wrote, and nothing is lost. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { changeStore, readMark } from '../src/engine/store.ts';
import { verifyStore } from '../src/ingest/verify.ts';
import { dump } from './support/dump.ts';
import { loadSeeds } from './support/load.ts';
import { openEmpty } from './support/store.ts';
import { seedOfVersion } from './support/versions.ts';

let engine: Engine;
beforeEach(async () => {
  engine = await openEmpty();
});
afterEach(() => engine.close());

/** What they state is of the same links: how many sources say so is counted. */
const FEW = { links: 3, about: 'both' };
const one = seedOfVersion(0, { source: 'one', ...FEW });
const other = seedOfVersion(0, { source: 'other', ...FEW });

/** The engine as one sees it into whose load another comes, `times` over, after it read what is stored. */
function disturbed(times: number, come: (round: number) => Promise<unknown>): Engine {
  let round = 0;
  return {
    ...engine,
    write: async (statements) => {
      if (round < times) await come(round++);
      return engine.write(statements);
    },
  };
}

test('what another loaded between reading and writing is kept, with its history', async () => {
  await loadSeeds(
    disturbed(1, () => loadSeeds(engine, [other])),
    [one],
  );
  const found = await dump(engine);
  await engine.close();
  engine = await openEmpty();
  await loadSeeds(engine, [other]);
  await loadSeeds(engine, [one]);
  expect(found).toEqual(await dump(engine));
  expect(await verifyStore(engine)).toMatchObject({ documents: 2 });
});

test('both that load the same do so once', async () => {
  const again = disturbed(1, () => loadSeeds(engine, [one]));
  expect(await loadSeeds(again, [one])).toMatchObject({ written: [], unchanged: ['one.yaml'] });
  expect((await readMark(engine))!.generation).toBe(1);
});

test('others that write all the while are told of at last, and nothing was changed', async () => {
  const busy = disturbed(100, (round) => loadSeeds(engine, [seedOfVersion(round, { source: 'other', ...FEW })]));
  await expect(loadSeeds(busy, [one])).rejects.toMatchObject({
    code: 'ENGINE_UNAVAILABLE',
    message: expect.stringContaining('STORE_CONFLICT') as string,
  });
  expect((await dump(engine)).nodes.join()).not.toContain('source:one');
  expect(await verifyStore(engine)).toMatchObject({ documents: 10 });
});

test('of many that load at once all are heard', async () => {
  const seeds = Array.from({ length: 4 }, (_, i) => seedOfVersion(0, { source: `s${i}`, ...FEW }));
  await Promise.all(seeds.map((seed) => loadSeeds(engine, [seed])));
  expect(await verifyStore(engine)).toMatchObject({ documents: 4 });
  expect((await readMark(engine))!.generation).toBe(4);
});

test('a write that does not follow the generation it read is undone whole', async () => {
  const decide = async () => ({ statements: [{ text: 'CREATE (:Entity {id: "agency:lost"})', parameters: {} }], result: 'done' });
  let writes = 0;
  const counted = disturbed(2, async () => {
    writes++;
    await engine.write([{ text: 'MATCH (s:Store) SET s.generation = s.generation + 1', parameters: {} }]);
  });
  expect(await changeStore(counted, decide)).toBe('done');
  expect(writes).toBe(2);
  expect((await dump(engine)).nodes).toHaveLength(1);
});
