/** The planner: what one operation costs in statements, and what its text depends on. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { Plan } from '../src/plan/plan.ts';
import { run } from './support/run.ts';
import { openSeeded } from './support/seeded.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeded();
});
afterAll(() => engine.close());

const textsOf = async (query: string, variables: Record<string, unknown> = {}) =>
  (await run(engine, query, variables)).executed.map(({ text }) => text);
const codeOf = async (query: string) => (await run(engine, query)).errors?.map(({ extensions }) => extensions['code']);

describe('the text is that of the shape', () => {
  const plain = '{ organization(id: "organization:microsoft") { name partners(first: 2) { nodes { name } } } }';

  test.each([
    ['aliases', '{ m: organization(id: "organization:microsoft") { n: name p: partners(first: 2) { q: nodes { r: name } } } }', {}],
    ['other values', '{ organization(id: "organization:nec") { name partners(first: 7) { nodes { name } } } }', {}],
    [
      'variables',
      'query($i: ID!, $f: Int) { organization(id: $i) { name partners(first: $f) { nodes { name } } } }',
      { i: 'organization:microsoft', f: 2 },
    ],
    [
      'an operation name and fragments',
      'query Q { organization(id: "organization:microsoft") { ...F } } fragment F on Organization { name partners(first: 2) { nodes { ... on Body { name } } } }',
      {},
    ],
    [
      'a field that is skipped',
      '{ organization(id: "organization:microsoft") { name summary @skip(if: true) partners(first: 2) { nodes { name } } } }',
      {},
    ],
  ])('%s do not change it', async (_, query, variables) => {
    expect(await textsOf(query, variables)).toEqual(await textsOf(plain));
  });

  test('no value of a request becomes text', async () => {
    const hostile = `x' OR 1=1 //"\\ }) DETACH DELETE n //`;
    const [text] = await textsOf('query($id: ID!) { organization(id: $id) { name partners(first: 3) { nodes { name } } } }', {
      id: hostile,
    });
    expect(text).not.toMatch(/1=1|DELETE|LIMIT 3/i);
  });

  test('what a request counts its order by is part of it', async () => {
    const query =
      'query($type: LinkType!, $links: LinkDirection!) { organizations(orderBy: [{linkCount: {type: $type, links: $links, direction: DESC}}]) { nodes { id } } }';
    const texts = await Promise.all(
      [
        { type: 'PARTY_TO', links: 'OUT' },
        { type: 'UNIT_OF', links: 'OUT' },
        { type: 'UNIT_OF', links: 'IN' },
      ].map((variables) => textsOf(query, variables)),
    );
    expect(texts.flat().map((text) => /-\[n1_k1:\w+\]->?/.exec(text)?.[0])).toEqual([
      '-[n1_k1:PARTY_TO]->',
      '-[n1_k1:UNIT_OF]->',
      '-[n1_k1:UNIT_OF]-',
    ]);
  });

  test('only what is asked for is read', async () => {
    const [text] = await textsOf('{ organization(id: "organization:microsoft") { partners { nodes { name } } } }');
    expect(text).not.toMatch(/count\(|country|r1\.purpose/);
  });
});

describe('statements', () => {
  test('two root fields of one shape are one statement', async () => {
    expect(
      await textsOf('{ a: organization(id: "organization:nec") { name } b: organization(id: "organization:fujitsu") { name } }'),
    ).toHaveLength(1);
  });

  test('a connection of which nothing is read asks for nothing', async () => {
    const { executed, data } = await run(engine, '{ organizations { __typename pageInfo { __typename } } }');
    expect(executed).toHaveLength(0);
    expect(data).toEqual({ organizations: { __typename: 'QueryOrganizationsConnection', pageInfo: { __typename: 'PageInfo' } } });
  });

  test('the same request a thousand times is planned once', async () => {
    const query = '{ place(id: "place:japan") { name located(first: 3) { nodes { name } } } }';
    await run(engine, query);
    const visits = vi.spyOn(Plan.prototype, 'visit');
    for (let i = 0; i < 1000; i++) await run(engine, query);
    expect(visits).not.toHaveBeenCalled();
    visits.mockRestore();
  });

  test('levels are one statement a level of links', async () => {
    const query =
      '{ organization(id: "organization:microsoft") { partners { nodes { commitments { nodes { parties { nodes { name } } } } } } } }';
    const [single, levels] = [await run(engine, query), await run(engine, query, {}, 'levels')];
    expect([single.executed.length, levels.executed.length]).toEqual([1, 4]);
    expect(levels.data).toEqual(single.data);
  });

  test('what the engine cannot nest is split, and answers the same', async () => {
    const links = (count: number) =>
      Array.from({ length: count }, (_, i) => `a${i}: partners(first: ${i % 3}) { totalCount nodes { name } }`).join(' ');
    const { executed, data, errors } = await run(engine, `{ organization(id: "organization:microsoft") { ${links(80)} } }`);
    expect(errors).toBeUndefined();
    expect(executed.length).toBeGreaterThan(1);
    const small = await run(engine, `{ organization(id: "organization:microsoft") { ${links(3)} } }`);
    expect(data?.['organization']).toMatchObject(small.data?.['organization'] as object);
  });
});

test('the deepest filter below the deepest links is answered, as it is by itself', async () => {
  const every = (inner: string) => `{partners: {every: {node: ${inner}}}}`;
  const filter = `{not: {not: {node: ${every(every(every('{name: {contains: "Microsoft"}}')))}}}}`;
  const deep = Array.from({ length: 13 }).reduce<string>(
    (inner) => `partners(first: 1) { nodes { ... on Organization { id ${inner} } } }`,
    `partners(first: 1, where: ${filter}, orderBy: [{purpose: ASC}, {since: DESC}, {until: ASC}, {confidence: DESC}]) { totalCount }`,
  );
  const { data, errors } = await run(engine, `{ organization(id: "organization:fujitsu") { ${deep} } }`);
  expect(errors).toBeUndefined();
  // From Fujitsu it goes to and fro, and after an odd number of links it is at Microsoft.
  const [, end] = /"id":"([^"]+)","partners":(?=\{"totalCount")/.exec(JSON.stringify(data))!;
  const alone = await run(engine, `{ organization(id: "${end}") { partners(where: ${filter}) { totalCount } } }`);
  expect(alone.data).toEqual({ organization: { partners: { totalCount: 9 } } });
  expect(JSON.stringify(data)).toContain(`{"id":"organization:microsoft","partners":{"totalCount":9}}`);
});

describe('pages', () => {
  const page =
    'query($after: String) { commitment(id: "commitment:microsoft-japan-2026") { parties(first: 1, after: $after) { edges { linkId } pageInfo { hasNextPage hasPreviousPage endCursor } } } }';
  interface Page {
    commitment: {
      parties: { edges: { linkId: string }[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string } };
    };
  }

  test('one by one they give every link once, parallel links too', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { parties }: Page['commitment'] = ((await run(engine, page, { after })).data as unknown as Page).commitment;
      seen.push(...parties.edges.map(({ linkId }) => linkId));
      expect(parties.pageInfo.hasPreviousPage).toBe(after !== null);
      [more, after] = [parties.pageInfo.hasNextPage, parties.pageInfo.endCursor];
    }
    const whole = await run(engine, '{ commitment(id: "commitment:microsoft-japan-2026") { parties { edges { linkId } } } }');
    expect(seen).toEqual((whole.data as unknown as Page).commitment.parties.edges.map(({ linkId }) => linkId));
    expect(seen).toHaveLength(4);
  });

  test('a cursor of another question is refused', async () => {
    const { data } = await run(engine, page);
    const { endCursor } = (data as unknown as Page).commitment.parties.pageInfo;
    expect(await codeOf(`{ commitments(after: "${endCursor}") { totalCount nodes { id } } }`)).toEqual(['CURSOR_MISMATCH']);
    expect(
      await codeOf(`{ commitment(id: "commitment:microsoft-japan-2026") { places(after: "${endCursor}") { nodes { id } } } }`),
    ).toEqual(['CURSOR_MISMATCH']);
    expect(
      await codeOf(
        `{ commitment(id: "commitment:microsoft-japan-2026") { parties(kinds: [PERSON], after: "${endCursor}") { nodes { id } } } }`,
      ),
    ).toEqual(['CURSOR_MISMATCH']);
  });

  test.each(['first: -1', 'first: 101', 'after: "WyJ4Il0"'])('%s is refused by name', async (argument) => {
    const { errors } = await run(engine, `{ organization(id: "organization:microsoft") { partners(${argument}) { nodes { id } } } }`);
    expect(errors).toMatchObject([{ path: ['organization', 'partners'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors![0]!.message).toContain(`Organization.partners(${argument.split(':')[0]}:)`);
  });

  test('a wrong argument far below is refused before anything is read, in both tiers alike', async () => {
    const query =
      '{ organization(id: "organization:microsoft") { partners(first: 1) { nodes { commitments(first: 101) { nodes { id } } } } } }';
    const [single, levels] = [await run(engine, query), await run(engine, query, {}, 'levels')];
    expect(single.errors).toMatchObject([{ path: ['organization', 'partners', 'nodes'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(levels.errors).toEqual(single.errors);
    expect([single.executed, levels.executed]).toEqual([[], []]);
  });
});

test('a fragment shared by two operations is planned for each, and answered by its own variables', async () => {
  const document = (name: string) => `query A($a: Boolean!, $x: Boolean!) { __typename @skip(if: $a) place(id: "place:japan") { ...F } }
    query B($x: Boolean!, $z: Boolean!) { __typename @skip(if: $z) place(id: "place:japan") { ...F } }
    fragment F on Place { commitments { nodes { places { totalCount @include(if: $x) nodes { name } } } } } # ${name}`;
  for (const tier of ['single', 'levels'] as const) {
    const ask = (operation: string, variables: Record<string, unknown>) => run(engine, document(tier), variables, tier, operation);
    const visits = vi.spyOn(Plan.prototype, 'visit');
    const [a, planned] = [await ask('A', { a: true, x: false }), visits.mock.calls.length];
    const b = await ask('B', { x: true, z: false });
    expect(planned).toBeGreaterThan(0);
    expect(visits.mock.calls.length).toBeGreaterThan(planned);
    visits.mockRestore();
    expect([a.errors, b.errors]).toEqual([undefined, undefined]);
    expect([a, b].map(({ data }) => JSON.stringify(data).includes('"places":{"totalCount":'))).toEqual([false, true]);
    expect(Object.keys(b.data!)).toEqual(['__typename', 'place']);
  }
});

test('nodes gives null for what is unknown, in order, and refuses more than 500 ids', async () => {
  const { data } = await run(engine, '{ nodes(ids: ["place:japan", "", "x", "claim:none", "place:tokyo", "place:japan"]) { id } }');
  expect(data?.['nodes']).toEqual([{ id: 'place:japan' }, null, null, null, { id: 'place:tokyo' }, { id: 'place:japan' }]);
  const ids = JSON.stringify(Array.from({ length: 501 }, (_, i) => `place:${i}`));
  expect(await codeOf(`{ nodes(ids: ${ids}) { id } }`)).toEqual(['BAD_USER_INPUT']);
});

test('entity finds by id or by the identifier of somebody else', async () => {
  const { data } = await run(
    engine,
    '{ a: entity(by: {id: "place:japan"}) { name } b: entity(by: {identifier: {scheme: "wikidata", value: "Q17"}}) { id } c: entity(by: {identifier: {scheme: "wikidata", value: "Q0"}}) { id } }',
  );
  expect(data).toEqual({ a: { name: 'Japan' }, b: { id: 'place:japan' }, c: null });
});
