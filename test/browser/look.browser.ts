/** What the page tells in a real Chromium: a promise, a date, common partners, communities and amounts, layouts. */
import { expect, test } from 'vitest';
import { heading, idsOf, listed, open, sceneOf, show, withExplorer } from './explorer.ts';

withExplorer();

test('common partners, communities and amounts', async () => {
  const page = await open(
    '/#ids=organization:microsoft,agency:digital-crime-unit&asked=common,organization:microsoft,agency:digital-crime-unit',
  );
  await heading(page, 'Linked to Microsoft and Digital Crime Unit').waitFor();
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect.poll(() => idsOf(page)).toContain('agency:jp-national-police-agency');
  await page.getByRole('tab', { name: 'View' }).click();
  await page.getByLabel('Colours').selectOption('community');
  await page.getByLabel('Sizes').selectOption('promised');
  const legend = page.getByRole('complementary', { name: 'Legend' });
  await expect.poll(() => legend.textContent()).toMatch(/Community 1 \(\d+\)/);
  expect(await legend.textContent()).toContain('promised in USD');
  const pictures = new Set<string>();
  for (const layout of ['circle', 'kind', 'time', 'force']) {
    await page.getByLabel('Layout').selectOption(layout);
    await page.waitForTimeout(500);
    pictures.add((await page.locator('.drawing').screenshot()).toString('base64'));
  }
  expect(pictures.size, 'each layout looks otherwise').toBe(4);
});

test('a promise: its values with their claims, its target, its delivery', async () => {
  const page = await open('/#ids=commitment:microsoft-japan-2026-training&selected=commitment:microsoft-japan-2026-training');
  const panel = page.getByRole('tabpanel');
  await expect.poll(() => panel.textContent()).toContain('Delivery');
  await expect.poll(() => panel.textContent()).toContain('Contested');
  await panel.locator('details.value summary').first().click();
  await expect.poll(() => panel.locator('blockquote').count()).toBeGreaterThan(0);
  await show(page, 'promise');
});

test('the date: nothing was known before the first source was recorded', async () => {
  const page = await open('/#ids=organization:microsoft,agency:digital-crime-unit');
  await page.getByRole('slider', { name: 'Date' }).waitFor();
  await page.getByLabel('Date').last().fill('2026-04-10');
  await page.getByText('Not there, or not known on 2026-04-10').first().waitFor();
  expect(sceneOf(page).get('on')).toBe('2026-04-10');
  await page.getByLabel('The date means').selectOption('valid');
  await expect.poll(() => listed(page)).toContain('2 entities');
  await page.getByRole('button', { name: 'Now' }).click();
  expect(sceneOf(page).get('on')).toBeNull();
});
