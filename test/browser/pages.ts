/** Pages of the explorer over every seed, for the tests of one file; each ends with nothing gone wrong. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openAllSeeds } from '../support/seeded.ts';
import { type Served, serve } from '../support/serve.ts';
import { launch, openPage, type Watched } from './chromium.ts';

/** To be called once in each file; opens an address once the page has what it is of. */
export function withAllSeeds(): (path: string, options?: BrowserContextOptions) => Promise<Page> {
  let server: Served;
  let browser: Browser;
  const opened: Watched[] = [];
  beforeAll(async () => {
    server = await serve({ ENGINE_TIMEOUT_MS: '60000' }, await openAllSeeds());
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    for (const { page, outside, problems } of opened.splice(0)) {
      expect(await page.locator('[role="alert"]').allTextContents(), 'no alert').not.toContainEqual(expect.stringMatching(/\S/));
      expect([outside, problems], 'nothing fails, and no other host is asked').toEqual([[], []]);
      await page.context().close();
    }
  });
  return async (path, options = {}) => {
    const watched = await openPage(browser, server.url, { reducedMotion: 'reduce', ...options });
    opened.push(watched);
    await watched.page.goto(server.url + path);
    await expect.poll(() => watched.page.title()).not.toBe('Pledgegraph');
    return watched.page;
  };
}
