/** Exported graphs in other people's programs: networkx, igraph and Gephi find every entity and link, with every fact, as it was written. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fact } from '../../src/explorer/export/facts.ts';
import { toGexf } from '../../src/explorer/export/gexf.ts';
import { edgeFacts, nodeFacts } from '../../src/explorer/export/graph-facts.ts';
import { toGraphml } from '../../src/explorer/export/graphml.ts';
import type { Picture } from '../../src/explorer/export/picture.ts';
import { EMPTY, founded, picture } from '../support/pictures.ts';
import { amount, entity, link } from '../support/shown.ts';
import { type Opened, openAll, prepare } from './tools.ts';

const NAMES = [
  'وزارة الاتصالات (٢٠٢٦)',
  'משרד האוצר',
  '<b>&amp;]]>"\'</b>',
  'a\u00a0b\u3000c',
  '=1+1',
  '官民連携会議',
  'e\u0301é',
  '👩🏽‍💻',
  'a\tb\nc',
];
/** Names of all sorts, and links of all sorts between the same and other ends, loops and pairs of one type among them. */
const strange = picture(
  NAMES.map((name, i) =>
    entity(`agency:${i}`, { name, type: 'INFRASTRUCTURE', amount: i % 2 ? amount(`${i}0000000000000000.25`, 'USD', 'ABOUT') : null }),
  ),
  [
    ...NAMES.map((name, i) => link(`link:${i}`, `agency:${i}`, `agency:${(i * 3) % NAMES.length}`, { purpose: name, confidence: i / 16 })),
    link('link:twin', 'agency:1', 'agency:3', { type: 'PARTNERS_WITH', purpose: 'one' }),
    link('link:other', 'agency:1', 'agency:3', { type: 'PARTNERS_WITH', purpose: 'another' }),
    link('link:back', 'agency:3', 'agency:1', { type: 'SAME_AS' }),
  ],
);
const PICTURES: Readonly<Record<string, Picture>> = { founded, strange, empty: EMPTY };

const folder = mkdtempSync(join(tmpdir(), 'pledgegraph-readers-'));
let opened: readonly Opened[];
beforeAll(() => {
  prepare();
  for (const [name, shown] of Object.entries(PICTURES)) {
    writeFileSync(join(folder, `${name}.graphml`), toGraphml(shown));
    writeFileSync(join(folder, `${name}.gexf`), toGexf(shown));
  }
  opened = openAll(
    Object.keys(PICTURES)
      .flatMap((name) => [`${name}.graphml`, `${name}.gexf`])
      .map((name) => join(folder, name)),
  );
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Numbers as numbers, text without what XML has no place for. */
function expected(fact: Fact, type: 'number' | 'other'): unknown {
  if (typeof fact !== 'string') return fact;
  return type === 'number' ? Number(fact) : fact.replace(/[\0\v\ud800](?![\udc00-\udfff])/g, '');
}
const NUMBERS = new Set(['amount', 'confidence', 'independentSourceCount', 'claimCount']);

/** Those that there are. What there is not is left out, or, in igraph, an empty text, or false. */
function expectFacts(found: Readonly<Record<string, unknown>>, facts: Readonly<Record<string, Fact>>): void {
  for (const [name, fact] of Object.entries(facts)) {
    if (fact === null) expect([undefined, null, '', false], name).toContain(found[name]);
    else expect(found[name], name).toEqual(expected(fact, NUMBERS.has(name) ? 'number' : 'other'));
  }
}

const READERS = [
  ['networkx', 'graphml'],
  ['networkx', 'gexf'],
  ['igraph', 'graphml'],
  ['Gephi', 'graphml'],
  ['Gephi', 'gexf'],
] as const;

describe.each(READERS)('%s opens %s', (reader, format) => {
  test.each(Object.entries(PICTURES))('of the picture that is %s', (name, shown) => {
    const found = opened.find((one) => one.reader === reader && basename(one.file) === `${name}.${format}`)!;
    expect(found.errors ?? []).toEqual([]);
    expect(found.isDirected).toBe(true);
    expect(Object.keys(found.nodes).toSorted()).toEqual(shown.entities.map(({ id }) => id).toSorted());
    expect(Object.keys(found.edges).toSorted()).toEqual(shown.links.map(({ id }) => id).toSorted());
    for (const one of shown.entities) expectFacts(found.nodes[one.id]!, { label: one.name, ...nodeFacts(one, shown) });
    for (const one of shown.links) expectFacts(found.edges[one.id]!, { from: one.from, to: one.to, ...edgeFacts(one, shown) });
  });
});

test('networkx and igraph are told what the picture is, and where it is from', () => {
  const told = opened.filter(({ reader, file }) => reader !== 'Gephi' && basename(file) === 'founded.graphml');
  expect(told.map(({ about }) => [about?.['url'], about?.['asOf'], about?.['licence']])).toEqual(
    Array(2).fill([founded.url, founded.asOf, 'https://creativecommons.org/licenses/by/4.0/']),
  );
});
