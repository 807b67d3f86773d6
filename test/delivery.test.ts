/** Did it happen: delivery, progress and completeness, against plain predicates over dense graphs. */
import { expect, test } from 'vitest';
import { Delivery } from '../model/enums.ts';
import type { Engine } from '../src/engine/engine.ts';
import { completenessOf, deliveryOf, isOnTrackOn, isOverdueOn, latestOf, progressOf } from './support/delivery.ts';
import { denseGraph } from './support/dense-graph.ts';
import { forgetting } from './support/forgetful.ts';
import type { Along } from './support/predicate.ts';
import { joined, linked, promise } from './support/promised.ts';
import type { PlainGraph, PlainNode } from './support/random-graph.ts';
import { run } from './support/run.ts';
import { openWith } from './support/store.ts';

const GRAPHS = process.env['NEO4J_URI'] ? 2 : 40;
const DAYS = ['2026-06-15', '2028-01-01', '2031-01-01'];

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
async function findDifference(engine: Engine, graph: PlainGraph): Promise<unknown> {
  for (const on of DAYS) {
    for (const tier of ['single', 'levels'] as const) {
      const { data, errors } = await run(engine, QUERY, { on }, tier);
      expect(errors).toBeUndefined();
      const want = expected(graph, on);
      if (JSON.stringify(data) !== JSON.stringify(want)) return { on, tier, data, want };
    }
  }
  return undefined;
}

test('delivery, progress and completeness are what plain predicates say', async () => {
  for (let seed = 1; seed <= GRAPHS; seed++) await expectSame(denseGraph(seed), `seed ${seed}`);
});

async function expectSame(graph: PlainGraph, message: string): Promise<void> {
  const engine = await openWith(graph);
  expect(await findDifference(engine, graph), message).toBeUndefined();
  await engine.close();
}

const [MID_2027, IN_2028] = ['2027-06-30', '2028'];
const superseded = joined(promise('old', [{ goal: '2', dueOn: IN_2028 }]), promise('new', [{ goal: '3', dueOn: IN_2028 }]), {
  nodes: [],
  links: [linked('SUPERSEDES', 'commitment:new', 'commitment:old')],
});
const accountableAlone: PlainGraph = joined(promise('c', [{ goal: '2', dueOn: IN_2028 }]), {
  nodes: [{ id: 'organization:o', kind: 'Organization', name: 'o' }],
  links: ['ACCOUNTABLE', 'FUNDING'].map((role) => linked('PARTY_TO', 'organization:o', 'commitment:c', { role })),
});

test('there is a commitment for every word, each as plain predicates say', async () => {
  const words: Readonly<Record<string, PlainGraph>> = {
    WITHDRAWN: promise('c', [{ goal: '2', dueOn: '2025' }], { strength: 'WITHDRAWN' }),
    SUPERSEDED: superseded,
    NOT_MEASURABLE: promise('c', [{ dueOn: '2025' }]),
    MET: promise('c', [{ goal: '2', dueOn: '2025', seen: [{ value: '2' }] }]),
    PARTIALLY_MET: promise('c', [{ goal: '2', dueOn: '2025', seen: [{ value: '1' }] }]),
    NO_EVIDENCE: promise('c', [{ goal: '2', dueOn: '2025' }]),
    IN_PROGRESS: promise('c', [{ goal: '2', dueOn: '2040', seen: [{ value: '1' }] }]),
    NOT_YET_DUE: promise('c', [{ goal: '2', dueOn: '2040' }]),
  };
  expect(Object.keys(words).toSorted()).toEqual(Delivery.words.toSorted());
  for (const [word, graph] of Object.entries(words)) {
    await expectSame(graph, word);
    expect(expected(graph, DAYS[0]!)['commitments']!.nodes).toContainEqual(expect.objectContaining({ delivery: word }));
  }
});

/** Rules of delivery, broken in the text that says them, each with a graph on which that is another answer. */
const RULES: readonly [string, RegExp, string, PlainGraph][] = [
  ['who supersedes is not superseded', /<-\[(\w+s):SUPERSEDES\]-/g, '-[$1:SUPERSEDES]->', superseded],
  [
    'only what had ended by the day was seen',
    / \+ '~' <= \$p/g,
    " + '~' >= $p",
    promise('c', [{ goal: '2', dueOn: '2040', seen: [{ value: '2', endsOn: MID_2027 }] }]),
  ],
  [
    'a target that is not reached is open',
    / AND NOT \(EXISTS \{ MATCH \((\w+t)\)/g,
    ' AND (EXISTS { MATCH ($1)',
    promise('c', [{ goal: '2', dueOn: IN_2028 }]),
  ],
  [
    'the latest observation tells',
    /IS NULL, (coalesce\(o\.endsOn, o\.startsOn\) \+ '~') DESC/g,
    'IS NULL, $1',
    promise('c', [
      {
        goal: '2',
        dueOn: IN_2028,
        seen: [
          { value: '0', endsOn: '2025' },
          { value: '1', endsOn: '2026-01' },
        ],
      },
    ]),
  ],
  [
    'more than the goal is more',
    /<> 'MORE_THAN'/g,
    "<> 'NOTHING'",
    promise('c', [{ goal: '2', qualifier: 'MORE_THAN', dueOn: IN_2028, seen: [{ value: '2' }] }]),
  ],
  [
    'up to a number does not reach it',
    /NOT coalesce\((\w+)\.quantityQualifier, 'EXACT'\) IN \['UP_TO', 'LESS_THAN'\]/g,
    'true',
    promise('c', [{ goal: '2', dueOn: IN_2028, seen: [{ value: '2', qualifier: 'UP_TO' }] }]),
  ],
  [
    'less may be wanted',
    /coalesce\(CASE (\w+)\.baselineUnit WHEN/g,
    'coalesce(false AND CASE $1.baselineUnit WHEN',
    promise('c', [{ goal: '2', baseline: '3', dueOn: IN_2028, seen: [{ value: '1' }] }]),
  ],
  [
    'numbers are not rounded',
    /(\w+)\.(quantity|baseline|amount)Order/g,
    'toFloat($1.$2Value)',
    promise('c', [{ goal: `${'1'.repeat(37)}8`, dueOn: IN_2028, seen: [{ value: `${'1'.repeat(37)}7` }] }]),
  ],
  [
    'units are told apart',
    /(\w+)\.quantityUnit = (\w+)\.quantityUnit/g,
    'true',
    promise('c', [{ goal: '2', dueOn: IN_2028, seen: [{ value: '2', unit: 'USD' }] }]),
  ],
  ['a date lasts to its end', /\.dueOn \+ '~' >=/g, ".dueOn + '' >=", promise('c', [{ goal: '2', dueOn: IN_2028 }])],
  ['the accountable are no partners', / AND NOT \(EXISTS \{ MATCH \(a\)/g, ' AND (EXISTS { MATCH (a)', accountableAlone],
];

/** Neo4j takes its time to plan what is broken: there the first rule stands for all. */
const BROKEN = process.env['NEO4J_URI'] ? RULES.slice(0, 1) : RULES;

test.each(BROKEN)('a delivery that forgets that %s is found out', async (_, rule, broken, graph) => {
  await expectSame(graph, 'unbroken');
  const engine = await openWith(graph);
  const forgetful = forgetting(engine, rule, broken);
  expect(await findDifference(forgetful.engine, graph)).toBeDefined();
  expect(forgetful.wasTouched(), 'the rule stands in the text').toBe(true);
  await engine.close();
});
