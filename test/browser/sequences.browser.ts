/** Random sequences of acts in the explorer, in a real Chromium: after each, what is drawn is what the scene as plain data says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acts } from './acts.ts';
import { dragsRight } from './drag.ts';
import { isAsListed } from './drawn.ts';
import { idsOf, open, server, withExplorer } from './explorer.ts';
import { work } from './hands.ts';
import { Model } from './model.ts';
import { askOf, worldAt } from './world.ts';

withExplorer();

/** Some beside other tests; `npm run test:browser` runs 200. */
const RUNS = Number(process.env['SEQUENCES'] ?? 40);
const SEED = Number(process.env['SEQUENCES_SEED'] ?? 15);
/** One before anything was known, one after. */
const DAYS = ['2026-04-10', '2026-11-25'];
const IDS = ['organization:microsoft', 'agency:digital-crime-unit', 'commitment:microsoft-japan-2026'];

test(`${RUNS} sequences of acts, seed ${SEED}`, { timeout: RUNS * 30_000 }, async () => {
  const page = await open('/', { viewport: { width: 900, height: 500 } }); // less to paint
  await expect.poll(() => idsOf(page)).toContain(IDS[0]);
  const largest = idsOf(page);
  const ask = askOf(server);
  const worlds = new Map(await Promise.all([null, ...DAYS].map(async (on) => [on, await worldAt(ask, IDS[0]!, on)] as const)));
  const sequence = fc.commands(acts(DAYS), { maxCommands: 12, size: 'max' });
  await fc.assert(
    fc.asyncProperty(sequence, fc.boolean(), async (all, isDragged) => {
      await page.goto(`${server.url}/#ids=${IDS.join()}`);
      await work(page, []);
      await fc.asyncModelRun(() => ({ model: new Model(worlds, IDS), real: { page, ask, largest } }), all);
      if (isDragged) await dragsRight(page);
      await isAsListed(page);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
