/** The picture of the README, taken of the page as a visitor finds it; `npm run picture` keeps it. */
import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../src/root.ts';
import { openAllSeeds } from '../support/seeded.ts';
import { heading, open, PATH, show, withExplorer } from './explorer.ts';

withExplorer(openAllSeeds);

const SHOWN = [
  'organization:microsoft',
  'agency:jp-national-police-agency',
  'agency:digital-crime-unit',
  'place:japan',
  'commitment:microsoft-japan-2026',
  'commitment:microsoft-japan-2026-training',
  'commitment:microsoft-japan-2026-npa-cooperation',
  'organization:softbank',
  'organization:sakura-internet',
  'person:brad-smith',
];

test('it shows the path by way of the National Police Agency, each link with its claim', async () => {
  const address = `/#ids=${SHOWN.join()}&asked=path,organization:microsoft,agency:digital-crime-unit`;
  const page = await open(address, { viewport: { width: 1200, height: 760 } });
  await heading(page, PATH).waitFor();
  await page.getByRole('button', { name: '2 links · 38%' }).click();
  const hops = page.locator('ol.hops');
  await expect.poll(() => hops.textContent()).toMatch(/Microsoft.*National Police Agency.*Digital Crime Unit/);
  await expect.poll(() => hops.locator('blockquote').count()).toBeGreaterThan(1);
  await show(page, 'explorer');
  expect(statSync(inProject('test', '__screenshots__', 'explorer.png')).size).toBeLessThan(200_000);
});
