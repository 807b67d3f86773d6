/** Amounts that engines would round, and names that they would order and fold in ways of their own: both answer what is right. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { readSeedFiles } from '../src/ingest/files.ts';
import { inProject } from '../src/root.ts';
import { loadSeeds } from './support/load.ts';
import { run } from './support/run.ts';
import { seedFrom } from './support/seed-text.ts';
import { openEmpty } from './support/store.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEmpty();
  await loadSeeds(engine, readSeedFiles([inProject('test', 'cases', 'edge-values.yaml')]));
});
afterAll(() => engine.close());

type Node = { readonly id: string; readonly name: string };
const nodesOf = async (query: string, variables = {}): Promise<Node[]> => {
  const { data, errors } = await run(engine, query, variables);
  expect(errors, query).toBeUndefined();
  return (data as { list: { nodes: Node[] } }).list.nodes;
};
const idsOf = async (query: string, variables = {}): Promise<string[]> =>
  (await nodesOf(query, variables)).map(({ id }) => id.split(':')[1]!);
const commitments = (where: string): string => `{ list: commitments(first: 100, where: ${where}) { nodes { id name } } }`;

describe('amounts', () => {
  test.each([
    ['{amount: {eq: "9007199254740993", currency: "USD"}}', ['m00']],
    ['{amount: {eq: 9007199254740993, currency: "USD"}}', ['m00']],
    ['{amount: {ne: "9007199254740993", currency: "USD"}}', ['m01', 'm02']],
    ['{amount: {in: ["9007199254740993", "9007199254740991.0"], currency: "USD"}}', ['m00', 'm02']],
    ['{amount: {notIn: ["9007199254740993", "9007199254740991"], currency: "USD"}}', ['m01']],
    ['{amount: {gt: "9007199254740992", currency: "USD"}}', ['m00']],
    ['{amount: {gte: "9007199254740992", lt: "9007199254740993", currency: "USD"}}', ['m01']],
    ['{amount: {lt: "3333333333333333.34", currency: "NOK"}}', ['m16']],
    ['{amount: {lte: "1000000000000000000000", currency: "CHF"}}', ['m11']],
    ['{amount: {eq: "0.00000010", currency: "CNY"}}', ['m13', 'm14']],
    ['{amount: {eq: "1e-7", currency: "CNY"}}', ['m13', 'm14']],
    ['{amount: {gt: "-1", lt: "5.11", currency: "GBP"}}', ['m09', 'm10']],
    ['{endsOn: {gte: "2030", lte: "2030"}}', ['d00', 'd01', 'd02', 'd03', 'd04', 'd05', 'd06', 'd10', 'd15']],
  ])('%s', async (where, expected) => {
    expect((await idsOf(commitments(where))).toSorted()).toEqual(expected);
  });

  const ordered = (currency: string, direction: string, page: string): string =>
    `{ list: commitments(${page}, where: {amount: {currency: "${currency}"}}, orderBy: [{amount: ${direction}}]) { nodes { id name } pageInfo { endCursor } } }`;
  test.each([
    ['NOK', 'DESC', ['m17', 'm16']],
    ['USD', 'ASC', ['m02', 'm01', 'm00']],
    ['CHF', 'DESC', ['m12', 'm11']],
    ['GBP', 'ASC', ['m09', 'm10', 'm08']],
    ['JPY', 'ASC', ['m07', 'm06']],
  ])('in %s come %s', async (currency, direction, expected) => {
    expect(await idsOf(ordered(currency, direction, 'first: 10'))).toEqual(expected);
    const { data } = await run(engine, ordered(currency, direction, 'first: 1'));
    const { endCursor } = (data as { list: { pageInfo: { endCursor: string } } }).list.pageInfo;
    expect(await idsOf(ordered(currency, direction, `first: 10, after: "${endCursor}"`)), 'the page that follows').toEqual(
      expected.slice(1),
    );
  });

  test('are added up and divided exactly, and given back as they can be asked for', async () => {
    const { data } = await run(engine, '{ commitmentsAggregate { amount { unit count sum min max avg } } }');
    const { amount } = (data as { commitmentsAggregate: { amount: ({ unit: string; min: string } & Record<string, unknown>)[] } })
      .commitmentsAggregate;
    const of = (unit: string) => amount.find((one) => one.unit === unit)!;
    expect(of('NOK')).toMatchObject({ count: 2, sum: '6666666666666666.67', avg: '3333333333333333.335' });
    expect(of('CHF')).toMatchObject({ sum: '2000000000000000000001', avg: '1000000000000000000000.5' });
    expect(of('JPY')).toMatchObject({ sum: '123456789012345678901234567891', min: '1', max: '123456789012345678901234567890' });
    expect(of('EUR')).toEqual({ unit: 'EUR', count: 3, sum: '0.6', min: '0.1', max: '0.3', avg: '0.2' });
    expect(of('CNY')).toMatchObject({ min: '0.0000001', max: '0.0000001', sum: '0.0000002' });
    for (const { unit, min } of amount) {
      const asked =
        'query($min: Decimal!, $unit: Currency!) { list: commitments(where: {amount: {eq: $min, currency: $unit}}) { nodes { id } } }';
      expect(await idsOf(asked, { min, unit }), `${min} ${unit}`).not.toEqual([]);
    }
  });
});

/** As people put them in order, whatever their case, accents, width and encoding; those that are one in that, as they are written. */
const IN_ORDER = [
  ...[
    '$p.v1',
    '10',
    '100',
    '9',
    '__proto__',
    'a"b',
    'a%b',
    'a\\b',
    'a_b',
    'Ａｃｍｅ',
    'Apple',
    'apple',
    'axb',
    'back`tick',
    'constructor',
    'ǅ title',
  ],
  ...[
    'Éclair',
    'Éclair',
    'ﬁnance ltd',
    'ısparta',
    'ISTANBUL',
    'istanbul',
    'İstanbul',
    'NaN',
    'null',
    "o'neil",
    'STRASSE',
    'Straße',
    'Zebra',
    'zebra',
  ],
  ...['{curly}', 'ΣΊΣΥΦΟΣ', 'Σίσυφος', '｡halfwidth', '東京', '한국', '한국', '😀 Corp'],
].map((name) => name.normalize('NFC'));

describe('names', () => {
  test.each([
    ['ASC', IN_ORDER],
    ['DESC', IN_ORDER.toReversed()],
  ])('come in order, %s, in lists and in pages from either end', async (direction, expected) => {
    const read = async (page: string) => {
      const { data } = await run(
        engine,
        `{ list: organizations(${page}, orderBy: [{name: ${direction}}]) { nodes { name } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
      );
      return (data as { list: { nodes: Node[]; pageInfo: Record<string, string | boolean> } }).list;
    };
    const namesOf = (nodes: Node[]): string[] => nodes.map(({ name }) => name);
    expect(namesOf((await read('first: 100')).nodes)).toEqual(expected);
    const [forward, backward]: string[][] = [[], []];
    for (let after = '', more = true; more; ) {
      const { nodes, pageInfo } = await read(`first: 7, after: "${after}"`);
      forward!.push(...namesOf(nodes));
      [after, more] = [pageInfo['endCursor'] as string, pageInfo['hasNextPage'] as boolean];
    }
    for (let before = '', more = true; more; ) {
      const { nodes, pageInfo } = await read(`last: 7, before: "${before}"`);
      backward!.unshift(...namesOf(nodes));
      [before, more] = [pageInfo['startCursor'] as string, pageInfo['hasPreviousPage'] as boolean];
    }
    expect([forward, backward]).toEqual([expected, expected]);
  });

  test('come in order among links, too', async () => {
    const { data } = await run(
      engine,
      '{ organization(id: "organization:n00") { partners(first: 100) { nodes { name } } back: partners(first: 100, orderBy: [{node: {name: DESC}}]) { nodes { name } } } }',
    );
    const { partners, back } = (data as { organization: Record<string, { nodes: Node[] }> }).organization as Record<
      'partners' | 'back',
      { nodes: Node[] }
    >;
    const names = partners.nodes.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(50);
    expect(names.map((name) => IN_ORDER.indexOf(name))).toEqual(names.map((name) => IN_ORDER.indexOf(name)).toSorted((a, b) => a - b));
    expect(back.nodes.map(({ name }) => name)).toEqual(names.toReversed());
  });

  test.each([
    ['eq', 'Éclair', ['n00', 'n01']],
    ['eq', '한국'.normalize('NFD'), ['n32', 'n33']],
    ['in', ['E\u0301clair', 'x'], ['n00', 'n01']],
    ['eqIgnoreCase', 'ÉCLAIR', ['n00', 'n01']],
    ['eqIgnoreCase', 'e\u0301CLAIR', ['n00', 'n01']],
    ['eqIgnoreCase', 'eclair', []],
    ['startsWithIgnoreCase', 'é', ['n00', 'n01']],
    ['containsIgnoreCase', 'CLAIR', ['n00', 'n01']],
    ['eqIgnoreCase', 'straße', ['n02', 'n03']],
    ['eqIgnoreCase', 'STRAẞE', ['n02', 'n03']],
    ['endsWithIgnoreCase', 'SSE', ['n02', 'n03']],
    ['eqIgnoreCase', 'istanbul', ['n05', 'n06']],
    ['eqIgnoreCase', 'İSTANBUL', ['n04']],
    ['startsWithIgnoreCase', 'I\u0307', ['n04']],
    ['startsWithIgnoreCase', 'FI', ['n08']],
    ['eqIgnoreCase', 'σίσυφος', ['n12', 'n13']],
    ['startsWithIgnoreCase', 'Σίς', ['n12', 'n13']],
    ['endsWithIgnoreCase', 'Σ', ['n12', 'n13']],
    ['startsWithIgnoreCase', 'ǆ', ['n31']],
    ['containsIgnoreCase', '%', ['n14']],
    ['containsIgnoreCase', 'A\\', ['n18']],
  ])('%s %s', async (operator, given, expected) => {
    const asked = 'query($where: OrganizationFilter!) { list: organizations(first: 100, where: $where) { nodes { id name } } }';
    expect((await idsOf(asked, { where: { name: { [operator]: given } } })).toSorted()).toEqual(expected);
  });
});

test('what was known earlier is compared and put in order as it was', async () => {
  const version = (recordedOn: string, names: string[], amounts: string[]) =>
    seedFrom({
      source: { id: 'source:t', title: 'T', retrievedOn: recordedOn },
      entities: names.map((name, i) => ({ id: `commitment:c${i}`, name, statement: 'S' })),
      claims: { said: { statement: 'S.', quote: 'q' } },
      links: [],
      values: amounts.map((value, i) => ({ of: `commitment:c${i}`, property: 'amount', is: { value, currency: 'USD' }, claims: ['said'] })),
    });
  const graph = await openEmpty();
  await loadSeeds(graph, [version('2026-01-01', ['Ångström', 'angle', 'Straße'], ['9007199254740993', '9007199254740992', '10'])]);
  await loadSeeds(graph, [version('2026-02-01', ['zeta', 'ÅNGLE', 'b'], ['9007199254740992', '9007199254740993', '0.0000001'])]);
  const at = async (time: string) => {
    const asOf = `asOf: {knownAt: "${time}T00:00:00Z"}`;
    const list = (args: string) => `commitments(${asOf}, ${args}) { nodes { id } }`;
    const { data } = await run(
      graph,
      `{ byName: ${list('first: 9')} byAmount: ${list('orderBy: [{amount: DESC}]')} more: ${list('where: {amount: {gt: "9007199254740992", currency: "USD"}}')}
         same: ${list('where: {name: {startsWithIgnoreCase: "ÅNG"}}')} all: commitmentsAggregate(${asOf}) { amount { sum min } } }`,
    );
    const { all, ...lists } = data as { all: { amount: unknown[] } } & Record<string, { nodes: Node[] }>;
    return [
      Object.values(lists as Record<string, { nodes: Node[] }>).map(({ nodes }) => nodes.map(({ id }) => id.slice(-2)).join()),
      all.amount,
    ];
  };
  expect(await at('2026-01-15')).toEqual([['c1,c0,c2', 'c0,c1,c2', 'c0', 'c0'], [{ sum: '18014398509481995', min: '10' }]]);
  expect(await at('2026-02-15')).toEqual([['c1,c2,c0', 'c1,c0,c2', 'c1', 'c1'], [{ sum: '18014398509481985.0000001', min: '0.0000001' }]]);
  await graph.close();
});
