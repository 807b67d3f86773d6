/** `npm run bench:traverse`: how long paths, surroundings and searches take over a large graph, on both engines; writes `bench/traversal.md`. */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { openEngine } from '../src/commands/open.ts';
import { readConfig } from '../src/config.ts';
import type { Engine } from '../src/engine/engine.ts';
import { IN_MEMORY } from '../src/engine/grafeo-file.ts';
import { difference } from '../src/ingest/difference.ts';
import { EMPTY } from '../src/ingest/graph.ts';
import { inProject } from '../src/root.ts';
import { queryOf } from '../src/search/rank.ts';
import { startServer } from '../src/yoga/server.ts';
import { testClock } from '../test/support/clock.ts';
import { createRandom } from '../test/support/random.ts';
import { type Large, largeGraph } from './large.ts';

const ENTITIES = Number(process.argv[2] ?? 100_000);
const ROUNDS = 100;
/** How many statements of a thousand rows are one transaction. */
const TOGETHER = 20;
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const FOUND = '{ truncated reason paths { length confidence nodes { id name } hops { link { id type } } } }';
const AROUND = '{ truncated reason nodes { id name } links { id type } }';

type Asked = Omit<Large, 'graph'>;

/** What is asked, each time of other entities. */
function questionsOf({ hub, actors, names }: Asked): Readonly<Record<string, () => string>> {
  const random = createRandom(2);
  const any = () => random.pick(actors);
  const misspelt = (name: string) => name.slice(0, 2) + name.slice(3);
  return {
    'path, up to 6 hops': () => `{ path(from: "${any()}", to: "${any()}") ${FOUND} }`,
    'paths, 10 of up to 6 hops': () => `{ paths(from: "${any()}", to: "${any()}") ${FOUND} }`,
    'neighborhood, depth 1, limit 200': () => `{ neighborhood(of: ["${any()}"]) ${AROUND} }`,
    'neighborhood, depth 2, limit 200': () => `{ neighborhood(of: ["${any()}"], depth: 2) ${AROUND} }`,
    'path from the largest': () => `{ path(from: "${hub}", to: "${any()}") ${FOUND} }`,
    'paths from the largest': () => `{ paths(from: "${hub}", to: "${any()}") ${FOUND} }`,
    'neighborhood of the largest, depth 2': () => `{ neighborhood(of: ["${hub}"], depth: 2) ${AROUND} }`,
    'search, a name': () => `{ search(query: "${random.pick(names)}", first: 10) { edges { score node { id name } } } }`,
    'search, as it is typed': () =>
      `{ search(query: "${random.pick(names).slice(0, 6)}", first: 10) { edges { score node { id name } } } }`,
    'search, misspelt': () => `{ search(query: "${misspelt(random.pick(names))}", first: 10) { edges { score node { id name } } } }`,
  };
}

interface Figure {
  readonly engine: string;
  readonly question: string;
  readonly times: readonly number[];
  readonly blocked: number;
  readonly cut: number;
}

async function measure(engine: Engine, asked: Asked): Promise<Figure[]> {
  const server = await startServer(engine, readConfig({ PORT: '0', RATE_LIMIT: '0' }), pino({ level: 'silent' }), testClock);
  const ask = async (query: string): Promise<string> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    if (text.includes('"errors"')) throw new Error(`${query}\n${text.slice(0, 500)}`);
    return text;
  };
  const figures: Figure[] = [];
  for (const [question, next] of Object.entries(questionsOf(asked))) {
    for (let i = 0; i < 5; i++) await ask(next()); // what is planned or indexed once is not measured
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const times: number[] = [];
    let cut = 0;
    delay.enable();
    for (let i = 0; i < ROUNDS; i++) {
      const start = performance.now();
      if ((await ask(next())).includes('"truncated":true')) cut++;
      times.push(performance.now() - start);
    }
    delay.disable();
    figures.push({ engine: engine.name, question, times: times.toSorted((a, b) => a - b), blocked: delay.max / 1e6, cut });
    say(row(figures.at(-1)!));
  }
  await server.close();
  return figures;
}

const row = ({ engine, question, times, blocked, cut }: Figure): string => {
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1);
  return `| ${question} | ${engine} | ${at(0.5)} | ${at(0.9)} | ${at(1)} | ${blocked.toFixed(0)} | ${cut} |`;
};

/** The memory that objects take, after what is no longer needed was thrown away. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

/** What the first search takes: the embedded engine makes its index of names and texts then. */
async function measureIndex(engine: Engine): Promise<string> {
  const [before, start, delay] = [heap(), performance.now(), monitorEventLoopDelay({ resolution: 1 })];
  delay.enable();
  await engine.search(queryOf('nothing'), { most: 1, prefixes: undefined }, { timeoutMs: 120_000 });
  delay.disable();
  const [seconds, size] = [((performance.now() - start) / 1000).toFixed(1), Math.round((heap() - before) / 1e6)];
  const blocked = Math.round(delay.max / 1e6);
  return `${engine.name}: the first search takes ${seconds} s, blocks the event loop for ${blocked} ms at most, and leaves ${size} MB in this process.`;
}

/** Loads the graph, and keeps of it only what is asked about: a server has no second graph in its memory. */
async function load(engine: Engine): Promise<Asked> {
  const { graph, ...asked } = largeGraph(ENTITIES);
  const statements = difference(EMPTY, graph);
  // One transaction of all would be too much for Neo4j's memory.
  for (let i = 0; i < statements.length; i += TOGETHER) await engine.write(statements.slice(i, i + TOGETHER));
  return asked;
}

function sizeOf({ graph: { nodes, links }, hub }: Large): string {
  const ofHub = [...links.values()].filter(({ from, to }) => from === hub || to === hub).length;
  return `${nodes.size} entities, ${links.size} links, ${ofHub} of them of one entity`;
}

async function main(): Promise<void> {
  const size = sizeOf(largeGraph(ENTITIES));
  say(size);
  const [lines, notes]: [string[], string[]] = [[], []];
  const environments = [{ DATA_DIR: IN_MEMORY, NEO4J_URI: '' }, ...(process.env['NEO4J_URI'] ? [{}] : [])];
  for (const environment of environments) {
    const engine = openEngine(readConfig({ ...process.env, ...environment }));
    if (engine.name === 'neo4j') await engine.write([{ text: 'MATCH (n) CALL (n) { DETACH DELETE n }', parameters: {} }]);
    await engine.prepare();
    const start = performance.now();
    const asked = await load(engine);
    say(`${engine.name} loaded in ${Math.round((performance.now() - start) / 1000)} s`);
    notes.push(await measureIndex(engine));
    lines.push(...(await measure(engine, asked)).map(row));
    await engine.close();
  }
  const head = [
    '| Question | Engine | Median | 90% | Slowest | Event loop blocked | Truncated |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  const text = [
    '# Traversal and search',
    '',
    `${size}. Milliseconds over HTTP, ${ROUNDS} requests one after the other; how often an answer was truncated.`,
    '',
    ...head,
    ...lines,
    '',
    ...notes,
    '',
  ];
  writeFileSync(inProject('bench', 'traversal.md'), text.join('\n'));
  say(text.join('\n'));
}

await main();
