/** What is handed on in a real Chromium: files, a citation, a page to embed. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { listed, open, server, withExplorer } from './explorer.ts';

withExplorer();

/** How many colours a picture has. */
const colorsOf = (page: Page, png: Buffer): Promise<number> =>
  page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const context = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d')!;
      context.drawImage(image, 0, 0);
      return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );

describe('what is handed on', () => {
  const SCENE = '/#ids=organization:microsoft,agency:digital-crime-unit,agency:jp-national-police-agency';

  test('a file in each format, of what is on the screen', async () => {
    const page = await open(SCENE);
    await expect.poll(() => listed(page)).toContain('3 entities');
    await page.getByRole('tab', { name: 'Share' }).click();
    const signs: Readonly<Record<string, RegExp>> = {
      PNG: /^.PNG/,
      SVG: /<svg [\s\S]*National Police Agency/,
      GraphML: /<graphml [\s\S]*National Police Agency/,
      GEXF: /<gexf [\s\S]*National Police Agency/,
      'CSV (ZIP)': /^PK/,
      'JSON-LD': /"@context"[\s\S]*National Police Agency/,
    };
    for (const [format, sign] of Object.entries(signs)) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: format, exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^pledgegraph-2026-11-30(\.\w+)+$/);
      const content = readFileSync(await download.path());
      expect(content.toString(/^(PNG|CSV)/.test(format) ? 'latin1' : 'utf8'), format).toMatch(sign);
      expect(content.length, format).toBeGreaterThan(500);
      if (format === 'PNG') expect(await colorsOf(page, content), 'the PNG is not blank').toBeGreaterThan(20);
    }
  });

  test('a citation with its sources, and the query for GraphiQL', async () => {
    const page = await open(SCENE);
    await page.getByRole('tab', { name: 'Share' }).click();
    const cited = page.getByRole('textbox', { name: 'Cite' });
    await expect
      .poll(() => cited.inputValue())
      .toMatch(/^“.*”\. Pledgegraph\. http.*#ids=organization:microsoft.*as of 2026-11-30.*\n– Microsoft Pledges/s);
    await page.getByRole('link', { name: 'Microsoft Pledges $10 Billion' }).waitFor();
    const href = (await page.getByRole('link', { name: 'Open in GraphiQL' }).getAttribute('href'))!;
    const { body } = await server.post(new URL(href, server.url).searchParams.get('query')!);
    expect(body.errors).toBeUndefined();
    expect((body.data as { neighborhood: { nodes: unknown[] } }).neighborhood.nodes).toHaveLength(3);
  });

  test('a page to embed, with the drawing and a way to the whole', async () => {
    const page = await open(SCENE.replace('/', '/?embed=1'));
    await page.locator('canvas').first().waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Pledgegraph' }).getAttribute('href')).toBe(SCENE);
    const traced = await open(`${SCENE.replace('/', '/?embed=1')}&asked=path,organization:microsoft,agency:digital-crime-unit`);
    await expect.poll(() => traced.getByRole('complementary', { name: 'Legend' }).textContent()).toContain('On the path');
  });
});
