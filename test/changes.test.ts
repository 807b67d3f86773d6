/** What changed and when: values and links that came, were corrected, ended, or were taken back. */
import { expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { loadSeeds as loadAt } from '../src/ingest/load.ts';
import { clockAt } from './support/clock.ts';
import { documentOf, holding } from './support/given.ts';
import { loadSeeds } from './support/load.ts';
import { run } from './support/run.ts';

const JUNE = { retrievedOn: '2026-06-01', recordedOn: '2026-06-01' };
const HISTORY = `changes(between: {from: "2026-05-15T00:00:00Z"}, about: "commitment:c") { totalCount nodes { __typename at property linkType subjects { name }
  ... on Added { value { ... on DateValue { value } } } ... on Retracted { value { ... on Money { value } } } ... on Revised { before { ... on DateValue { value } } after { ... on DateValue { value } } } ... on Closed { until } } }`;

test('a correction appears after its record, and not before', async () => {
  const engine = await holding({ id: 'one', endsOn: '2030', amount: 5 }, { id: 'one', source: JUNE, endsOn: '2031' });
  const at = async (knownAt: string) =>
    (
      await run(
        engine,
        `{ commitment(id: "commitment:c", asOf: {knownAt: "${knownAt}"}) { endsOn amount { value } values { property agreement } claims { totalCount } } }`,
      )
    ).data;
  const [before, after] = [
    {
      endsOn: '2030',
      amount: { value: '5' },
      values: [
        { property: 'amount', agreement: 'SINGLE_SOURCE' },
        { property: 'endsOn', agreement: 'SINGLE_SOURCE' },
      ],
      claims: { totalCount: 3 },
    },
    { endsOn: '2031', amount: null, values: [{ property: 'endsOn', agreement: 'SINGLE_SOURCE' }], claims: { totalCount: 2 } },
  ];
  expect(await at('2026-04-30T23:59:59Z')).toEqual({ commitment: null });
  expect(await at('2026-05-01T00:00:00Z')).toEqual({ commitment: before });
  expect(await at('2026-05-31T23:59:59Z')).toEqual({ commitment: before });
  expect(await at('2026-06-01T00:00:00Z')).toEqual({ commitment: after });
  expect(
    (
      await run(
        engine,
        '{ commitment(id: "commitment:c") { endsOn amount { value } values { property agreement } claims { totalCount } } }',
      )
    ).data,
  ).toEqual({ commitment: after });
  const { data } = await run(engine, `{ ${HISTORY} }`);
  expect((data as { changes: { nodes: object[] } }).changes.nodes).toEqual(
    expect.arrayContaining([
      {
        __typename: 'Retracted',
        at: '2026-06-01T00:00:00Z',
        property: 'amount',
        linkType: null,
        subjects: [{ name: 'C' }],
        value: { value: '5' },
      },
      {
        __typename: 'Revised',
        at: '2026-06-01T00:00:00Z',
        property: 'endsOn',
        linkType: null,
        subjects: [{ name: 'C' }],
        before: { value: '2030' },
        after: { value: '2031' },
      },
    ]),
  );
  expect((data as { changes: { totalCount: number } }).changes.totalCount).toBe(2);
  await engine.close();
});

test('a link that is known to end is closed, one that is no longer claimed retracted', async () => {
  const unit = { type: 'UNIT_OF', from: 'organization:b', to: 'organization:a', claims: ['said'] };
  const engine = await holding(
    { id: 'one', endsOn: '2030', links: [unit] },
    { id: 'one', source: JUNE, endsOn: '2030', links: [{ ...unit, until: '2027-03' }] },
    { id: 'one', source: { ...JUNE, recordedOn: '2026-07-01' }, endsOn: '2030' },
  );
  const { data } = await run(
    engine,
    '{ organization(id: "organization:b") { history { nodes { __typename at linkType subjects { name } ... on Closed { until } claims { totalCount } } } } retracted: changes(types: [RETRACTED], kinds: [ORGANIZATION]) { totalCount } }',
  );
  const ends = [{ name: 'A' }, { name: 'B' }];
  expect(data).toMatchObject({
    organization: {
      history: {
        nodes: expect.arrayContaining([
          expect.objectContaining({ __typename: 'Added', at: '2026-05-01T00:00:00Z', linkType: 'UNIT_OF', subjects: ends }),
          expect.objectContaining({ __typename: 'Closed', at: '2026-06-01T00:00:00Z', linkType: 'UNIT_OF', until: '2027-03' }),
          expect.objectContaining({ __typename: 'Retracted', at: '2026-07-01T00:00:00Z', linkType: 'UNIT_OF', subjects: ends }),
        ]),
      },
    },
    retracted: { totalCount: 1 },
  });
  const parents = async (asOf: string) =>
    (
      await run(
        engine,
        `{ organization: nodes(ids: ["organization:b"], asOf: ${asOf}) { ... on Organization { parents { edges { until } } } } }`,
      )
    ).data;
  expect(await parents('{knownAt: "2026-05-02T00:00:00Z"}')).toEqual({ organization: [{ parents: { edges: [{ until: null }] } }] });
  expect(await parents('{knownAt: "2026-06-02T00:00:00Z"}')).toEqual({ organization: [{ parents: { edges: [{ until: '2027-03' }] } }] });
  expect(await parents('{knownAt: "2026-06-02T00:00:00Z", validOn: "2027-03-31"}')).toEqual({
    organization: [{ parents: { edges: [{ until: '2027-03' }] } }],
  });
  expect(await parents('{knownAt: "2026-06-02T00:00:00Z", validOn: "2027-04-01"}')).toEqual({
    organization: [{ parents: { edges: [] } }],
  });
  expect(await parents('{knownAt: "2026-07-01T00:00:00Z"}')).toEqual({ organization: [{ parents: { edges: [] } }] });
  await engine.close();
});

const MARCH = { retrievedOn: '2026-03-01' };
const changes = async (engine: Engine) =>
  (
    (
      await run(
        engine,
        '{ changes(between: {from: "2026-04-01T00:00:00Z"}) { nodes { __typename property claims { nodes { statement } } ... on Revised { before { __typename } after { __typename } } } } }',
      )
    ).data as {
      changes: { nodes: object[] };
    }
  ).changes.nodes;
const said = { claims: { nodes: [{ statement: 'Said by one.' }] } };

test('a value that nothing supports any longer is revised to nothing, and back', async () => {
  const wrong = { id: 'one', claim: { rank: 'DEPRECATED' }, amount: 5, endsOn: '2030' };
  const engine = await holding({ ...wrong, claim: {}, source: MARCH }, { ...wrong, source: { ...MARCH, recordedOn: '2026-05-01' } });
  expect(await changes(engine)).toEqual(
    expect.arrayContaining([
      { __typename: 'Revised', property: 'amount', ...said, before: { __typename: 'Money' }, after: null },
      { __typename: 'Revised', property: 'endsOn', ...said, before: { __typename: 'DateValue' }, after: null },
      { __typename: 'Retracted', property: null, ...said },
    ]),
  );
  await loadSeeds(engine, [documentOf({ ...wrong, claim: {}, source: { ...MARCH, recordedOn: '2026-06-01' } })]);
  expect(await changes(engine)).toContainEqual({
    __typename: 'Revised',
    property: 'amount',
    ...said,
    before: null,
    after: { __typename: 'Money' },
  });
  await engine.close();
});

test('a source that is taken away and comes back was away in between', async () => {
  const engine = await holding({ id: 'one', endsOn: '2030', source: MARCH });
  await loadAt(engine, [], clockAt('2026-11-01T08:00:00.123Z'), { prune: true });
  const away = await changes(engine);
  expect(away.length).toBeGreaterThan(0);
  await loadAt(engine, [documentOf({ id: 'one', endsOn: '2030', source: MARCH })], clockAt('2026-11-01T08:00:01Z'));
  expect(await changes(engine)).toEqual(expect.arrayContaining(away));
  expect((await run(engine, '{ commitment(id: "commitment:c") { endsOn } }')).data).toEqual({ commitment: { endsOn: '2030' } });
  const then = async (knownAt: string) =>
    (await run(engine, `{ commitment(id: "commitment:c", asOf: {knownAt: "${knownAt}"}) { endsOn } }`)).data;
  const told = { commitment: { endsOn: '2030' } };
  expect(await then('2026-11-01T07:59:59Z')).toEqual(told);
  expect(await then('2026-11-01T08:00:00Z'), 'taken back to the second').toEqual({ commitment: null });
  expect(await then('2026-11-01T08:00:01Z')).toEqual(told);
  await engine.close();
});
