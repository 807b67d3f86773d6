/** An operation asks about one time: what its root fields ask is the same, and every node tells it as its `version`. */
import { isInterfaceType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import type { Engine } from '../src/engine/engine.ts';
import { type Answer, run } from './support/run.ts';
import { openAllSeeds } from './support/seeded.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openAllSeeds();
});
afterAll(() => engine.close());

const messagesOf = ({ errors = [] }: Answer) => [...new Set(errors.map(({ message, extensions }) => `${extensions['code']} ${message}`))];
const differ = (first: string, second: string): string =>
  `BAD_USER_INPUT ${first} and ${second}: an operation asks about one time. Give both the same asOf, or send two operations.`;

const EARLY = '{knownAt: "2026-11-24T00:00:00Z"}';
const AT = 'knownAt=2026-11-24T00:00:00Z';

describe('an operation that asks about two times is refused, naming both by what the response calls them', () => {
  test('a commitment before and after it was known', async () => {
    const query = `query ($id: ID!) { before: commitment(id: $id, asOf: ${EARLY}) { amount { value } } after: commitment(id: $id) { amount { value } } }`;
    const answer = await run(engine, query, { id: 'commitment:microsoft-japan-2026-nco-cooperation' });
    expect(messagesOf(answer)).toEqual([differ(`before asks about ${AT}`, 'after about now')]);
    expect(answer.data).toEqual({ before: null, after: null });
    expect(answer.executed).toEqual([]);
  });

  test.each([
    [`{ places { totalCount } a: claims(asOf: ${EARLY}) { totalCount } }`, 'places asks about now', `a about ${AT}`],
    [
      `{ statistics(asOf: ${EARLY}) { kinds { count } } ...more } fragment more on Query { ranking(by: DEGREE, asOf: {validOn: "2026"}) { rank } }`,
      `statistics asks about ${AT}`,
      'ranking about validOn=2026',
    ],
    [
      `{ search(query: "nec", asOf: {validOn: "2026"}) { nodes { id } } path(from: "organization:nec", to: "place:japan") { truncated } }`,
      'search asks about validOn=2026',
      'path about now',
    ],
    [
      `query ($early: AsOf = ${EARLY}) { a: places(asOf: $early) { totalCount } b: places(asOf: null) { totalCount } }`,
      `a asks about ${AT}`,
      'b about now',
    ],
    [
      `query ($no: Boolean = false) { a: places(asOf: ${EARLY}) { totalCount } b: places @skip(if: $no) { totalCount } }`,
      `a asks about ${AT}`,
      'b about now',
    ],
  ])('%s', async (query, first, second) => {
    const answer = await run(engine, query);
    expect(messagesOf(answer)).toEqual([differ(first, second)]);
    expect(answer.executed).toEqual([]);
  });
});

describe('an operation asks about one time', () => {
  const versions = async (query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await run(engine, query, variables);
    expect(errors).toBeUndefined();
    return new Set([...JSON.stringify(data).matchAll(/"version":"([^"]*)"/g)].map(([, version]) => version));
  };
  const one = (asOf: string) => `places(first: 1${asOf && `, asOf: ${asOf}`}) { nodes { version } }`;

  test.each([
    [
      'is given by one field, and another is skipped',
      `{ ${one('{validOn: "2026"}')} claims(first: 1) @skip(if: true) { nodes { version } } }`,
    ],
    ['is not included', `{ ${one('{validOn: "2026"}')} claims(first: 1) @include(if: false) { nodes { version } } }`],
    ['is spelt in two ways', `{ ${one('{validOn: "2026"}')} b: ${one('{knownAt: null, validOn: "2026"}')} }`],
    ['is that of `node`, which takes none', `{ ${one('{validOn: "2026"}')} node(id: "place:japan") { version } __typename }`],
    ['is a variable', `query ($at: AsOf = {validOn: "2026"}) { ${one('$at')} b: ${one('$at')} }`],
  ])('that %s', async (_, query) => expect(await versions(query)).toEqual(new Set(['validOn=2026'])));

  test.each([
    ['nothing', `{ ${one('')} node(id: "place:japan") { version } }`],
    ['null', `{ ${one('null')} b: ${one('')} }`],
    ['no time', `{ ${one('{}')} b: ${one('')} c: ${one('{knownAt: null}')} }`],
    ['a variable without a value', `query ($at: AsOf) { ${one('$at')} b: ${one('')} }`],
  ])('which is now where %s is given', async (_, query) => expect(await versions(query)).toEqual(new Set([''])));

  test('in one spelling', async () => {
    const query = `query ($at: AsOf) { ${one('$at')} }`;
    const at = { validOn: '2026-12', knownAt: '2026-12-25T00:00:00.500Z' };
    expect(await versions(query, { at })).toEqual(new Set(['knownAt=2026-12-25T00:00:00Z,validOn=2026-12']));
  });
});

describe('`version` tells the time of a node', () => {
  const NODES = schema.getPossibleTypes(schema.getType('Node') as never).map(({ name }) => name);
  /** Changes that no seed makes. */
  const UNSEEN = ['Closed', 'Retracted', 'Revised'];
  /** Reaches every type that has an id, by resolvers and without them. */
  const QUERY = `query ($at: AsOf) {
    nodes(ids: ["claim:seed-microsoft-japan-10b--npa-with-microsoft", "organization:microsoft", "link:46a1ad38cddd728ef38b"], asOf: $at) { __typename id version }
    conflicts(first: 5, asOf: $at) { nodes { __typename version entity { __typename version } links { nodes { __typename version } } } }
    changes(first: 100, asOf: $at) { nodes { __typename version } }
    paths(from: "organization:softbank", to: "agency:jp-national-police-agency", limit: 1, asOf: $at) {
      paths { nodes { __typename version } hops { from { version } link { __typename version claims { nodes { __typename version evidence { nodes { __typename version } } } } } } } }
    neighborhood(of: ["place:japan"], limit: 20, asOf: $at) { nodes { __typename version } links { __typename version } }
    search(query: "microsoft", first: 50, asOf: $at) { nodes { __typename version } }
    ranking(by: DEGREE, limit: 3, asOf: $at) { node { __typename version } }
    commonPartners(of: ["organization:microsoft", "place:japan"], asOf: $at) { partners { node { __typename version } } }
    commitmentTotals(asOf: $at) { leftOut { commitment { __typename version } } }
    people(first: 1, asOf: $at) { nodes { __typename version offices { nodes { __typename version } } } }
    agency(id: "agency:jp-national-police-agency", asOf: $at) { __typename version links(first: 3) { edges { link { __typename version from { __typename version } } } } }
    programs(first: 1, asOf: $at) { nodes { __typename version } } products(first: 1, asOf: $at) { nodes { __typename version } }
    targets(first: 20, asOf: $at) { nodes { __typename version latest { __typename version } } }
    observations(first: 1, asOf: $at) { nodes { __typename version } } sources(first: 1, asOf: $at) { edges { node { __typename version } } } }`;

  const tally = (value: unknown, found: Map<string, Set<unknown>>): void => {
    if (value === null || typeof value !== 'object') return;
    const { __typename, version } = value as { __typename?: string; version?: string };
    if (__typename) found.set(__typename, (found.get(__typename) ?? new Set()).add(version));
    for (const below of Object.values(value)) tally(below, found);
  };

  test.each([
    [undefined, ''],
    [{ knownAt: '2027-01-01T00:00:00Z' }, 'knownAt=2027-01-01T00:00:00Z'],
    [{ validOn: '2026-05', knownAt: '2027-01-01T00:00:00Z' }, 'knownAt=2027-01-01T00:00:00Z,validOn=2026-05'],
  ])('of every type, as of %j', async (at, version) => {
    const { data, errors } = await run(engine, QUERY, { at });
    expect(errors).toBeUndefined();
    const found = new Map<string, Set<unknown>>();
    tally(data, found);
    expect(NODES.filter((name) => !found.has(name) && !UNSEEN.includes(name))).toEqual([]);
    expect(new Set([...found.values()].flatMap((one) => [...one]))).toEqual(new Set([version]));
  });

  test.each([
    (fields: string) =>
      `commitments(first: 2) { nodes { ${fields} parties { edges { node { ${fields} } claims { nodes { ${fields} } } } } } }`,
    (fields: string) => `nodes(ids: ["link:46a1ad38cddd728ef38b"]) { ${fields} ... on Link { from { ${fields} } } }`,
    (fields: string) => `search(query: "microsoft") { nodes { ${fields} } }`,
    (fields: string) =>
      `path(from: "organization:softbank", to: "place:japan") { paths { nodes { ${fields} } hops { link { ${fields} } } } }`,
  ])('without a statement, row or column more: %s', async (ask) => {
    const read = async (fields: string) => (await run(engine, `{ ${ask(fields)} }`)).executed.map(({ text, rows }) => [text, rows]);
    expect(await read('id version')).toEqual(await read('id'));
  });

  test.each(['single', 'levels'] as const)('where the plan is %s, with and without the executor', async (tier) => {
    const query = `query ($at: AsOf) { commitments(first: 2, asOf: $at) { nodes { v: version parties { edges { node { ...on Actor { version } } claims { nodes { version } } } } } } }`;
    const { data, isDirect } = await run(engine, query, { at: { validOn: '2026' } }, tier);
    expect(isDirect).toBe(tier === 'single');
    expect(new Set(JSON.stringify(data).match(/"v(ersion)?":"[^"]*"/g))).toEqual(
      new Set(['"v":"validOn=2026"', '"version":"validOn=2026"']),
    );
  });

  test('has all interfaces with an id', () => {
    const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
    expect(interfaces.filter((one) => one.getFields()['id']).map((one) => String(one.getFields()['version']?.type))).toEqual(
      interfaces.map(() => 'String!'),
    );
  });
});
