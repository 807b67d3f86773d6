/** `npm run bench:load`: a server under the examples of GraphiQL, under the dearest requests, and under more than it can take; writes `bench/load-*.md`. `--soak` asks for an hour. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { inProject } from '../src/root.ts';
import { CONTENDERS, type Running, start } from './servers.ts';

const isEmbedded = !process.env['NEO4J_URI'];
const engine = isEmbedded ? 'embedded' : 'Neo4j';
/** The load of the examples: requests a second, and for how many seconds. */
const RATE = 50;
const SECONDS = Number(process.env['LOAD_SECONDS'] ?? (process.argv.includes('--soak') ? 3600 : 120));
/** How many connections ask what is dearest, or more than can be taken, and for how long. */
const CONNECTIONS = 100;
const FLOOD_SECONDS = Math.min(30, SECONDS);
/** How long memory may take to come down. */
const REST_MS = 5000;

const EXAMPLES = ['1-mission', '3-training', '4-pages', '5-source', '8-promise', '9-paths', '10-neighborhood', '11-overdue'];
const MIX = EXAMPLES.map((name) => readFileSync(inProject('schema', 'examples', `${name}.graphql`), 'utf8'));
/** Within the limits, and at their end: many rows, and filters that look at many. */
const DEAREST = [
  '{ organizations(first: 100) { nodes { commitments(first: 20) { nodes { claims(first: 20) { nodes { statement } } } } } } }',
  '{ commitments(first: 100) { nodes { parties(first: 20) { nodes { links(first: 20) { nodes { id name } } } } } } }',
  '{ claims(first: 1, where: {evidence: {every: {stance: {notIn: [MENTIONS]}}}, subjects: {none: {node: {links: {some: {node: {name: {eq: "x"}}}}}}}}) { totalCount } }',
];

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const bodyOf = (query: string): string => JSON.stringify({ query });

interface Heard {
  readonly answered: number;
  readonly failed: number;
  readonly refused: number;
  readonly median: number;
  readonly p99: number;
}

/** What `queries` in turn are answered; 429 and 503 are refusals, any other status and any error a failure. */
async function load(server: Running, queries: readonly string[], options: Partial<autocannon.Options>): Promise<Heard> {
  const { statusCodeStats, errors, timeouts, latency, mismatches } = (await autocannon({
    url: server.url,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    requests: queries.map((query) => ({ body: bodyOf(query) })),
    timeout: 60,
    ...options,
  } as autocannon.Options)) as autocannon.Result & { statusCodeStats: Record<string, { count: number }> };
  const count = (...codes: readonly string[]): number => codes.reduce((sum, code) => sum + (statusCodeStats[code]?.count ?? 0), 0);
  const all = Object.values(statusCodeStats).reduce((sum, { count = 0 }) => sum + count, 0);
  const [answered, refused] = [count('200'), count('429', '503', '504')];
  return { answered, refused, failed: all - answered - refused + errors + timeouts + mismatches, median: latency.p50, p99: latency.p99 };
}

/** `queries` in turn, evenly spaced whatever the answers take; a time counts from when its request was due. */
async function steady(server: Running, queries: readonly string[], seconds: number): Promise<Heard> {
  const begun = performance.now();
  const ask = async (_: unknown, i: number): Promise<{ status: number; milliseconds: number }> => {
    const due = begun + (i * 1000) / RATE;
    await sleep(due - performance.now());
    const status = await post(server, queries[i % queries.length]!).then(
      async (response) => response.text().then(() => response.status),
      () => 0,
    );
    return { status, milliseconds: performance.now() - due };
  };
  const all = await Promise.all(Array.from({ length: RATE * seconds }, ask));
  const count = (...statuses: readonly number[]): number => all.filter(({ status }) => statuses.includes(status)).length;
  const [answered, refused] = [count(200), count(429, 503, 504)];
  const times = all.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const [median, p99] = [Number(at(times, 0.5)), Number(at(times, 0.99))];
  return { answered, refused, failed: all.length - answered - refused, median, p99 };
}

/** The resident memory of a process and of those it has started, in megabytes. */
function memoryOf(pid: number): number {
  const read = (file: string): string => readFileSync(`/proc/${pid}/${file}`, 'utf8');
  const children = read(`task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
  return children.reduce((sum, child) => sum + memoryOf(child), Number(/VmRSS:\s+(\d+)/.exec(read('status'))![1]) / 1000);
}

/** Asks one thing after the other while something else goes on; the times in order. */
async function askMeanwhile(ask: () => Promise<Response>, meanwhile: Promise<unknown>): Promise<{ times: number[]; wrong: number }> {
  const times: number[] = [];
  let [isOver, wrong] = [false, 0];
  meanwhile.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const begun = performance.now();
    const response = await ask();
    await response.text();
    if (response.status !== 200) wrong++;
    times.push(performance.now() - begun);
    await sleep(20);
  }
  return { times: times.toSorted((a, b) => a - b), wrong };
}
const at = (times: readonly number[], share: number): string =>
  times[Math.min(times.length - 1, Math.floor(share * times.length))]!.toFixed(0);

const post = (server: Running, query: string): Promise<Response> =>
  fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: bodyOf(query) });

/** The report, and whether everything was answered or refused as it has to be. */
async function measure(server: Running): Promise<{ lines: string[]; isRight: boolean }> {
  for (const query of MIX) await (await post(server, query)).text();
  await load(server, MIX, { connections: 4, duration: 5 });
  say(`the mix at ${RATE} requests a second for ${SECONDS} s`);
  const mix = await steady(server, MIX, SECONDS);
  const before = memoryOf(server.pid);
  say(`the dearest over ${CONNECTIONS} connections for ${FLOOD_SECONDS} s`);
  const flood = load(server, DEAREST, { connections: CONNECTIONS, duration: FLOOD_SECONDS });
  const ready = server.url.replace('/graphql', '/ready');
  const [typename, readiness, dear] = await Promise.all([
    askMeanwhile(() => post(server, '{ __typename }'), flood),
    askMeanwhile(() => fetch(ready), flood),
    flood,
  ]);
  say(`the mix over ${CONNECTIONS} connections, as fast as they go, for ${FLOOD_SECONDS} s`);
  const over = await load(server, MIX, { connections: CONNECTIONS, duration: FLOOD_SECONDS });
  const begun = performance.now();
  while ((await post(server, MIX[0]!)).status !== 200) await sleep(50);
  const recovered = performance.now() - begun;
  await sleep(REST_MS);
  const after = await steady(server, MIX, 5);
  const memory = memoryOf(server.pid);
  const line = (what: string, { answered, refused, failed, median, p99 }: Heard): string =>
    `| ${what} | ${answered} | ${refused} | ${failed} | ${median} | ${p99} |`;
  const isRight =
    [mix, dear, over, after].every(({ failed }) => failed === 0) && mix.refused + after.refused + typename.wrong + readiness.wrong === 0;
  const lines = [
    '| Load | answered | refused | failed | median ms | p99 ms |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    line(`the mix, ${RATE} a second for ${SECONDS} s`, mix),
    line(`the dearest, ${CONNECTIONS} connections for ${FLOOD_SECONDS} s`, dear),
    line(`the mix, ${CONNECTIONS} connections for ${FLOOD_SECONDS} s, as fast as they go`, over),
    line(`the mix, ${RATE} a second, ${REST_MS / 1000} s later`, after),
    '',
    `While the dearest ran, \`{ __typename }\` was answered ${typename.times.length} times (${typename.wrong} not), p99 ${at(typename.times, 0.99)} ms, and \`/ready\` ${readiness.times.length} times (${readiness.wrong} not), p99 ${at(readiness.times, 0.99)} ms. After more than it can take, the first answer came after ${recovered.toFixed(0)} ms; the process took ${before.toFixed(0)} MB after the first load and ${memory.toFixed(0)} MB after.`,
  ];
  return { lines, isRight };
}

const folder = mkdtempSync(join(tmpdir(), 'load-'));
const empty = join(folder, 'empty');
mkdirSync(empty);
const contender = CONTENDERS.find((one) => one.letter === (isEmbedded ? 'd' : 'b'))!;
const server = await start({ ...contender, environment: { LOG_LEVEL: 'info', RATE_LIMIT: '1000000' } }, empty, folder);
try {
  const { lines, isRight } = await measure(server);
  process.exitCode = isRight ? 0 : 1;
  const text = [`# Under load: ${engine}`, '', ...lines, ''].join('\n');
  writeFileSync(inProject('bench', `load-${engine.toLowerCase()}.md`), text);
  process.stdout.write(text);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
