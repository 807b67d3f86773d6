/** Finding in a real Chromium: what is searched, and by which way it is linked. */
import { describe, expect, test } from 'vitest';
import { heading, idsOf, open, withExplorer } from './explorer.ts';

withExplorer();

describe('searching', () => {
  test('Enter that comes before the answer chooses of the answer, not of what was there before', async () => {
    const page = await open('/#ids=agency:digital-crime-unit');
    const box = page.getByRole('combobox', { name: 'Search entities' });
    await box.fill('micro');
    await page.getByRole('option').first().waitFor();
    await box.fill('hitachi');
    await page.keyboard.press('Enter');
    await heading(page, 'Hitachi').waitFor();
    expect(idsOf(page)).toContain('organization:hitachi');
  });

  test('Enter that ends a composition, as of Japanese, chooses nothing', async () => {
    const page = await open('/#ids=agency:digital-crime-unit');
    const box = page.getByRole('combobox', { name: 'Search entities' });
    await box.fill('ソフト');
    await page.getByRole('option').first().waitFor();
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 });
    expect(await box.inputValue()).toBe('ソフト');
    await page.keyboard.press('Enter');
    await heading(page, 'SoftBank Corp.').waitFor();
  });

  test('what goes wrong is said', async () => {
    const page = await open('/#ids=agency:digital-crime-unit');
    await page.getByRole('combobox', { name: 'Search entities' }).fill('???');
    await page.getByText('The server answered with an error.').waitFor({ state: 'visible' });
  });
});

test('a path that is asked for brings in what it goes by', async () => {
  const page = await open('/#ids=organization:sakura-internet&selected=organization:sakura-internet');
  await page.getByRole('button', { name: 'Path to …' }).click();
  await page.getByRole('combobox', { name: 'Path to …' }).fill('brad smith');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => idsOf(page)).toContain('organization:microsoft');
  expect(idsOf(page)).toContain('person:brad-smith');
});

test('a path goes by way of nothing that is hidden', async () => {
  const SCENE = '/#ids=organization:microsoft,agency:digital-crime-unit&asked=path,organization:microsoft,agency:digital-crime-unit';
  const page = await open(`${SCENE}&hiddenKinds=Commitment`);
  await page.getByRole('button', { name: '2 links · 72%' }).click();
  await expect.poll(() => idsOf(page)).toContain('organization:microsoft-digital-crimes-unit');
  expect(await page.getByRole('button', { name: '2 links · 90%' }).count()).toBe(0);
  const none = await open(`${SCENE}&contested=none&hiddenKinds=Commitment,Organization,Agency`);
  await none.getByText('No path of up to six links was found').waitFor();
});
