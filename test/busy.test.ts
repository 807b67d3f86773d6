/** Operations that are executed at once, those that wait, and how long answers may be. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { Queue } from '../src/engine/queue.ts';
import { openSeeded } from './support/seeded.ts';
import { type Served, serve } from './support/serve.ts';
import { openEmpty } from './support/store.ts';

/** An engine that answers when it is told to. */
async function openHeld() {
  const engine = await openEmpty();
  const held: (() => void)[] = [];
  const read: Engine['read'] = async (...args) => {
    await new Promise<void>((resolve) => held.push(resolve));
    return engine.read(...args);
  };
  return { engine: { ...engine, read }, held };
}
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await sleep(5);
};
const place = (server: Served, id: string, more: object = {}) => server.post(`{ place(id: "place:${id}") { name } }`, more);

describe('operations', () => {
  test('wait where so many are executed, and are refused where so many wait', async () => {
    const { engine, held } = await openHeld();
    const server = await serve({ MAX_CONCURRENT: '2', MAX_QUEUED: '1' }, engine);
    const asked = [place(server, 'a'), place(server, 'b')];
    await until(() => held.length === 2);
    asked.push(place(server, 'c'));
    await sleep(100);
    expect(held, 'the third waits').toHaveLength(2);
    const refused = await place(server, 'd');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(refused.body.errors).toMatchObject([
      { message: expect.stringContaining('(MAX_CONCURRENT, MAX_QUEUED)'), extensions: { code: 'SERVER_BUSY' } },
    ]);
    for (const query of ['{ __typename }', '{ __schema { queryType { name } } }'])
      expect((await server.post(query)).body.data, 'what asks nothing of the graph does not wait').toBeDefined();
    for (const query of [
      '{ nothing }',
      '{',
      '{ organizations(first: 100) { nodes { partners(first: 100) { nodes { partners(first: 100) { nodes { id } } } } } } }',
    ])
      expect((await server.post(query)).body.errors![0]!.extensions['code'], 'nor does what is refused').not.toBe('SERVER_BUSY');
    for (const path of ['/health', '/schema.graphql']) expect((await fetch(server.url + path)).status).toBe(200);
    held.shift()!();
    await until(() => held.length === 2);
    for (const answer of held) answer();
    expect((await Promise.all(asked)).map(({ body }) => body.data)).toEqual([{ place: null }, { place: null }, { place: null }]);
    await server.close();
  });

  test('that may take long wait for one another, and keep nobody else waiting', async () => {
    const { engine, held } = await openHeld();
    const readsDear: Engine['read'] = (text, parameters, options) => (options.isDear ? engine : plain).read(text, parameters, options);
    const plain = await openEmpty();
    const server = await serve({ MAX_CONCURRENT: '1', MAX_QUEUED: '3' }, { ...plain, dearAtOnce: 2, read: readsDear });
    const dear = (i: number) => server.post(`{ organizations(first: ${50 + i}) { nodes { partners(first: 40) { nodes { id } } } } }`);
    const asked = Array.from({ length: 10 }, (_, i) => dear(i));
    const refused = await Promise.race(asked);
    expect([refused.status, refused.headers.get('retry-after'), refused.body.errors?.[0]?.extensions['code']]).toEqual([
      503,
      '1',
      'SERVER_BUSY',
    ]);
    for (let i = 0; i < 5; i++) expect((await place(server, 'a')).body).toEqual({ data: { place: null } });
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
    expect(held).toHaveLength(2);
    let isOver = false;
    const all = Promise.all(asked).finally(() => {
      isOver = true;
    });
    await until(() => {
      for (const answer of held.splice(0)) answer();
      return isOver;
    });
    expect((await all).map(({ status }) => status).filter((status) => status === 200)).toHaveLength(5);
    await server.close();
  });

  test('whose client has left leave the queue', async () => {
    const { engine, held } = await openHeld();
    const server = await serve({ MAX_CONCURRENT: '1', MAX_QUEUED: '1' }, engine);
    const first = place(server, 'a');
    await until(() => held.length === 1);
    const controller = new AbortController();
    const left = place(server, 'b', { signal: controller.signal });
    await sleep(50);
    expect((await place(server, 'c')).status).toBe(503);
    controller.abort();
    await expect(left).rejects.toThrow('aborted');
    await sleep(50);
    const third = place(server, 'd');
    await sleep(50);
    held.shift()!();
    await until(() => held.length === 1);
    held.shift()!();
    expect((await Promise.all([first, third])).map(({ status }) => status)).toEqual([200, 200]);
    await server.close();
  });

  test('wait no longer than they may take', async () => {
    const { engine, held } = await openHeld();
    const server = await serve({ MAX_CONCURRENT: '1', ENGINE_TIMEOUT_MS: '100' }, engine);
    const first = place(server, 'a');
    await until(() => held.length === 1);
    const late = await place(server, 'b');
    expect(late.body.errors).toMatchObject([
      { message: expect.stringContaining('ENGINE_TIMEOUT_MS'), extensions: { code: 'SERVER_BUSY' } },
    ]);
    held.shift()!();
    await first;
    await server.close();
  });
});

test('a queue gives its places in order, and never more of them', async () => {
  const queue = new Queue(1, 10);
  expect(queue.enter(1000)).toBeUndefined();
  const order: number[] = [];
  const all = [1, 2, 3].map(async (number) => {
    await queue.enter(1000);
    order.push(number);
    expect(queue.running).toBe(1);
    queue.leave();
  });
  queue.leave();
  await Promise.all(all);
  expect([order, queue.running, queue.length]).toEqual([[1, 2, 3], 0, 0]);
});

describe('an answer', () => {
  const LARGE = `{ claims(first: 100) { nodes { ${Array.from({ length: 98 }, (_, i) => `a${i}: statement`).join(' ')} } } }`;

  test('that is longer than MAX_RESPONSE_BYTES is refused, and not written to its end', async () => {
    const server = await serve({ MAX_RESPONSE_BYTES: '100000' });
    const { body } = await server.post(LARGE);
    expect(body).toEqual({
      errors: [
        {
          message: 'The answer has more than 100000 bytes (MAX_RESPONSE_BYTES); ask for smaller pages or fewer fields.',
          extensions: { code: 'RESPONSE_TOO_LARGE' },
        },
      ],
    });
    await server.close();
  });

  test.each([
    ['written directly', '{ claims(first: 100) { nodes { statement } } }'],
    ['written by the executor', '{ claims(first: 100) { nodes { statement } } statistics { kinds { kind count } } }'],
  ])('%s may have as many bytes as it has, and not one less than it may', async (_, query) => {
    const open = await serve({});
    const text = JSON.stringify((await open.post(query)).body);
    await open.close();
    const bytes = Buffer.byteLength(text);
    const enough = await serve({ MAX_RESPONSE_BYTES: String(bytes) });
    expect((await enough.post(query)).body.errors).toBeUndefined();
    await enough.close();
    const less = await serve({ MAX_RESPONSE_BYTES: String(Math.floor(bytes * 0.7)) });
    expect((await less.post(query)).body.errors).toMatchObject([{ extensions: { code: 'RESPONSE_TOO_LARGE' } }]);
    await less.close();
  });

  test('of a batch counts with the others', async () => {
    const engine = await openSeeded();
    const server = await serve({ MAX_RESPONSE_BYTES: '20000' }, engine);
    const one = { query: '{ claims(first: 40) { nodes { statement } } }' };
    const ask = async (count: number) => {
      const body = JSON.stringify(Array.from({ length: count }, () => one));
      const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return ((await response.json()) as { errors?: unknown[] }[]).map(({ errors }) => errors === undefined);
    };
    expect(await ask(1)).toEqual([true]);
    const answered = await ask(9);
    expect([answered[0], answered.at(-1)]).toEqual([true, false]);
    await server.close();
  });
});
