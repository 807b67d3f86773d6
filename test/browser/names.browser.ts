/** Names of any make in a real Chromium: without blanks, of two hundred letters, from the right: nothing runs out, and each reads as it should. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { loadSeeds } from '../support/load.ts';
import { seedFrom } from '../support/seed-text.ts';
import { openEmpty } from '../support/store.ts';
import { open, show, withExplorer } from './explorer.ts';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3).slice(0, 200);
const NAMES: Readonly<Record<string, string>> = {
  'organization:long': LONG,
  'organization:arabic': 'الشركة السعودية للذكاء الاصطناعي (سدايا) 2026.',
  'organization:hebrew': 'משרד הדיגיטל',
  'organization:mixed': 'Aramco أرامكو السعودية',
  'organization:hindi': 'विज्ञान केंद्र',
  'agency:japanese': '国立研究開発法人情報通信研究機構サイバーセキュリティ研究所'.repeat(4),
};
const IDS = Object.keys(NAMES);

withExplorer(async () => {
  const engine = await openEmpty();
  const entities = IDS.map((id) => ({ id, name: NAMES[id], summary: NAMES[id] }));
  const links = IDS.slice(1).map((to) => ({ type: 'PARTNERS_WITH', from: IDS[0], to, purpose: LONG, claims: ['one'] }));
  const source = { id: 'source:names', title: LONG, url: `https://example.org/${LONG}`, retrievedOn: '2026-11-24' };
  await loadSeeds(engine, [
    seedFrom(
      { source, entities, claims: { one: { statement: NAMES['organization:arabic'], quote: LONG.slice(0, 80) } }, links },
      'names.yaml',
    ),
  ]);
  return engine;
});

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2, exact: true });
const scene = (selected: string): string => `/#ids=${IDS.join()}&selected=${selected}&layout=circle`;
const ASKED = '&asked=path,organization:arabic,organization:hebrew';

/** What is wider than its place, of the page as a whole and of what scrolls in it. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.side, [role="tabpanel"], .top, .stage, .results, .answer, .notices')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName, className, scrollWidth, clientWidth }) => `${tagName}.${className}: ${scrollWidth} in ${clientWidth}`),
  );

const LOOKED_AT = [1400, 390, 320].flatMap((width) => ['long', 'arabic'].map((name) => [width, name] as const));
test.each(LOOKED_AT)('at %i pixels nothing runs out at the side, %s', async (width, which) => {
  const selected = `organization:${which}`;
  const page = await open(`${scene(selected)}${ASKED}&on=2026-11-25`, { viewport: { width, height: 800 } });
  await heading(page, NAMES[selected]!).waitFor();
  for (const claims of await page.locator('details').all()) await claims.evaluate((one) => one.setAttribute('open', ''));
  for (const panel of ['List', 'View', 'Share', 'Details']) {
    await page.getByRole('tab', { name: panel }).click();
    expect(await tooWide(page), panel).toEqual([]);
  }
  await page.getByRole('combobox', { name: 'Search entities' }).fill('Donaudampf');
  await page.getByRole('option').first().waitFor();
  expect(await tooWide(page), 'results').toEqual([]);
  await page.keyboard.press('Escape');
  await show(page, `names-${which}-${width}`);
});

/** What the page writes into its drawing, with the direction of each. */
async function written(page: Page): Promise<Map<string, string>> {
  await page.addInitScript(() => {
    const all: [string, string][] = [];
    Object.assign(window, { written: all });
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
      all.push([text, this.direction]);
      fillText.call(this, text, ...where);
    };
  });
  await page.reload();
  await page.waitForFunction(() => (window as unknown as { written: unknown[] }).written.length > 5);
  return new Map(await page.evaluate(() => (window as unknown as { written: [string, string][] }).written));
}

test('the drawing sets each name as a whole, in its own direction', async () => {
  const page = await open(scene('organization:arabic'));
  const texts = await written(page);
  expect(texts.get(NAMES['organization:arabic']!)).toBe('rtl');
  expect(texts.get(NAMES['organization:hebrew']!)).toBe('rtl');
  expect(texts.get(NAMES['organization:mixed']!)).toBe('ltr');
  expect(texts.get(NAMES['organization:hindi']!)).toBe('ltr');
  expect([...texts.keys()].filter((text) => /[\u0600-\u06ff]/.test(text)).every((text) => Object.values(NAMES).includes(text))).toBe(true);
  expect([...texts.keys()].find((text) => text.startsWith('Donau'))).toMatch(/^Donau\w{5,40}…$/);
});

test('in the panels, a name from the right begins at the right, alone and in a sentence', async () => {
  const page = await open(scene('organization:arabic') + ASKED);
  const title = heading(page, NAMES['organization:arabic']!);
  await title.waitFor();
  const [first, last] = await title.evaluate((element) => {
    const text = element.firstChild as Text;
    return [0, text.length - 1].map((at) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().left;
    });
  });
  expect(last, 'the full stop is at the left').toBeLessThan(first!);
  await heading(page, `From \u2068${NAMES['organization:arabic']}\u2069 to \u2068${NAMES['organization:hebrew']}\u2069`).waitFor();
});

test('a picture is no wider for a long name', async () => {
  const page = await open(scene('organization:long'));
  await heading(page, LONG).waitFor();
  await page.getByRole('tab', { name: 'Share' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'SVG', exact: true }).click()]);
  const svg = readFileSync(await download.path(), 'utf8');
  expect(Number(/<svg [^>]*width="([\d.]+)"/.exec(svg)![1])).toBeLessThan(1200);
  expect(svg).toContain(`<title>${LONG} (Organization)</title>`);
});
