/** What goes wrong with Neo4j is said clearly, in time, and mends itself where it can. */
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { type Neo4jSettings, openNeo4j } from '../../src/engine/neo4j.ts';
import { call, served, start } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';
import { startNeo4j } from './server.ts';

type Server = Awaited<ReturnType<typeof startNeo4j>>;
let server: Server;
beforeAll(async () => {
  server = await startNeo4j();
}, 120_000);
afterAll(() => server.stop());

const engines: Engine[] = [];
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

function open(change: Partial<Neo4jSettings> = {}): Engine {
  const { uri, username, password } = server;
  const engine = openNeo4j({ uri, username, password, database: '', poolSize: 10, acquisitionTimeoutMs: 2000, orders: [], ...change });
  engines.push(engine);
  return engine;
}
const ask = (engine: Engine, text = 'RETURN 1 AS one', options: Partial<Parameters<Engine['read']>[2]> = {}) =>
  engine.read(text, {}, { timeoutMs: 5000, ...options });
const SLOW = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b AS c WHERE c % 7 = 3 RETURN count(c) AS x';

describe('settings that are wrong are named, without the password, and waiting does not help', () => {
  test('a password', async () => {
    const error = await ask(open({ password: 'wrong-secret' })).catch((reason: Error) => reason);
    expect(error).toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      isFinal: true,
      message: expect.stringContaining('NEO4J_PASSWORD') as string,
    });
    expect(String((error as Error).message)).not.toContain('wrong-secret');
  });
  test('a database', async () => {
    await expect(ask(open({ database: 'nowhere' }))).rejects.toMatchObject({
      isFinal: true,
      message: expect.stringContaining('"nowhere" (NEO4J_DATABASE)') as string,
    });
  });
  test('an address that is none', () => {
    expect(() => open({ uri: 'ftp://localhost' })).toThrow('NEO4J_URI=ftp://localhost');
  });
});

describe('what is away is told as such, within its time', () => {
  test('a port where nobody listens', async () => {
    await expect(ask(open({ uri: 'bolt://127.0.0.1:1' }))).rejects.toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      isFinal: false,
      message: expect.stringContaining('NEO4J_URI') as string,
    });
  });

  test('a server that never answers', { timeout: 15_000 }, async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    await expect(ask(open({ uri: `bolt://127.0.0.1:${port}` }), 'RETURN 1 AS one', { timeoutMs: 1000 })).rejects.toMatchObject({
      code: expect.stringMatching(/^ENGINE_/) as string,
    });
    silent.close();
  });

  test('a full pool', async () => {
    const engine = open({ poolSize: 1, acquisitionTimeoutMs: 300 });
    const slow = ask(engine, SLOW, { timeoutMs: 3000 }).catch((reason: unknown) => reason);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(ask(engine)).rejects.toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      message: expect.stringContaining('NEO4J_POOL_SIZE') as string,
    });
    expect(await slow).toMatchObject({ code: 'ENGINE_TIMEOUT' });
    expect(await ask(engine)).toEqual([{ one: 1 }]);
  });
});

test('a statement that nobody waits for is stopped', async () => {
  const engine = open();
  const controller = new AbortController();
  const slow = ask(engine, SLOW, { timeoutMs: 60_000, signal: controller.signal }).catch((reason: unknown) => reason);
  const running = async () =>
    (
      await ask(
        engine,
        'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS "100000" AND NOT currentQuery CONTAINS "SHOW" RETURN count(*) AS n',
      )
    )[0]!['n'];
  await expect.poll(running, { timeout: 5000 }).toBe(1);
  controller.abort();
  await slow;
  await expect.poll(running, { timeout: 5000 }).toBe(0);
});

test('a database that hangs keeps nobody waiting past his time, and all is well once it goes on', { timeout: 120_000 }, async () => {
  const engine = open({ poolSize: 3 });
  const connections = async (): Promise<number> =>
    (await ask(engine, 'CALL dbms.listConnections() YIELD connectionId RETURN count(*) AS n'))[0]!['n'] as number;
  await Promise.all(Array.from({ length: 5 }, () => ask(engine)));
  await engine.ping({ timeoutMs: 5000 });
  const before = await connections();
  const ends: unknown[] = [];
  server.process.kill('SIGSTOP');
  try {
    for (let round = 0; round < 3; round++) {
      const asked = Array.from({ length: 10 }, (_, i) => ask(engine, 'RETURN 1 AS one', { timeoutMs: 500, isDear: i % 2 === 0 }));
      const all = [...asked, engine.ping({ timeoutMs: 500 })];
      ends.push(...(await Promise.all(all.map((one) => one.catch(({ code }: { code: string }) => code)))));
    }
  } finally {
    server.process.kill('SIGCONT');
  }
  expect(new Set(ends)).toEqual(new Set(['ENGINE_TIMEOUT']));
  await expect.poll(() => ask(engine).catch(() => undefined), { timeout: 30_000 }).toEqual([{ one: 1 }]);
  await engine.ping({ timeoutMs: 5000 });
  await expect.poll(connections, { timeout: 30_000 }).toBeLessThanOrEqual(before);
});

test('a server that hangs is not taken for a full pool', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as { port: number };
  const engine = open({ uri: `bolt://127.0.0.1:${port}`, poolSize: 1, acquisitionTimeoutMs: 300 });
  const [, second] = await Promise.allSettled([ask(engine), ask(engine)]);
  expect(second).toMatchObject({ reason: { message: expect.stringMatching(/takes no connection|does not answer/) as string } });
  silent.close();
});

test('behind neo4j://, which routes, what was written is read', async () => {
  const engine = open({ uri: server.uri.replace('bolt:', 'neo4j:') });
  for (let i = 0; i < 5; i++) {
    await engine.write([{ text: 'MERGE (n:Routed {id: 1}) SET n.value = $p.value', parameters: { p: { value: i } } }]);
    expect(await ask(engine, 'MATCH (n:Routed) RETURN n.value AS value')).toEqual([{ value: i }]);
  }
  await engine.write([{ text: 'MATCH (n:Routed) DELETE n', parameters: {} }]); // or the server would not take the database
});

test('a write that fails leaves nothing', async () => {
  const engine = open();
  const create = { text: 'CREATE (:Fault {id: 1})', parameters: {} };
  await expect(engine.write([create, { text: 'RETURN 1 / 0 AS x', parameters: {} }])).rejects.toThrow();
  expect(await ask(engine, 'MATCH (n:Fault) RETURN count(n) AS n')).toEqual([{ n: 0 }]);
});

describe('the server', { timeout: 180_000 }, () => {
  const post = (url: string) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ place(id: "place:japan") { name } }' }),
    }).then((response) => response.json());
  const environment = () => ({
    NEO4J_URI: server.uri,
    NEO4J_USERNAME: server.username,
    NEO4J_PASSWORD: server.password,
    DATA_DIR: newFolder(),
    ENGINE_TIMEOUT_MS: '3000',
  });

  test('ends with 3 where a setting is wrong, and says which', async () => {
    expect(await call(['seed'], { ...environment(), NEO4J_PASSWORD: 'wrong-secret' })).toMatchObject({
      code: 3,
      stderr: `Neo4j at ${server.uri} refuses NEO4J_USERNAME and NEO4J_PASSWORD.\n`,
    });
    expect(await call(['seed'], { ...environment(), NEO4J_URI: 'bolt://127.0.0.1:1' })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('NEO4J_URI') as string,
    });
    expect(await call(['serve'], { ...environment(), NEO4J_DATABASE: 'nowhere', PORT: '0' })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('NEO4J_DATABASE') as string,
    });
    expect(await call(['seed'], { ...environment(), NEO4J_URI: 'http://127.0.0.1:1' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('NEO4J_URI: is not an address') as string,
    });
  });

  test('says that Neo4j is away, and recovers by itself', async () => {
    const child = start(['serve'], { ...environment(), PORT: '0' });
    const url = await served(child);
    expect(await post(url)).toEqual({ data: { place: { name: 'Japan' } } });
    const { home, port } = server;
    const died = new Promise((resolve) => server.process.once('exit', resolve));
    const during = post(url);
    server.process.kill('SIGKILL');
    await died;
    await during;
    expect(await post(url)).toMatchObject({ data: { place: null }, errors: [{ extensions: { code: 'ENGINE_UNAVAILABLE' } }] });
    expect((await fetch(`${url}/ready`)).status).toBe(503);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    server = await startNeo4j({ home, port });
    await expect.poll(() => fetch(`${url}/ready`).then(({ status }) => status), { timeout: 120_000 }).toBe(200);
    await expect.poll(() => post(url), { timeout: 60_000 }).toEqual({ data: { place: { name: 'Japan' } } });
    server.process.kill('SIGSTOP');
    const [answer, ready] = await Promise.all([post(url), fetch(`${url}/ready`)]).finally(() => server.process.kill('SIGCONT'));
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'ENGINE_TIMEOUT' } }] });
    expect(ready.status).toBe(503);
    await expect.poll(() => post(url), { timeout: 30_000 }).toEqual({ data: { place: { name: 'Japan' } } });
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('close', resolve));
  });

  test('started before Neo4j, waits for it and says so', async () => {
    const { home, port } = server;
    const died = new Promise((resolve) => server.process.once('exit', resolve));
    server.process.kill('SIGKILL');
    await died;
    const child = start(['serve'], { ...environment(), PORT: '4977' });
    let log = '';
    child.stdout!.on('data', (chunk) => {
      log += chunk;
    });
    await expect.poll(() => log, { timeout: 120_000 }).toContain('does not answer (NEO4J_URI)');
    const url = 'http://127.0.0.1:4977';
    expect((await fetch(`${url}/ready`)).status).toBe(503);
    expect(await post(url)).toMatchObject({ errors: [{ extensions: { code: 'ENGINE_UNAVAILABLE' } }] });
    server = await startNeo4j({ home, port });
    await expect.poll(() => fetch(`${url}/ready`).then(({ status }) => status), { timeout: 120_000 }).toBe(200);
    await expect.poll(() => post(url), { timeout: 60_000 }).toEqual({ data: { place: { name: 'Japan' } } });
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('close', resolve));
  });
});
