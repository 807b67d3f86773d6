/** The address in a real Chromium: a link that is pasted opens, Back and Forward go by single acts, and a reload keeps the steps. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { heading, idsOf, listed, open, sceneOf, server, withExplorer } from './explorer.ts';

withExplorer();

const ONE = '/#ids=organization:microsoft&selected=organization:microsoft';
const TWO = '/#ids=agency:digital-crime-unit,agency:jp-national-police-agency&layout=circle';
const isAt = (page: Page, address: string) => expect.poll(() => page.url()).toBe(server.url + address);

test('a link that is pasted into an open tab opens its scene, and Back what was there', async () => {
  const page = await open(ONE);
  await heading(page, 'Microsoft').waitFor();
  await page.goto(server.url + TWO);
  await expect.poll(() => listed(page)).toContain('2 entities');
  await isAt(page, TWO);
  await page.goto(`${server.url}${ONE}&colors=nonsense`);
  await expect.poll(() => listed(page)).toContain('1 entity');
  await isAt(page, ONE); // what is not understood is left out
  await page.goBack();
  await expect.poll(() => listed(page)).toContain('National Police Agency');
  await isAt(page, TWO);
  await page.goBack();
  await isAt(page, ONE);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => idsOf(page)).toContain('agency:digital-crime-unit');
});

test('a link with a question shows what it has, and no more', async () => {
  const asked = '/#ids=organization:microsoft,agency:digital-crime-unit&asked=path,organization:microsoft,agency:digital-crime-unit';
  const page = await open(ONE);
  await page.goto(server.url + asked);
  await heading(page, 'From Microsoft to Digital Crime Unit').waitFor();
  await page.getByRole('button', { name: '2 links · 90%' }).waitFor();
  await isAt(page, asked);
});

test('Back takes back one act at a time, and Forward does it again', async () => {
  const page = await open(ONE);
  const addresses: string[] = [];
  const act = async (what: () => Promise<unknown>, isDone: () => boolean | Promise<boolean>): Promise<void> => {
    addresses.push(page.url());
    await what();
    await expect.poll(isDone).toBe(true);
  };
  const has = (name: string, value: string) => () => sceneOf(page).get(name) === value;
  await page.getByRole('button', { name: /^makes: / }).waitFor();
  await act(
    () => page.getByRole('button', { name: /^makes: / }).click(),
    () => idsOf(page).includes('product:azure'),
  );
  await act(
    () => page.getByRole('button', { name: 'Pin', exact: true }).click(),
    () => sceneOf(page).has('pins'),
  );
  await page.getByRole('tab', { name: 'View' }).click();
  await act(() => page.getByLabel('Layout').selectOption('circle'), has('layout', 'circle'));
  await act(() => page.getByRole('checkbox', { name: 'Product' }).uncheck(), has('hiddenKinds', 'Product'));
  const slider = page.getByRole('slider', { name: /^Confidence/ });
  await act(
    async () => {
      for (const value of ['0.1', '0.2', '0.3']) await slider.fill(value); // one dial, turned on
    },
    has('minConfidence', '0.3'),
  );
  await act(
    () => page.getByRole('button', { name: 'Undo' }).click(),
    () => !sceneOf(page).has('pins'),
  );
  await act(
    () => page.getByRole('button', { name: 'Start over' }).click(),
    () => idsOf(page).length > 10 && !sceneOf(page).has('layout'),
  );
  const last = page.url();
  for (const address of addresses.toReversed()) {
    await page.goBack();
    await expect.poll(() => page.url()).toBe(address);
  }
  expect(await page.getByRole('button', { name: 'Undo' }).isDisabled(), 'nothing is left to take back').toBe(true);
  for (const address of [...addresses.slice(1), last]) {
    await page.goForward();
    await expect.poll(() => page.url()).toBe(address);
  }
});

test('a question and what its answer brings in are one act; leaving the site comes after the first', async () => {
  const page = await open(ONE);
  const before = await page.evaluate(() => window.history.length);
  await page.getByRole('button', { name: 'Path to …' }).click();
  await page.getByRole('combobox', { name: 'Path to …' }).fill('digital crime');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => idsOf(page).length).toBeGreaterThan(1);
  expect(await page.evaluate(() => window.history.length)).toBe(before + 1);
  await page.goBack();
  await isAt(page, ONE);
  await page.goForward();
  await heading(page, 'From Microsoft to Digital Crime Unit').waitFor();
});

test('a reload keeps what was done and what was taken back', async () => {
  const page = await open(ONE);
  await page.getByRole('button', { name: /^makes: / }).click();
  await expect.poll(() => idsOf(page)).toContain('product:azure');
  const expanded = idsOf(page);
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  const pinned = page.url();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Redo' }).click();
  expect(page.url()).toBe(pinned);
  await page.reload();
  for (const ids of [expanded, ['organization:microsoft']]) {
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(idsOf(page)).toEqual(ids);
  }
  await page.goto(`${server.url}/schema.graphql`);
  await page.goBack();
  await page.getByRole('button', { name: 'Redo' }).click();
  expect(idsOf(page)).toEqual(expanded);
});

test.each(['{', 'null', '{"forgotten":0,"at":7,"steps":["ids=agency:a"]}', '{"forgotten":0,"at":0,"steps":[4]}', '{"at":0,"steps":[]}'])(
  'what is kept may be broken: %s',
  async (kept) => {
    const page = await open(ONE);
    await heading(page, 'Microsoft').waitFor();
    await page.addInitScript((broken) => sessionStorage.setItem('pledgegraph:steps', broken), kept);
    await page.reload();
    await heading(page, 'Microsoft').waitFor();
    expect(idsOf(page)).toEqual(['organization:microsoft']);
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  },
);

test('many large steps are kept as far as there is room', async () => {
  const page = await open(ONE);
  await heading(page, 'Microsoft').waitFor();
  const many = Array.from({ length: 1900 }, (_, i) => `organization:nobody-of-this-name-${i}`).join();
  for (const last of Array.from({ length: 14 }, (_, i) => `agency:n${i}`))
    await page.evaluate((hash) => location.assign(hash), `#ids=${last},${many}`);
  await expect.poll(() => idsOf(page)[0]).toBe('agency:n13');
  await page.goto(server.url + ONE);
  await page.reload();
  const length = await page.evaluate(() => sessionStorage.getItem('pledgegraph:steps')!.length);
  expect(length).toBeGreaterThan(500_000);
  expect(length).toBeLessThan(1_200_000);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(idsOf(page)[0]).toBe('agency:n13');
  await page.goto(server.url + ONE);
});
