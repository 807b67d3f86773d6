/** Search: a fixed table of queries, what is refused, pages, and how words and near words are told. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { hitOf, isNear, queryOf } from '../src/search/rank.ts';
import { folded, termsOf } from '../src/search/words.ts';
import { loadSeeds } from './support/load.ts';
import { run } from './support/run.ts';
import { seedFrom } from './support/seed-text.ts';
import { openSeeded } from './support/seeded.ts';
import { openEmpty } from './support/store.ts';

const MICROSOFT = 'organization:microsoft';
const POLICE = 'agency:jp-national-police-agency';
const CYBER = 'agency:jp-national-cybersecurity-office';
const UNIT = 'agency:digital-crime-unit';
const UNITS = 'organization:microsoft-digital-crimes-unit';
const SAKURA = 'organization:sakura-internet';
const SOFTBANK = 'organization:softbank';
const TRAINING = 'commitment:microsoft-japan-2026-training';
const GRANT = 'commitment:microsoft-japan-2026-research-grant';
const PLEDGE = 'commitment:microsoft-japan-2026';

/** What is searched for, and what must be among the first ten; of the sure ones every one, and as the first hit. */
const SURE: readonly (readonly [query: string, expected: string])[] = [
  ['Microsoft', MICROSOFT],
  ['microsoft', MICROSOFT],
  ['MICROSOFT', MICROSOFT],
  ['Microsoft Corporation', MICROSOFT],
  ['MSFT', MICROSOFT],
  ['ＭＳＦＴ', MICROSOFT],
  ['マイクロソフト', MICROSOFT],
  ['ﾏｲｸﾛｿﾌﾄ', MICROSOFT],
  ['Q2283', MICROSOFT],
  ['National Police Agency', POLICE],
  ['NPA', POLICE],
  ['警察庁', POLICE],
  ['National Cybersecurity Office', CYBER],
  ['nco', CYBER],
  ['国家サイバー統括室', CYBER],
  ['Digital Crime Unit', UNIT],
  ['Digital Crimes Unit', UNITS],
  ['DCU', UNITS],
  ['SAKURA internet', SAKURA],
  ['さくらインターネット', SAKURA],
  ['SoftBank Corp.', SOFTBANK],
  ['SoftBank', SOFTBANK],
  ['ソフトバンク', SOFTBANK],
  ['ソフトバンク株式会社', SOFTBANK],
  ['富士通', 'organization:fujitsu'],
  ['日立製作所', 'organization:hitachi'],
  ['日本電気', 'organization:nec'],
  ['NTTデータ', 'organization:ntt-data'],
  ['NTT Data', 'organization:ntt-data'],
  ['Brad Smith', 'person:brad-smith'],
  ['ブラッド・スミス', 'person:brad-smith'],
  ['Japan', 'place:japan'],
  ['日本', 'place:japan'],
  ['Q17', 'place:japan'],
  ['東京', 'place:tokyo'],
  ['Tokyo', 'place:tokyo'],
  ['Q364', 'product:github'],
  ['GitHub', 'product:github'],
  ['日本政府', 'agency:jp-government'],
];
const LIKELY: readonly (readonly [query: string, expected: string])[] = [
  ['Micro', MICROSOFT],
  ['microsof', MICROSOFT],
  ['Microsft', MICROSOFT],
  ['Micrsooft', MICROSOFT],
  ['Mícrosoft', MICROSOFT],
  ['マイクロ', MICROSOFT],
  ['Polise Agency', POLICE],
  ['police', POLICE],
  ['national pol', POLICE],
  ['警察', POLICE],
  ['Cybersecurty Office', CYBER],
  ['サイバー', CYBER],
  ['crime unit', UNIT],
  ['Digitl Crime', UNIT],
  ['Sakura', SAKURA],
  ['さくら', SAKURA],
  ['soft bank', SOFTBANK],
  ['Softbnak', SOFTBANK],
  ['Fujitso', 'organization:fujitsu'],
  ['Hitachy', 'organization:hitachi'],
  ['Brad', 'person:brad-smith'],
  ['Smith Brad', 'person:brad-smith'],
  ['one million engineers', TRAINING],
  ['engineers and developers', TRAINING],
  ['research grant', GRANT],
  ['ten billion dollars', PLEDGE],
  ['$10 billion', PLEDGE],
  ['copilot', 'product:github-copilot'],
  ['Git Hub Copilot', 'product:github-copilot'],
  ['threat intelligence', 'commitment:microsoft-japan-2026-nco-cooperation'],
  ['disrupt cybercrime', 'commitment:microsoft-japan-2026-npa-cooperation'],
];

let engine: Engine;
beforeAll(async () => {
  engine = await openSeeded();
});
afterAll(() => engine.close());

interface Page {
  readonly totalCount: number;
  readonly edges: { cursor: string; score: number; field: string; snippet: string; node: { id: string } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
async function search(query: string, more = 'first: 10'): Promise<Page> {
  const { data, errors } = await run(
    engine,
    `query($query: String!) { search(query: $query, ${more}) { totalCount edges { cursor score field snippet node { id } } pageInfo { hasNextPage endCursor } } }`,
    { query },
  );
  expect(errors, query).toBeUndefined();
  return (data as unknown as { search: Page }).search;
}

test('exact names, aliases and identifiers are the first hit', async () => {
  const wrong: string[] = [];
  for (const [query, expected] of SURE) {
    const { edges } = await search(query);
    if (edges[0]?.node.id !== expected) wrong.push(`${query}: ${edges.map(({ node, score }) => `${node.id} ${score}`).slice(0, 3)}`);
  }
  expect(wrong).toEqual([]);
});

test('beginnings, misspellings and words find at least nine in ten', async () => {
  const wrong: string[] = [];
  for (const [query, expected] of LIKELY) {
    const { edges } = await search(query);
    if (!edges.some(({ node }) => node.id === expected)) wrong.push(`${query}: ${edges.map(({ node }) => node.id).slice(0, 3)}`);
  }
  expect(SURE.length + LIKELY.length).toBeGreaterThanOrEqual(60);
  expect(wrong.length / LIKELY.length, wrong.join('\n')).toBeLessThanOrEqual(0.1);
});

test('a hit tells how well it answers, by which field, and shows it', async () => {
  expect((await search('NPA')).edges[0]).toMatchObject({ score: 0.98, field: 'names', snippet: 'NPA', node: { id: POLICE } });
  expect((await search('Q2283')).edges[0]).toMatchObject({ score: 1, field: 'identifiers', snippet: 'Q2283' });
  const [hit] = (await search('sensitive data')).edges;
  expect(hit).toMatchObject({ field: 'statement', node: { id: 'commitment:microsoft-japan-2026-data-residency' } });
  expect(hit!.snippet).toContain('sensitive data');
});

test('kinds and filters choose, pages go on where they stopped, and what is selected below comes along', async () => {
  const whole = await search('microsoft', 'first: 100');
  expect(whole.edges.length).toBe(whole.totalCount);
  expect(whole.edges.map(({ score }) => score)).toEqual(whole.edges.map(({ score }) => score).toSorted((a, b) => b - a));
  const walked: string[] = [];
  for (let after = ''; ; ) {
    const { edges, pageInfo } = await search('microsoft', `first: 5${after && `, after: "${after}"`}`);
    walked.push(...edges.map(({ node }) => node.id));
    after = pageInfo.endCursor!;
    if (!pageInfo.hasNextPage) break;
  }
  expect(walked).toEqual(whole.edges.map(({ node }) => node.id));
  const chosen = await search('microsoft', 'kinds: [PRODUCT], where: {name: {contains: "365"}}');
  expect(chosen.edges.map(({ node }) => node.id)).toEqual(['product:microsoft-365-copilot']);
  const { data, executed } = await run(
    engine,
    '{ search(query: "npa", first: 1) { nodes { name ... on Agency { partners { nodes { name } } } } } }',
  );
  expect(data).toEqual({ search: { nodes: [{ name: 'National Police Agency', partners: { nodes: [{ name: 'Microsoft' }] } }] } });
  expect(executed, 'the texts that are ranked, then the page').toHaveLength(2);
  expect((await search('microsoft', 'asOf: {knownAt: "2026-01-01T00:00:00Z"}')).edges).toEqual([]);
});

test('single characters, swapped letters and words with letters of their own are found', async () => {
  for (const [query, expected] of [
    ['庁', POLICE],
    ['警', POLICE],
    ['Micrsooft', MICROSOFT],
    ['Softbnak', SOFTBANK],
  ] as const)
    expect(
      (await search(query)).edges.map(({ node }) => node.id),
      query,
    ).toContain(expected);
});

const idsOf = async (of: Engine, query: string, first: number): Promise<string[]> => {
  const { data } = await run(of, `{ search(query: "${query}", first: ${first}) { nodes { id } } }`);
  return (data!['search'] as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
};

test('words such as "the" find nothing beside others', async () => {
  const police = (await idsOf(engine, 'police', 100)).toSorted();
  expect(police).toContain(POLICE);
  for (const query of ['the police', 'police of the', 'THE POLICE', 'to the police and a'])
    expect((await idsOf(engine, query, 100)).toSorted(), query).toEqual(police);
});

test('an exact name is found among many that begin so; kinds and filters choose before the best are taken', async () => {
  const own = await openEmpty();
  const many = Array.from({ length: 700 }, (_, i) => ({ id: `organization:acme-${i}`, name: `Acme ${i}` }));
  const names = Array.from({ length: 8 }, (_, i) => ({ value: `The very long other name number ${i} of it` }));
  const entities = [
    ...many,
    { id: 'organization:real', name: 'Acme', names },
    { id: 'place:old', name: 'The old town and harbour of Acme by the sea' },
  ];
  await loadSeeds(own, [seedFrom({ source: { id: 'source:s', title: 's', retrievedOn: '2026-05-01' }, entities })]);
  const ask = async (more: string) => {
    const { data } = await run(own, `{ search(query: "acme", first: 1${more}) { nodes { id } } }`);
    return (data as { search: { nodes: { id: string }[] } }).search.nodes.map(({ id }) => id);
  };
  await expect.poll(() => ask(', kinds: [PLACE]'), { timeout: 20_000 }).toEqual(['place:old']);
  expect(await ask('')).toEqual(['organization:real']);
  expect(await ask(', where: {id: {eq: "organization:real"}}')).toEqual(['organization:real']);
  await own.close();
});

test('words such as "the" are found where they are a name', async () => {
  const own = await openEmpty();
  const source = { id: 'source:s', title: 's', retrievedOn: '2026-05-01' };
  const entities = [
    { id: 'organization:the-the', name: 'The The' },
    { id: 'agency:it', name: 'IT' },
  ];
  await loadSeeds(own, [seedFrom({ source, entities })]);
  expect(await idsOf(own, 'The The', 1)).toEqual(['organization:the-the']);
  expect(await idsOf(own, 'it', 1)).toEqual(['agency:it']);
  await own.close();
});

test('what is searched are the names and texts of the time asked about', async () => {
  const own = await openEmpty();
  const of = (recordedOn: string, entities: object[]) =>
    seedFrom({ source: { id: 'source:s', title: 's', retrievedOn: '2026-05-01', recordedOn }, entities });
  await loadSeeds(own, [
    of('2026-05-01', [
      { id: 'organization:x', name: 'Zeta Holdings' },
      { id: 'organization:y', name: 'Gone Corp' },
    ]),
  ]);
  await loadSeeds(own, [of('2026-06-01', [{ id: 'organization:x', name: 'Omega Renamed', summary: 'Secret merger learned later' }])]);
  const ask = async (query: string, asOf = '') => {
    const { data } = await run(own, `{ search(query: "${query}"${asOf}) { edges { field snippet node { name } } } }`);
    return (data as { search: { edges: { field: string; snippet: string; node: { name: string } }[] } }).search.edges;
  };
  const may = ', asOf: {knownAt: "2026-05-15T00:00:00Z"}';
  await expect
    .poll(() => ask('zeta', may), { timeout: 20_000 })
    .toEqual([{ field: 'name', snippet: 'Zeta Holdings', node: { name: 'Zeta Holdings' } }]);
  expect(await ask('gone', may)).toHaveLength(1);
  expect([await ask('merger', may), await ask('omega', may), await ask('zeta'), await ask('gone')]).toEqual([[], [], [], []]);
  expect(await ask('omega')).toHaveLength(1);
  await own.close();
});

test('a search that timed out spoils none that follows', async () => {
  const own = await openSeeded();
  await own.search(queryOf('microsoft'), { most: 10, prefixes: undefined }, { timeoutMs: 0 }).catch(() => undefined);
  await expect
    .poll(() => own.search(queryOf('microsoft'), { most: 10, prefixes: undefined }, { timeoutMs: 10_000 }), { timeout: 20_000 })
    .toContain(MICROSOFT);
  await own.close();
});

test('what is loaded later is found, and what is taken back is not', async () => {
  const own = await openEmpty();
  const of = (name: string) =>
    seedFrom({ source: { id: 'source:s', title: 's', retrievedOn: '2026-05-01' }, entities: [{ id: 'organization:x', name }] });
  const found = async (query: string) =>
    ((await run(own, `{ search(query: "${query}") { totalCount } }`)).data as { search: { totalCount: number } }).search.totalCount;
  const settled = async (query: string, count: number) => expect.poll(() => found(query), { timeout: 20_000 }).toBe(count);
  expect(await found('Zürich')).toBe(0);
  await loadSeeds(own, [of('Zürich Insurance')]);
  await settled('zurich', 1);
  await loadSeeds(own, [of('Basel Insurance')]);
  await settled('zurich', 0);
  await settled('basel', 1);
  await own.close();
});

test.each([
  ['', 'has no letter and no digit.'],
  ['?! …', 'has no letter and no digit.'],
  ['a'.repeat(10_000), 'is longer than 200 characters.'],
  ['broken \ud800 text', 'is not well-formed text.'],
  ['b c d e f g h i j k l m n o p q r', 'has more than 16 words.'],
])('%j is refused', async (query, message) => {
  const { errors } = await run(engine, 'query($query: String!) { search(query: $query) { totalCount } }', { query });
  expect(errors).toMatchObject([{ message: `Query.search(query:) ${message}`, extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('whatever is searched for is answered', { timeout: 60_000 }, async () => {
  const text = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('AND', 'a OR b', 'x:y~', '"', '*', '警*', 'NOT (', '\\'),
  );
  await fc.assert(
    fc.asyncProperty(text, async (query) => {
      const { errors } = await run(engine, 'query($query: String!) { search(query: $query) { totalCount } }', { query });
      for (const { extensions } of errors ?? []) expect(extensions['code'], query).toBe('BAD_USER_INPUT');
    }),
    { numRuns: process.env['NEO4J_URI'] ? 40 : 200 },
  );
});

describe('words', () => {
  test('are folded: width, case and accents, but not the sound marks of kana', () => {
    expect(folded(' Ｍicrosoft  Café–ÅNGSTRÖM ')).toBe('microsoft cafe angstrom');
    expect(folded('ｶﾞｷﾞ がか')).toBe('ガギ がか');
    expect(folded('Straße Ørsted ŁÓDŹ')).toBe('strasse orsted lodz');
    expect(termsOf('𠮷野家')).toEqual(['𠮷', '野', '家', '𠮷野', '野家']);
    expect(termsOf(folded('NTTデータ 警察庁, x'))).toEqual([
      'ntt',
      'デ',
      'ー',
      'タ',
      'デー',
      'ータ',
      '警',
      '察',
      '庁',
      '警察',
      '察庁',
      'x',
    ]);
  });

  test('are near where one letter is put in, taken out or changed, or two are swapped', () => {
    for (const near of ['microsoft', 'microsft', 'microsooft', 'nicrosoft', 'microsotf', 'icrosoft', 'microsofte'])
      expect(isNear('microsoft', near), near).toBe(true);
    for (const far of ['micrsft', 'macrosaft', 'micro', 'tfosorcim', 'microsoftes']) expect(isNear('microsoft', far), far).toBe(false);
  });

  test('that stand nowhere give no hit', () => {
    const searched = { id: 'x', name: 'Alpha', names: null, identifiers: ['1'], summary: 'Beta', statement: null };
    expect(hitOf(searched, queryOf('gamma'))).toBeUndefined();
    expect(hitOf(searched, queryOf('beta'))).toMatchObject({ field: 'summary', score: 0.5 });
  });
});
