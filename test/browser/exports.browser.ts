/** Files of what is on the screen in a real Chromium: each with claims, quotes, sources, licence, time and the way back; and paper. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../src/root.ts';
import { withAllSeeds } from './pages.ts';

const open = withAllSeeds();
const SCENE =
  '/#ids=organization:microsoft,agency:digital-crime-unit,agency:jp-national-police-agency,commitment:microsoft-japan-2026-training';
const QUOTE = 'its Digital Crime Unit';

async function saved(page: Page, label: string, more = ''): Promise<Buffer> {
  await page.locator('#tab-share').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: label, exact: true }).click()]);
  const content = readFileSync(await download.path());
  mkdirSync(inProject('test', '__screenshots__'), { recursive: true });
  writeFileSync(
    inProject(
      'test',
      '__screenshots__',
      `exported${more}-${download
        .suggestedFilename()
        .replace(/^.*\d\d\./, '.')
        .slice(1)}`,
    ),
    content,
  );
  return content;
}

test.each(['SVG', 'GraphML', 'GEXF', 'JSON-LD', 'CSV (ZIP)'])(
  '%s tells what it holds, on what it rests, and where it is from',
  async (label) => {
    const page = await open(SCENE);
    const content = await saved(page, label);
    const files = label.startsWith('CSV')
      ? Object.values(unzipSync(content)).map((file) => Buffer.from(file).toString())
      : [content.toString()];
    const all = files.join('\n').replaceAll('&#38;', '&').replaceAll('&amp;', '&');
    for (const part of [
      'National Police Agency',
      QUOTE,
      'Microsoft Pledges $10 Billion',
      'up to 2,000,000,000 USD (doubtful)',
      'creativecommons.org/licenses/by/4.0/',
      page.url(),
    ])
      if (label !== 'JSON-LD' || !part.startsWith('up to')) expect(all, part).toContain(part);
    expect(all).toMatch(/\d{4}-\d\d-\d\d/);
  },
);

test('on another day, they tell that day', async () => {
  const page = await open(`${SCENE}&on=2026-11-25`);
  expect((await saved(page, 'GraphML', '-on')).toString()).toMatch(
    /<data key="graph.asOf">2026-11-25<\/data>\s*<data key="graph.asOfMeans">both</,
  );
});

/** How large a picture is, and how many colours it has. */
const lookAt = (page: Page, png: Buffer): Promise<{ width: number; colors: number }> =>
  page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const context = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
      return { width: image.width, colors: new Set(pixels).size };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );

test.each(['light', 'dark'] as const)('a PNG has twice as many pixels as the screen, %s', async (colorScheme) => {
  const page = await open(SCENE, { colorScheme });
  const { width, colors } = await lookAt(page, await saved(page, 'PNG', `-${colorScheme}`));
  expect(width).toBeGreaterThanOrEqual(2 * 1400);
  expect(colors).toBeGreaterThan(20);
});

describe('on paper', () => {
  test('there is the drawing, with its legend, and no button', async () => {
    const page = await open(`${SCENE}&selected=commitment:microsoft-japan-2026-training`, { colorScheme: 'dark' });
    await page.locator('header .amount').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const sheet = page.locator('.printed svg');
    expect(await sheet.textContent()).toContain('National Police Agency');
    for (const words of ['Organization', 'CC BY 4.0']) expect(await sheet.textContent()).toContain(words);
    expect((await lookAt(page, await page.locator('.printed').screenshot())).colors).toBeGreaterThan(20);
    expect(await page.locator('button:not(.entity)').filter({ visible: true }).allTextContents()).toEqual([]);
    expect(await page.locator('header .amount').isVisible()).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.printed').textContent()).toBe('');
  });

  test('the browser itself asks for it', async () => {
    const page = await open(SCENE);
    await page.evaluate(() => addEventListener('afterprint', () => document.body.setAttribute('data-printed', '')));
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    expect(await page.locator('.printed').textContent()).toBe('');
  });
});
