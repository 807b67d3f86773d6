/** The explorer in a real Chromium: found, opened, expanded, followed, filtered, shared and opened again, by mouse and by keyboard. */
import { mkdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { IN_MEMORY, openGrafeo } from '../../src/engine/grafeo.ts';
import { inProject } from '../../src/root.ts';
import { type Served, serve } from '../support/serve.ts';
import { launch, openPage, type Watched } from './chromium.ts';

let server: Served;
let browser: Browser;
const opened: Watched[] = [];

beforeAll(async () => {
  // Other tests serve what was built before: it stays.
  await build({ configFile: inProject('src', 'explorer', 'vite.config.ts'), logLevel: 'error', build: { emptyOutDir: false } });
  server = await serve();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async () => {
  for (const { page, outside, problems } of opened.splice(0)) {
    expect(outside, 'no other host is asked for anything').toEqual([]);
    expect(problems, 'nothing fails').toEqual([]);
    await page.context().close();
  }
});

async function open(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
  const watched = await openPage(browser, server.url, { reducedMotion: 'reduce', ...options });
  opened.push(watched);
  await watched.page.goto(server.url + path);
  return watched.page;
}

async function show(page: Page, name: string): Promise<void> {
  mkdirSync(inProject('test', '__screenshots__'), { recursive: true });
  await page.waitForTimeout(300); // until what was drawn is on the screen
  await page.screenshot({ path: inProject('test', '__screenshots__', `${name}.png`) });
}

/** The part of the address that is the scene. */
const sceneOf = (page: Page): URLSearchParams => new URLSearchParams(new URL(page.url()).hash.slice(1));
const idsOf = (page: Page): string[] => (sceneOf(page).get('ids') ?? '').split(',');
/** What the list says is shown: the same as what is drawn. */
async function listed(page: Page): Promise<string | null> {
  await page.getByRole('tab', { name: 'List' }).click();
  return page.getByRole('tabpanel').textContent();
}
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 });
const PATH = 'From Microsoft to Digital Crime Unit';
const QUOTE = 'its Digital Crime Unit';

test('it opens on the largest commitments, with a legend', async () => {
  const page = await open();
  await expect.poll(() => idsOf(page)).toContain('commitment:microsoft-japan-2026');
  expect(idsOf(page)).toContain('organization:microsoft');
  await expect.poll(() => page.getByRole('complementary', { name: 'Legend' }).textContent()).toContain('Commitment');
  await show(page, 'start');
});

test('by keyboard alone: how Microsoft is linked to the Digital Crime Unit, on what sentence, and a link that opens the same', async () => {
  const page = await open();
  await page.locator('canvas').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('microsof');
  await page.getByRole('option', { name: 'Microsoft', exact: false }).first().waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'Microsoft').waitFor();
  await tabTo(page, 'Path to …');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Path to …', 'combobox');
  await page.keyboard.type('digital crime');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await heading(page, PATH).waitFor();
  await page.getByText(QUOTE).first().waitFor();
  await tabTo(page, '2 links · 90%');
  await page.keyboard.press('Enter');
  const again = await open(new URL(page.url()).hash.replace(/^/, '/'));
  await heading(again, PATH).waitFor();
  expect(await again.getByRole('button', { name: '2 links · 90%' }).getAttribute('aria-pressed')).toBe('true');
  expect(await listed(again)).toBe(await listed(page));
  expect(again.url()).toBe(page.url());
});

/** Presses Tab until what is named has the focus. */
async function tabTo(page: Page, name: string, role = 'button'): Promise<void> {
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return `${at?.getAttribute('role') ?? at?.tagName.toLowerCase()} ${at?.getAttribute('aria-label') ?? at?.textContent}`;
    });
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    if ((await focused()) === `${role} ${name}`) return;
  }
  throw new Error(`Tab does not lead to the ${role} ${name}.`);
}

test('by mouse: search, expand by type, collapse, hide, pin, undo and redo, filter, share', async () => {
  const page = await open('/#ids=organization:microsoft&selected=organization:microsoft');
  await heading(page, 'Microsoft').waitFor();
  const makes = page.getByRole('button', { name: /^makes: 0 of \d+ shown/ });
  await makes.waitFor();
  await makes.click();
  await expect.poll(() => idsOf(page)).toContain('product:azure');
  const expanded = idsOf(page);
  await show(page, 'expanded');
  await page.getByRole('button', { name: 'Collapse' }).click();
  expect(idsOf(page)).toEqual(['organization:microsoft']);
  await page.getByRole('button', { name: 'Collapse' }).click(); // nothing is left to collapse: no step
  await page.getByRole('tab', { name: 'View' }).click();
  await page.getByLabel('Layout').selectOption('circle');
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(idsOf(page)).toEqual(expanded);
  expect(sceneOf(page).get('layout'), 'how it is looked at stays').toBe('circle');
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  expect(sceneOf(page).get('pins')).toMatch(/^organization:microsoft@-?[\d.]+@-?[\d.]+$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(sceneOf(page).get('pins')).toBeNull();
  await page.getByRole('button', { name: 'Redo' }).click();
  const pins = sceneOf(page).get('pins');
  expect(pins).not.toBeNull();

  await page.getByRole('tab', { name: 'View' }).click();
  await page.getByRole('checkbox', { name: 'Product' }).uncheck();
  await page.getByText(/^Hidden by filters: \d+$/).waitFor();
  expect(await listed(page)).not.toContain('Azure');
  await page.getByRole('tab', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Copy link' }).inputValue();
  expect(link).toBe(page.url());
  const again = await open(link.slice(server.url.length));
  await expect.poll(() => listed(again)).toBe(await listed(page));
  expect(sceneOf(again).get('pins')).toBe(pins);
  await again.getByRole('tab', { name: 'Details' }).click();
  await again.getByRole('button', { name: 'Hide' }).click();
  expect(idsOf(again)).not.toContain('organization:microsoft');
});

test('a click with Shift asks for the path, a double click expands, a drag pins', async () => {
  await pathByMouse();
  const page = await open('/#ids=agency:digital-crime-unit');
  await page.locator('canvas').first().waitFor();
  await page.waitForTimeout(500);
  const box = (await page.locator('.drawing').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.dblclick(x, y);
  await expect.poll(() => idsOf(page)).toContain('organization:microsoft');
  const before = await open('/#ids=agency:digital-crime-unit');
  await before.locator('canvas').first().waitFor();
  await before.waitForTimeout(500);
  await before.mouse.move(x, y);
  await before.mouse.down();
  await before.mouse.move(x + 80, y + 40, { steps: 5 });
  await before.mouse.up();
  await expect.poll(() => sceneOf(before).get('pins')).toMatch(/^agency:digital-crime-unit@/);
});

/** With two entities on a circle, one stands at the top and one at the bottom. */
async function pathByMouse(): Promise<void> {
  const page = await open('/#ids=organization:microsoft,agency:digital-crime-unit&layout=circle&selected=organization:microsoft');
  await page.locator('canvas').first().waitFor();
  await heading(page, 'Microsoft').waitFor();
  await page.waitForTimeout(500);
  const box = (await page.locator('.drawing').boundingBox())!;
  await page.keyboard.down('Shift');
  for (const y of [60, box.height - 60]) await page.mouse.click(box.x + box.width / 2, box.y + y);
  await page.keyboard.up('Shift');
  await heading(page, PATH).waitFor();
}

test('common partners, communities and amounts', async () => {
  const page = await open(
    '/#ids=organization:microsoft,agency:digital-crime-unit&asked=common,organization:microsoft,agency:digital-crime-unit',
  );
  await heading(page, 'Linked to Microsoft and Digital Crime Unit').waitFor();
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect.poll(() => idsOf(page)).toContain('agency:jp-national-police-agency');
  await page.getByRole('tab', { name: 'View' }).click();
  await page.getByLabel('Colours').selectOption('community');
  await page.getByLabel('Sizes').selectOption('promised');
  const legend = page.getByRole('complementary', { name: 'Legend' });
  await expect.poll(() => legend.textContent()).toMatch(/Community 1 \(\d+\)/);
  expect(await legend.textContent()).toContain('promised in USD');
  const pictures = new Set<string>();
  for (const layout of ['circle', 'kind', 'time', 'force']) {
    await page.getByLabel('Layout').selectOption(layout);
    await page.waitForTimeout(500);
    pictures.add((await page.locator('.drawing').screenshot()).toString('base64'));
  }
  expect(pictures.size, 'each layout looks otherwise').toBe(4);
});

test('a promise: its values with their claims, its target, its delivery', async () => {
  const page = await open('/#ids=commitment:microsoft-japan-2026-training&selected=commitment:microsoft-japan-2026-training');
  const panel = page.getByRole('tabpanel');
  await expect.poll(() => panel.textContent()).toContain('Delivery');
  await expect.poll(() => panel.textContent()).toContain('Contested');
  await panel.locator('details.value summary').first().click();
  await expect.poll(() => panel.locator('blockquote').count()).toBeGreaterThan(0);
  await show(page, 'promise');
});

test('the date: nothing was known before the first source was recorded', async () => {
  const page = await open('/#ids=organization:microsoft,agency:digital-crime-unit');
  await page.getByRole('slider', { name: 'Date' }).waitFor();
  await page.getByLabel('Date').last().fill('2026-04-10');
  await page.getByText('Not there, or not known on 2026-04-10').first().waitFor();
  expect(sceneOf(page).get('on')).toBe('2026-04-10');
  await page.getByLabel('The date means').selectOption('valid');
  await expect.poll(() => listed(page)).toContain('2 entities');
  await page.getByRole('button', { name: 'Now' }).click();
  expect(sceneOf(page).get('on')).toBeNull();
});

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

describe('searching', () => {
  test('Enter that comes before the answer chooses of the answer, not of what was there before', async () => {
    const page = await open('/#ids=agency:digital-crime-unit');
    const box = page.getByRole('combobox', { name: 'Search entities' });
    await box.fill('micro');
    await page.getByRole('option').first().waitFor();
    await box.fill('hitachi');
    await page.keyboard.press('Enter');
    await heading(page, 'Hitachi').waitFor();
    expect(idsOf(page)).toContain('organization:hitachi');
  });

  test('Enter that ends a composition, as of Japanese, chooses nothing', async () => {
    const page = await open('/#ids=agency:digital-crime-unit');
    const box = page.getByRole('combobox', { name: 'Search entities' });
    await box.fill('ソフト');
    await page.getByRole('option').first().waitFor();
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 });
    expect(await box.inputValue()).toBe('ソフト');
    await page.keyboard.press('Enter');
    await heading(page, 'SoftBank Corp.').waitFor();
  });

  test('what goes wrong is said', async () => {
    const page = await open('/#ids=agency:digital-crime-unit');
    await page.getByRole('combobox', { name: 'Search entities' }).fill('???');
    await page.getByText('The server answered with an error.').waitFor({ state: 'visible' });
  });
});

test('a path that is asked for brings in what it goes by', async () => {
  const page = await open('/#ids=organization:sakura-internet&selected=organization:sakura-internet');
  await page.getByRole('button', { name: 'Path to …' }).click();
  await page.getByRole('combobox', { name: 'Path to …' }).fill('brad smith');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => idsOf(page)).toContain('organization:microsoft');
  expect(idsOf(page)).toContain('person:brad-smith');
});

test('a path goes by way of nothing that is hidden', async () => {
  const SCENE = '/#ids=organization:microsoft,agency:digital-crime-unit&asked=path,organization:microsoft,agency:digital-crime-unit';
  const page = await open(`${SCENE}&hiddenKinds=Commitment`);
  await page.getByRole('button', { name: '2 links · 72%' }).click();
  await expect.poll(() => idsOf(page)).toContain('organization:microsoft-digital-crimes-unit');
  expect(await page.getByRole('button', { name: '2 links · 90%' }).count()).toBe(0);
  const none = await open(`${SCENE}&contested=none&hiddenKinds=Commitment,Organization,Agency`);
  await none.getByText('No path of up to six links was found').waitFor();
});

test('where the focus was in the panel, it stays there', async () => {
  const page = await open('/#ids=organization:microsoft,agency:digital-crime-unit&selected=agency:digital-crime-unit');
  await page
    .getByRole('region', { name: 'Links of Digital Crime Unit' })
    .getByRole('button', { name: 'Microsoft', exact: false })
    .first()
    .click();
  await heading(page, 'Microsoft').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel');
});

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
      const content = readFileSync(await download.path());
      expect(content.toString(format === 'PNG' ? 'latin1' : 'utf8'), format).toMatch(sign);
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
      .toMatch(/^“.*”\. Pledgegraph\. http.*#ids=organization:microsoft.*as of \d{4}-.*\n– Microsoft Pledges/s);
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

describe('what can go wrong is said', () => {
  test('the server is away, and comes back', async () => {
    const page = await open('/#ids=organization:microsoft&selected=organization:microsoft');
    const links = page.getByRole('region', { name: 'Links of Microsoft' });
    await links.getByRole('listitem').first().waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('button', { name: 'Expand all' }).click();
    await page.getByText('The server does not answer.').waitFor();
    await page.getByRole('tab', { name: 'Share' }).click();
    const panel = page.getByRole('tabpanel');
    await panel.getByText('The server does not answer.').waitFor();
    opened[0]!.problems.length = 0; // the browser itself tells of the failed requests
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
    const watched = await openPage(browser, bare.url);
    opened.push(watched);
    await watched.page.goto(bare.url);
    await watched.page.getByText('The graph is empty.').waitFor();
    await bare.close();
    await empty.close();
  });

  test('nothing is found', async () => {
    const page = await open();
    await page.getByRole('combobox', { name: 'Search entities' }).fill('zzzzzzzz');
    await page.getByText('Nothing is found for “zzzzzzzz”.').waitFor();
  });

  test('no WebGL: the list stands in place of the drawing', async () => {
    const watched = await openPage(browser, server.url);
    opened.push(watched);
    await watched.page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await watched.page.goto(`${server.url}/#ids=organization:microsoft`);
    await watched.page.getByText('This browser draws no WebGL').waitFor();
    await watched.page.getByRole('button', { name: 'Microsoft' }).first().click();
    await heading(watched.page, 'Microsoft').waitFor();
  });
});

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
