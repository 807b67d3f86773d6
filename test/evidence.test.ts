/** What claims make of a link or value: small documents, with the figures that model.md's rules give, worked out by hand. */
import { describe, expect, test } from 'vitest';
import { loadSeeds } from './support/load.ts';
import { run } from './support/run.ts';
import { seedFrom } from './support/seed-text.ts';
import { openEmpty } from './support/store.ts';

const ENTITIES = [
  ...['a', 'b', 'unit', 'paper'].map((name) => ({ id: `organization:${name}`, name })),
  { id: 'commitment:c', name: 'c', statement: 'It is promised.' },
];

interface Given {
  readonly id?: string;
  readonly source?: object;
  readonly claim?: object;
  readonly link?: object;
  readonly sources?: readonly object[];
  readonly more?: readonly object[];
}

/** A document that claims one link; by default that a and b are partners. */
function documentOf({ id = 'one', source = {}, claim = {}, link = {}, sources = [], more = [] }: Given) {
  const said = {
    statement: `Said by ${id}.`,
    ...('basis' in claim && claim.basis === 'BACKGROUND' ? {} : { quote: `words of ${id}` }),
    ...claim,
  };
  return seedFrom(
    {
      source: { id: `source:${id}`, title: id, retrievedOn: '2026-05-01', ...source },
      sources,
      entities: ENTITIES,
      claims: { said },
      links: [{ type: 'PARTNERS_WITH', from: 'organization:a', to: 'organization:b', claims: ['said'], ...link }, ...more],
    },
    `${id}.yaml`,
  );
}

/** The link from a to b that documents make together. */
async function linkOf(...documents: readonly Given[]) {
  const engine = await openEmpty();
  await loadSeeds(engine, documents.map(documentOf));
  const { data } = await run(
    engine,
    '{ organization(id: "organization:a") { partners { edges { confidence sourceCount independentSourceCount contested since until recordedAt claims { totalCount } } } } }',
  );
  await engine.close();
  return (data as { organization: { partners: { edges: Record<string, unknown>[] } } }).organization.partners.edges[0];
}

const unitOf = { type: 'UNIT_OF', from: 'organization:unit', to: 'organization:a', claims: ['said'] };

describe('a link', () => {
  test.each<readonly [what: string, documents: Given[], sources: number, independent: number]>([
    ['one source', [{}], 1, 1],
    ['two sources', [{}, { id: 'two' }], 2, 2],
    ['the word of one of its ends', [{ source: { attributedTo: 'organization:a' } }], 1, 0],
    [
      'an end’s word, but for a claim that is nobody’s',
      [{ source: { attributedTo: 'organization:a' }, claim: { attributedTo: null } }],
      1,
      1,
    ],
    [
      'two sources that tell one speaker’s word',
      [{ source: { attributedTo: 'organization:paper' } }, { id: 'two', source: { attributedTo: 'organization:paper' } }],
      2,
      1,
    ],
    ['a source that an end published', [{ source: { publishers: ['organization:b'] } }], 1, 0],
    ['a source that a unit of an end published', [{ source: { publishers: ['organization:unit'] }, more: [unitOf] }], 1, 0],
    ['a source that repeats another', [{}, { id: 'two', source: { derivedFrom: ['source:one'] } }], 2, 1],
    [
      'a source that repeats what an end published',
      [{ sources: [{ id: 'source:root', title: 'root', publishers: ['organization:a'] }], source: { derivedFrom: ['source:root'] } }],
      1,
      0,
    ],
    [
      'a source that another file says repeats one',
      [{}, { id: 'two' }, { id: 'three', sources: [{ id: 'source:two', title: 'two', derivedFrom: ['source:one'] }] }],
      3,
      2,
    ],
    [
      'copies of one text',
      [{ source: { contentHash: `sha256:${'0'.repeat(64)}` } }, { id: 'two', source: { contentHash: `sha256:${'0'.repeat(64)}` } }],
      2,
      1,
    ],
    [
      'copies of one text, one said to repeat another',
      [
        { source: { contentHash: `sha256:${'0'.repeat(64)}` } },
        { id: 'two', source: { contentHash: `sha256:${'0'.repeat(64)}`, derivedFrom: ['source:three'] } },
        { id: 'three' },
      ],
      3,
      2,
    ],
    [
      'sources that repeat one another',
      [{ source: { derivedFrom: ['source:two'] } }, { id: 'two', source: { derivedFrom: ['source:one'] } }],
      2,
      1,
    ],
    ['common knowledge', [{ claim: { basis: 'BACKGROUND' } }], 0, 0],
    ['a source that mentions it', [{ claim: { stance: 'MENTIONS' } }, { id: 'two' }], 1, 1],
    ['a source that contradicts it', [{}, { id: 'two', claim: { stance: 'CONTRADICTS' } }], 1, 1],
    ['a claim known to be wrong', [{}, { id: 'two', claim: { rank: 'DEPRECATED' } }], 1, 1],
  ])('that rests on %s', async (_, documents, sourceCount, independentSourceCount) => {
    expect(await linkOf(...documents)).toMatchObject({ sourceCount, independentSourceCount, claims: { totalCount: documents.length } });
  });

  test('is contested where a source contradicts it, unless that is known to be wrong', async () => {
    const against = { id: 'two', claim: { stance: 'CONTRADICTS' } };
    expect(await linkOf({}, { id: 'two' })).toMatchObject({ contested: false });
    expect(await linkOf({}, against)).toMatchObject({ contested: true });
    expect(await linkOf({}, { ...against, claim: { ...against.claim, rank: 'DEPRECATED' } })).toMatchObject({ contested: false });
  });

  test('the parties of a commitment have a stake in it', async () => {
    const engine = await openEmpty();
    const party = (from: string, role: string) => ({ type: 'PARTY_TO', from, to: 'commitment:c', role, claims: ['said'] });
    await loadSeeds(engine, [
      documentOf({
        source: { attributedTo: 'organization:a' },
        more: [party('organization:a', 'FUNDING'), party('organization:b', 'BENEFITING')],
      }),
    ]);
    const { data } = await run(engine, '{ organization(id: "organization:b") { commitments { edges { independentSourceCount } } } }');
    expect(data).toEqual({ organization: { commitments: { edges: [{ independentSourceCount: 0 }] } } });
    await engine.close();
  });

  test('is as sure as the surest claim that supports it, and recorded with the first', async () => {
    expect(
      await linkOf({ claim: { confidence: 0.6 } }, { id: 'two', source: { retrievedOn: '2026-06-01' }, claim: { confidence: 0.8 } }),
    ).toMatchObject({ confidence: 0.8, recordedAt: '2026-05-01T00:00:00Z' });
    expect(
      await linkOf(
        { claim: { confidence: 0.6 } },
        { id: 'two', claim: { confidence: 0.8, rank: 'DEPRECATED' } },
        { id: 'three', claim: { confidence: 0.9, stance: 'CONTRADICTS' } },
      ),
    ).toMatchObject({ confidence: 0.6 });
  });

  test('is not there where no claim supports it', async () => {
    expect(await linkOf({ claim: { rank: 'DEPRECATED' } })).toBeUndefined();
    expect(await linkOf({ claim: { stance: 'CONTRADICTS' } })).toBeUndefined();
  });

  test('holds when the first document with a claim that supports it says so', async () => {
    expect(await linkOf({ claim: { rank: 'DEPRECATED' }, link: { until: '1999' } }, { id: 'two', link: { until: '2030' } })).toMatchObject({
      until: '2030',
    });
    expect(await linkOf({ link: { since: '2020' } }, { id: 'two', link: { since: '2021', until: '2030' } })).toMatchObject({
      since: '2020',
      until: '2030',
    });
  });

  test.each([
    ['two wholes at once', {}, {}, true],
    ['one whole after the other', { until: '2020' }, { since: '2021' }, false],
    ['two that share a year', { until: '2020' }, { since: '2020-06' }, true],
  ])('of a unit to %s', async (_, first, second, contested) => {
    const engine = await openEmpty();
    const unit = (to: string, validity: object) => ({ type: 'UNIT_OF', from: 'organization:unit', to, claims: ['said'], ...validity });
    await loadSeeds(engine, [documentOf({ more: [unit('organization:a', first), unit('organization:b', second)] })]);
    const { data } = await run(engine, '{ organization(id: "organization:unit") { parents { edges { contested } } } }');
    expect(data).toEqual({ organization: { parents: { edges: [{ contested }, { contested }] } } });
    await engine.close();
  });
});

describe('a value', () => {
  const endOf = async (...claims: readonly object[]) => {
    const engine = await openEmpty();
    const documents = claims.map((claim, i) =>
      seedFrom(
        {
          source: { id: `source:s${i}`, title: 's', retrievedOn: '2026-05-01', publishedOn: `2026-0${i + 1}` },
          entities: ENTITIES,
          claims: { said: { statement: 'S.', quote: 'q', ...claim } },
          values: [{ of: 'commitment:c', property: 'endsOn', is: `203${i}`, claims: ['said'] }],
        },
        `s${i}.yaml`,
      ),
    );
    await loadSeeds(engine, documents);
    const { data } = await run(engine, '{ commitment(id: "commitment:c") { endsOn claims { totalCount } } }');
    await engine.close();
    return (data as { commitment: { endsOn: string | null; claims: { totalCount: number } } }).commitment;
  };

  test('is that of the claim of the best rank, then the surest, then the latest published; every claim is kept', async () => {
    expect(await endOf({ rank: 'PREFERRED', confidence: 0.3 }, { confidence: 0.9 })).toEqual({
      endsOn: '2030',
      claims: { totalCount: 2 },
    });
    expect(await endOf({ confidence: 0.9 }, { confidence: 0.8 })).toMatchObject({ endsOn: '2030' });
    expect(await endOf({ confidence: 0.8 }, { confidence: 0.8 })).toMatchObject({ endsOn: '2031' });
    expect(await endOf({ rank: 'DEPRECATED', confidence: 0.9 }, { stance: 'CONTRADICTS' })).toEqual({
      endsOn: null,
      claims: { totalCount: 2 },
    });
  });
});

test('a quote is proven where its source was had in full and it has its place', async () => {
  const engine = await openEmpty();
  const placed = { quote: 'ten letter', start: 5, end: 15, paragraph: 1 };
  await loadSeeds(engine, [
    documentOf({ id: 'proven', source: { contentHash: `sha256:${'1'.repeat(64)}` }, claim: placed }),
    documentOf({ id: 'unhashed', claim: placed }),
    documentOf({ id: 'unplaced', source: { contentHash: `sha256:${'2'.repeat(64)}` } }),
  ]);
  const { data } = await run(engine, '{ sources { nodes { title claims { edges { proven } } } } }');
  const found = (data as { sources: { nodes: { title: string; claims: { edges: { proven: boolean }[] } }[] } }).sources.nodes.map(
    ({ title, claims }) => `${title} ${claims.edges[0]!.proven}`,
  );
  expect(found).toEqual(['proven true', 'unhashed false', 'unplaced false']);
  await engine.close();
});
