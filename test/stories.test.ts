/** The stories of `docs/stories.md`: each query is asked, and has the answer that stands below it. `test/documents.test.ts` writes the answers anew. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { inProject } from '../src/root.ts';
import { RECORDED_ON } from './support/clock.ts';
import { openAllSeeds } from './support/seeded.ts';
import { retell } from './support/told.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openAllSeeds();
});
afterAll(() => engine.close());

test('ten stories are as they are told', async () => {
  const told = readFileSync(inProject('docs', 'stories.md'), 'utf8');
  const { text, examples } = await retell(engine, told);
  expect(examples).toHaveLength(10);
  expect(told).toContain(`was on ${RECORDED_ON}`);
  expect(text).toBe(told);
});
