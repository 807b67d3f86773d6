/** Answers about another time, by hand: what was known then, and what held on a day. */
import { describe, expect, test } from 'vitest';
import { holding } from './support/given.ts';
import { loadSeeds } from './support/load.ts';
import { run } from './support/run.ts';
import { seedFrom } from './support/seed-text.ts';
import { openSeeded } from './support/seeded.ts';
import { openEmpty } from './support/store.ts';

test('nothing that is known later stands in an earlier answer, neither in lists nor at the end of evidence', async () => {
  const engine = await openEmpty();
  const one = (recordedOn: string, more: object, names: object[]) =>
    seedFrom(
      {
        source: {
          id: 'source:one',
          title: 'one',
          retrievedOn: '2026-01-01',
          recordedOn,
          attributedTo: 'organization:later',
          derivedFrom: ['source:late'],
          publishers: ['organization:later'],
        },
        entities: [
          { id: 'organization:a', name: 'A', names },
          { id: 'commitment:c', name: 'C', statement: 'S', ...more },
        ],
        claims: { said: { statement: 'S.', quote: 'q' } },
        links: [{ type: 'PARTY_TO', from: 'organization:a', to: 'commitment:c', role: 'FUNDING', claims: ['said'] }],
      },
      'one.yaml',
    );
  const late = seedFrom(
    { source: { id: 'source:late', title: 'late', retrievedOn: '2026-06-01' }, entities: [{ id: 'organization:later', name: 'Later' }] },
    'late.yaml',
  );
  const [bare, full] = [
    one('2026-01-01', {}, []),
    one('2026-02-01', { topics: ['AI', '警察'] }, [{ value: 'マ' }, { value: 'A Inc.', language: 'en' }]),
  ];
  await loadSeeds(engine, [bare, late]);
  await loadSeeds(engine, [full, late]);
  const at = async (knownAt: string) =>
    (
      await run(
        engine,
        `{ commitments(asOf: {knownAt: "${knownAt}"}) { nodes { topics parties { nodes { names { value language } } } claims { nodes { attributedTo { nodes { name } } evidence { nodes { publishers { totalCount } derivedFrom { totalCount } } } } } } }
      known: commitments(asOf: {knownAt: "${knownAt}"}, where: {topics: {has: "警察"}}) { totalCount } }`,
      )
    ).data;
  const evidence = (count: number) => [
    {
      attributedTo: { nodes: count ? [{ name: 'Later' }] : [] },
      evidence: { nodes: [{ publishers: { totalCount: count }, derivedFrom: { totalCount: count } }] },
    },
  ];
  expect(await at('2026-01-15T00:00:00Z')).toEqual({
    commitments: { nodes: [{ topics: [], parties: { nodes: [{ names: [] }] }, claims: { nodes: evidence(0) } }] },
    known: { totalCount: 0 },
  });
  const names = [
    { value: 'マ', language: null },
    { value: 'A Inc.', language: 'en' },
  ];
  expect(await at('2026-02-15T00:00:00Z')).toEqual({
    commitments: { nodes: [{ topics: ['AI', '警察'], parties: { nodes: [{ names }] }, claims: { nodes: evidence(0) } }] },
    known: { totalCount: 1 },
  });
  expect(await at('2026-06-15T00:00:00Z')).toMatchObject({ commitments: { nodes: [{ claims: { nodes: evidence(1) } }] } });
  await engine.close();
});

test('what holds on a day is told of values as of links', async () => {
  const engine = await holding(
    { id: 'one', endsOn: '2030', claim: { since: '2026', until: '2026' } },
    { id: 'two', endsOn: '2031', claim: { since: '2027' } },
  );
  const { data } = await run(
    engine,
    `query($at: AsOf) { commitments(asOf: $at, where: {values: {some: {property: {eq: "endsOn"}, since: {eq: "2027"}}}}) { totalCount } commitment(id: "commitment:c", asOf: $at) { values(property: "endsOn") { value { ... on DateValue { value } } } } claims(asOf: $at) { totalCount } statistics(asOf: $at) { kinds { kind count } } }`,
    { at: { validOn: '2026-06' } },
  );
  expect(data).toMatchObject({
    commitments: { totalCount: 0 },
    commitment: { values: [{ value: { value: '2030' } }] },
    claims: { totalCount: 2 },
  });
  expect((data as { statistics: { kinds: object[] } }).statistics.kinds).toContainEqual({ kind: 'CLAIM', count: 2 });
  await engine.close();
});

test('claims with days of their own stand on these days alone, however they are reached', async () => {
  const engine = await holding({ id: 'one', endsOn: '2030', claim: { until: '2026' } }, { id: 'two', endsOn: '2031' });
  const counts = `entity(by: {id: "commitment:c"}, asOf: $at) { claims { totalCount } chosen: claims(where: {node: {statement: {contains: "one"}}}) { totalCount } sources { nodes { id } } }
    commitments(asOf: $at, where: {claims: {some: {node: {statement: {contains: "one"}}}}}) { totalCount } source(id: "source:one", asOf: $at) { claims { totalCount } entities { totalCount } }`;
  const at = async (day: string) => (await run(engine, `query($at: AsOf) { ${counts} }`, { at: { validOn: day } })).data;
  const sources = (...ids: string[]) => ({ nodes: ids.map((id) => ({ id: `source:${id}` })) });
  expect(await at('2026')).toEqual({
    entity: { claims: { totalCount: 4 }, chosen: { totalCount: 2 }, sources: sources('one', 'two') },
    commitments: { totalCount: 1 },
    source: { claims: { totalCount: 2 }, entities: { totalCount: 2 } },
  });
  expect(await at('2027')).toEqual({
    entity: { claims: { totalCount: 2 }, chosen: { totalCount: 0 }, sources: sources('two') },
    commitments: { totalCount: 0 },
    source: { claims: { totalCount: 0 }, entities: { totalCount: 0 } },
  });
  const ordered = `commitments(asOf: {validOn: "2027"}, orderBy: [{linkCount: {type: ABOUT, links: IN, direction: DESC}}]) { nodes { id } }`;
  await loadSeeds(engine, [
    seedFrom({
      source: { id: 'source:three', title: 'three', retrievedOn: '2026-05-01' },
      entities: [{ id: 'commitment:d', name: 'D', statement: 'It is promised, too.' }],
      claims: Object.fromEntries(
        ['x', 'y', 'z'].map((name) => [
          name,
          { statement: name, quote: name, about: ['commitment:d'], ...(name === 'x' ? {} : { until: '2026' }) },
        ]),
      ),
    }),
  ]);
  expect((await run(engine, `{ ${ordered} }`)).data, 'two that stand come before one of three').toEqual({
    commitments: { nodes: [{ id: 'commitment:c' }, { id: 'commitment:d' }] },
  });
  await engine.close();
});

describe('the seed', () => {
  test('knows nothing of the pledge at the beginning of 2026', async () => {
    const engine = await openSeeded();
    const { data, errors } = await run(
      engine,
      `query($at: AsOf) { commitments(asOf: $at) { totalCount nodes { id } } organization(id: "organization:microsoft", asOf: $at) { name }
         claims(asOf: $at) { totalCount } conflicts(asOf: $at) { totalCount } changes(asOf: $at) { totalCount } dueCalendar(asOf: $at) { totalCount } commitmentTotals(asOf: $at) { currency }
         statistics(asOf: $at) { kinds { count } links { count } } entity(by: {id: "place:japan"}, asOf: $at) { id } }`,
      { at: { knownAt: '2026-01-01T00:00:00Z' } },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      commitments: { totalCount: 0, nodes: [] },
      organization: null,
      claims: { totalCount: 0 },
      conflicts: { totalCount: 0 },
      changes: { totalCount: 0 },
      dueCalendar: { totalCount: 0 },
      commitmentTotals: [],
      statistics: { kinds: [], links: [] },
      entity: null,
    });
    await engine.close();
  });
});
