/** What leaves the drawing, in a real Chromium: after it, something is added, and all is drawn and can be dragged as ever. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { idsOf, open, withExplorer } from './explorer.ts';

withExplorer();

const SCENE =
  '/#ids=organization:microsoft,agency:digital-crime-unit,agency:jp-national-police-agency,organization:sakura-internet,product:azure&selected=organization:microsoft';
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
/** Brings in what one more type of link leads to. */
const expand = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.locator('.counts button:enabled').nth(1).click(); // the first brings in everything
};
const toggle = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tab', { name: 'View' }).click();
  await page.getByRole('checkbox', { name }).click();
};
const fewer = (page: Page, than: number) => expect.poll(() => idsOf(page).length).toBeLessThan(than);

const REMOVALS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  hide: async (page) => {
    await press(page, 'Hide');
    await fewer(page, 5);
  },
  undo: async (page) => {
    await expand(page);
    await expect.poll(() => idsOf(page).length).toBeGreaterThan(5);
    await press(page, 'Undo');
  },
  redo: async (page) => {
    await press(page, 'Hide');
    await press(page, 'Undo');
    await press(page, 'Redo');
    await fewer(page, 5);
  },
  collapse: async (page) => {
    await press(page, 'Collapse');
    await fewer(page, 5);
  },
  'a kind off and on': async (page) => {
    await toggle(page, 'Agency');
    await page.getByText(/^Hidden by filters: \d+$/).waitFor();
    await toggle(page, 'Agency');
  },
  'a type off and on': async (page) => {
    await toggle(page, 'unit of');
    await page.getByText(/^Hidden by filters: \d+$/).waitFor();
    await toggle(page, 'unit of');
  },
  'start over': async (page) => {
    await press(page, 'Start over');
    await expect.poll(() => idsOf(page)).not.toContain('agency:digital-crime-unit');
    await page.getByRole('tab', { name: 'List' }).click();
    await page.locator('.list .entity', { hasText: /^Microsoft$/ }).click();
  },
  'the slider': async (page) => {
    await page.getByRole('tab', { name: 'View' }).click();
    await page.getByRole('slider', { name: /^Confidence/ }).fill('0.95');
    await page.getByText(/^Hidden by filters: \d+$/).waitFor();
    await page.getByRole('slider', { name: /^Confidence/ }).fill('0');
  },
};

test.each(Object.entries(REMOVALS))('%s', async (_, remove) => {
  const page = await open(SCENE);
  await page.getByRole('button', { name: /^makes: / }).waitFor();
  await remove(page);
  const before = idsOf(page);
  await expand(page);
  await expect.poll(() => idsOf(page).length).toBeGreaterThan(before.length);
});

test('what is hidden while it is pointed at, or while it is dragged, is gone', async () => {
  const page = await open('/#ids=organization:microsoft,agency:digital-crime-unit&layout=circle&selected=organization:microsoft');
  await page.getByRole('button', { name: 'Hide' }).waitFor();
  await page.waitForTimeout(500);
  const box = (await page.locator('.drawing').boundingBox())!;
  const [x, top, bottom] = [box.x + box.width / 2, box.y + 60, box.y + box.height - 60];
  const hide = () =>
    page.evaluate(() => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Hide')!.click());
  await page.mouse.move(x, top);
  await page.waitForTimeout(200); // until it is known what is under the pointer
  await page.mouse.move(x, bottom);
  await page.mouse.down();
  await page.mouse.move(x + 20, bottom - 20, { steps: 3 });
  await hide();
  await page.mouse.move(x + 40, bottom - 40, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => idsOf(page)).toEqual(['agency:digital-crime-unit']);
});
