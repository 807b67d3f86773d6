/** Rules of the planner, each broken in the text it writes: a query made for the rule finds it out, on any seed and with any model. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { forgetting } from './support/forgetful.ts';
import { createOracle } from './support/oracle.ts';
import type { PlainGraph, PlainLink, PlainNode } from './support/random-graph.ts';
import { run } from './support/run.ts';
import { openWith } from './support/store.ts';

const node = (kind: string, id: string, values: object): PlainNode => ({ kind, id, name: id, ...values });
const link = (id: string, type: string, from: string, to: string, values: object = {}): PlainLink => ({
  ...{ id: `link:${id}`, type, from, to, claimIds: [], recordedAt: '2026-04-03T00:00:00Z' },
  ...values,
});
const GONE = { retractedAt: '2026-01-01T00:00:00Z' };

/** As little as can tell every rule from its opposite. */
const GRAPH: PlainGraph = {
  nodes: [
    node('Organization', 'organization:a', { country: 'JP' }),
    node('Organization', 'organization:b', { country: 'US' }),
    node('Organization', 'organization:c', {}),
    node('Agency', 'agency:d', {}),
    node('Commitment', 'commitment:e', { statement: 'S', announcedOn: '2025' }),
    node('Commitment', 'commitment:f', { statement: 'S', announcedOn: '2026' }),
  ],
  links: [
    link('1', 'UNIT_OF', 'organization:b', 'organization:a'),
    link('2', 'UNIT_OF', 'organization:c', 'organization:a', GONE),
    link('3', 'PARTY_TO', 'organization:a', 'commitment:e', { role: 'FUNDING' }),
    link('4', 'PARTY_TO', 'organization:a', 'commitment:e', { role: 'ACCOUNTABLE' }),
    link('5', 'PARTY_TO', 'organization:a', 'commitment:f', { role: 'ACCOUNTABLE' }),
    link('6', 'PARTNERS_WITH', 'agency:d', 'organization:a', { purpose: 'p' }),
    link('7', 'PARTNERS_WITH', 'organization:a', 'organization:b', { purpose: 'p' }),
  ],
};

const ofA = (selection: string): string => `{ organization(id: "organization:a") { ${selection} } }`;
const all = (given: string, selection = 'nodes { id }'): string => `{ organizations(${given}) { ${selection} } }`;

/** A rule, how it stands in the text, the same broken, and a query that tells one from the other. */
const RULES: readonly [string, RegExp, string, string][] = [
  ['what was retracted is left out', /(r\d+)\.retractedAt IS NULL/g, 'true', ofA('units { nodes { id } }')],
  ['parallel links are told apart', /(, r\d+\.id) LIMIT/g, '$1 DESC LIMIT', ofA('commitments { edges { linkId } }')],
  ['a link is read from its own end', /<-\[(r\d+:[A-Z_]+)\]-/g, '-[$1]->', ofA('units { nodes { id } }')],
  ['pages come in order', /ORDER BY (n\d+\.\w+),/g, 'ORDER BY $1 DESC,', all('first: 2')],
  ['what is not known comes last', /ORDER BY (n\d+\.\w+) IS NULL, /g, 'ORDER BY ', all('orderBy: [{country: DESC}]')],
  ['the latest promise comes first', /(announcedOn) DESC/g, '$1', ofA('commitments { nodes { id } }')],
  ['not to be known is not to be unequal', /NOT coalesce\((.+?), false\)/g, 'NOT $1', all('where: {not: {country: {eq: "JP"}}}')],
  ['every is more than some', /NOT \(EXISTS/g, '(EXISTS', all('where: {units: {every: {node: {name: {eq: "organization:b"}}}}}')],
  [
    'retracted links are no links of a filter',
    /(n\d+_r\d+)\.retractedAt IS NULL/g,
    'true',
    all('where: {parents: {some: {node: {name: {eq: "organization:a"}}}}}'),
  ],
  ['kinds choose', / AND \(n\d+:\w+( OR n\d+:\w+)*\)/g, '', ofA('partners(kinds: [AGENCY]) { nodes { id } }')],
  ['links out are no links in', /startNode\((r\d+)\) <> /g, 'startNode($1) = ', ofA('links(direction: OUT) { nodes { id } }')],
  [
    'aggregates are of what was chosen',
    / AND \(n\d+\.\w+ (=|<>|<|>|IN)[^)]*\) RETURN count/g,
    ' RETURN count',
    all('where: {country: {eq: "JP"}}', 'aggregate { count }'),
  ],
];

let engine: Engine;
beforeAll(async () => {
  engine = await openWith(GRAPH);
});
afterAll(() => engine.close());

const oracle = createOracle(GRAPH);
const TIERS = ['single', 'levels'] as const;

test.each(RULES)('a planner that forgets that %s is found out', async (_, rule, broken, query) => {
  const want = (await oracle(query, {})).data;
  const forgetful = forgetting(engine, rule, broken);
  for (const tier of TIERS) {
    expect((await run(engine, query, {}, tier)).data).toEqual(want);
    expect((await run(forgetful.engine, query, {}, tier)).data, tier).not.toEqual(want);
    expect(forgetful.wasTouched(), 'the rule stands in the text').toBe(true);
  }
});
