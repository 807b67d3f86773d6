/** What claims make of values: every wording, agreement, conflicts, and what is not known. */
import { describe, expect, test } from 'vitest';
import { documentOf, type Given, holding } from './support/given.ts';
import { loadSeeds } from './support/load.ts';
import { run } from './support/run.ts';
import { seedFrom } from './support/seed-text.ts';
import { openSeeded } from './support/seeded.ts';
import { openEmpty } from './support/store.ts';

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
  test('disagrees with itself about the training, and about whose the unit is; every wording is listed', async () => {
    const engine = await openSeeded();
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
    await engine.close();
  });
});
