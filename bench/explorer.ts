/** `npm run bench:explorer`: how soon the explorer draws, and how smoothly it moves, in a headless Chromium without a graphics card; writes `bench/explorer.md`. */
import { writeFileSync } from 'node:fs';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { readConfig } from '../src/config.ts';
import type { Engine } from '../src/engine/engine.ts';
import { openGrafeo } from '../src/engine/grafeo.ts';
import { IN_MEMORY } from '../src/engine/grafeo-file.ts';
import { difference } from '../src/ingest/difference.ts';
import { EMPTY } from '../src/ingest/graph.ts';
import { inProject } from '../src/root.ts';
import { startServer } from '../src/yoga/server.ts';
import { launch, openPage } from '../test/browser/chromium.ts';
import { testClock } from '../test/support/clock.ts';
import { openAllSeeds } from '../test/support/seeded.ts';
import { largeGraph } from './large.ts';

const [ENTITIES, LINKS] = [2000, 6000];
const ROUNDS = 5;
const PAN_MS = 3000;

/** How long after navigation the page marks a moment, in milliseconds. */
const marked = async (page: Page, name: string): Promise<number> => {
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, name, { timeout: 120_000 });
  return page.evaluate((mark) => performance.getEntriesByName(mark)[0]!.startTime, name);
};

/** As text: what tsx compiles is not known in the page. */
const COUNT_FRAMES = `new Promise((resolve) => {
  const start = performance.now();
  let frames = 0;
  const next = (now) => {
    frames++;
    if (now - start < ${PAN_MS}) requestAnimationFrame(next);
    else resolve((1000 * frames) / (now - start));
  };
  requestAnimationFrame(next);
})`;

/** Frames a second while the drawing is dragged to and fro. */
async function pan(page: Page): Promise<number> {
  const box = (await page.locator('.drawing').boundingBox())!;
  const [x, y] = [box.x + 30, box.y + box.height - 30];
  const counted = page.evaluate<number>(COUNT_FRAMES);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const end = performance.now() + PAN_MS;
  for (let i = 0; performance.now() < end; i++) await page.mouse.move(x + 200 * Math.sin(i / 10), y - 100 * Math.abs(Math.sin(i / 7)));
  await page.mouse.up();
  return counted;
}

interface Figures {
  readonly drawn: number;
  readonly settled: number;
  readonly frames: number;
  readonly hidden: number;
}

/** How long it takes until a kind is gone after it is hidden. */
async function hide(page: Page, kind: string): Promise<number> {
  await page.getByRole('tab', { name: 'View' }).click();
  const start = performance.now();
  await page.getByRole('checkbox', { name: kind }).uncheck();
  await page.getByText(/^Hidden by filters: \d+$/).waitFor();
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  return performance.now() - start;
}

async function visit(url: string, hash: string): Promise<Figures> {
  const browser = await launch();
  const { page } = await openPage(browser, url);
  await page.goto(`${url}/${hash}`);
  const [drawn, settled] = [await marked(page, 'drawn'), await marked(page, 'settled')];
  const frames = await pan(page);
  const hidden = await hide(page, 'Organization');
  await browser.close();
  return { drawn, settled, frames, hidden };
}

async function measure(name: string, engine: Engine, hash: string): Promise<string> {
  const server = await startServer(engine, readConfig({ PORT: '0', RATE_LIMIT: '0' }), pino({ level: 'silent' }), testClock);
  const all: Figures[] = [];
  for (let i = 0; i < ROUNDS; i++) all.push(await visit(server.url, hash));
  await server.close();
  const median = (key: keyof Figures): string =>
    Math.round(all.map((one) => one[key]).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!).toString();
  return `| ${name} | ${median('drawn')} | ${median('settled')} | ${median('frames')} | ${median('hidden')} |`;
}

async function largeEngine(): Promise<{ readonly engine: Engine; readonly hash: string }> {
  const { graph } = largeGraph(ENTITIES, LINKS);
  const engine = openGrafeo(IN_MEMORY);
  await engine.prepare();
  await engine.write(difference(EMPTY, graph));
  return { engine, hash: `#ids=${[...graph.nodes.keys()].join()}` };
}

const large = await largeEngine();
const lines = [
  '# The explorer',
  '',
  `Median of ${ROUNDS} visits of a fresh headless Chromium that draws in software: milliseconds from navigation to the first drawing and to the end of the layout by forces, frames a second while panning, and milliseconds until a kind is gone once it is hidden. Without a graphics card, more than 1,500 links are left out while the drawing moves.`,
  '',
  '| Scene | First drawing | At rest | Frames a second | A kind hidden |',
  '| --- | --- | --- | --- | --- |',
  await measure('what it opens on, the seeds', await openAllSeeds(), ''),
  await measure(`${ENTITIES} entities, ${LINKS} links`, large.engine, large.hash),
  '',
];
await large.engine.close();
writeFileSync(inProject('bench', 'explorer.md'), lines.join('\n'));
process.stdout.write(lines.join('\n'));
