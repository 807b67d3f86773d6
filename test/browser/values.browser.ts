/** No value stands in the page without how it is meant and what it rests on, whichever part of the page shows it. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withAllSeeds } from './pages.ts';

const open = withAllSeeds();
const TRAINING = 'commitment:microsoft-japan-2026-training';
const KEPT = 'commitment:microsoft-japan-2024-training';
const SELECTED = 'commitment:sakura-government-cloud-requirements';
const at = (id: string): string => `/#ids=${id},organization:microsoft&selected=${id}`;

test("an outlet's own estimate is up to so much, and doubtful", async () => {
  const page = await open(at(TRAINING));
  await expect.poll(() => page.locator('header .amount').textContent()).toBe('Promised: up to 2,000,000,000 USD Doubtful');
  const japanese = await open(at(TRAINING), { locale: 'ja-JP' });
  await expect.poll(() => japanese.locator('header .amount').textContent()).toBe('約束額: 最大 2,000,000,000 USD 疑義あり');
});

describe('a promise that is met is green', () => {
  const delivery = (page: Page) => page.getByRole('region', { name: 'Delivery' });

  test("not by the promiser's own word: that is said, wherever the result is", async () => {
    const page = await open(at(KEPT));
    const flags = delivery(page).locator('> p .flag');
    await expect.poll(() => flags.allTextContents()).toEqual(['✓ Met', 'Contested', 'Self-reported']);
    expect(await flags.first().getAttribute('class')).toBe('flag told');
    expect(await delivery(page).locator('.target .stated').allTextContents()).toContainEqual(
      expect.stringMatching(/^113% .*Self-reported$/),
    );
    expect(await page.locator('.flag.good').count()).toBe(0);
  });

  test('by that of somebody independent', async () => {
    const page = await open(at(SELECTED));
    await expect.poll(() => delivery(page).locator('> p .flag').first().getAttribute('class')).toBe('flag good');
    expect(await delivery(page).locator('> p').textContent()).not.toContain('Self-reported');
  });
});

/** What stands in a value with its marks, or was written by somebody: names, statements, quotes, titles of sources, addresses. */
const FOUNDED = '.stated, .entity, h2, blockquote, .claims > li > p:first-child, figcaption, a, textarea, header > p:not(.amount, .fine)';
/** Numbers with a unit, a currency or thousands, and shares, that stand anywhere else; how sure something is says so. */
const bareNumbers = (page: Page): Promise<string[]> =>
  page.evaluate((founded) => {
    const amount = /\d{1,3}(,\d{3})+|\d[\d,.]*\s?(%|[A-Z]{3}\b|people|人|MW|GPU)/;
    const sureness = /(confidence|確度|links?|\d 本)( ·| at least|（以上）)? \d+%/gi;
    const rest = document.querySelector('#page')!.cloneNode(true) as Element;
    for (const one of rest.querySelectorAll(founded)) one.remove();
    rest.normalize();
    const texts = document.createTreeWalker(rest, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) found.push(texts.currentNode.textContent!.replace(sureness, ''));
    return found.filter((text) => amount.test(text));
  }, FOUNDED);

test.each([
  ['en-US', TRAINING],
  ['en-US', 'commitment:microsoft-japan-2024'],
  ['en-US', 'target:microsoft-japan-2026-training-people'],
  ['ja-JP', KEPT],
])('in %s, every panel shows numbers with what they rest on: %s', async (locale, id) => {
  const scene = `ids=${TRAINING},${KEPT},${SELECTED},organization:microsoft,organization:hitachi,commitment:microsoft-japan-2024&sizes=promised`;
  const page = await open(`/#${scene}&selected=${id}&asked=path,organization:hitachi,${TRAINING}`, { locale });
  await page.locator('.hops .claims').first().waitFor();
  await page.locator('[role="tabpanel"] .links > li').first().waitFor();
  await page.locator('aside.legend .stated').waitFor();
  expect(await page.locator('[role="tabpanel"] .stated').count(), 'there is something to look at').toBeGreaterThan(2);
  expect(await bareNumbers(page)).toEqual([]);
  for (const panel of ['list', 'view', 'share']) {
    await page.locator(`#tab-${panel}`).click();
    await page.waitForTimeout(200);
    expect(await bareNumbers(page), panel).toEqual([]);
  }
});

test('search, lists and links show an amount with its marks', async () => {
  const page = await open(at(TRAINING));
  await page.getByRole('combobox', { name: 'Search entities' }).fill('engineers and developers');
  await expect
    .poll(() => page.getByRole('option').filter({ hasText: 'One million engineers' }).locator('.stated').textContent())
    .toBe('up to 2,000,000,000 USD Doubtful');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'List' }).click();
  await expect.poll(() => page.locator('.list .stated').allTextContents()).toContain('up to 2,000,000,000 USD Doubtful');
  const links = await open(at('target:microsoft-japan-2026-training-people'));
  await expect.poll(() => links.locator('.links .stated').allTextContents()).toContain('up to 2,000,000,000 USD Doubtful');
});

test('sizes say what they are sums of, and how many of these are firm', async () => {
  const page = await open('/#ids=organization:microsoft,organization:openai&sizes=promised');
  const legend = page.getByRole('complementary', { name: 'Legend' });
  await expect
    .poll(() => legend.textContent())
    .toMatch(/at most.*The largest here: .* [A-Z]{3} \((of 1|sum of \d+) promises?(, \d+ of them contested, doubtful or self-reported)?\)/);
});
