/** What may take long is read in processes of its own by the embedded engine: stopped at any time, in nobody's way, and never stale. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Engine, ReadOptions } from '../src/engine/engine.ts';
import { openGrafeo } from '../src/engine/grafeo.ts';
import { IN_MEMORY } from '../src/engine/grafeo-file.ts';
import { newFolder } from './support/folder.ts';

let engine: Engine;
afterEach(() => engine.close());

/** Far longer than any test takes. */
const ENDLESS = 'RETURN reduce(s = 0, a IN range(1, 100000) | s + reduce(t = 0, b IN range(1, 100000) | t + (a * b) % 7)) AS x';
const COUNT = 'MATCH (n:Thing) RETURN count(n) AS things';
const CREATE = [{ text: "CREATE (:Thing {id: 'a'})", parameters: {} }];
const dear = (text: string, options: Partial<ReadOptions> = {}) => engine.read(text, {}, { timeoutMs: 60_000, isDear: true, ...options });
const cheap = (text: string) => engine.read(text, {}, { timeoutMs: 60_000 });

/** The processes that this one has started and that have not ended. */
const children = (): string[] =>
  readdirSync('/proc/self/task')
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean))
    .toSorted();
/** What `run` started, once there is anything. */
async function startedBy(run: () => unknown): Promise<string[]> {
  const before = children();
  const started = (): string[] => children().filter((pid) => !before.includes(pid));
  run();
  await expect.poll(started, { timeout: 20_000 }).not.toEqual([]);
  return started();
}
const areGone = (pids: readonly string[]) => expect.poll(() => children().filter((pid) => pids.includes(pid))).toEqual([]);

test('a statement ends with its time', async () => {
  engine = openGrafeo(IN_MEMORY);
  let answer: Promise<unknown> | undefined;
  const pids = await startedBy(() => {
    answer = dear(ENDLESS, { timeoutMs: 3000 }).catch((error: unknown) => error);
  });
  expect(await answer).toMatchObject({ code: 'ENGINE_TIMEOUT' });
  await areGone(pids);
  expect(await dear('RETURN 1 AS x')).toEqual([{ x: 1 }]);
});

test('a statement ends when nobody waits for it', async () => {
  engine = openGrafeo(IN_MEMORY);
  const client = new AbortController();
  let answer: Promise<unknown> | undefined;
  const pids = await startedBy(() => {
    answer = dear(ENDLESS, { signal: client.signal }).catch((error: unknown) => error);
  });
  client.abort();
  await answer;
  await areGone(pids);
});

test('a process that is killed, or ends by itself, is one statement that fails', async () => {
  engine = openGrafeo(IN_MEMORY);
  let answer: Promise<unknown> | undefined;
  const pids = await startedBy(() => {
    answer = dear(ENDLESS).catch((error: unknown) => error);
  });
  for (const pid of pids) process.kill(Number(pid), 'SIGKILL');
  expect(await answer).toMatchObject({ code: 'ENGINE_UNAVAILABLE', message: expect.stringContaining('SIGKILL') });
  expect(await dear('RETURN 1 AS x')).toEqual([{ x: 1 }]);
});

test('the others are answered meanwhile, and too many are refused at once', async () => {
  engine = openGrafeo(IN_MEMORY);
  const client = new AbortController();
  const ends: string[] = [];
  const all = Array.from({ length: 100 }, () =>
    dear(ENDLESS, { signal: client.signal }).catch((error: { code?: string; name: string }) => void ends.push(error.code ?? error.name)),
  );
  expect(await cheap('RETURN 1 AS x')).toEqual([{ x: 1 }]);
  await engine.ping({ timeoutMs: 60_000 });
  const refused = ends.filter((code) => code === 'SERVER_BUSY').length;
  expect(refused).toBeGreaterThan(50);
  expect(ends).toHaveLength(refused);
  client.abort();
  await Promise.all(all);
  expect(ends).toHaveLength(100);
});

test('more memory, or more rows, than one may have is refused', async () => {
  engine = openGrafeo(IN_MEMORY);
  const rows = (count: number, text: string) => dear(`UNWIND range(1, ${count}) AS a RETURN ${text} AS x`).catch((error: unknown) => error);
  expect(await rows(30_000_000, "collect(toString(a) + 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')")).toMatchObject({
    code: 'QUERY_TOO_COMPLEX',
    message: expect.stringContaining('bytes of memory'),
  });
  expect(await rows(20_000, `'${'x'.repeat(1000)}'`)).toMatchObject({
    code: 'QUERY_TOO_COMPLEX',
    message: expect.stringContaining('bytes of rows'),
  });
});

test('what the engine says is wrong with a statement is said, and the process goes on', async () => {
  engine = openGrafeo(IN_MEMORY);
  const pids = await startedBy(() => dear('RETURN 1 AS x'));
  await expect(dear('MATCH (n RETURN')).rejects.toThrow('syntax error');
  const deep = `${'('.repeat(200)}1${')'.repeat(200)}`;
  await expect(dear(`RETURN ${deep} AS x`)).rejects.toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
  expect(children()).toEqual(expect.arrayContaining(pids));
});

test.each([
  ['kept in a file', () => newFolder()],
  ['in memory', () => IN_MEMORY],
])('what was written is read, %s', async (_, folder) => {
  engine = openGrafeo(folder());
  expect(await dear(COUNT)).toEqual([{ things: 0 }]);
  await engine.write(CREATE);
  expect(await dear(COUNT)).toEqual([{ things: 1 }]);
});

test('nothing is left in the folder of the graph, not even of a process that was killed', async () => {
  const folder = newFolder();
  engine = openGrafeo(folder);
  await engine.write(CREATE);
  await dear(COUNT);
  const copies = (): string[] => readdirSync(folder).filter((name) => name.startsWith('reading-'));
  expect(copies()).toHaveLength(1);
  await engine.write(CREATE.map(({ text, parameters }) => ({ text: text.replace("'a'", "'b'"), parameters })));
  await expect.poll(copies).toEqual([]);
  await dear(COUNT);
  await engine.close();
  expect(readdirSync(folder)).toEqual(['graph.grafeo']);
  engine = openGrafeo(folder);
  expect(readdirSync(join(folder))).not.toContainEqual(expect.stringMatching(/^reading-/));
});
