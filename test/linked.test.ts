/** Lists along links: counted by links and by nodes, each node once where asked, ordered by what is linked, chosen by exact sums of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import type { PlainGraph, PlainLink, PlainNode } from './support/random-graph.ts';
import { run } from './support/run.ts';
import { openWith } from './support/store.ts';

const organization = (name: string): PlainNode => ({ id: `organization:${name}`, kind: 'Organization', name });
const commitment = (name: string, value?: string, currency = 'USD'): PlainNode => ({
  id: `commitment:${name}`,
  kind: 'Commitment',
  name,
  statement: 'S',
  ...(value && { amount: { value, currency, qualifier: 'EXACT' } }),
});
let links = 0;
const party = (of: string, to: string, role: string, more = {}): PlainLink => ({
  id: `link:p${++links}`,
  type: 'PARTY_TO',
  from: `organization:${of}`,
  to: `commitment:${to}`,
  role,
  claimIds: [],
  ...more,
});

const GRAPH: PlainGraph = {
  nodes: [
    ...['anna', 'bert', 'carl', 'none'].map(organization),
    commitment('small', '0.1'),
    commitment('huge', '12345678901234567890123456789012345678'),
    commitment('tiny', '0.00000000000000000001'),
    commitment('back', '-12345678901234567890123456789012345677.9'),
    commitment('yen', '5', 'JPY'),
    commitment('open'),
  ],
  links: [
    party('anna', 'small', 'FUNDING'),
    party('anna', 'small', 'ACCOUNTABLE'),
    party('anna', 'small', 'IMPLEMENTING'),
    party('anna', 'yen', 'FUNDING'),
    party('bert', 'huge', 'ACCOUNTABLE'),
    party('bert', 'tiny', 'FUNDING'),
    party('carl', 'huge', 'FUNDING'),
    party('carl', 'back', 'ACCOUNTABLE'),
    party('carl', 'open', 'ACCOUNTABLE'),
    party('none', 'small', 'FUNDING', { retractedAt: '2026-01-01T00:00:00Z' }),
  ],
};

let engine: Engine;
beforeAll(async () => {
  engine = await openWith(GRAPH);
});
afterAll(() => engine.close());

const ask = async (query: string): Promise<unknown> => {
  const { data, errors } = await run(engine, query);
  expect(errors, query).toBeUndefined();
  return data;
};
const names = async (list: string): Promise<string[]> => {
  const data = (await ask(`{ list: ${list} { nodes { name } } }`)) as { list: { nodes: { name: string }[] } };
  return data.list.nodes.map(({ name }) => name);
};

describe('links and nodes', () => {
  const ofAnna = (selected: string, given = '') => ask(`{ organization(id: "organization:anna") { commitments${given} ${selected} } }`);

  test('are counted apart', async () => {
    expect(
      await ofAnna('{ totalCount nodeCount nodes { name } aggregate { count nodeCount } }', '(orderBy: [{node: {name: ASC}}])'),
    ).toEqual({
      organization: {
        commitments: {
          totalCount: 4,
          nodeCount: 2,
          nodes: ['small', 'small', 'small', 'yen'].map((name) => ({ name })),
          aggregate: { count: 4, nodeCount: 2 },
        },
      },
    });
    expect(await ask('{ organizations { totalCount nodeCount } organizationsAggregate { nodeCount } }')).toEqual({
      organizations: { totalCount: 4, nodeCount: 4 },
      organizationsAggregate: { nodeCount: 4 },
    });
  });

  test('a node stands once where that is asked, on every page, either way', async () => {
    const given = (more: string) => `(distinct: true, orderBy: [{node: {name: ASC}}]${more})`;
    const page =
      '{ totalCount nodeCount nodes { name } edges { cursor node { name } } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } }';
    type Page = { nodes: object[]; pageInfo: { endCursor: string; startCursor: string } };
    const of = async (more: string) =>
      ((await ofAnna(page, given(more))) as { organization: { commitments: Page } }).organization.commitments;
    const first = await of(', first: 1');
    expect(first).toMatchObject({ totalCount: 2, nodeCount: 2, nodes: [{ name: 'small' }], pageInfo: { hasNextPage: true } });
    const second = await of(`, first: 1, after: "${first.pageInfo.endCursor}"`);
    expect(second).toMatchObject({ nodes: [{ name: 'yen' }], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    expect((await of(`, last: 1, before: "${second.pageInfo.startCursor}"`)).nodes).toEqual([{ name: 'small' }]);
  });

  test.each([
    ['what an edge tells of its link', '{ edges { role } }', '(distinct: true)'],
    ['the claims of a link', '{ edges { claims { totalCount } } }', '(distinct: true)'],
    ['an order by the link', '{ nodes { name } }', '(distinct: true, orderBy: [{role: ASC}])'],
  ])('%s cannot be had beside it', async (_, selected, given) => {
    const { errors } = await run(engine, `{ organization(id: "organization:anna") { commitments${given} ${selected} } }`);
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('Organization.commitments(distinct:) gives each node once'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});

describe('an order by what is linked', () => {
  const byParty = (by: string, where = '') => names(`commitments(orderBy: [{parties: {${where} by: {${by}}}}, {name: ASC}])`);

  test('takes the one that comes first, and has what is linked to nothing last', async () => {
    expect(await byParty('name: ASC')).toEqual(['small', 'yen', 'huge', 'tiny', 'back', 'open']);
    expect(await byParty('name: DESC')).toEqual(['back', 'huge', 'open', 'tiny', 'small', 'yen']);
    expect(await byParty('name: ASC', 'where: {role: {eq: ACCOUNTABLE}},')).toEqual(['small', 'huge', 'back', 'open', 'tiny', 'yen']);
  });

  test('orders by amounts, exactly', async () => {
    const where = 'where: {node: {amount: {currency: "USD"}}},';
    expect(await names(`organizations(orderBy: [{commitments: {${where} by: {amount: DESC}}}, {name: ASC}])`)).toEqual([
      'bert',
      'carl',
      'anna',
      'none',
    ]);
    expect(await names(`organizations(orderBy: [{commitments: {${where} by: {amount: ASC}}}, {name: ASC}])`)).toEqual([
      'carl',
      'bert',
      'anna',
      'none',
    ]);
  });

  test('is kept by cursors', async () => {
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 6; page++) {
      const data = (await ask(
        `{ commitments(first: 1, orderBy: [{parties: {by: {name: DESC}}}]${after}) { nodes { name } pageInfo { endCursor } } }`,
      )) as {
        commitments: { nodes: { name: string }[]; pageInfo: { endCursor: string } };
      };
      seen.push(data.commitments.nodes[0]!.name);
      after = `, after: "${data.commitments.pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(['back', 'huge', 'open', 'tiny', 'small', 'yen']);
  });

  test('stands beside a filter, a count of links and an aggregate', async () => {
    const list =
      'commitments(where: {parties: {count: {gt: 0}}}, orderBy: [{linkCount: {type: PARTY_TO, direction: DESC}}, {parties: {by: {name: ASC}}}])';
    expect(await ask(`{ ${list} { totalCount aggregate { count } nodes { name } } }`)).toMatchObject({
      commitments: { totalCount: 6, aggregate: { count: 6 }, nodes: [{ name: 'small' }, { name: 'huge' }, {}, {}, {}, {}] },
    });
  });
});

describe('a filter by a sum', () => {
  const bySum = (sum: string) => names(`organizations(where: {commitments: {sum: {${sum}}}}, orderBy: [{name: ASC}])`);

  test.each([
    [
      'each node counts once, whatever its links, and huge numbers leave nothing behind',
      'amount: {currency: "USD", eq: "0.1"}',
      ['anna', 'carl'],
    ],
    ['the sum of none is 0', 'amount: {currency: "JPY", lte: "0"}', ['bert', 'carl', 'none']],
    ['to the last digit', 'amount: {currency: "USD", gt: "12345678901234567890123456789012345678"}', ['bert']],
    ['of numbers below zero too', 'amount: {currency: "USD", eq: "0.1"}, where: {node: {name: {ne: "small"}}}', ['carl']],
    ['of those links alone that are such', 'amount: {currency: "USD", gt: "0"}, where: {role: {eq: ACCOUNTABLE}}', ['anna', 'bert']],
    ['between two bounds', 'amount: {currency: "USD", gte: "0.05", lt: "1"}', ['anna', 'carl']],
    ['below zero', 'amount: {currency: "USD", lt: "0"}, where: {role: {eq: ACCOUNTABLE}}', ['carl']],
  ])('%s', async (_, sum, expected) => expect(await bySum(sum)).toEqual(expected));

  test('combines with others, and counts and aggregates go by it', async () => {
    const where =
      '{or: [{commitments: {sum: {amount: {currency: "USD", gt: "1"}}}}, {not: {commitments: {sum: {amount: {currency: "USD", gte: "0.01"}}}}}]}';
    expect(
      await ask(`{ organizations(where: ${where}, orderBy: [{name: ASC}]) { totalCount nodes { name } aggregate { count } } }`),
    ).toEqual({
      organizations: { totalCount: 2, nodes: [{ name: 'bert' }, { name: 'none' }], aggregate: { count: 2 } },
    });
    expect(
      await ask(
        `{ organization(id: "organization:anna") { commitments(distinct: true, where: {node: {parties: {count: {gt: 1}}}}) { totalCount } } }`,
      ),
    ).toEqual({
      organization: { commitments: { totalCount: 1 } },
    });
  });

  test('is of what is listed, not of what is behind another link', async () => {
    const { errors } = await run(
      engine,
      '{ organizations(where: {commitments: {some: {node: {targets: {sum: {quantity: {unit: "people", gt: "1"}}}}}}}) { totalCount } }',
    );
    expect(errors).toMatchObject([
      { message: expect.stringContaining('asks for a sum behind another link'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
