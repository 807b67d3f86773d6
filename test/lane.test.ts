/** Lanes: what was asked is over when its time is, and whoever can stop it learns of that, however late he asks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLane } from '../src/engine/lane.ts';

test('a signal that is asked for once the time is up is aborted', async () => {
  const lane = createLane(1, 0);
  let asked: AbortSignal | undefined;
  const run = async (over: () => AbortSignal): Promise<void> => {
    await sleep(60);
    asked = over();
  };
  await expect(lane({ timeoutMs: 20 }, run)).rejects.toMatchObject({ code: 'ENGINE_TIMEOUT' });
  await expect.poll(() => asked?.aborted).toBe(true);
  expect(asked!.reason).toMatchObject({ code: 'ENGINE_TIMEOUT' });
});

test('the place of what fails before it begins is free again', async () => {
  const lane = createLane(1, 0);
  const options = { timeoutMs: 1000 };
  const fails = (): Promise<never> => {
    throw new Error('at once');
  };
  await expect(lane(options, fails)).rejects.toThrow('at once');
  expect(await lane(options, async () => 'next')).toBe('next');
});
