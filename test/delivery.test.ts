/** Did it happen: delivery, progress and completeness, against plain predicates over dense graphs and by hand. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import type { CODES } from '../src/errors.ts';
import { loadSeeds } from '../src/ingest/load.ts';
import { totalOf } from '../src/plan/derived/totals.ts';
import { completenessOf, deliveryOf, isOnTrackOn, isOverdueOn, latestOf, progressOf } from './support/delivery.ts';
import { forgetting } from './support/forgetful.ts';
import type { Along } from './support/predicate.ts';
import { createRandom, type Random } from './support/random.ts';
import type { PlainGraph, PlainLink, PlainNode } from './support/random-graph.ts';
import { run } from './support/run.ts';
import { seedFrom } from './support/seed-text.ts';
import { openSeeded } from './support/seeded.ts';
import { openEmpty, openWith } from './support/store.ts';

const GRAPHS = process.env['NEO4J_URI'] ? 2 : 40;
const DAYS = ['2026-06-15', '2028-01-01', '2031-01-01'];
const DATES = ['2025', '2026-04', '2026-06-15', '2027-12', '2028', '2030-06-30'];
const QUALIFIERS = ['EXACT', 'ABOUT', 'AT_LEAST', 'MORE_THAN', 'UP_TO', 'LESS_THAN'];

const maybe = <Value>(random: Random, share: number, value: () => Value): Value | undefined => (random.chance(share) ? value() : undefined);
const quantity = (random: Random) => ({
  value: String(random.int(4)),
  unit: random.pick(['people', 'people', 'people', 'USD']),
  qualifier: random.pick(QUALIFIERS),
});
const known = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Commitments with targets and observations, so few that many are met. */
function denseGraph(seed: number): PlainGraph {
  const random = createRandom(seed);
  const date = () => random.pick(DATES);
  const some = (prefix: string, kind: string, count: number, values: () => Record<string, unknown>): PlainNode[] =>
    Array.from({ length: count }, (_, i) => ({ name: `${prefix} ${i}`, ...known(values()), id: `${prefix}:n${i}`, kind }) as PlainNode);
  const commitments = some('commitment', 'Commitment', 20, () => ({
    statement: 'S',
    strength: random.pick(['ANNOUNCED', 'LAW', 'ANNOUNCED', 'WITHDRAWN']),
    amount: maybe(random, 0.3, () => ({ value: String(random.int(4)), currency: 'USD', qualifier: random.pick(QUALIFIERS) })),
    announcedOn: maybe(random, 0.6, date),
    startsOn: maybe(random, 0.4, date),
    endsOn: maybe(random, 0.5, date),
  }));
  const targets = some('target', 'Target', 20, () => ({
    indicator: 'I',
    quantity: maybe(random, 0.8, () => quantity(random)),
    baseline: maybe(random, 0.4, () => quantity(random)),
    dueOn: maybe(random, 0.7, date),
  }));
  const observations = some('observation', 'Observation', 30, () => ({
    indicator: 'I',
    quantity: maybe(random, 0.9, () => quantity(random)),
    startsOn: maybe(random, 0.4, date),
    endsOn: maybe(random, 0.7, date),
  }));
  const actors = some('organization', 'Organization', 4, () => ({}));
  let number = 0;
  const link = (
    type: string,
    from: readonly PlainNode[],
    to: readonly PlainNode[],
    values: () => Record<string, unknown> = () => ({}),
  ): PlainLink | undefined => {
    const ends = [random.pick(from), random.pick(to)] as const;
    const rest = {
      claimIds: [],
      independentSourceCount: random.int(2),
      ...(random.chance(0.1) && { retractedAt: '2026-01-01T00:00:00Z' }),
    };
    return ends[0] === ends[1] ? undefined : { ...values(), ...rest, id: `link:${++number}`, type, from: ends[0].id, to: ends[1].id };
  };
  const links = [
    ...Array.from({ length: 24 }, () => link('HAS_TARGET', commitments, targets)),
    ...Array.from({ length: 40 }, () => link('OBSERVED_AS', [...targets, ...commitments.slice(0, 6)], observations)),
    ...Array.from({ length: 4 }, () => link('SUPERSEDES', commitments, commitments)),
    ...Array.from({ length: 30 }, () =>
      link('PARTY_TO', actors, commitments, () => ({ role: random.pick(['ACCOUNTABLE', 'FUNDING', 'BENEFITING']) })),
    ),
  ];
  return { nodes: [...commitments, ...targets, ...observations, ...actors], links: links.filter((one) => one !== undefined) };
}

const FIELDS: Readonly<Record<string, readonly [type: string, from: 'from' | 'to']>> = {
  targets: ['HAS_TARGET', 'from'],
  targetOf: ['HAS_TARGET', 'to'],
  observations: ['OBSERVED_AS', 'from'],
  supersededBy: ['SUPERSEDES', 'to'],
  parties: ['PARTY_TO', 'to'],
};
const alongIn =
  ({ nodes, links }: PlainGraph): Along =>
  (field, node) => {
    const [type, end] = FIELDS[field]!;
    const other = end === 'from' ? 'to' : 'from';
    return links
      .filter((one) => one.type === type && one[end] === node.id && !one['retractedAt'])
      .map((one) => ({ link: one, node: nodes.find(({ id }) => id === one[other])! }));
  };

const QUERY = `query($on: Date!) {
  commitments(first: 100) { nodes { id delivery(on: $on) isOverdue(on: $on) completeness { score missing } } }
  targets(first: 100) { nodes { id latest { id } progress onTrack(on: $on) } }
  overdue: commitments(first: 100, where: {overdueOn: $on}) { nodes { id } }
  met: commitments(first: 100, where: {delivery: {on: $on, in: [MET, IN_PROGRESS]}, not: {strength: {eq: LAW}}}) { nodes { id } }
  others: commitments(first: 100, where: {delivery: {on: $on, notIn: [MET, NO_EVIDENCE], ne: WITHDRAWN}}) { totalCount }
}`;

type Answer = Record<string, { nodes: { id: string }[]; totalCount?: number }>;

/** What the predicates say to the same questions. */
function expected(graph: PlainGraph, day: string): Answer {
  const along = alongIn(graph);
  const of = (kind: string) =>
    graph.nodes.filter((node) => node.kind === kind).toSorted((a, b) => (String(a['name']) < String(b['name']) ? -1 : 1));
  const commitments = of('Commitment').map((node) => ({ node, word: deliveryOf(node, day, along) }));
  const ids = (some: readonly { node: PlainNode }[]) => ({ nodes: some.map(({ node }) => ({ id: node.id })) });
  return {
    commitments: {
      nodes: commitments.map(({ node, word }) => ({
        id: node.id,
        delivery: word,
        isOverdue: isOverdueOn(node, day, along),
        completeness: completenessOf(node, along),
      })),
    },
    targets: {
      nodes: of('Target').map((node) => {
        const [latest] = latestOf(node, along);
        return {
          id: node.id,
          latest: latest ? { id: latest.id } : null,
          progress: progressOf(node, along),
          onTrack: isOnTrackOn(node, day, along),
        };
      }),
    },
    overdue: ids(commitments.filter(({ node }) => isOverdueOn(node, day, along))),
    met: ids(commitments.filter(({ node, word }) => ['MET', 'IN_PROGRESS'].includes(word) && node['strength'] !== 'LAW')),
    others: { totalCount: commitments.filter(({ word }) => !['MET', 'NO_EVIDENCE', 'WITHDRAWN'].includes(word)).length } as never,
  };
}

/** The first answer that differs from what the predicates say. */
async function findDifference(engine: Engine, graph: PlainGraph, seen = new Set<string>()): Promise<unknown> {
  for (const on of DAYS) {
    for (const tier of ['single', 'levels'] as const) {
      const { data, errors } = await run(engine, QUERY, { on }, tier);
      expect(errors).toBeUndefined();
      const want = expected(graph, on);
      for (const { delivery } of want['commitments']!.nodes as unknown as { delivery: string }[]) seen.add(delivery);
      if (JSON.stringify(data) !== JSON.stringify(want)) return { on, tier, data, want };
    }
  }
  return undefined;
}

test('delivery, progress and completeness are what plain predicates say', async () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= GRAPHS; seed++) {
    const graph = denseGraph(seed);
    const engine = await openWith(graph);
    const difference = await findDifference(engine, graph, seen);
    expect(difference, `seed ${seed}`).toBeUndefined();
    await engine.close();
  }
  if (GRAPHS > 2)
    expect([...seen].sort()).toEqual([
      'IN_PROGRESS',
      'MET',
      'NOT_MEASURABLE',
      'NOT_YET_DUE',
      'NO_EVIDENCE',
      'PARTIALLY_MET',
      'SUPERSEDED',
      'WITHDRAWN',
    ]);
});

/** Rules of delivery, broken in the text that says them. */
const RULES: readonly [string, RegExp, string][] = [
  ['who supersedes is not superseded', /<-\[(\w+s):SUPERSEDES\]-/g, '-[$1:SUPERSEDES]->'],
  ['only what had ended by the day was seen', / \+ '~' <= \$p/g, " + '~' >= $p"],
  ['every target counts', / AND NOT EXISTS \{ MATCH \((\w+t)\)/g, ' AND EXISTS { MATCH ($1)'],
  ['the latest observation tells', /IS NULL, (coalesce\(o\.endsOn, o\.startsOn\) \+ '~') DESC/g, 'IS NULL, $1'],
  ['more than the goal is more', /<> 'MORE_THAN'/g, "<> 'NOTHING'"],
  ['up to a number does not reach it', /NOT coalesce\((\w+)\.quantityQualifier, 'EXACT'\) IN \['UP_TO', 'LESS_THAN'\]/g, 'true'],
  ['less may be wanted', /coalesce\(CASE (\w+)\.baselineUnit WHEN/g, 'coalesce(false AND CASE $1.baselineUnit WHEN'],
  ['units are told apart', /(\w+)\.quantityUnit = (\w+)\.quantityUnit/g, 'true'],
  ['a date lasts to its end', /\.dueOn \+ '~' >=/g, ".dueOn + '' >="],
  ['the accountable are no partners', / AND NOT EXISTS \{ MATCH \(a\)/g, ' AND EXISTS { MATCH (a)'],
];
const BROKEN = process.env['NEO4J_URI'] ? RULES.slice(0, 1) : RULES;

test.each(BROKEN)('a delivery that forgets that %s is found out', async (_, rule, broken) => {
  let [isTouched, difference] = [false, undefined as unknown];
  for (let seed = 1; seed <= GRAPHS && !difference; seed++) {
    const graph = denseGraph(seed);
    const engine = await openWith(graph);
    const forgetful = forgetting(engine, rule, broken);
    difference = await findDifference(forgetful.engine, graph);
    isTouched ||= forgetful.wasTouched();
    await engine.close();
  }
  expect(isTouched, 'the rule stands in the text').toBe(true);
  expect(difference).toBeDefined();
});

describe('the seed', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openSeeded();
  });
  afterAll(() => engine.close());
  const ask = async (query: string) => (await run(engine, query)).data as never;
  const TRAINING = 'commitment:microsoft-japan-2026-training';

  test('the training is overdue on 2031-01-01 and not on 2027-01-01', async () => {
    const data = await ask(`{
      commitment(id: "${TRAINING}") { late: isOverdue(on: "2031-01-01") early: isOverdue(on: "2027-01-01") word: delivery(on: "2031-01-01") }
      late: commitments(where: {overdueOn: "2031-01-01", id: {eq: "${TRAINING}"}}) { totalCount }
      early: commitments(where: {overdueOn: "2027-01-01"}) { totalCount }
    }`);
    expect(data).toEqual({
      commitment: { late: true, early: false, word: 'NO_EVIDENCE' },
      late: { totalCount: 1 },
      early: { totalCount: 0 },
    });
  });

  test('the 3.4 million people do not make the target of 2026 met', async () => {
    const data = await ask(`{
      organization(id: "organization:microsoft") { observations { nodes { quantity { value } } } }
      commitment(id: "${TRAINING}") { delivery(on: "2027-01-01") targets { nodes { latest { id } progress onTrack(on: "2027-01-01") unknowns { property reason } } } }
    }`);
    expect(data).toEqual({
      organization: { observations: { nodes: [{ quantity: { value: '3400000' } }] } },
      commitment: {
        delivery: 'NOT_YET_DUE',
        targets: {
          nodes: [{ latest: null, progress: null, onTrack: null, unknowns: [{ property: 'observations', reason: 'NOT_YET_DUE' }] }],
        },
      },
    });
  });

  test('what is due comes in the order it is due, and no date is due before its last day', async () => {
    const data =
      await ask(`{ a: dueCalendar(from: "2029-12-31", to: "2029-12-31") { edges { dueOn node { id } } } b: dueCalendar(to: "2029-12-30") { totalCount }
      c: dueCalendar(kinds: [TARGET], first: 1) { edges { dueOn node { name } } pageInfo { hasNextPage } } }`);
    expect(data).toEqual({
      a: {
        edges: [
          { dueOn: '2029', node: { id: 'commitment:microsoft-japan-2026' } },
          { dueOn: '2029', node: { id: 'commitment:microsoft-japan-2026-infrastructure' } },
        ],
      },
      b: { totalCount: 0 },
      c: { edges: [{ dueOn: '2030', node: { name: 'People trained in Japan' } }], pageInfo: { hasNextPage: false } },
    });
  });

  test.each([
    ['{ commitments { nodes { delivery(on: "2031") } } }', 'Commitment.delivery(on:) is a whole day such as 2031-01-01, not 2031.'],
    ['{ targets { nodes { onTrack(on: "2031-02") } } }', 'Target.onTrack(on:) is a whole day such as 2031-01-01, not 2031-02.'],
    [
      '{ commitments(where: {overdueOn: "2031"}) { totalCount } }',
      'Query.commitments(where:) CommitmentFilter.overdueOn is a whole day such as 2031-01-01, not 2031.',
    ],
    [
      '{ commitments(where: {delivery: {on: "2031", eq: MET}}) { totalCount } }',
      'Query.commitments(where:) CommitmentFilter.delivery.on is a whole day such as 2031-01-01, not 2031.',
    ],
    [
      '{ commitments(where: {delivery: {on: "2031-01-01"}}) { totalCount } }',
      'Query.commitments(where:) CommitmentFilter.delivery asks nothing: say which by eq, ne, in or notIn.',
    ],
    ['{ commitments(where: {delivery: {in: []}}) { totalCount } }', 'Query.commitments(where:) CommitmentFilter.delivery.in is empty.'],
    ['{ dueCalendar(from: "2030", to: "2029") { totalCount } }', 'Query.dueCalendar(to:) is 2029, before 2030.'],
  ])('%s is refused', async (query, message) => {
    const { errors } = await run(engine, query);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' satisfies keyof typeof CODES } }]);
  });
});

describe('totals', () => {
  const pledge = (id: string, value: number, more: object = {}) => ({ id: `commitment:${id}`, value, currency: 'USD', ...more });
  type Link = [type: string, from: string, to: string, more?: object];

  /** Totals of commitments that hang together so. */
  async function totals(
    pledges: ReturnType<typeof pledge>[],
    links: Link[],
    query = '{ commitmentTotals { currency minimum maximum counted leftOut { reason commitment { id } } } }',
  ) {
    const engine = await openEmpty();
    await loadSeeds(engine, [
      seedFrom({
        source: { id: 'source:t', title: 'T', retrievedOn: '2026-11-24' },
        entities: [
          { id: 'organization:o', name: 'O' },
          ...pledges.map(({ id, ...rest }) => ({ id, name: id, statement: 'S', ...('type' in rest ? { type: rest.type } : {}) })),
        ],
        claims: { said: { statement: 'S.', quote: 'q' } },
        links: [
          { type: 'PARTY_TO', from: 'organization:o', to: pledges[0]!.id, role: 'ACCOUNTABLE', claims: ['said'] },
          ...links.map(([type, from, to, more]) => ({
            type,
            from: `commitment:${from}`,
            to: `commitment:${to}`,
            ...more,
            claims: ['said'],
          })),
        ],
        values: pledges
          .filter(({ value }) => value > 0)
          .map(({ id, value, currency }) => ({ of: id, property: 'amount', is: { value, currency }, claims: ['said'] })),
      }),
    ]);
    const { data, errors, executed } = await run(engine, query);
    const levels = await run(engine, query, {}, 'levels');
    expect(levels.data).toEqual(data);
    await engine.close();
    expect(errors).toBeUndefined();
    expect(executed).toHaveLength(1);
    return (data as { commitmentTotals: unknown }).commitmentTotals;
  }
  const usd = (minimum: string, maximum: string, counted: number, leftOut: [reason: string, id: string][] = []) => [
    {
      currency: 'USD',
      minimum,
      maximum,
      counted,
      leftOut: leftOut.map(([reason, id]) => ({ reason, commitment: { id: `commitment:${id}` } })),
    },
  ];

  test('what builds on an earlier pledge is between the larger and the sum', async () => {
    const both = [pledge('ten', 10_000_000_000), pledge('earlier', 2_900_000_000)];
    expect(await totals(both, [['BUILDS_ON', 'ten', 'earlier', { newMoney: 'UNKNOWN' }]])).toEqual(usd('10000000000', '12900000000', 2));
    expect(await totals(both, [['BUILDS_ON', 'ten', 'earlier']])).toEqual(usd('10000000000', '12900000000', 2));
    expect(await totals(both, [['BUILDS_ON', 'ten', 'earlier', { newMoney: 'YES' }]])).toEqual(usd('12900000000', '12900000000', 2));
    expect(await totals(both, [])).toEqual(usd('12900000000', '12900000000', 2));
  });

  test('of a chain the largest counts; what two build on is in one of them', async () => {
    const chain = [pledge('a', 5), pledge('b', 10), pledge('c', 3)];
    expect(
      await totals(chain, [
        ['BUILDS_ON', 'a', 'b'],
        ['BUILDS_ON', 'b', 'c'],
      ]),
    ).toEqual(usd('10', '18', 3));
    expect(
      await totals(
        [pledge('a', 5), pledge('b', 4), pledge('c', 3)],
        [
          ['BUILDS_ON', 'a', 'b'],
          ['BUILDS_ON', 'a', 'c'],
        ],
      ),
    ).toEqual(usd('7', '12', 3));
    expect(
      await totals(
        [pledge('a', 5), pledge('b', 4), pledge('c', 3)],
        [
          ['BUILDS_ON', 'a', 'c'],
          ['BUILDS_ON', 'b', 'c'],
        ],
      ),
    ).toEqual(usd('9', '12', 3));
    expect(
      await totals(
        [pledge('a', 5), pledge('b', 4)],
        [
          ['BUILDS_ON', 'a', 'b'],
          ['BUILDS_ON', 'b', 'a'],
        ],
      ),
    ).toEqual(usd('5', '9', 2));
  });

  test('what several build on holds them; what builds on a part may be within its whole', async () => {
    const three = [pledge('b', 10), pledge('x', 3), pledge('y', 4)];
    expect(
      await totals(three, [
        ['BUILDS_ON', 'x', 'b'],
        ['BUILDS_ON', 'y', 'b'],
      ]),
    ).toEqual(usd('10', '17', 3));
    const whole = [pledge('w', 10), pledge('p', 3), pledge('y', 4)];
    const left: [string, string][] = [['PART_OF_COUNTED', 'p']];
    expect(
      await totals(whole, [
        ['PART_OF', 'p', 'w'],
        ['BUILDS_ON', 'y', 'p'],
      ]),
    ).toEqual(usd('11', '14', 2, left));
    expect(
      await totals(whole, [
        ['PART_OF', 'p', 'w'],
        ['BUILDS_ON', 'p', 'y'],
      ]),
    ).toEqual(usd('11', '14', 2, left));
    expect(
      await totals(whole, [
        ['PART_OF', 'p', 'w'],
        ['BUILDS_ON', 'y', 'p', { newMoney: 'YES' }],
      ]),
    ).toEqual(usd('14', '14', 2, left));
  });

  test('of thousands in a row, or in a circle, come in time', () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ id: `c${i}`, amount: BigInt(i) }));
    const pairs = many.map(({ id }, i) => [id, `c${(i + 1) % 3000}`] as const);
    const none = { partOf: [], buildsOn: [], superseded: [], groups: [] };
    expect(totalOf(many, { ...none, buildsOn: pairs.slice(0, -1).map(([a, b]) => [a, b, 'NO'] as const) }).minimum).toBe(2999n);
    expect(totalOf(many.slice(0, 500), { ...none, partOf: pairs.slice(0, 499) }).counted).toBe(1);
    expect(totalOf(many.slice(0, 500), { ...none, partOf: [...pairs.slice(0, 499), ['c499', 'c0']] }).maximum).toBe(499n);
  });

  test('what was superseded is left out, a part is not lost with it', async () => {
    expect(
      await totals(
        [pledge('new', 7), pledge('old', 5), pledge('part', 2)],
        [
          ['SUPERSEDES', 'new', 'old'],
          ['PART_OF', 'part', 'old'],
        ],
      ),
    ).toEqual(usd('9', '9', 2, [['SUPERSEDED', 'old']]));
  });

  test('a part is left out only where a whole above it states an amount in its currency', async () => {
    const through = [
      pledge('whole', 10),
      pledge('middle', 0),
      pledge('part', 2),
      pledge('yen', 300, { currency: 'JPY' }),
      pledge('free', 1),
    ];
    const links: Link[] = [
      ['PART_OF', 'middle', 'whole'],
      ['PART_OF', 'part', 'middle'],
      ['PART_OF', 'yen', 'whole'],
    ];
    expect(await totals(through, links)).toEqual([
      { currency: 'JPY', minimum: '300', maximum: '300', counted: 1, leftOut: [] },
      ...usd('11', '11', 2, [['PART_OF_COUNTED', 'part']]),
    ]);
    expect(
      await totals(
        [pledge('a', 1), pledge('b', 2)],
        [
          ['PART_OF', 'a', 'b'],
          ['PART_OF', 'b', 'a'],
        ],
      ),
    ).toEqual(usd('2', '2', 1, [['PART_OF_COUNTED', 'a']]));
  });

  test('only what is chosen is added, in groups; fractions are exact', async () => {
    const some = [pledge('a', 0.1, { type: 'GRANT' }), pledge('b', 0.2, { type: 'GRANT' }), pledge('c', 5, { type: 'TRAINING' })];
    expect(await totals(some, [['PART_OF', 'a', 'c']], '{ commitmentTotals(by: TYPE) { key minimum } }')).toEqual([
      { key: 'GRANT', minimum: '0.3' },
      { key: 'TRAINING', minimum: '5' },
    ]);
    expect(await totals(some, [], '{ commitmentTotals(where: {type: {eq: TRAINING}}) { maximum counted } }')).toEqual([
      { maximum: '5', counted: 1 },
    ]);
    expect(await totals(some, [], '{ commitmentTotals(by: ACCOUNTABLE) { key name maximum } }')).toEqual([
      { key: null, name: null, maximum: '5.2' },
      { key: 'organization:o', name: 'O', maximum: '0.1' },
    ]);
  });
});
