/** The explorer in a real Chromium, for the tests of one file: a server, a browser, pages, and the check that every test ends with. */
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { inProject } from '../../src/root.ts';
import { RECORDED_AT } from '../support/clock.ts';
import { openSeeded } from '../support/seeded.ts';
import { type Served, serve } from '../support/serve.ts';
import { launch, openPage, type Watched } from './chromium.ts';
import { dragsRight } from './drag.ts';
import { isAsListed } from './drawn.ts';

export let server: Served;
let browser: Browser;
const opened: Watched[] = [];

/** To be called once in each file. */
export function withExplorer(openEngine: () => Promise<Engine> = openSeeded): void {
  beforeAll(async () => {
    server = await serve({}, await openEngine());
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    for (const watched of opened.splice(0)) {
      await isRight(watched);
      await watched.page.context().close();
    }
  });
}

/** What holds at the end of every test: nothing went wrong, and the drawing is what the page says it is. */
async function isRight({ page, outside, problems }: Watched): Promise<void> {
  await isAsListed(page);
  await dragsRight(page);
  await isAsListed(page);
  expect(await page.locator('[role="alert"]').allTextContents(), 'no alert').not.toContainEqual(expect.stringMatching(/\S/));
  expect(outside, 'no other host is asked for anything').toEqual([]);
  expect(problems, 'nothing fails').toEqual([]);
}

export async function openWatched(options: BrowserContextOptions = {}, origin = server.url): Promise<Watched> {
  const watched = await openPage(browser, origin, { reducedMotion: 'reduce', ...options });
  opened.push(watched);
  await watched.page.clock.setFixedTime(RECORDED_AT);
  return watched;
}
export async function open(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await openWatched(options);
  await page.goto(server.url + path);
  return page;
}

export async function show(page: Page, name: string): Promise<void> {
  mkdirSync(inProject('test', '__screenshots__'), { recursive: true });
  await page.waitForTimeout(300); // until what was drawn is on the screen
  await page.screenshot({ path: inProject('test', '__screenshots__', `${name}.png`) });
}

/** The part of the address that is the scene. */
export const sceneOf = (page: Page): URLSearchParams => new URLSearchParams(new URL(page.url()).hash.slice(1));
export const idsOf = (page: Page): string[] => (sceneOf(page).get('ids') ?? '').split(',');
/** What the list says is shown: the same as what is drawn. */
export async function listed(page: Page): Promise<string | null> {
  await page.getByRole('tab', { name: 'List' }).click();
  return page.getByRole('tabpanel').textContent();
}
export const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name, level: 2 });
export const PATH = 'From Microsoft to Digital Crime Unit';
export const QUOTE = 'its Digital Crime Unit';
