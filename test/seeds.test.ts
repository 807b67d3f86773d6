/** Loading seeds: twice changes nothing, a changed file retracts what it no longer states, the order of files is of no account. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import type { SeedFile } from '../src/ingest/read.ts';
import { dump } from './support/dump.ts';
import { loadSeeds } from './support/load.ts';
import { content, seedWith } from './support/random-seed.ts';
import { run } from './support/run.ts';
import { RIGHT, seedOf } from './support/seed-text.ts';
import { openEmpty } from './support/store.ts';

/** Neo4j takes a while to be emptied and prepared. */
const RUNS = process.env['NEO4J_URI'] ? 4 : 25;
async function graphOf(...loads: readonly SeedFile[][]) {
  const engine = await openEmpty();
  for (const files of loads) await loadSeeds(engine, files);
  const { nodes, links: rows } = await dump(engine);
  await engine.close();
  return { nodes: nodes.filter(wasKnown), links: rows.filter(wasKnown) };
}

/** What a later record of an earlier day took the place of stands at no time. */
const wasKnown = (row: string): boolean => !/"recordedAt":"([^"]+)","retractedAt":"\1"/.test(row);

describe('generated seeds', () => {
  test('loading twice, or in another order, or one by one, gives one graph', async () => {
    await fc.assert(
      fc.asyncProperty(content, content, async (first, second) => {
        const [a, b] = [seedWith(first, 'source:a'), seedWith(second, 'source:b', '2026-12-01')];
        const once = await graphOf([a, b]);
        expect(once.links.length).toBeGreaterThan(0);
        expect(await graphOf([a, b], [a, b])).toEqual(once);
        expect(await graphOf([b, a])).toEqual(once);
        expect(await graphOf([b], [a])).toEqual(once);
      }),
      { numRuns: RUNS },
    );
  });

  test('what stands after a change is what a fresh load of the changed file gives', async () => {
    const isLive = (row: string): boolean => !row.includes('"retractedAt"');
    const live = ({ nodes, links: rows }: { nodes: string[]; links: string[] }) => ({
      nodes: nodes.filter(isLive),
      links: rows.filter(isLive),
    });
    await fc.assert(
      fc.asyncProperty(content, content, content, async (before, after, other) => {
        const [old, changed, rest] = [seedWith(before, 'source:a'), seedWith(after, 'source:a'), seedWith(other, 'source:b')];
        expect(live(await graphOf([old, rest], [changed]))).toEqual(live(await graphOf([changed, rest])));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a changed file', () => {
  const partners = async (engine: Engine) =>
    (await run(engine, '{ organization(id: "organization:a") { partners { edges { purpose } } } }')).data;
  const withoutLink = RIGHT.replace(/.*PARTNERS_WITH.*\n/, '')
    .replace(/ {2}said:.*\n/, '')
    .replace('2026-11-24', '2026-12-24');

  test('retracts what it no longer states, at the time of its record, and may state it again', async () => {
    const engine = await openEmpty();
    await loadSeeds(engine, [seedOf(RIGHT)]);
    expect(await partners(engine)).toEqual({ organization: { partners: { edges: [{ purpose: 'peace' }] } } });
    expect(await loadSeeds(engine, [seedOf(withoutLink)])).toEqual({ written: ['test.yaml'], unchanged: [], pruned: [] });
    expect(await partners(engine)).toEqual({ organization: { partners: { edges: [] } } });
    const { nodes, links: rows } = await dump(engine);
    const retracted = [...nodes, ...rows].filter((row) => row.includes('"retractedAt":"2026-12-24T00:00:00Z"'));
    expect(nodes.filter((row) => row.includes('"retracted:')).length, 'told as a change').toBe(1);
    expect(retracted.map((row) => /"type":"(\w+)"|"labels":\["(\w+)"\]/.exec(row)?.slice(1).join('')).sort()).toEqual([
      'ABOUT',
      'ABOUT',
      'ATTRIBUTED_TO',
      'Claim',
      'LinkKey',
      'PARTNERS_WITH',
      'SUPPORTED_BY',
    ]);
    await loadSeeds(engine, [seedOf(RIGHT)]);
    expect(await partners(engine)).toEqual({ organization: { partners: { edges: [{ purpose: 'peace' }] } } });
    await engine.close();
  });

  test('is loaded again only where its text has changed', async () => {
    const engine = await openEmpty();
    await loadSeeds(engine, [seedOf(RIGHT)]);
    expect(await loadSeeds(engine, [seedOf(RIGHT)])).toEqual({ written: [], unchanged: ['test.yaml'], pruned: [] });
    await engine.close();
  });
});

test('a file that is about another source now takes back what it said of the first', async () => {
  const engine = await openEmpty();
  await loadSeeds(engine, [seedOf(RIGHT)]);
  expect(await loadSeeds(engine, [seedOf(RIGHT.replace('source:test', 'source:new'))])).toMatchObject({
    written: ['test.yaml'],
    pruned: [{ source: 'source:test', file: 'test.yaml' }],
  });
  const { data } = await run(
    engine,
    '{ organization(id: "organization:a") { partners { edges { sourceCount } } } sources { nodes { id } } }',
  );
  expect(data).toEqual({ organization: { partners: { edges: [{ sourceCount: 1 }] } }, sources: { nodes: [{ id: 'source:new' }] } });
  await engine.close();
});

test('a broken file is told alone, not what was loaded from it before', async () => {
  const engine = await openEmpty();
  const other = seedOf(RIGHT.replace('source:test', 'source:other').replace(/ {2}- \{ id: agency:b.*\n/, ''), 'other.yaml');
  await loadSeeds(engine, [seedOf(RIGHT), other]);
  const error = await loadSeeds(engine, [seedOf(RIGHT.replace('type: POLICE', 'type: COMPANY'))]).catch((reason: Error) => reason.message);
  expect(error).toMatch(/^test\.yaml:8: [^\n]*$/);
  await engine.close();
});

test('nothing is taken back before it was recorded', async () => {
  const engine = await openEmpty();
  await loadSeeds(engine, [seedOf(RIGHT)]);
  await loadSeeds(engine, [
    seedOf(
      RIGHT.replace(/.*PARTNERS_WITH.*\n/, '')
        .replace(/ {2}said:.*\n/, '')
        .replace('2026-11-24', '2025-01-01'),
    ),
  ]);
  const { links: rows } = await dump(engine);
  expect(rows.filter((row) => row.includes('PARTNERS_WITH'))).toEqual([expect.stringMatching(/"retractedAt":"2026-11-24T00:00:00Z"/)]);
  await engine.close();
});

test('pruning takes back documents that are no longer there', async () => {
  const engine = await openEmpty();
  const other = seedOf(RIGHT.replace('source:test', 'source:other').replace('purpose: peace', 'purpose: war'), 'other.yaml');
  await loadSeeds(engine, [seedOf(RIGHT), other]);
  expect(await loadSeeds(engine, [seedOf(RIGHT)])).toMatchObject({ pruned: [] });
  expect(await loadSeeds(engine, [seedOf(RIGHT)], { prune: true })).toMatchObject({
    pruned: [{ source: 'source:other', file: 'other.yaml' }],
  });
  const { data } = await run(
    engine,
    '{ organization(id: "organization:a") { partners { edges { purpose sourceCount } } } sources { nodes { id } } }',
  );
  expect(data).toEqual({
    organization: { partners: { edges: [{ purpose: 'peace', sourceCount: 1 }] } },
    sources: { nodes: [{ id: 'source:test' }] },
  });
  await engine.close();
});

test('files that need one another are loaded together', async () => {
  const needs = (own: string, other: string) =>
    seedOf(
      `source: { id: "source:${own}", title: T, retrievedOn: 2026-11-24 }
entities: [{ id: "organization:${own}", name: ${own} }]
claims: { said: { statement: S., quote: q } }
links: [{ type: PARTNERS_WITH, from: "organization:${own}", to: "organization:${other}", purpose: ${own}, claims: [said] }]`,
      `${own}.yaml`,
    );
  const engine = await openEmpty();
  const written: number[] = [];
  const counting: Engine = {
    ...engine,
    write: async (statements) => {
      written.push(statements.length);
      await engine.write(statements);
    },
  };
  await loadSeeds(counting, [needs('x', 'y'), needs('y', 'x')]);
  expect(written).toHaveLength(1);
  const { data } = await run(engine, '{ organization(id: "organization:x") { partners { totalCount } } }');
  expect(data).toEqual({ organization: { partners: { totalCount: 2 } } });
  await engine.close();
});
