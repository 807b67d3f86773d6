/** The page for everybody, in a real Chromium: for assistive technology, on a phone, in Japanese, and small to load. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { inProject } from '../../src/root.ts';
import { open, QUOTE, server, show, withExplorer } from './explorer.ts';

withExplorer();

describe('for everybody', () => {
  const SCENE =
    '/#ids=organization:microsoft,agency:digital-crime-unit,commitment:microsoft-japan-2026-training&selected=organization:microsoft&asked=path,organization:microsoft,agency:digital-crime-unit';

  test.each(['light', 'dark'] as const)('axe finds nothing serious, %s, in any panel', async (colorScheme) => {
    const page = await open(SCENE, { colorScheme });
    await page.getByText(QUOTE).first().waitFor();
    if (colorScheme === 'dark') await show(page, 'dark');
    for (const panel of ['Details', 'List', 'View', 'Share']) {
      await page.getByRole('tab', { name: panel }).click();
      await page.waitForTimeout(200);
      expect(await findings(page), panel).toEqual([]);
    }
  });

  test('320 px wide, nothing runs out at the side', async () => {
    const page = await open(SCENE, { viewport: { width: 320, height: 640 } });
    await page.getByText(QUOTE).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await show(page, 'narrow');
  });

  test('in Japanese for those who read it, and in the other language by a button', async () => {
    const page = await open(SCENE, { locale: 'ja-JP' });
    await page.getByRole('tab', { name: '詳細' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('tab', { name: 'Details' }).waitFor();
    await page.reload();
    await page.getByRole('tab', { name: 'Details' }).waitFor();
  });
});

/** What axe-core finds serious or critical. It is put in by the debugger: the page's own policy lets no foreign script in. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(inProject('node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}

test('the page with all it needs is under 250 kB, compressed', async () => {
  const page = await (await fetch(server.url)).text();
  const named = [...page.matchAll(/(?:src|href)="\.(\/assets\/[^"]+)"/g)].map(([, file]) => file!);
  const script = await (await fetch(server.url + named.find((file) => file.endsWith('.js')))).text();
  const worker = `/assets/${/force\.worker-[\w-]+\.js/.exec(script)![0]}`;
  const files = [...named, worker];
  expect(files.length).toBeGreaterThan(2);
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await (await fetch(server.url + file)).text()).length));
  expect(sizes.reduce((sum, size) => sum + size, gzipSync(page).length)).toBeLessThan(250_000);
});
