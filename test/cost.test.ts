/** What operations cost before they run: rows that may be given, and those that are looked at, by what the graph holds. */
import { getOperationAST, parse } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { statementText } from '../src/cypher/statements.ts';
import type { Engine } from '../src/engine/engine.ts';
import { type Census, censusOf, GUESS, type Spread } from '../src/plan/census.ts';
import { type Cost, costsOf, sumOf, tooDearText } from '../src/plan/cost.ts';
import { keepCensus } from '../src/plan/keep-census.ts';
import { planOf } from '../src/plan/plans.ts';
import { openAllSeeds } from './support/seeded.ts';
import { serve } from './support/serve.ts';

/** The costs of an operation of one root field. */
function costs(query: string, census: Census = GUESS, keys = 1): Cost[] {
  const operation = getOperationAST(parse(query))!;
  const key = (operation.selectionSet.selections[0] as { name: { value: string } }).name.value;
  const request = { schema, operation, fragments: {}, variableValues: {}, parentType: schema.getQueryType()! };
  return costsOf(planOf(request, key)!, {}, keys, census);
}
const costOf = (...given: Parameters<typeof costs>): number => sumOf(costs(...given));
/** What it costs to plan a link field. */
const STEP = 5;
/** A graph in which pages may be full, and of links nothing is looked at on the way. */
const FULL_PAGES = { links: Number.POSITIVE_INFINITY, each: 0, most: 100 };
const FULL: Census = { nodes: () => 100, spread: () => FULL_PAGES, spreadOfAny: () => FULL_PAGES, claims: () => 100 };
/** What it costs to plan a list of all nodes of a kind, and to look at them. */
const LIST = STEP + 100 / 20;

describe('the rows that may be given', () => {
  test.each([
    ['page sizes, multiplied', '{ organizations(first: 7) { nodes { partners(first: 5) { nodes { id } } } } }', 1 + 7 + 35 + LIST + STEP],
    ['20 where none is given', '{ organizations { nodes { id } } }', 1 + 20 + LIST],
    [
      'links on edges',
      '{ organizations(first: 50) { nodes { partners(first: 50) { edges { claims(first: 50) { nodes { id } } } } } } }',
      1 + 50 + 2500 + 125_000 + (2500 * 3) / 20 + LIST + 2 * STEP,
    ],
    [
      'counts',
      '{ organizations(first: 10) { nodes { a: claims { totalCount } b: claims { totalCount } } } }',
      1 + 10 + 20 + LIST + 2 * STEP,
    ],
  ])('%s', (_, query, cost) => expect(costOf(query, FULL)).toBe(cost));

  test('what is selected of a row, as often as it is: up to twenty values cost nothing more', () => {
    const aliases = (count: number, field = 'statement'): string => Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');
    const cost = (count: number): number => costOf(`{ claims(first: 50) { nodes { ${aliases(count)} } } }`, FULL);
    expect([cost(1), cost(20), cost(40), cost(100)]).toEqual([51, 51, 101, 251].map((rows) => rows + LIST));
    const onEdges = `{ claims(first: 50) { edges { ${Array.from({ length: 40 }, (_, i) => `a${i}: cursor`).join(' ')} } } }`;
    expect(costOf(onEdges, FULL)).toBe(101 + LIST);
    const ofKinds = (...kinds: string[]): number =>
      costOf(
        `{ agency(id: "agency:a") { links(first: 50) { nodes { ${kinds.map((kind) => `... on ${kind} { ${aliases(40, 'name')} }`).join(' ')} } } } }`,
        FULL,
      );
    expect(ofKinds('Organization', 'Commitment')).toBe(ofKinds('Organization'));
    expect(ofKinds('Organization')).toBe(101 + STEP);
  });

  test('every key', () =>
    expect(costOf('{ nodes(ids: []) { ... on Body { partners(first: 100) { nodes { id } } } } }', FULL, 500)).toBe(500 + 50_000 + STEP));
});

describe('by what the graph holds', () => {
  let engine: Engine;
  let census: Census;
  beforeAll(async () => {
    engine = await openAllSeeds();
    const [row] = await engine.read(statementText('census'), {}, { timeoutMs: 60_000 });
    census = censusOf(row!);
  });
  afterAll(() => engine.close());

  test('the census is what the graph holds', async () => {
    const one = async (text: string): Promise<unknown> => (await engine.read(text, {}, { timeoutMs: 60_000 }))[0]!['n'];
    expect(census.nodes('Commitment')).toBe(await one('MATCH (n:Commitment) RETURN count(n) AS n'));
    expect(census.nodes('Nothing')).toBe(0);
    const links = await one('MATCH ()-[r:PARTY_TO]->() RETURN count(r) AS n');
    for (const direction of ['OUT', 'IN'] as const) expect(census.spread('PARTY_TO', direction).links).toBe(links);
    const squares = 'MATCH (n:Entity)-[r:PARTY_TO]->() WITH n, count(r) AS d RETURN sum(d * d) AS n';
    expect(census.spread('PARTY_TO', 'OUT').each).toBeCloseTo(((await one(squares)) as number) / (links as number));
    const most = 'MATCH (n:Entity)-[r:PARTY_TO]->() WITH n, count(r) AS d RETURN max(d) AS n';
    expect(census.spread('PARTY_TO', 'OUT').most).toBe(await one(most));
    const [ofLinks, ofValues] = [
      await one('MATCH ()-[r]->() RETURN max(size(r.claimIds)) AS n'),
      await one('MATCH (v:StatedValue) RETURN max(size(v.claimIds)) AS n'),
    ];
    expect(census.claims()).toBe(Math.max(ofLinks as number, ofValues as number));
    const both = census.spread('PARTNERS_WITH', 'BOTH');
    expect(both.each).toBe(census.spread('PARTNERS_WITH', 'OUT').each + census.spread('PARTNERS_WITH', 'IN').each);
    expect(census.spreadOfAny().links).toBe(await one('MATCH (:Entity)-[r]-(:Entity) RETURN count(r) AS n'));
  });

  test('a page costs no more than what it can hold', () => {
    const page = (first: number) => `{ organizations(first: 1) { nodes { partners(first: ${first}) { nodes { id } } } } }`;
    const { most } = census.spread('PARTNERS_WITH', 'BOTH');
    expect(most).toBeLessThan(99);
    expect(costOf(page(100), census)).toBe(costOf(page(most), census));
    expect(costOf(page(most), census)).toBe(costOf(page(most - 1), census) + 1);
    expect(costOf('{ sources(first: 100) { nodes { id } } }', census)).toBe(
      costOf(`{ sources(first: ${Math.min(100, census.nodes('Source'))}) { nodes { id } } }`, census),
    );
  });

  const filtered = (where: string) => `{ places(first: 1, where: ${where}) { totalCount } }`;
  const OVERDUE = filtered('{commitments: {some: {node: {parts: {none: {node: {overdueOn: "2031-01-01"}}}}}}}');

  test('a filter costs by what the graph holds, not by a guess', () => {
    expect(costOf(OVERDUE, census)).toBeLessThan(1000);
    const tenfold: Census = {
      nodes: (label) => 10 * census.nodes(label),
      spread: (type, direction) => tenTimes(census.spread(type, direction)),
      spreadOfAny: () => tenTimes(census.spreadOfAny()),
      claims: () => 10 * census.claims(),
    };
    const tenTimes = ({ links, each, most }: Spread): Spread => ({ links: 10 * links, each: 10 * each, most: 10 * most });
    expect(costOf(OVERDUE, tenfold)).toBeGreaterThan(50 * costOf(OVERDUE, census));
  });

  test.each([
    ['a link', '{commitments: {some: {node: {name: {eq: "x"}}}}}'],
    ['two links', '{commitments: {some: {node: {parties: {some: {node: {name: {eq: "x"}}}}}}}}'],
    ['what is computed', '{commitments: {some: {node: {parties: {some: {node: {commitments: {some: {node: {delivery: {eq: MET}}}}}}}}}}}'],
  ])('%s costs more than what is before it', (_, where) => {
    const inner = where.replace(/\w+: \{some: \{node: (.*)\}\}/, '$1');
    expect(costOf(filtered(where), census)).toBeGreaterThan(costOf(filtered('{name: {eq: "x"}}'), census));
    expect(inner).not.toBe(where);
  });

  test('a long list costs by its length', () => {
    const ids = (count: number) =>
      filtered(`{commitments: {some: {node: {id: {in: [${Array.from({ length: count }, (_, i) => `"x${i}"`)}]}}}}}`);
    expect(costOf(ids(10_000), census)).toBeGreaterThan((100 * costOf(ids(1), census)) / 10);
  });

  test('what is refused is told by its dearest part', () => {
    const dear = costs(
      '{ claims(first: 1, where: {subjects: {none: {node: {links: {some: {node: {links: {some: {node: {name: {eq: "x"}}}}}}}}}}}) { totalCount } }',
      census,
    );
    expect(tooDearText(dear, 50_000)).toMatch(
      /^The operation would cost \d+; at most 50000 is allowed .* is for the filter \(where:\) of Query\.claims\. Filter by fewer/,
    );
  });

  test('no condition is free: each that is computed says what it looks at', () => {
    const all = Object.values(schema.getTypeMap()).flatMap((type) => ('getFields' in type ? Object.values(type.getFields()) : []));
    const computed = all.flatMap(({ extensions }) =>
      'condition' in extensions && extensions.condition?.by === 'derived' ? [extensions.condition] : [],
    );
    expect(computed.length).toBeGreaterThan(2);
    for (const { reads } of computed) expect(reads(GUESS)).toBeGreaterThanOrEqual(0);
  });

  test('a reply tells the cost to who asks, refused or not, and however it is written', async () => {
    const server = await serve({ MAX_COST: '1000' }, engine);
    const told = async (query: string, headers: Record<string, string> = { 'graph-cost': '1' }) =>
      (await server.post(query, { headers })).body.extensions;
    const cost = (query: string) => ({ cost: { requested: Math.ceil(costOf(query)), limit: 1000 } });
    for (const query of [
      '{ organizations(first: 7) { nodes { id } } }',
      '{ organizations(first: 7) { nodes { id } } statistics { kinds { count } } }',
      '{ organizations(first: 100) { nodes { partners(first: 100) { nodes { id } } } } }',
    ])
      expect(await told(query)).toEqual(cost(query));
    expect(await told('{ __typename }')).toEqual({ cost: { requested: 0, limit: 1000 } });
    for (const headers of [{}, { 'graph-cost': '0' }]) expect(await told('{ __typename }', headers)).toBeUndefined();
    const { body } = await server.post('{ organizations(first: 7) { nodes { id } } }', { headers: { 'graph-cost': '1' } });
    expect(body.data).toMatchObject({ organizations: { nodes: expect.any(Array) as unknown[] } });
    await server.close();
  });

  test('the server answers what costs little in its graph', async () => {
    const kept = keepCensus(engine, pino({ level: 'silent' }));
    await kept.take();
    const server = await serve({}, engine, kept);
    expect((await server.post(OVERDUE)).body).toMatchObject({ data: { places: { totalCount: expect.any(Number) } } });
    const hostile =
      '{claimsAggregate(where:{subjects:{none:{node:{or:[{links:{some:{node:{links:{some:{node:{name:{eq:"x"}}}}}}}},{links:{some:{node:{links:{some:{node:{name:{eq:"y"}}}}}}}}]}}}}){count}}';
    expect((await server.post(hostile)).body.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    await server.close();
  });
});
