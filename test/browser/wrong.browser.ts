/** What can go wrong in a real Chromium is said: no server, no entity, no graph, no drawing. */
import { expect, test } from 'vitest';
import { openGrafeo } from '../../src/engine/grafeo.ts';
import { IN_MEMORY } from '../../src/engine/grafeo-file.ts';
import { serve } from '../support/serve.ts';
import { heading, idsOf, listed, open, openWatched, server, withExplorer } from './explorer.ts';

withExplorer();

test('the server is away, and comes back', async () => {
  const { page, problems } = await openWatched();
  await page.goto(`${server.url}/#ids=organization:microsoft&selected=organization:microsoft`);
  const links = page.getByRole('region', { name: 'Links of Microsoft' });
  await links.getByRole('listitem').first().waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('button', { name: 'Expand all' }).click();
  await page.getByText('The server does not answer.').waitFor();
  await page.getByRole('tab', { name: 'Share' }).click();
  const panel = page.getByRole('tabpanel');
  await panel.getByText('The server does not answer.').waitFor();
  problems.length = 0; // the browser itself tells of the failed requests
  await page.unroute('**/graphql');
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => panel.getByText('The server does not answer.').count()).toBe(0);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => idsOf(page).length).toBeGreaterThan(5);
  expect(await page.getByText('The server does not answer.').count()).toBe(0);
});

test('an entity that is not there', async () => {
  const page = await open('/#ids=organization:microsoft,organization:nobody&selected=organization:nobody');
  await page.getByText('Not there: organization:nobody').first().waitFor();
  await page.getByText('There is no such entity.').waitFor();
  expect(await listed(page)).toContain('1 entity');
});

test('the graph is empty', async () => {
  const empty = openGrafeo(IN_MEMORY);
  await empty.prepare();
  const bare = await serve({}, empty);
  const { page } = await openWatched({}, bare.url);
  await page.goto(bare.url);
  await page.getByText('The graph is empty.').waitFor();
  await bare.close();
  await empty.close();
});

test('nothing is found', async () => {
  const page = await open();
  await page.getByRole('combobox', { name: 'Search entities' }).fill('zzzzzzzz');
  await page.getByText('Nothing is found for “zzzzzzzz”.').waitFor();
});

test('no WebGL: the list stands in place of the drawing', async () => {
  const { page } = await openWatched();
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto(`${server.url}/#ids=organization:microsoft`);
  await page.getByText('This browser draws no WebGL').waitFor();
  await page.getByRole('button', { name: 'Microsoft' }).first().click();
  await heading(page, 'Microsoft').waitFor();
});
