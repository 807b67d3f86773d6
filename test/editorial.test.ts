/** All seeds together, as an editor reads them: every promise has an owner, a place and a source, nothing is named twice, and nothing of the facts is lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import type { SeedDocument } from '../src/ingest/document.ts';
import { readSeedFiles } from '../src/ingest/files.ts';
import type { LinkRow } from '../src/ingest/graph.ts';
import { project } from '../src/ingest/project.ts';
import { folded } from '../src/search/words.ts';
import { ANCHORS } from './support/anchors.ts';
import { run } from './support/run.ts';
import { openAllSeeds } from './support/seeded.ts';

const documents = readSeedFiles([]).map(({ document }) => document!);
const slugOf = ({ source }: SeedDocument): string => source.id.slice('source:'.length);
/** What was drafted from fact files. */
const drafted = documents.filter((one) => slugOf(one) in ANCHORS);
const graph = project(documents);
const links = [...graph.links.values()];
const idsOf = (kind: string): string[] => [...graph.nodes.values()].filter((node) => node.kind === kind).map(({ id }) => id);
const linksOf = (...types: string[]): LinkRow[] => links.filter(({ type }) => types.includes(type));

test('every file is about a source of its own', () => {
  expect(new Set(documents.map(({ source }) => source.id)).size).toBe(documents.length);
});

test('only of a source whose whole text was read is a quote proven', () => {
  const read = documents.filter(({ source }) => source.contentHash !== undefined).map(({ source }) => source.id);
  const proven = linksOf('SUPPORTED_BY').filter(({ values }) => values['proven'] === true);
  expect(proven.length).toBeGreaterThan(0);
  expect(proven.filter(({ to }) => !read.includes(to)).map(({ id }) => id)).toEqual([]);
});

describe('every commitment', () => {
  test('has somebody who answers for it', () => {
    const owned = new Set(linksOf('PARTY_TO').flatMap(({ to, values }) => (values['role'] === 'ACCOUNTABLE' ? [to] : [])));
    expect(idsOf('Commitment').filter((id) => !owned.has(id))).toEqual([]);
  });

  test('has a place, by itself or by its whole or parts', () => {
    const placed = new Set(linksOf('DIRECTED_AT').map(({ from }) => from));
    const parts = linksOf('PART_OF').flatMap(({ from, to }) => [
      [from, to],
      [to, from],
    ]) as [string, string][];
    const hasPlace = (id: string) => placed.has(id) || parts.some(([one, other]) => one === id && placed.has(other));
    expect(idsOf('Commitment').filter((id) => !hasPlace(id))).toEqual([]);
  });

  test('rests on a source', () => {
    const sourced = new Set(linksOf('PARTY_TO').flatMap(({ to, values }) => (Number(values['sourceCount']) > 0 ? [to] : [])));
    expect(idsOf('Commitment').filter((id) => !sourced.has(id))).toEqual([]);
  });
});

/** Why two entities may have a name in common without being said to be the same. None does. */
const REASONS: Readonly<Record<string, string>> = {};

test('no two entities share a name or alias, unless they are said to be the same or there is a reason', () => {
  const owners = new Map<string, Set<string>>();
  for (const { id, name, names = [] } of documents.flatMap(({ entities }) => entities) as Named[])
    for (const one of [name, ...names.map(({ value }) => value)]) owners.set(folded(one), (owners.get(folded(one)) ?? new Set()).add(id));
  const same = new Set(linksOf('SAME_AS').map(({ from, to }) => [from, to].sort().join(' ')));
  const shared = [...owners].filter(([name, ids]) => ids.size > 1 && !(name in REASONS) && !same.has([...ids].sort().join(' ')));
  expect(shared.map(([name, ids]) => `${name}: ${[...ids].join(', ')}`)).toEqual([]);
});
type Named = { readonly id: string; readonly name: string; readonly names?: readonly { readonly value: string }[] };

test('an entity has one name over all files', () => {
  const names = new Map<string, Set<unknown>>();
  for (const { id, name } of documents.flatMap(({ entities }) => entities) as Named[])
    names.set(id, (names.get(id) ?? new Set()).add(name));
  expect([...names].filter(([, all]) => all.size > 1)).toEqual([]);
});

test('every source is linked, and every entity spoken of', () => {
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  expect(
    [...graph.nodes.values()].filter(({ id, kind }) => !['Document', 'LinkKey'].includes(kind) && !linked.has(id)).map(({ id }) => id),
  ).toEqual([]);
});

test('every target and observation has a number with a unit', () => {
  const quantities = documents.flatMap(({ values }) => values.filter(({ property }) => property === 'quantity'));
  const units = new Map(quantities.map(({ of, is }) => [of, (is as { unit: string }).unit]));
  expect([...idsOf('Target'), ...idsOf('Observation')].filter((id) => !units.get(id))).toEqual([]);
});

describe('the facts', () => {
  const valuesOf = (property: string, of = '') =>
    drafted.flatMap(({ values }) => values.filter((one) => one.property === property && one.of.startsWith(of)));

  test('are quoted, every phrase that they were read for', () => {
    const quotes = ({ claims }: SeedDocument) => new Set(Object.values(claims).flatMap(({ quote }) => (quote ? [quote] : []))).size;
    const found = new Map(drafted.map((one) => [slugOf(one), quotes(one)]));
    expect(Object.entries(ANCHORS).filter(([slug, phrases]) => (found.get(slug) ?? 0) < phrases)).toEqual([]);
  });

  test('come to the same sums, currency by currency', () => {
    const sums: Record<string, bigint> = {};
    for (const { is } of valuesOf('amount') as { is: { value: string; currency: string } }[])
      sums[is.currency] = (sums[is.currency] ?? 0n) + BigInt(is.value);
    expect(sums).toEqual({
      AUD: 80_000_000_000n,
      BRL: 14_700_000_000n,
      CAD: 38_000_000_000n,
      EUR: 13_600_000_000n,
      GBP: 73_000_000_000n,
      JPY: 17_742_130_000_000n,
      KRW: 14_000_000_000_000n,
      // The facts' amounts; the Stargate sums, which they count as measures; the UK capital; ten million for each of two
      // recipients, who get twenty together; and without three billion a year, twice, which is a target.
      USD: 458_627_000_000n + 550_000_000_000n + 15_500_000_000n + 10_000_000n - 6_000_000_000n,
    });
  });
});

/** What the facts mark as a conflict, but for reasons (Stargate UK), places (Canberra, Sydney) and superlatives, which are no values. */
const MARKED: readonly (readonly [of: string, property: string])[] = [
  ['commitment:microsoft-japan-2026', 'announcedOn'],
  ['commitment:microsoft-japan-2026-gpu-partnership', 'strength'],
  ['target:microsoft-japan-2026-training-people', 'quantity'],
  ['observation:microsoft-japan-ai-skills-2026-04', 'quantity'],
  ['organization:sakura-internet', 'UNIT_OF'],
  ['person:satya-nadella', 'PARTY_TO'],
  ['commitment:microsoft-japan-2024', 'announcedOn'],
  ['commitment:microsoft-japan-2024', 'endsOn'],
  ['target:microsoft-japan-2024-training-people', 'quantity'],
  ['commitment:microsoft-japan-2024-research-grants', 'amount'],
  ['agency:jp-national-cybersecurity-office', 'UNIT_OF'],
  ['agency:jp-npa-national-cyber-unit', 'UNIT_OF'],
  ['program:operation-chakra-v', 'startsOn'],
  ['organization:sb-openai-japan', 'UNIT_OF'],
  ['target:sb-openai-japan-staff', 'population'],
  ['target:softbank-openai-spend-a-year', 'population'],
  ['commitment:stargate-us', 'amount'],
  ['commitment:aws-japan-2024', 'amount'],
  ['commitment:oracle-japan-2024', 'amount'],
  ['commitment:google-japan-2022', 'amount'],
  ['commitment:softbank-tomakomai-data-center', 'amount'],
  ['target:softbank-sakai-capacity', 'quantity'],
  ['commitment:jp-physical-ai-aid', 'amount'],
  ['commitment:jp-physical-ai-aid', 'endsOn'],
  ['commitment:microsoft-uk-2025', 'amount'],
  ['target:microsoft-nscale-loughton-start', 'dueOn'],
  ['observation:uk-ai-skills-courses-2026-01', 'population'],
  ['commitment:microsoft-uk-training-2025', 'endsOn'],
  ['target:microsoft-uk-training-2025-people', 'dueOn'],
  ['target:microsoft-indonesia-training-people', 'quantity'],
  ['target:microsoft-indonesia-training-people', 'dueOn'],
  ['target:microsoft-malaysia-training-people', 'quantity'],
  ['observation:microsoft-uae-spent', 'endsOn'],
  ['target:microsoft-uae-further-spending', 'population'],
  ['target:microsoft-australia-2023-capacity', 'quantity'],
  ['commitment:microsoft-australia-2026', 'endsOn'],
  ['observation:microsoft-canada-training-2025-12', 'quantity'],
  ['commitment:microsoft-germany-2024', 'endsOn'],
  ['commitment:microsoft-france-2024', 'amount'],
  ['target:sk-aws-ulsan-start', 'dueOn'],
  ['commitment:sk-aws-ulsan', 'announcedOn'],
];

const CONFLICTS =
  'query($after: String) { conflicts(first: 100, after: $after) { nodes { property entity { id } } pageInfo { hasNextPage endCursor } } }';
interface Page {
  readonly nodes: readonly { readonly property: string; readonly entity: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

describe('conflicts', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openAllSeeds();
  });
  afterAll(() => engine.close());

  const found = async (): Promise<string[]> => {
    const all: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await run(engine, CONFLICTS, { after });
      const { nodes, pageInfo }: Page = (data as { conflicts: Page }).conflicts;
      all.push(...nodes.map(({ entity, property }) => `${entity.id} ${property}`));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    return all;
  };

  test('show what the facts mark', async () => {
    const all = await found();
    expect(MARKED.map((one) => one.join(' ')).filter((one) => !all.includes(one))).toEqual([]);
  });

  test('are not what is said in two currencies, or was raised later', async () => {
    const all = await found();
    expect(all).not.toContain('commitment:microsoft-japan-2026 amount');
    expect(all).not.toContain('target:uk-ai-skills-workers quantity');
    expect(all).not.toContain('target:microsoft-india-training-people quantity');
  });

  test('leave standing what most would take for right', async () => {
    const { data } = await run(
      engine,
      `{ a: commitment(id: "commitment:microsoft-australia-2026") { amount { value currency } }
         b: commitment(id: "commitment:aws-japan-2024") { amount { value currency } }
         c: target(id: "target:uk-ai-skills-workers") { quantity { value } } }`,
    );
    expect(data).toEqual({
      a: { amount: { value: '25000000000', currency: 'AUD' } },
      b: { amount: { value: '2260000000000', currency: 'JPY' } },
      c: { quantity: { value: '10000000' } },
    });
  });
});
