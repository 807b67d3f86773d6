/** What a reply cost: `EXPLAIN` tells it in the reply, `LOG_LEVEL=debug` in the log. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { openSeeded } from './support/seeded.ts';
import { type Served, serve } from './support/serve.ts';

const number = expect.any(Number) as number;
interface Told {
  readonly statements: readonly { readonly text: string; readonly parameters: readonly string[]; readonly rows: number }[];
  readonly rows: number;
  readonly tier: string;
}

let server: Served;
beforeAll(async () => {
  server = await serve({ EXPLAIN: '1', LOG_LEVEL: 'debug' });
});
afterAll(() => server.close());

const graphOf = async (...asked: Parameters<Served['post']>) => (await server.post(...asked)).body.extensions?.['graph'] as Told;

describe('EXPLAIN tells each statement', () => {
  /** The same question; what only resolvers answer takes the second by way of the executor. */
  const DIRECT = '{ place(id: "place:japan") { name } }';
  const EXECUTED = '{ place(id: "place:japan") { name } __schema { queryType { name } } }';

  test.each([
    ['written from its rows', DIRECT],
    ['of the executor', EXECUTED],
  ])('in an answer %s', async (_, query) => {
    expect(await graphOf(query)).toEqual({
      statements: [{ text: expect.stringMatching(/^UNWIND \$p\.keys AS key\n/), parameters: ['p.keys'], rows: 1, milliseconds: number }],
      rows: 1,
      milliseconds: number,
      tier: 'single',
    });
  });

  test('by its text, which is what the engine was given', async () => {
    const seeded = await openSeeded();
    const ran: string[] = [];
    const read: Engine['read'] = (text, ...more) => {
      ran.push(text);
      return seeded.read(text, ...more);
    };
    const own = await serve({ EXPLAIN: '1' }, { ...seeded, read });
    const { body } = await own.post('{ places(first: 2) { nodes { name } } place(id: "place:japan") { name } }');
    expect((body.extensions!['graph'] as Told).statements.map(({ text }) => text)).toEqual(ran);
    expect(ran).toHaveLength(2);
    await own.close();
  });

  test('with the rows of each, and of all together', async () => {
    const { statements, rows } = await graphOf('{ a: place(id: "place:japan") { name } b: place(id: "place:none") { name country } }');
    expect(statements.map((one) => one.rows).toSorted()).toEqual([0, 1]);
    expect(rows).toBe(1);
  });

  test('one a level, where it is read so', async () => {
    const levels = await serve({ PLAN: 'levels', EXPLAIN: 'true' });
    const { body } = await levels.post('{ place(id: "place:japan") { name located { nodes { name } } } }');
    expect(body.extensions).toMatchObject({ graph: { statements: [{ rows: 1 }, {}], tier: 'levels' } });
    await levels.close();
  });

  test('that failed, with the time it took', async () => {
    const seeded = await openSeeded();
    const failing = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('gone');
    };
    const own = await serve({ EXPLAIN: '1', LOG_LEVEL: 'silent' }, { ...seeded, read: failing });
    const { statements } = (await own.post(DIRECT)).body.extensions!['graph'] as { statements: { milliseconds: number }[] };
    expect(statements[0]!.milliseconds).toBeGreaterThan(10);
    await own.close();
  });

  test('but not where it is not set', async () => {
    const silent = await serve();
    expect((await silent.post('{ statistics { kinds { count } } }')).body.extensions).toBeUndefined();
    expect(silent.logged).toEqual([]);
    await silent.close();
  });
});

test('the log has the same at LOG_LEVEL=debug under the id of the request, and never a value', async () => {
  const query = 'query($name: String) { places(where: {name: {eq: $name}}) { nodes { name } } }';
  const graph = await graphOf(query, { variables: { name: 'Sesame' }, headers: { 'x-request-id': 'mine-3' } });
  const record = server.logged.find(({ requestId }) => requestId === 'mine-3');
  expect(record).toMatchObject({ level: 20, msg: 'answered', graph });
  expect(JSON.stringify([graph, record])).not.toContain('Sesame');
  const logs = await serve({ LOG_LEVEL: 'debug' });
  const { body } = await logs.post(query, { variables: { name: 'Sesame' } });
  expect(body.extensions).toBeUndefined();
  expect(logs.logged.filter(({ msg }) => msg === 'answered')).toMatchObject([
    { graph: { statements: [{ text: expect.stringContaining('Place') as string }] } },
  ]);
  await logs.close();
});
