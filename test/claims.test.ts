/** What claims make of values: every wording, agreement, conflicts, what is not known, and how that changes with time. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { loadSeeds } from '../src/ingest/load.ts';
import { run } from './support/run.ts';
import { seedFrom } from './support/seed-text.ts';
import { openSeeded } from './support/seeded.ts';
import { openEmpty } from './support/store.ts';

interface Given {
  readonly id: string;
  readonly source?: object;
  readonly claim?: object;
  /** What it says of the commitment; without, that it is not told. */
  readonly endsOn?: string;
  readonly amount?: number;
  readonly links?: readonly object[];
}

/** A document that says when a commitment ends, or that nobody tells. */
const documentOf = ({ id, source = {}, claim = {}, endsOn, amount, links = [] }: Given) =>
  seedFrom(
    {
      source: { id: `source:${id}`, title: id, retrievedOn: '2026-05-01', ...source },
      entities: [
        { id: 'organization:a', name: 'A' },
        { id: 'organization:b', name: 'B' },
        { id: 'commitment:c', name: 'C', statement: 'It is promised.' },
      ],
      claims: { said: { statement: `Said by ${id}.`, quote: `words of ${id}`, ...claim } },
      links: [{ type: 'PARTY_TO', from: 'organization:a', to: 'commitment:c', role: 'ACCOUNTABLE', claims: ['said'] }, ...links],
      values: [
        { of: 'commitment:c', property: 'endsOn', ...(endsOn ? { is: endsOn } : { unknown: 'NOT_DISCLOSED' }), claims: ['said'] },
        ...(amount ? [{ of: 'commitment:c', property: 'amount', is: { value: amount, currency: 'USD' }, claims: ['said'] }] : []),
      ],
    },
    `${id}.yaml`,
  );

async function holding(...documents: readonly Given[]): Promise<Engine> {
  const engine = await openEmpty();
  for (const one of documents) await loadSeeds(engine, [documentOf(one)]);
  return engine;
}

const VALUES =
  'values(property: "endsOn") { value { ... on DateValue { value } } isProjected agreement rank confidence sourceCount independentSourceCount claims { nodes { statement } } }';

async function valuesOf(...documents: readonly Given[]) {
  const engine = await holding(...documents);
  const { data, executed } = await run(engine, `{ commitment(id: "commitment:c") { endsOn ${VALUES} } }`);
  expect(executed).toHaveLength(1);
  await engine.close();
  return (data as { commitment: { endsOn: string | null; values: Record<string, unknown>[] } }).commitment;
}

async function unknownsOf(...documents: readonly Given[]) {
  const engine = await holding(...documents);
  const { data } = await run(engine, '{ commitment(id: "commitment:c") { unknowns { property } } }');
  await engine.close();
  return (data as { commitment: { unknowns: object[] } }).commitment;
}

const press = { publishers: ['organization:a'], sourceType: 'PRESS_RELEASE', contentHash: `sha256:${'3'.repeat(64)}` };

describe('values', () => {
  test('agree where several origins say the same, and only then', async () => {
    expect((await valuesOf({ id: 'one', endsOn: '2030' })).values).toMatchObject([{ agreement: 'SINGLE_SOURCE', isProjected: true }]);
    expect((await valuesOf({ id: 'one', endsOn: '2030' }, { id: 'two', endsOn: '2030' })).values).toMatchObject([
      { agreement: 'UNANIMOUS', sourceCount: 2, claims: { nodes: [{}, {}] } },
    ]);
    const copy = { derivedFrom: ['source:one'] };
    expect((await valuesOf({ id: 'one', endsOn: '2030' }, { id: 'two', source: copy, endsOn: '2030' })).values).toMatchObject([
      { agreement: 'SINGLE_SOURCE', sourceCount: 2, independentSourceCount: 1 },
    ]);
  });

  test('that differ are all kept, the one that stands first; what is known to be wrong contests nothing', async () => {
    expect(await valuesOf({ id: 'one', endsOn: '2030', claim: { confidence: 0.6 } }, { id: 'two', endsOn: '2031' })).toMatchObject({
      endsOn: '2031',
      values: [
        { value: { value: '2031' }, isProjected: true, agreement: 'CONTESTED' },
        { value: { value: '2030' }, isProjected: false, agreement: 'CONTESTED', confidence: 0.6 },
      ],
    });
    expect(await valuesOf({ id: 'one', endsOn: '2030', claim: { rank: 'DEPRECATED' } }, { id: 'two', endsOn: '2031' })).toMatchObject({
      endsOn: '2031',
      values: [
        { value: { value: '2031' }, agreement: 'SINGLE_SOURCE' },
        { value: { value: '2030' }, agreement: 'SINGLE_SOURCE', rank: 'DEPRECATED', confidence: 0 },
      ],
    });
    expect(await valuesOf({ id: 'one', endsOn: '2030', claim: { rank: 'DEPRECATED' } })).toMatchObject({
      endsOn: null,
      values: [{ isProjected: false, agreement: null }],
    });
  });

  test('in two currencies, or one after the other, contest nothing', async () => {
    const amounts = async (...sums: readonly { is: object; since?: string; until?: string }[]) => {
      const engine = await openEmpty();
      await loadSeeds(
        engine,
        sums.map(({ is, ...claim }, i) =>
          seedFrom(
            {
              source: { id: `source:s${i}`, title: 'S', retrievedOn: '2026-05-01' },
              entities: [{ id: 'commitment:c', name: 'C', statement: 'It is promised.' }],
              claims: { said: { statement: 'Said.', quote: 'words', ...claim } },
              values: [{ of: 'commitment:c', property: 'amount', is, claims: ['said'] }],
            },
            `s${i}.yaml`,
          ),
        ),
      );
      const { data } = await run(engine, '{ commitment(id: "commitment:c") { values { agreement } } conflicts { totalCount } }');
      await engine.close();
      const { commitment, conflicts } = data as { commitment: { values: { agreement: string }[] }; conflicts: { totalCount: number } };
      return [...commitment.values.map(({ agreement }) => agreement), conflicts.totalCount];
    };
    const [dollars, yen, more] = [
      { value: 10, currency: 'USD' },
      { value: 1600, currency: 'JPY' },
      { value: 20, currency: 'USD' },
    ];
    expect(await amounts({ is: dollars }, { is: yen })).toEqual(['SINGLE_SOURCE', 'SINGLE_SOURCE', 0]);
    expect(await amounts({ is: dollars }, { is: dollars }, { is: yen })).toEqual(['UNANIMOUS', 'UNANIMOUS', 0]);
    expect(await amounts({ is: dollars }, { is: more }, { is: yen })).toEqual(['CONTESTED', 'CONTESTED', 'CONTESTED', 1]);
    expect(await amounts({ is: dollars, until: '2025' }, { is: more, since: '2026' })).toEqual(['SINGLE_SOURCE', 'SINGLE_SOURCE', 0]);
    expect(await amounts({ is: dollars, until: '2026-05' }, { is: more, since: '2026' })).toEqual(['CONTESTED', 'CONTESTED', 1]);
  });

  test('are no better known for five copies of a press release, and a paper that tells what the company said', async () => {
    const copies = ['one', 'two', 'three', 'four', 'five'].map((id) => ({ id, source: press, endsOn: '2030' }));
    const paper = { id: 'paper', source: { sourceType: 'NEWS' }, claim: { attributedTo: 'organization:a' }, endsOn: '2030' };
    const independent = { id: 'ministry', source: { sourceType: 'GOVERNMENT' }, endsOn: '2030' };
    const engine = await holding(independent);
    const ask = async () => {
      const { data } = await run(
        engine,
        `{ commitment(id: "commitment:c") { ${VALUES} parties { edges { sourceCount independentSourceCount } } }
           two: commitments(where: {values: {some: {property: {eq: "endsOn"}, minSources: 2}}}) { totalCount }
           news: commitments(where: {parties: {some: {sourceTypes: [NEWS]}}}) { totalCount } }`,
      );
      const { commitment, two, news } = data as {
        commitment: { values: { sourceCount: number; independentSourceCount: number }[]; parties: { edges: object[] } };
        two: { totalCount: number };
        news: { totalCount: number };
      };
      const [{ sourceCount, independentSourceCount }] = commitment.values as [{ sourceCount: number; independentSourceCount: number }];
      return { sourceCount, independentSourceCount, parties: commitment.parties.edges, two: two.totalCount, news: news.totalCount };
    };
    const before = { sourceCount: 1, independentSourceCount: 1, parties: [{ sourceCount: 1, independentSourceCount: 1 }], two: 0, news: 0 };
    expect(await ask()).toEqual(before);
    await loadSeeds(engine, copies.map(documentOf));
    expect(await ask()).toEqual({ ...before, sourceCount: 6, parties: [{ sourceCount: 6, independentSourceCount: 1 }] });
    await loadSeeds(engine, [documentOf(paper)]);
    expect(await ask()).toEqual({ ...before, sourceCount: 7, parties: [{ sourceCount: 7, independentSourceCount: 1 }], news: 1 });
    await loadSeeds(engine, [documentOf({ ...independent, id: 'court' })]);
    expect(await ask()).toMatchObject({ independentSourceCount: 2, two: 1 });
    await engine.close();
  });

  test('that nobody tells are unknown, with the claim that says so, until somebody does', async () => {
    const engine = await holding({ id: 'one' });
    const ask = async () =>
      (
        await run(
          engine,
          '{ commitment(id: "commitment:c") { endsOn unknowns { property reason claims { nodes { statement } } } values { property } } }',
        )
      ).data;
    expect(await ask()).toEqual({
      commitment: {
        endsOn: null,
        unknowns: [{ property: 'endsOn', reason: 'NOT_DISCLOSED', claims: { nodes: [{ statement: 'Said by one.' }] } }],
        values: [],
      },
    });
    await loadSeeds(engine, [documentOf({ id: 'two', endsOn: '2030' })]);
    expect(await ask()).toEqual({ commitment: { endsOn: '2030', unknowns: [], values: [{ property: 'endsOn' }] } });
    await engine.close();
  });

  test('that somebody wrongly said to be untold are not unknown', async () => {
    const { unknowns } = await unknownsOf({ id: 'one', claim: { rank: 'DEPRECATED' } });
    expect(unknowns).toEqual([]);
    expect((await unknownsOf({ id: 'one', claim: { stance: 'CONTRADICTS' } })).unknowns).toEqual([]);
  });
});

describe('time', () => {
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
});

describe('what became known', () => {
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
    await loadSeeds(engine, [], { prune: true });
    const away = await changes(engine);
    expect(away.length).toBeGreaterThan(0);
    const after = new Date().toISOString().replace(/\.\d+Z/, 'Z');
    await sleep(1100); // times of record are whole seconds
    await loadSeeds(engine, [documentOf({ id: 'one', endsOn: '2030', source: MARCH })]);
    expect(await changes(engine)).toEqual(expect.arrayContaining(away));
    expect((await run(engine, '{ commitment(id: "commitment:c") { endsOn } }')).data).toEqual({ commitment: { endsOn: '2030' } });
    const then = async (knownAt: string) =>
      (await run(engine, `{ commitment(id: "commitment:c", asOf: {knownAt: "${knownAt}"}) { endsOn } }`)).data;
    expect(await then(after)).toEqual({ commitment: null });
    expect(await then('2026-04-01T00:00:00Z')).toEqual({ commitment: { endsOn: '2030' } });
    await engine.close();
  });

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
        known: commitments(where: {topics: {has: "警察"}}) { totalCount } }`,
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
      `{ commitments(asOf: {validOn: "2026-06"}, where: {values: {some: {property: {eq: "endsOn"}, since: {eq: "2027"}}}}) { totalCount } commitment(id: "commitment:c") { values(property: "endsOn") { value { ... on DateValue { value } } } } claims { totalCount } statistics { kinds { kind count } } }`,
    );
    expect(data).toMatchObject({
      commitments: { totalCount: 0 },
      commitment: { values: [{ value: { value: '2030' } }] },
      claims: { totalCount: 2 },
    });
    expect((data as { statistics: { kinds: object[] } }).statistics.kinds).toContainEqual({ kind: 'CLAIM', count: 2 });
    await engine.close();
  });

  test('a property that some kind has is asked of all alike, in either tier', async () => {
    const engine = await holding({ id: 'one', endsOn: '2030', amount: 5 });
    for (const tier of ['single', 'levels'] as const) {
      const query = '{ nodes(ids: ["organization:a", "commitment:c"]) { ... on Entity { id values(property: "amount") { property } } } }';
      const { data, errors } = await run(engine, query, {}, tier);
      expect(errors, tier).toBeUndefined();
      expect(data).toEqual({
        nodes: [
          { id: 'organization:a', values: [] },
          { id: 'commitment:c', values: [{ property: 'amount' }] },
        ],
      });
    }
    await engine.close();
  });
});

describe('the seed', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openSeeded();
  });
  afterAll(() => engine.close());

  test('disagrees with itself about the training, and about whose the unit is; every wording is listed', async () => {
    const { data, executed } = await run(
      engine,
      `{ conflicts { totalCount nodes { property entity { name } values { agreement value { ... on Quantity { value qualifier } ... on DateValue { date: value } ... on TextValue { text: value } } claims { nodes { evidence { edges { quote } } } } }
         links { edges { node { name } link { type contested } } } } } unit: conflicts(kinds: [AGENCY]) { totalCount } }`,
    );
    expect(executed).toHaveLength(2);
    const found = (
      data as {
        conflicts: { nodes: { property: string; entity: { name: string }; values: { value: object }[]; links: { edges: object[] } }[] };
      }
    ).conflicts;
    const of = (property: string) => found.nodes.find((one) => one.property === property)!;
    expect(of('quantity').values.map(({ value }) => value)).toEqual([
      { value: '1000000', qualifier: 'EXACT' },
      { value: '1000000', qualifier: 'MORE_THAN' },
    ]);
    expect(of('population').values.map(({ value }) => value)).toEqual([
      { text: 'engineers and developers' },
      { text: 'engineers, developers and workers' },
    ]);
    expect(of('dueOn').values.map(({ value }) => value)).toEqual([{ date: '2030' }, { date: '2029' }]);
    expect(of('UNIT_OF')).toMatchObject({
      entity: { name: 'Digital Crime Unit' },
      values: [],
      links: {
        edges: [
          { node: { name: 'Microsoft' }, link: { type: 'UNIT_OF', contested: true } },
          { node: { name: 'National Police Agency' }, link: { type: 'UNIT_OF', contested: true } },
        ],
      },
    });
    expect(data).toMatchObject({ conflicts: { totalCount: 5 }, unit: { totalCount: 1 } });
  });

  test('knows nothing of the pledge at the beginning of 2026', async () => {
    const { data, errors } = await run(
      engine,
      `{ commitments(asOf: {knownAt: "2026-01-01T00:00:00Z"}) { totalCount nodes { id } } organization(id: "organization:microsoft") { name }
         claims { totalCount } conflicts { totalCount } changes { totalCount } dueCalendar { totalCount } commitmentTotals { currency } statistics { kinds { count } links { count } } entity(by: {id: "place:japan"}) { id } }`,
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
  });

  test.each([
    [
      '{ commitment(id: "commitment:microsoft-japan-2026") { values(property: "colour") { property } } }',
      'Commitment.values(property:) is no stated value of Commitment: only announcedOn, startsOn, endsOn, amount, strength.',
    ],
    [
      '{ place(id: "place:japan") { values(property: "amount") { property } } }',
      'Place.values(property:) is no stated value of Place: there is none.',
    ],
    ['{ target(id: "target:x") { values(limit: 101) { property } } }', 'Target.values(limit:) is from 0 to 100, not 101.'],
    [
      '{ changes(between: {from: "2026-02-01T00:00:00Z", to: "2026-01-01T00:00:00Z"}) { totalCount } }',
      'Query.changes(between:) ends at 2026-01-01T00:00:00Z, before it begins.',
    ],
    [
      '{ commitments(where: {parties: {some: {sourceTypes: []}}}) { totalCount } }',
      'Query.commitments(where:) ActorRoleLinkFilter.sourceTypes is an empty list.',
    ],
    [
      '{ a: organizations(asOf: {validOn: "2026"}) { totalCount } b: places(asOf: {validOn: "2025"}) { totalCount } }',
      'Query.organizations(asOf:) and Query.places(asOf:) differ: an operation asks about one time.',
    ],
  ])('%s is refused', async (query, message) => {
    const { errors } = await run(engine, query);
    expect(errors).toContainEqual(expect.objectContaining({ message, extensions: { code: 'BAD_USER_INPUT' } }));
  });

  test.each(['"2026-02-30"', '"spring"', '"2026-01-01"'])('a time that is none, such as %s, is refused', async (time) => {
    const name = time.length === 12 && !time.includes('30') ? 'knownAt' : 'validOn';
    await expect(run(engine, `{ places(asOf: {${name}: ${time}}) { totalCount } }`)).rejects.toThrow(time.slice(1, -1));
  });
});
