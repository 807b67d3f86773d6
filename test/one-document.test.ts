/** One document asked again with other variables, and one field selected by several kinds: each answer is that of its own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { run } from './support/run.ts';
import { openAllSeeds } from './support/seeded.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openAllSeeds();
});
afterAll(() => engine.close());

const ask = async (query: string, variables: Record<string, unknown> = {}) => (await run(engine, query, variables)).data;

describe('a document is answered anew for', () => {
  test('every time it is asked about', async () => {
    const query = 'query($at: AsOf) { commitments(asOf: $at) { totalCount } }';
    const counts = [];
    for (const at of [undefined, { validOn: '2020' }, { knownAt: '2026-01-01T00:00:00Z' }, {}])
      counts.push((await ask(query, at && { at }))!['commitments']);
    const [now] = counts as { totalCount: number }[];
    expect(now!.totalCount).toBeGreaterThan(50);
    expect(counts).toEqual([now, now, { totalCount: 0 }, now]);
    const claims = 'query($at: AsOf) { claims(asOf: $at) { totalCount } }';
    const [all, then] = [await ask(claims), await ask(claims, { at: { validOn: '2099' } })] as { claims: { totalCount: number } }[];
    expect(then!.claims.totalCount).toBeLessThan(all!.claims.totalCount);
  });

  test('ids of every sort, links among them', async () => {
    const query = 'query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
    const { organization } = (await ask(
      '{ organization(id: "organization:nec") { links(first: 1) { edges { link { id } } } claims(first: 1) { nodes { id } } } }',
    )) as {
      organization: { links: { edges: { link: { id: string } }[] }; claims: { nodes: { id: string }[] } };
    };
    const [link, claim] = [organization.links.edges[0]!.link.id, organization.claims.nodes[0]!.id];
    const typed = [
      ['Organization', 'organization:nec'],
      ['Claim', claim],
      ['Link', link],
      ['Source', 'source:seed-microsoft-japan-10b'],
    ] as const;
    const all = typed.map(([__typename, id]) => ({ __typename, id }));
    for (const one of all) expect(await ask(query, { ids: [one.id] })).toEqual({ nodes: [one] });
    expect(await ask(query, { ids: [link, 'link:none', 'organization:nec', claim, link] })).toEqual({
      nodes: [all[2], null, all[0], all[1], all[2]],
    });
  });
});

test('a link by its id is one statement, with its ends and claims', async () => {
  const { executed, data } = await run(
    engine,
    '{ node(id: "link:46a1ad38cddd728ef38b") { ... on Link { type from { id } to { id } contested claims { totalCount } } } }',
  );
  expect(executed).toHaveLength(1);
  expect(data).toEqual({
    node: {
      type: 'MAKES',
      from: { id: 'organization:microsoft' },
      to: { id: 'product:azure' },
      contested: false,
      claims: { totalCount: 1 },
    },
  });
});

test('more below a link than one statement holds is refused with a code, or answered', async () => {
  const wide = Array.from({ length: 60 }, (_, i) => `a${i}: links(first: 1) { nodes { id } totalCount pageInfo { hasPreviousPage } }`).join(
    ' ',
  );
  const { errors = [] } = await run(engine, `{ node(id: "link:46a1ad38cddd728ef38b") { ... on Link { from { ${wide} } } } }`);
  for (const { extensions } of errors) expect(extensions['code']).toBe('QUERY_TOO_COMPLEX');
});

test('a field that an interface and one of its kinds select, under one name, brings each what it asked for', async () => {
  const query = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { id list: claims(first: 1) { nodes { id } } }
    ... on Organization { list: claims(first: 1) { nodes { statement } } } ... on Place { list: claims(first: 1) { totalCount } } } }`;
  const data = await ask(query, { ids: ['agency:digital-crime-unit', 'organization:nec', 'place:japan'] });
  const claim = { id: expect.any(String) as string };
  expect(data).toEqual({
    nodes: [
      { id: 'agency:digital-crime-unit', list: { nodes: [claim] } },
      { id: 'organization:nec', list: { nodes: [{ ...claim, statement: expect.any(String) as string }] } },
      { id: 'place:japan', list: { nodes: [claim], totalCount: expect.any(Number) as number } },
    ],
  });
});

test.each([
  ['asOf: {validOn: "2026"}', ''],
  ['', 'direction: IN'],
  ['', 'types: [PARTY_TO]'],
  ['', 'where: {confidence: {gte: 0.1}}'],
])('a cursor of %s %s is of no other question', async (time, argument) => {
  const page = (asOf: string, more: string) =>
    `{ entity(by: {id: "organization:microsoft"}${asOf && `, ${asOf}`}) { links(first: 1${more && `, ${more}`}) { nodes { id } pageInfo { endCursor } } } }`;
  const { entity } = (await ask(page(time, argument))) as { entity: { links: { pageInfo: { endCursor: string } } } };
  const after = `after: ${JSON.stringify(entity.links.pageInfo.endCursor)}`;
  const codesOf = async (query: string) => (await run(engine, query)).errors?.map(({ extensions }) => extensions['code']);
  expect(await codesOf(page(time, [argument, after].filter(Boolean).join(', ')))).toBeUndefined();
  expect(await codesOf(page('', after))).toEqual(['CURSOR_MISMATCH']);
});
