/** Walking through the graph in a real Chromium: opened, expanded, hidden, taken back, filtered, by mouse and by keyboard. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { heading, idsOf, listed, open, PATH, QUOTE, sceneOf, server, show, withExplorer } from './explorer.ts';

withExplorer();

test('it opens on the largest commitments, with a legend', async () => {
  const page = await open();
  await expect.poll(() => idsOf(page)).toContain('commitment:microsoft-japan-2026');
  expect(idsOf(page)).toContain('organization:microsoft');
  await expect.poll(() => page.getByRole('complementary', { name: 'Legend' }).textContent()).toContain('Commitment');
  await show(page, 'start');
});

test('by keyboard alone: how Microsoft is linked to the Digital Crime Unit, on what sentence, and a link that opens the same', async () => {
  const page = await open();
  await page.locator('canvas').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('microsof');
  await page.getByRole('option', { name: 'Microsoft', exact: false }).first().waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'Microsoft').waitFor();
  await tabTo(page, 'Path to …');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Path to …', 'combobox');
  await page.keyboard.type('digital crime');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await heading(page, PATH).waitFor();
  await page.getByText(QUOTE).first().waitFor();
  await tabTo(page, '2 links · 90%');
  await page.keyboard.press('Enter');
  const again = await open(new URL(page.url()).hash.replace(/^/, '/'));
  await heading(again, PATH).waitFor();
  expect(await again.getByRole('button', { name: '2 links · 90%' }).getAttribute('aria-pressed')).toBe('true');
  expect(await listed(again)).toBe(await listed(page));
  expect(again.url()).toBe(page.url());
});

/** Presses Tab until what is named has the focus. */
async function tabTo(page: Page, name: string, role = 'button'): Promise<void> {
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return `${at?.getAttribute('role') ?? at?.tagName.toLowerCase()} ${at?.getAttribute('aria-label') ?? at?.textContent}`;
    });
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    if ((await focused()) === `${role} ${name}`) return;
  }
  throw new Error(`Tab does not lead to the ${role} ${name}.`);
}

test('by mouse: search, expand by type, collapse, hide, pin, undo and redo, filter, share', async () => {
  const page = await open('/#ids=organization:microsoft&selected=organization:microsoft');
  await heading(page, 'Microsoft').waitFor();
  const makes = page.getByRole('button', { name: /^makes: 0 of \d+ shown/ });
  await makes.waitFor();
  await makes.click();
  await expect.poll(() => idsOf(page)).toContain('product:azure');
  const expanded = idsOf(page);
  await show(page, 'expanded');
  await page.getByRole('button', { name: 'Collapse' }).click();
  expect(idsOf(page)).toEqual(['organization:microsoft']);
  await page.getByRole('button', { name: 'Collapse' }).click(); // nothing is left to collapse: no step
  await page.getByRole('tab', { name: 'View' }).click();
  await page.getByLabel('Layout').selectOption('circle');
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(idsOf(page)).toEqual(expanded);
  expect(sceneOf(page).get('layout'), 'how it is looked at stays').toBe('circle');
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  expect(sceneOf(page).get('pins')).toMatch(/^organization:microsoft@-?[\d.]+@-?[\d.]+$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(sceneOf(page).get('pins')).toBeNull();
  await page.getByRole('button', { name: 'Redo' }).click();
  const pins = sceneOf(page).get('pins');
  expect(pins).not.toBeNull();

  await page.getByRole('tab', { name: 'View' }).click();
  await page.getByRole('checkbox', { name: 'Product' }).uncheck();
  await page.getByText(/^Hidden by filters: \d+$/).waitFor();
  expect(await listed(page)).not.toContain('Azure');
  await page.getByRole('tab', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Copy link' }).inputValue();
  expect(link).toBe(page.url());
  const again = await open(link.slice(server.url.length));
  await expect.poll(() => listed(again)).toBe(await listed(page));
  expect(sceneOf(again).get('pins')).toBe(pins);
  await again.getByRole('tab', { name: 'Details' }).click();
  await again.getByRole('button', { name: 'Hide' }).click();
  expect(idsOf(again)).not.toContain('organization:microsoft');
});

test('a click with Shift asks for the path, a double click expands, a drag pins', async () => {
  await pathByMouse();
  const page = await open('/#ids=agency:digital-crime-unit');
  await page.locator('canvas').first().waitFor();
  await page.waitForTimeout(500);
  const box = (await page.locator('.drawing').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.dblclick(x, y);
  await expect.poll(() => idsOf(page)).toContain('organization:microsoft');
  const before = await open('/#ids=agency:digital-crime-unit');
  await before.locator('canvas').first().waitFor();
  await before.waitForTimeout(500);
  await before.mouse.move(x, y);
  await before.mouse.down();
  await before.mouse.move(x + 80, y + 40, { steps: 5 });
  await before.mouse.up();
  await expect.poll(() => sceneOf(before).get('pins')).toMatch(/^agency:digital-crime-unit@/);
});

/** With two entities on a circle, one stands at the top and one at the bottom. */
async function pathByMouse(): Promise<void> {
  const page = await open('/#ids=organization:microsoft,agency:digital-crime-unit&layout=circle&selected=organization:microsoft');
  await page.locator('canvas').first().waitFor();
  await heading(page, 'Microsoft').waitFor();
  await page.waitForTimeout(500);
  const box = (await page.locator('.drawing').boundingBox())!;
  await page.keyboard.down('Shift');
  for (const y of [60, box.height - 60]) await page.mouse.click(box.x + box.width / 2, box.y + y);
  await page.keyboard.up('Shift');
  await heading(page, PATH).waitFor();
}

test('where the focus was in the panel, it stays there', async () => {
  const page = await open('/#ids=organization:microsoft,agency:digital-crime-unit&selected=agency:digital-crime-unit');
  await page
    .getByRole('region', { name: 'Links of Digital Crime Unit' })
    .getByRole('button', { name: 'Microsoft', exact: false })
    .first()
    .click();
  await heading(page, 'Microsoft').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel');
});
