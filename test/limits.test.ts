/** What a client may ask at once: tokens, depth, aliases, links, rows, bytes, time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { openSeeded } from './support/seeded.ts';
import { type Served, serve } from './support/serve.ts';
import { openEmpty } from './support/store.ts';

let server: Served;
beforeAll(async () => {
  server = await serve({ EXPLAIN: '1' });
});
afterAll(() => server.close());

const codesOf = ({ body }: Awaited<ReturnType<Served['post']>>) => body.errors?.map(({ extensions }) => extensions['code']);

describe('limits', () => {
  test.each([
    ['tokens', `{ ${'statistics { kinds { count } } '.repeat(800)} }`, 'more than 5000 tokens'],
    ['depth', `{ organization(id: "x") { ${'partners { nodes { '.repeat(15)} id ${'} } '.repeat(15)} } }`, 'is 32 fields deep; at most 30'],
    [
      'depth in fragments',
      `{ organization(id: "x") { ...A } } fragment A on Body { ${'partners { nodes { '.repeat(8)} ...B ${'} } '.repeat(8)} } fragment B on Body { ${'partners { nodes { '.repeat(8)} id ${'} } '.repeat(8)} }`,
      'is 34 fields deep; at most 30',
    ],
    ['aliases', `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: __typename`).join(' ')} }`, 'has 101 aliases; at most 100'],
    ['brackets', `{ nodes(ids: ${'['.repeat(1500)}${']'.repeat(1500)}) { id } }`, 'brackets more than 150 deep'],
    ['fields', `{ ${'__typename '.repeat(4900)} }`, 'selects 4900 fields; at most 1000'],
    [
      'fields in fragments',
      `{ ${Array.from({ length: 40 }, () => '...A').join(' ')} } fragment A on Query { ${'__typename '.repeat(40)} }`,
      'selects 1600 fields; at most 1000',
    ],
    ['directives', `{ __typename ${'@skip(if: false) '.repeat(51)} }`, 'has 51 directives; at most 50'],
    [
      'directives that there are not',
      `query @a { ...A @b } fragment A on Query @c { ${'__typename @d '.repeat(48)} }`,
      'has 51 directives',
    ],
    [
      'questions for the schema',
      `{ ${Array.from({ length: 11 }, (_, i) => `a${i}: __schema { queryType { name } }`).join(' ')} }`,
      'asks 11 times for the schema; at most 10',
    ],
    [
      'rows',
      '{ organizations(first: 100) { nodes { partners(first: 100) { nodes { commitments(first: 10) { nodes { id } } } } } } }',
      /would cost 11\d{4}; at most 50000 is allowed .* for the rows of Body\.commitments\./,
    ],
    [
      'rows behind a variable',
      'query($n: Int = 100) { organizations(first: $n) { nodes { partners(first: $n) { nodes { commitments(first: $n) { nodes { id } } } } } } }',
      /would cost 101\d{4}; at most 50000/,
    ],
  ])('too many %s are refused', async (_, query, message) => {
    const { errors } = (await server.post(query)).body;
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
  });

  test('the cost is that of the operation asked for, and is told with what costs most', async () => {
    const query =
      'query Cheap { statistics { kinds { count } } } query Dear { organizations(first: 100) { nodes { partners(first: 100) { nodes { partners(first: 100) { nodes { id } } } } } } }';
    expect((await server.post(query, { operationName: 'Cheap' })).body.errors).toBeUndefined();
    const { body } = await server.post(query, { operationName: 'Dear' });
    expect(body.errors).toMatchObject([
      {
        message: expect.stringMatching(/Most of it, 100\d{4}, is for the rows of Body\.partners\. Ask for smaller pages/),
        extensions: { code: 'QUERY_TOO_COMPLEX', maxCost: 50_000 },
      },
    ]);
  });

  test('a wrong page size does not make the rest cheap', async () => {
    const dear = 'organizations(first: 100) { nodes { partners(first: 100) { nodes { partners(first: 100) { nodes { id } } } } } }';
    expect(
      codesOf(
        await server.post(`{ x: organization(id: "organization:microsoft") { partners(first: -1000000000) { nodes { id } } } ${dear} }`),
      ),
    ).toEqual(['QUERY_TOO_COMPLEX']);
    const { body } = await server.post('{ organization(id: "organization:microsoft") { partners(first: 100000) { nodes { id } } } }');
    expect(body.errors).toMatchObject([{ path: ['organization', 'partners'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('fragments that spread one another many times are refused at once', async () => {
    const fragments = Array.from(
      { length: 14 },
      (_, i) =>
        `fragment F${i} on Body { ${['partners', 'parents', 'units'].map((field) => `${field}(first: 0) { nodes { ...F${i + 1} } }`).join(' ')} }`,
    );
    const query = `{ organization(id: "organization:microsoft") { ...F0 } } ${fragments.join(' ')} fragment F14 on Body { id }`;
    // Spread out they are 3^14 links: were they planned first, neither time nor memory would do.
    expect(codesOf(await server.post(query))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('links of all root fields count together', async () => {
    const roots = Array.from(
      { length: 40 },
      (_, i) =>
        `r${i}: place(id: "place:japan") { located(first: 1) { totalCount } commitments(first: 1) { totalCount } announcements(first: 1) { totalCount } }`,
    );
    expect(codesOf(await server.post(`{ ${roots.join(' ')} }`))).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('aliases in fragments count as often as they are spread', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `a${i}: name`).join(' ');
    expect(
      codesOf(
        await server.post(`{ x: place(id: "place:japan") { ...F } y: place(id: "place:tokyo") { ...F } } fragment F on Place { ${many} }`),
      ),
    ).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test('MAX_COST is a setting', async () => {
    const strict = await serve({ MAX_COST: '15' });
    expect(codesOf(await strict.post('{ organizations { nodes { id } } }'))).toEqual(['QUERY_TOO_COMPLEX']);
    expect((await strict.post('{ organizations(first: 3) { nodes { id } } }')).body.errors).toBeUndefined();
    await strict.close();
  });

  test.each([
    ['MAX_TOKENS', '{ places { totalCount } }', '{ places { totalCount nodes { id } } }', 9],
    ['MAX_BRACKETS', '{ places { totalCount } }', '{ places { nodes { id } } }', 2],
    ['MAX_DEPTH', '{ places { totalCount } }', '{ places { nodes { id } } }', 2],
    ['MAX_FIELDS', '{ places { totalCount } }', '{ places { totalCount nodeCount } }', 2],
    ['MAX_ALIASES', '{ a: __typename }', '{ a: __typename b: __typename }', 1],
    ['MAX_DIRECTIVES', '{ __typename @skip(if: false) }', '{ __typename @skip(if: false) @include(if: true) }', 1],
    ['MAX_INTROSPECTIONS', '{ __schema { description } }', '{ __schema { description } __type(name: "Place") { name } }', 1],
  ] as const)('%s is a setting', async (name, allowed, refused, most) => {
    const strict = await serve({ [name]: String(most) });
    expect((await strict.post(allowed)).body.errors).toBeUndefined();
    const { errors } = (await strict.post(refused)).body;
    expect(errors).toMatchObject([{ message: expect.stringMatching(name), extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    expect(errors![0]!.message).toContain(` ${most} `);
    await strict.close();
  });

  test('fields of one name are compared so often and no more', async () => {
    const lenient = await serve({ MAX_FIELDS: '10000' });
    const { errors } = (await lenient.post(`{ ${'__typename '.repeat(4900)} }`)).body;
    expect(errors).toMatchObject([{ message: expect.stringMatching('too many fields of the same name') }]);
    await lenient.close();
  });

  test('a fragment that spreads itself is refused, not followed', async () => {
    const { body } = await server.post('{ organization(id: "x") { ...A } } fragment A on Organization { partners { nodes { ...A } } }');
    expect(body.errors?.[0]?.message).toContain('Cannot spread fragment "A" within itself');
  });

  test('a statement that takes too long', async () => {
    const engine = await openEmpty();
    const slow: Engine = {
      ...engine,
      read: (_text, parameters, options) =>
        engine.read('UNWIND range(1, 1000) AS a UNWIND range(1, 1000) AS b RETURN count(a * b) AS x', parameters, options),
    };
    const impatient = await serve({ ENGINE_TIMEOUT_MS: '20', EXPLAIN: '1' }, slow);
    for (const query of ['{ place(id: "place:japan") { name } }', '{ places { nodes { name } } }']) {
      const reply = await impatient.post(query);
      expect(codesOf(reply)).toEqual(['ENGINE_TIMEOUT']);
      expect(reply.body.extensions, 'it is not asked for again').toMatchObject({ graph: { statements: [{ rows: 0 }] } });
    }
    await impatient.close();
  });

  test('the time of a request, whichever statements it takes: each has what the others left', async () => {
    const seeded = await openSeeded();
    const times: number[] = [];
    const slow: Engine = {
      ...seeded,
      read: async (text, parameters, options) => {
        times.push(options.timeoutMs);
        await sleep(40);
        return seeded.read(text, parameters, options);
      },
    };
    const levels = await serve({ ENGINE_TIMEOUT_MS: '5000', PLAN: 'levels' }, slow);
    const { body } = await levels.post('{ place(id: "place:japan") { commitments { nodes { parties { nodes { name } } } } } }');
    expect(body.errors).toBeUndefined();
    expect(times).toHaveLength(3);
    expect(times.map((time, i) => time <= 5000 - 35 * i)).toEqual([true, true, true]);
    await levels.close();
    await seeded.close();
  });

  test('how much there is, counted once however often it is asked for', async () => {
    const { body } = await server.post(`{ ${Array.from({ length: 90 }, (_, i) => `a${i}: statistics { kinds { count } }`).join(' ')} }`);
    expect(body.errors).toBeUndefined();
    expect(body.extensions).toMatchObject({ graph: { statements: [{}] } });
  });

  test('what nobody waits for any longer: it is not begun, and is no error of ours', async () => {
    const engine = await openEmpty();
    const begun: string[] = [];
    let [answer, asked] = [() => {}, () => {}];
    const first = new Promise<void>((resolve) => (asked = resolve));
    const slow: Engine = {
      ...engine,
      read: async (text, parameters, options) => {
        begun.push(text);
        asked();
        if (begun.length === 1) await new Promise<void>((resolve) => (answer = resolve));
        return engine.read(text, parameters, options);
      },
    };
    const left = await serve({}, slow);
    const controller = new AbortController();
    const reply = left.post('{ place(id: "place:japan") { name } }', { signal: controller.signal });
    await first;
    controller.abort();
    await expect(reply).rejects.toThrow('aborted');
    await sleep(50);
    answer();
    await left.close();
    expect(left.logged).toEqual([]);
  });
});
