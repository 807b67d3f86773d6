/** Texts that would be markup, script or a formula are texts: in every panel of the page, in its title, and in a picture that is opened by itself. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { loadSeeds } from '../support/load.ts';
import { seedFrom } from '../support/seed-text.ts';
import { openEmpty } from '../support/store.ts';
import { open, withExplorer } from './explorer.ts';

/** Each sets `pwned` where something reads it as more than text. */
const SET = 'window.pwned=1';
const TEXTS = [
  `<img src=x onerror="${SET}">`,
  `"><svg onload="${SET}"><script>${SET}</script>`,
  `</title></text></script><script>${SET}</script>`,
  `]]><script xmlns="http://www.w3.org/1999/xhtml">${SET}</script>`,
  `javascript:${SET}//`,
  '=HYPERLINK("http://example.org","x")',
  `{{constructor.constructor("${SET}")()}}`,
];
const ids = TEXTS.map((_, i) => `organization:h${i}`);

withExplorer(async () => {
  const engine = await openEmpty();
  const all = TEXTS.join(' ');
  const source = { id: 'source:hostile', title: all, retrievedOn: '2026-11-24', publisher: TEXTS[0] };
  const entities = TEXTS.map((name, i) => ({ id: ids[i], name, summary: all, website: `https://example.org/"><script>${SET}</script>` }));
  const claims = { said: { statement: all, quote: TEXTS[1] } };
  const links = ids.slice(1).map((to, i) => ({ type: 'PARTNERS_WITH', from: ids[0], to, purpose: TEXTS[i], claims: ['said'] }));
  await loadSeeds(engine, [seedFrom({ source, entities, claims, links }, 'hostile.yaml')]);
  return engine;
});

const isPwned = (page: Page): Promise<boolean> => page.evaluate(() => 'pwned' in window || document.querySelector('img[src="x"]') !== null);
const scene = `/#ids=${ids.join()}&selected=${ids[0]}&layout=circle&asked=path,${ids[1]},${ids[2]}`;

test('in every panel', async () => {
  const page = await open(scene);
  await page.getByRole('heading', { name: TEXTS[0]!, level: 2, exact: true }).waitFor();
  for (const panel of ['Details', 'List', 'View', 'Share']) {
    await page.getByRole('tab', { name: panel }).click();
    for (const one of await page.locator('details').all()) await one.evaluate((details) => details.setAttribute('open', ''));
    expect(await isPwned(page), panel).toBe(false);
  }
  await page.getByRole('combobox', { name: 'Search entities' }).fill('constructor');
  await page.getByRole('option').first().waitFor();
  expect(await isPwned(page), 'results').toBe(false);
  await page.keyboard.press('Escape');
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
  expect(links.filter((href) => /^\s*javascript:/i.test(href))).toEqual([]);
});

test('in an address that someone was sent', async () => {
  const address = encodeURIComponent(TEXTS[0]!);
  const page = await open(`${scene}&types=${address}&kinds=${address}&layout=${address}&on=${address}`);
  await page.getByRole('heading', { name: TEXTS[0]!, level: 2, exact: true }).waitFor();
  expect(await isPwned(page)).toBe(false);
});

test('in a picture that is opened by itself', async () => {
  const page = await open(scene);
  await page.getByRole('tab', { name: 'Share' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'SVG', exact: true }).click()]);
  const svg = readFileSync(await download.path(), 'utf8');
  const frame = await page.context().browser()!.newPage();
  await frame.setContent(svg); // read as HTML, which forgives most
  expect(await isPwned(frame)).toBe(false);
  await frame.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
  expect(
    await frame.evaluate(() => [
      document.documentElement.localName,
      document.querySelectorAll('script, [onload], [onerror]').length,
      'pwned' in window,
    ]),
  ).toEqual(['svg', 0, false]);
  await frame.close();
});
