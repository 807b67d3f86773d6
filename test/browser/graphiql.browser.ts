/** GraphiQL in a real Chromium, with every other host cut off: it shows the examples in tabs and runs them. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../../src/root.ts';
import { type Served, serve } from '../support/serve.ts';
import { launch, openPage, type Watched } from './chromium.ts';

let server: Served;
let browser: Browser;
let watched: Watched;

beforeAll(async () => {
  server = await serve();
  browser = await launch();
  watched = await openPage(browser, server.url);
  await watched.page.goto(`${server.url}/graphql`);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The operations of the examples, in the order of their files. */
const NAMES = readdirSync(inProject('schema', 'examples'))
  .sort(new Intl.Collator('en', { numeric: true }).compare)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => /query (\w+)/.exec(readFileSync(inProject('schema', 'examples', file), 'utf8'))![1]!);

async function show(name: string): Promise<void> {
  mkdirSync(inProject('.cache'), { recursive: true });
  await watched.page.screenshot({ path: inProject('.cache', `${name}.png`) });
}

test('the examples stand in tabs, the mission first, and run', async () => {
  const tabs = watched.page.locator('.graphiql-tab');
  await expect.poll(() => tabs.allInnerTexts().then((texts) => texts.map((text) => text.trim())), { timeout: 20_000 }).toEqual(NAMES);
  const result = watched.page.locator('.result-window');
  await watched.page.locator('.graphiql-execute-button').click();
  await expect.poll(() => result.textContent(), { timeout: 20_000 }).toContain('"organization"');
  await show('graphiql-mission');
  await runTab('Readings', /"agency"[\s\S]*Digital\sCrime\sUnit/);
  await runTab('Promise', /"delivery"[\s\S]*"isOverdue"/);
});

/** Goes to a tab and runs it. Soon after a change of tabs GraphiQL still has the operation of the one before: then it is run again. */
async function runTab(name: string, expected: RegExp): Promise<void> {
  await watched.page.locator('.graphiql-tab-button').nth(NAMES.indexOf(name)).click();
  const editor = watched.page.locator('.graphiql-query-editor');
  await expect.poll(() => editor.textContent(), { timeout: 20_000 }).toMatch(new RegExp(`query\\s${name}`));
  const result = watched.page.locator('.result-window');
  const run = async () => {
    await watched.page.locator('.graphiql-execute-button').click(); // while it runs, the same button stops it
    await expect.poll(() => result.textContent(), { timeout: 20_000 }).not.toBe('');
    return result.textContent();
  };
  await expect.poll(run, { timeout: 60_000, interval: 500 }).toMatch(expected);
  await show(`graphiql-${name.toLowerCase()}`);
}

test('a reload keeps the tabs as they are', async () => {
  await expect.poll(() => watched.page.evaluate(() => localStorage.getItem('graphiql:tabState'))).toContain('Anything');
  await watched.page.evaluate(() => localStorage.setItem('graphiql:variables', '{"of":"the tab before"}'));
  await watched.page.reload();
  await expect.poll(() => watched.page.locator('.graphiql-tab').count(), { timeout: 20_000 }).toBe(NAMES.length);
});

test('it asks no other host for anything, and nothing fails', () => {
  expect(watched.outside).toEqual([]);
  expect(watched.problems).toEqual([]);
});
