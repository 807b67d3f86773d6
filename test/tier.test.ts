/** The two tiers: a statement is run whole once the engine has planned it; planning is bounded, whatever clients send. */
import { expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { chooseTier } from '../src/plan/tier.ts';
import { run } from './support/run.ts';
import { openSeeded } from './support/seeded.ts';

/** An engine whose planning ends when it is told to. */
function slowPlanner() {
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const plan = (text: string) =>
    new Promise<void>((resolve) => {
      started.push(text);
      ends.push(resolve);
    });
  return {
    plan,
    started,
    endAll: async () => {
      for (const end of ends.splice(0)) end();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('a statement is run whole from when it is planned on', async () => {
  const { plan, started, endAll } = slowPlanner();
  const runsWhole = chooseTier('auto', { plan });
  expect([runsWhole('a', {}), runsWhole('a', {})]).toEqual([false, false]);
  expect(started).toEqual(['a']);
  await endAll();
  expect(runsWhole('a', {})).toBe(true);
});

test('what was planned by an engine that was lost is planned anew', async () => {
  const { plan, started, endAll } = slowPlanner();
  let losses = 0;
  const runsWhole = chooseTier('auto', { plan, losses: () => losses });
  runsWhole('a', {});
  await endAll();
  expect(runsWhole('a', {})).toBe(true);
  losses++;
  expect(runsWhole('a', {})).toBe(false);
  expect(started).toEqual(['a', 'a']);
  await endAll();
  expect(runsWhole('a', {})).toBe(true);
});

test('a thousand new shapes in a row make no more than a bounded number of plans wait', async () => {
  const { plan, started, endAll } = slowPlanner();
  const runsWhole = chooseTier('auto', { plan });
  for (let i = 0; i < 1000; i++) expect(runsWhole(`shape ${i}`, {})).toBe(false);
  expect(started).toHaveLength(1);
  for (let i = 0; i < 50; i++) await endAll();
  expect(started.length).toBeLessThanOrEqual(40);
  expect(runsWhole('shape 0', {})).toBe(true);
  expect(runsWhole('shape 999', {})).toBe(false);
  await endAll();
  expect(runsWhole('shape 999', {})).toBe(true);
});

test('of long statements fewer are known to be planned', async () => {
  const { plan, endAll } = slowPlanner();
  const runsWhole = chooseTier('auto', { plan });
  for (const text of ['a', 'b'].map((letter) => letter.repeat(1_500_000))) {
    runsWhole(text, {});
    await endAll();
    expect(runsWhole(text, {})).toBe(true);
  }
  expect(runsWhole('a'.repeat(1_500_000), {})).toBe(false);
});

test('what cannot be planned is answered by levels, and tried again', async () => {
  let tries = 0;
  const runsWhole = chooseTier('auto', { plan: () => Promise.reject(new Error(`try ${++tries}`)) });
  for (let i = 1; i <= 3; i++) {
    expect(runsWhole('a', {})).toBe(false);
    await new Promise((resolve) => setImmediate(resolve));
    expect(tries).toBe(i);
  }
});

test('an engine that plans for nothing always runs whole; `levels` never does', () => {
  expect(chooseTier('auto', {})('a', {})).toBe(true);
  expect(chooseTier('single', slowPlanner())('a', {})).toBe(true);
  expect(chooseTier('levels', {})('a', {})).toBe(false);
});

test('a request of a new shape is read by levels, and plans one statement, not one for each level', async () => {
  const seeded = await openSeeded();
  const { plan, started } = slowPlanner();
  const engine: Engine = { ...seeded, plan };
  const query =
    '{ organization(id: "organization:microsoft") { partners { nodes { commitments(first: 3) { nodes { parties(first: 2) { nodes { name } } } } } } } }';
  const [first, whole] = [await run(engine, query, {}, 'auto'), await run(engine, query, {}, 'single')];
  expect([first.executed.length, whole.executed.length]).toEqual([4, 1]);
  expect(started).toEqual([whole.executed[0]!.text]);
  expect(first.data).toEqual(whole.data);
  await seeded.close();
});
