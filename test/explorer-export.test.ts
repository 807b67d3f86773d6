/** The formats of the page's exports, read back with parsers that forgive nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../src/explorer/export/csv.ts';
import { toGexf } from '../src/explorer/export/gexf.ts';
import { toGraphml } from '../src/explorer/export/graphml.ts';
import { toJsonld } from '../src/explorer/export/jsonld.ts';
import { toSvg } from '../src/explorer/export/svg.ts';
import { type Entity, type Link, type Look, type Picture, SYMMETRIC } from '../src/explorer/graph.ts';
import { entity, link } from './support/shown.ts';

const picture = (entities: readonly Entity[], links: readonly Link[] = [], more: Partial<Picture> = {}): Picture => ({
  entities,
  links,
  positions: new Map(entities.map(({ id }, i) => [id, { x: 100 * i, y: 30 * i * i }])),
  looks: new Map(entities.map(({ id }) => [id, { color: '#0a6', size: 9, shape: 'circle' }])),
  lineColors: new Map(),
  title: 'Partners & “friends”',
  url: 'https://example.org/explore?at=a&depth=2',
  asOf: null,
  isDark: false,
  ...more,
});

const NASTY = '株式会社 "さくら" <&> \'x\' ]]> \u0000\u000b\ud800 😀\nnext\r\n\tend';
const CLEAN = NASTY.replace(/[\0\v\ud800]/g, '');
const PLEDGE = { kind: 'Commitment', amount: { value: '10000000000.5', currency: 'USD' }, date: '2026-04-03' };
const FULL = {
  confidence: 0.75,
  independentSourceCount: 2,
  contested: true,
  since: '2025',
  until: '2026-06',
  role: 'FUNDING',
  purpose: NASTY,
};
const rich = picture(
  [
    entity('agency:a', { kind: 'Agency', name: NASTY, type: 'MINISTRY' }),
    entity('commitment:b', PLEDGE),
    entity('person:c', { kind: 'Person' }),
  ],
  [
    link('link:1', 'agency:a', 'commitment:b', FULL),
    link('link:2', 'agency:a', 'commitment:b', { role: 'LEAD' }),
    link('link:3', 'commitment:b', 'agency:a', { type: 'PARTNERS_WITH', isSelfReported: true }),
  ],
);
const EMPTY = picture([]);
const names = fc.string({ unit: 'binary', maxLength: 20 });
const grapheme = fc.oneof(names, fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",\'&<>]aあ\0\ud800\uffff 1.') }));

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Raw text as a parser passes it on; white space in attributes as XML 1.0, 3.3.3 has it. */
function unescaped(raw: string): string {
  if (/[<]|&(?!(amp|lt|gt|quot|apos|#\d+);)|\]\]>/.test(raw)) throw new Error(`not escaped: ${raw}`);
  return raw.replace(/&(#?)(\w+);/g, (_, isCode, name) => (isCode ? String.fromCodePoint(Number(name)) : ENTITIES[name]!));
}

function attributesOf(raw: string): Record<string, string> {
  if (!/^( [\w:.-]+="[^"<]*")*$/.test(raw)) throw new Error(`no attributes: ${raw}`);
  const found = [...raw.matchAll(/ ([\w:.-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!.replace(/[\t\n\r]/g, ' '))]);
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error(`twice: ${raw}`);
  return Object.fromEntries(found);
}

/** As much of XML as is written here, and nothing that is not well formed. */
function parseXml(xml: string): Element {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml)) throw new Error('a forbidden character');
  const [, body] = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n(<[\s\S]*>)\n$/.exec(xml)!;
  const open: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  for (const [, text, close, name, attributes, single] of body!.matchAll(/([^<]*)<(\/?)([\w:]+)((?:"[^"]*"|[^">])*?)(\/?)>/g)) {
    open.at(-1)!.text += unescaped(text!.replace(/\r\n?/g, '\n'));
    if (close && open.pop()!.name !== name) throw new Error(`closes what is not open: ${name}`);
    if (close) continue;
    const element = { name: name!, attributes: attributesOf(attributes!), children: [], text: '' };
    open.at(-1)!.children.push(element);
    if (!single) open.push(element);
  }
  if (open.length !== 1 || open[0]!.children.length !== 1 || open[0]!.text) throw new Error('no single root');
  const written = body!.replace(/([^<]*)<(\/?)([\w:]+)((?:"[^"]*"|[^">])*?)(\/?)>/g, '');
  if (written) throw new Error(`no XML: ${written}`);
  return open[0]!.children[0]!;
}

const all = (root: Element, name: string): Element[] =>
  root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const one = (root: Element, name: string): Element => {
  const found = all(root, name);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const ids = (elements: readonly Element[]) => elements.map(({ attributes }) => attributes['id']);

test.each([
  ['<a/><b/>', 'two roots'],
  ['<a><b></a></b>', 'crossed'],
  ['<a>&x;</a>', 'unknown entity'],
  ['<a b="<"/>', 'raw <'],
  ['<a b="1" b="2"/>', 'twice'],
  ['<a>\u000b</a>', 'forbidden'],
  ['<a>', 'open'],
])('the parser of these tests refuses %j', (xml) => {
  expect(() => parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`)).toThrow();
});

describe('GraphML', () => {
  const dataOf = (root: Element, element: Element) => {
    const keys = new Map(all(root, 'key').map(({ attributes }) => [attributes['id'], attributes]));
    return Object.fromEntries(
      element.children.map(({ attributes, text }) => {
        expect(keys.get(attributes['key'])!['for']).toBe(element.name);
        return [keys.get(attributes['key'])!['attr.name'], text];
      }),
    );
  };
  test('declares a key for every attribute', () => {
    const declared = all(parseXml(toGraphml(EMPTY)), 'key').map(({ attributes: a }) => `${a['for']} ${a['attr.name']} ${a['attr.type']}`);
    expect(declared).toEqual([
      ...['name string', 'kind string', 'type string', 'amount double', 'currency string', 'date string'].map((key) => `node ${key}`),
      ...['x double', 'y double', 'color string', 'size double'].map((key) => `node ${key}`),
      ...['type string', 'confidence double', 'independentSourceCount int', 'contested boolean', 'isSelfReported boolean'].map(
        (key) => `edge ${key}`,
      ),
      ...['since string', 'until string', 'role string', 'purpose string'].map((key) => `edge ${key}`),
    ]);
  });
  test('tells all of each entity and link once, and nothing of what is not known', () => {
    const root = parseXml(toGraphml(rich));
    expect(root.attributes['xmlns']).toBe('http://graphml.graphdrawing.org/xmlns');
    expect(one(root, 'graph').attributes['edgedefault']).toBe('directed');
    expect(ids(all(root, 'node'))).toEqual(['agency:a', 'commitment:b', 'person:c']);
    expect(ids(all(root, 'edge'))).toEqual(['link:1', 'link:2', 'link:3']);
    const [a, b] = all(root, 'node').map((node) => dataOf(root, node));
    expect(a).toEqual({ name: CLEAN, kind: 'Agency', type: 'MINISTRY', x: '0', y: '0', color: '#0a6', size: '9' });
    expect(b).toMatchObject({ amount: '10000000000.5', currency: 'USD', date: '2026-04-03', x: '100', y: '30' });
    const [first, second] = all(root, 'edge').map((edge) => dataOf(root, edge));
    expect(first).toEqual({
      ...{ type: 'PARTY_TO', confidence: '0.75', independentSourceCount: '2', contested: 'true', isSelfReported: 'false' },
      ...{ since: '2025', until: '2026-06', role: 'FUNDING', purpose: CLEAN },
    });
    expect(second).toEqual({ type: 'PARTY_TO', contested: 'false', isSelfReported: 'false', role: 'LEAD' });
  });
  test('leaves out where and how an entity is drawn when that is not known', () => {
    const root = parseXml(toGraphml({ ...rich, positions: new Map(), looks: new Map() }));
    expect(dataOf(root, all(root, 'node')[2]!)).toEqual({ name: 'person:c', kind: 'Person' });
  });
  test('only links read both ways are undirected', () => {
    const edges = all(parseXml(toGraphml(rich)), 'edge').map(({ attributes: a }) => [a['source'], a['target'], a['directed']]);
    expect(edges).toEqual([
      ['agency:a', 'commitment:b', undefined],
      ['agency:a', 'commitment:b', undefined],
      ['commitment:b', 'agency:a', 'false'],
    ]);
  });
});

describe('GEXF', () => {
  const attvalues = (element: Element) => Object.fromEntries(all(element, 'attvalue').map(({ attributes: a }) => [a['for'], a['value']]));
  test('tells all of each entity and link once', () => {
    const root = parseXml(toGexf(rich));
    expect(root.attributes).toEqual({ xmlns: 'http://gexf.net/1.3', 'xmlns:viz': 'http://gexf.net/1.3/viz', version: '1.3' });
    expect(one(root, 'description').text).toBe('Partners & “friends”\nhttps://example.org/explore?at=a&depth=2');
    expect(ids(all(root, 'node'))).toEqual(['agency:a', 'commitment:b', 'person:c']);
    expect(all(root, 'node')[0]!.attributes['label']).toBe(CLEAN);
    expect(attvalues(all(root, 'node')[1]!)).toStrictEqual({
      kind: 'Commitment',
      amount: '10000000000.5',
      currency: 'USD',
      date: '2026-04-03',
    });
    expect(all(root, 'edge').map(({ attributes: a }) => [a['id'], a['source'], a['target'], a['type'], a['kind']])).toEqual([
      ['link:1', 'agency:a', 'commitment:b', 'directed', 'PARTY_TO'],
      ['link:2', 'agency:a', 'commitment:b', 'directed', 'PARTY_TO'],
      ['link:3', 'commitment:b', 'agency:a', 'undirected', 'PARTNERS_WITH'],
    ]);
    expect(attvalues(all(root, 'edge')[0]!)).toStrictEqual({
      ...{ confidence: '0.75', independentSourceCount: '2', contested: 'true', isSelfReported: 'false' },
      ...{ since: '2025', until: '2026-06', role: 'FUNDING', purpose: CLEAN },
    });
  });
  test('every value has an attribute declared for its class', () => {
    const root = parseXml(toGexf(rich));
    for (const target of ['node', 'edge']) {
      const declared = all(root, 'attributes').find(({ attributes }) => attributes['class'] === target)!;
      const used = all(root, target).flatMap((element) => all(element, 'attvalue').map(({ attributes }) => attributes['for']));
      expect(ids(all(declared, 'attribute'))).toEqual(expect.arrayContaining(used));
    }
  });
  test('places, colors and sizes are those of the screen', () => {
    const looks = new Map<string, Look>([
      ['agency:a', { color: '#0A6cff', size: 12.5, shape: 'square' }],
      ['commitment:b', { color: '#0a6', size: 4, shape: 'circle' }],
      ['person:c', { color: 'tomato', size: 3, shape: 'circle' }],
    ]);
    const nodes = all(parseXml(toGexf({ ...rich, looks })), 'node');
    const vizOf = (name: string) => nodes.map((node) => all(node, `viz:${name}`).map(({ attributes }) => attributes));
    expect(vizOf('color')).toEqual([[{ r: '10', g: '108', b: '255' }], [{ r: '0', g: '170', b: '102' }], []]);
    expect(vizOf('size')).toEqual([[{ value: '12.5' }], [{ value: '4' }], [{ value: '3' }]]);
    expect(vizOf('position')).toEqual([[{ x: '0', y: '0' }], [{ x: '100', y: '30' }], [{ x: '200', y: '120' }]]);
  });
});

/** Strict RFC 4180: throws at a bare quote, a bare CR or LF, and at rows of different lengths. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  while (cell.lastIndex < csv.length) {
    const at = cell.lastIndex;
    const [, raw, end] = cell.exec(csv) ?? fail(`no cell at ${at}: ${JSON.stringify(csv.slice(at, at + 40))}`);
    rows.at(-1)!.push(raw!.startsWith('"') ? raw!.slice(1, -1).replaceAll('""', '"') : raw!);
    if (end === '\r\n') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  for (const row of rows) expect(row).toHaveLength(rows[0]!.length);
  return rows;
}
const fail = (message: string): never => {
  throw new Error(message);
};

describe('CSV', () => {
  test('has one row a link, and one for an entity without any', () => {
    expect(parseCsv(toCsv(rich))).toEqual([
      [
        ...['fromId', 'fromName', 'fromKind', 'linkId', 'type', 'toId', 'toName', 'toKind', 'confidence', 'independentSourceCount'],
        ...['contested', 'isSelfReported', 'since', 'until', 'role', 'purpose'],
      ],
      [
        ...['agency:a', NASTY, 'Agency', 'link:1', 'PARTY_TO', 'commitment:b', 'commitment:b', 'Commitment', '0.75', '2'],
        ...['true', 'false', '2025', '2026-06', 'FUNDING', NASTY],
      ],
      [
        ...['agency:a', NASTY, 'Agency', 'link:2', 'PARTY_TO', 'commitment:b', 'commitment:b', 'Commitment', '', ''],
        ...['false', 'false', '', '', 'LEAD', ''],
      ],
      [
        ...['commitment:b', 'commitment:b', 'Commitment', 'link:3', 'PARTNERS_WITH', 'agency:a', NASTY, 'Agency', '', ''],
        ...['false', 'true', '', '', '', ''],
      ],
      ['person:c', 'person:c', 'Person', ...Array(13).fill('')],
    ]);
  });
  test.each(['=1+1', '+81 3', '-x', '@cosme', '\tx', '\rx', '=HYPERLINK("https://x","y")', '-1+cmd', '-', '+1\n=2'])(
    'guards %j',
    (name) => {
      expect(parseCsv(toCsv(picture([entity('a:a', { name })])))[1]![1]).toBe(`'${name}`);
    },
  );
  test.each(['-5', '+3.25', '-1e9', '7', 'a=b', ' =1', "'x", '株式会社'])('leaves %j as it is', (name) => {
    expect(parseCsv(toCsv(picture([entity('a:a', { name })])))[1]![1]).toBe(name);
  });
  test('any name and purpose can be read back', () => {
    fc.assert(
      fc.property(grapheme, grapheme, (name, purpose) => {
        const [, row] = parseCsv(toCsv(picture([entity('a:a', { name })], [link('link:1', 'a:a', 'a:a', { purpose })])));
        for (const [cell, text] of [[row![1], name] as const, [row![15], purpose] as const]) {
          expect(cell!.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(text.replace(/^'(?=[=+\-@\t\r])/, ''));
          expect(cell).not.toMatch(/^[=@\t\r]|^[+-](?![\d.e+-]*$)/i);
        }
      }),
    );
  });
});

describe('JSON-LD', () => {
  const graphOf = (shown: Picture): Record<string, unknown>[] => JSON.parse(toJsonld(shown))['@graph'];
  test('says what the picture is', () => {
    const about = { '@type': 'schema:Dataset', 'schema:name': rich.title, 'schema:url': rich.url };
    expect(graphOf(rich)[0]).toEqual(about);
    expect(graphOf({ ...rich, asOf: '2026-05-01' })[0]).toEqual({ ...about, 'pg:asOf': { '@type': 'xsd:date', '@value': '2026-05-01' } });
    expect(JSON.parse(toJsonld(rich))['@context']).toMatchObject({
      schema: 'https://schema.org/',
      pg: 'https://pledgegraph.org/vocabulary#',
    });
  });
  test('tells all of each entity and link once', () => {
    const [, a, b, c, first, second, third, ...rest] = graphOf(rich);
    expect(a).toEqual({
      '@id': 'urn:pledgegraph:agency:a',
      '@type': 'schema:GovernmentOrganization',
      'schema:name': NASTY,
      'pg:type': 'MINISTRY',
    });
    expect(b).toEqual({
      '@id': 'urn:pledgegraph:commitment:b',
      '@type': 'pg:Commitment',
      'schema:name': 'commitment:b',
      'pg:amount': { '@type': 'schema:MonetaryAmount', 'schema:value': '10000000000.5', 'schema:currency': 'USD' },
      'pg:date': { '@type': 'xsd:date', '@value': '2026-04-03' },
    });
    expect(c).toEqual({ '@id': 'urn:pledgegraph:person:c', '@type': 'schema:Person', 'schema:name': 'person:c' });
    expect(first).toEqual({
      '@id': 'urn:pledgegraph:link:1',
      '@type': 'pg:Link',
      'pg:type': 'PARTY_TO',
      'pg:from': { '@id': 'urn:pledgegraph:agency:a' },
      'pg:to': { '@id': 'urn:pledgegraph:commitment:b' },
      'pg:confidence': 0.75,
      'pg:independentSourceCount': 2,
      'pg:contested': true,
      'pg:isSelfReported': false,
      'pg:since': { '@type': 'xsd:gYear', '@value': '2025' },
      'pg:until': { '@type': 'xsd:gYearMonth', '@value': '2026-06' },
      'pg:role': 'FUNDING',
      'pg:purpose': NASTY,
    });
    expect(second).not.toHaveProperty('pg:purpose');
    expect(third).toMatchObject({ '@id': 'urn:pledgegraph:link:3', 'pg:type': 'PARTNERS_WITH' });
    expect(rest).toEqual([]);
  });
  test.each([
    ['Organization', 'schema:Organization'],
    ['Place', 'schema:Place'],
    ['Product', 'schema:Product'],
    ['Program', 'pg:Program'],
  ])('a node of kind %s is a %s', (kind, type) => {
    expect(graphOf(picture([entity('a:a', { kind })]))[1]!['@type']).toBe(type);
  });
  test('any id makes a URN, and different ids different ones', () => {
    const iriOf = (id: string) => String(graphOf(picture([entity(id)]))[1]!['@id']);
    fc.assert(
      fc.property(grapheme, (id) => {
        expect(iriOf(id)).toMatch(/^urn:pledgegraph:([\w.~!*'():-]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(iriOf(id))).toBe(`urn:pledgegraph:${id.replace(/\p{Cs}/gu, '\ufffd')}`);
      }),
    );
  });
});

type Vector = readonly [number, number];
/** Points along a path of this file's kind: a line, a quadratic or a cubic curve. */
function pointsAlong(d: string): Vector[] {
  expect(d).toMatch(/^M-?[\d.]+ -?[\d.]+[LQC]( ?-?[\d.]+ -?[\d.]+)+$/);
  const numbers = d.match(/-?[\d.]+/g)!.map(Number);
  const controls = Array.from({ length: numbers.length / 2 }, (_, i): Vector => [numbers[2 * i]!, numbers[2 * i + 1]!]);
  return Array.from({ length: 21 }, (_, i) => along(controls, i / 20));
}
function along(controls: readonly Vector[], t: number): Vector {
  if (controls.length === 1) return controls[0]!;
  const between = controls.slice(1).map(([x, y], i): Vector => [controls[i]![0] * (1 - t) + x * t, controls[i]![1] * (1 - t) + y * t]);
  return along(between, t);
}
/** How far the middle of one path is from all of another. */
const gapBetween = (a: string, b: string): number => {
  const [x, y] = pointsAlong(a)[10]!;
  return Math.min(...pointsAlong(b).map(([bx, by]) => Math.hypot(bx - x, by - y)));
};

describe('SVG', () => {
  const layerOf = (root: Element, name: string) => root.children.find(({ attributes }) => attributes['class'] === name)!;
  const titleOf = (element: Element) => element.children.find(({ name }) => name === 'title')!.text;
  const placesOf = (root: Element) =>
    layerOf(root, 'entities').children.map(({ children }) => {
      const [, x, y, scale] = /^translate\((\S+) (\S+)\) scale\((\S+)\)$/.exec(children[1]!.attributes['transform']!)!;
      return { x: Number(x), y: Number(y), scale: Number(scale) };
    });
  const pathsOf = (root: Element) => layerOf(root, 'links').children.map(({ attributes }) => attributes['d']!);
  const captionOf = (root: Element) => layerOf(root, 'caption').children.map(({ text }) => text);
  const boxOf = (root: Element) => root.attributes['viewBox']!.split(' ').map(Number) as [number, number, number, number];

  /** That every coordinate is a number, and every place, label and line within the box. */
  function expectFitting(root: Element): void {
    const [left, top, width, height] = boxOf(root);
    const isInside = (x: number, y: number) => x >= left && x <= left + width && y >= top && y <= top + height;
    expect(JSON.stringify(root)).not.toMatch(/NaN|Infinity|undefined|null/);
    for (const { x, y, scale } of placesOf(root))
      expect([isInside(x - scale, y - scale), isInside(x + scale, y + scale)]).toEqual([true, true]);
    for (const [x, y] of pathsOf(root).flatMap(pointsAlong)) expect(isInside(x, y)).toBe(true);
    for (const { attributes: a, text } of [...all(layerOf(root, 'entities'), 'text'), ...layerOf(root, 'caption').children])
      expect(isInside(Number(a['x']), Number(a['y'])) && isInside(Number(a['x']) + [...text].length * 5, Number(a['y']))).toBe(true);
  }

  test('draws each entity and link once, with its title', () => {
    const root = parseXml(toSvg(rich));
    expect(root).toMatchObject({ name: 'svg', attributes: { xmlns: 'http://www.w3.org/2000/svg' } });
    expect(titleOf(root)).toBe(rich.title);
    expect(layerOf(root, 'entities').children.map(titleOf)).toEqual([
      `${CLEAN} (Agency)`,
      'commitment:b (Commitment)',
      'person:c (Person)',
    ]);
    expect(all(layerOf(root, 'entities'), 'text').map(({ text }) => text)).toEqual([CLEAN, 'commitment:b', 'person:c']);
    expect(layerOf(root, 'links').children.map(titleOf)).toEqual([
      `${CLEAN} PARTY_TO commitment:b`,
      `${CLEAN} PARTY_TO commitment:b`,
      `commitment:b PARTNERS_WITH ${CLEAN}`,
    ]);
    expectFitting(root);
  });
  test('up is up, the labels stand to the right, and the scale is one for both axes', () => {
    const positions = new Map([
      ['agency:a', { x: 0.001, y: 0.001 }],
      ['commitment:b', { x: 0.001, y: 0.004 }],
      ['person:c', { x: 0.003, y: 0.001 }],
    ]);
    const root = parseXml(toSvg({ ...rich, positions }));
    const [a, b, c] = placesOf(root);
    expect(b!.y).toBeLessThan(a!.y - 100);
    expect((c!.x - a!.x) / (a!.y - b!.y)).toBeCloseTo(2 / 3, 2);
    expect(Number(all(layerOf(root, 'entities'), 'text')[0]!.attributes['x'])).toBeGreaterThan(a!.x + a!.scale);
    expectFitting(root);
  });
  test('links that are set apart have their colour, arrow included', () => {
    const [apart] = rich.links.filter(({ type }) => !SYMMETRIC.has(type));
    const svg = toSvg({ ...rich, lineColors: new Map([[apart!.id, '#c2410c']]) });
    expect(svg.match(/stroke="#c2410c" marker-end="url\(#arrow-c2410c\)"/g)).toHaveLength(1);
    expect(svg.match(/<marker id="arrow-c2410c"/g)).toHaveLength(1);
  });

  test('only links read both ways have no arrow', () => {
    const root = parseXml(toSvg(rich));
    expect(layerOf(root, 'links').children.map(({ attributes }) => attributes['marker-end'])).toEqual([
      'url(#arrow-7a8594)',
      'url(#arrow-7a8594)',
      undefined,
    ]);
    expect(ids(all(root, 'marker'))).toEqual(['arrow-7a8594']);
  });
  test('an arrow stops where the shape begins', () => {
    const root = parseXml(toSvg(picture([entity('a:a'), entity('b:b')], [link('link:1', 'a:a', 'b:b')])));
    const [x, y] = pointsAlong(pathsOf(root)[0]!).at(-1)!;
    const end = placesOf(root)[1]!;
    expect(Math.hypot(end.x - x, end.y - y)).toBeCloseTo(9, 1);
  });
  test('an arrow between shapes that cover one another still points forward', () => {
    const looks = new Map(['a:a', 'b:b'].map((id) => [id, { color: '#0a6', size: 500, shape: 'circle' } as const]));
    const root = parseXml(toSvg(picture([entity('a:a'), entity('b:b')], [link('link:1', 'a:a', 'b:b')], { looks })));
    const [start, end] = [pointsAlong(pathsOf(root)[0]!)[0]!, pointsAlong(pathsOf(root)[0]!).at(-1)!];
    expect(end[0]).toBeGreaterThan(start[0]);
    expectFitting(root);
  });
  test('links of the same two entities do not lie on one another, whichever way they go', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 7 }), fc.boolean(), (ways, isOnePoint) => {
        const links = ways.map((isForth, i) => link(`link:${i}`, isForth ? 'a:a' : 'b:b', isForth ? 'b:b' : 'a:a'));
        const shown = picture([entity('a:a'), entity('b:b')], links, isOnePoint ? { positions: new Map() } : {});
        const paths = pathsOf(parseXml(toSvg(shown)));
        for (const [i, path] of paths.entries()) for (const other of paths.slice(i + 1)) expect(gapBetween(path, other)).toBeGreaterThan(9);
      }),
    );
  });
  test('a single link is straight, and one of an entity to itself a loop', () => {
    const shown = picture([entity('a:a'), entity('b:b')], [link('link:1', 'a:a', 'b:b'), link('link:2', 'b:b', 'b:b')]);
    expect(pathsOf(parseXml(toSvg(shown))).map((d) => d.match(/[LQC]/)![0])).toEqual(['L', 'C']);
    expectFitting(parseXml(toSvg(shown)));
  });
  test('each shape has an outline of its own, in its color and size', () => {
    const shapes = ['circle', 'square', 'diamond', 'triangle'] as const;
    const looks = new Map(shapes.map((shape, i) => [`a:${shape}`, { shape, color: `#00000${i}`, size: 5 }]));
    const figures = all(
      layerOf(
        parseXml(
          toSvg(
            picture(
              [...looks.keys()].map((id) => entity(id)),
              [],
              { looks },
            ),
          ),
        ),
        'entities',
      ),
      'path',
    );
    expect(new Set(figures.map(({ attributes }) => attributes['d'])).size).toBe(4);
    expect(figures.map(({ attributes }) => attributes['fill'])).toEqual(['#000000', '#000001', '#000002', '#000003']);
    for (const { attributes } of figures) expect(attributes['transform']).toMatch(/ scale\(5\)$/);
  });
  test('the background is that of the screen', () => {
    const groundOf = (isDark: boolean) => one(parseXml(toSvg({ ...rich, isDark })), 'rect').attributes['fill'];
    expect(groundOf(false)).toBe('#ffffff');
    expect(groundOf(true)).toBe('#12161c');
  });
  test('the caption says what it is and where it is from, on as many lines as it needs', () => {
    expect(captionOf(parseXml(toSvg(rich)))).toEqual([rich.title, rich.url]);
    expect(captionOf(parseXml(toSvg({ ...rich, asOf: '2026-05-01' })))).toEqual([rich.title, rich.url, 'As of 2026-05-01']);
    const url = `https://example.org/explore?shown=${'organization:microsoft,'.repeat(40)}`;
    const root = parseXml(toSvg({ ...rich, url }));
    expect(captionOf(root).slice(1).join('')).toBe(url);
    expect(boxOf(root)[2]).toBeLessThan(1000);
    expectFitting(root);
  });
  test.each([
    ['no entity', EMPTY],
    ['one entity', picture([entity('a:a')])],
    ['all on one point', { ...rich, positions: new Map(rich.entities.map(({ id }) => [id, { x: 7, y: 7 }])) }],
    ['no place and no look', { ...rich, positions: new Map(), looks: new Map() }],
    ['no title and no address', { ...rich, title: '', url: '' }],
    ['a long name in Japanese', picture([entity('a:a', { name: '警察庁'.repeat(60) })])],
    ['units that are huge', { ...rich, positions: new Map(rich.entities.map(({ id }, i) => [id, { x: 1e6 * i, y: -1e5 * i }])) }],
  ])('works with %s', (_, shown) => {
    const root = parseXml(toSvg(shown));
    expect(layerOf(root, 'entities').children).toHaveLength(shown.entities.length);
    expect(boxOf(root)[2]).toBeGreaterThanOrEqual(400);
    expectFitting(root);
  });
});

describe('any text', () => {
  test.each([
    ['GraphML', toGraphml],
    ['GEXF', toGexf],
    ['SVG', toSvg],
  ])('makes well-formed %s that keeps all that XML allows', (_, write) => {
    fc.assert(
      fc.property(grapheme, grapheme, (name, purpose) => {
        const shown = picture([entity('a:a', { name }), entity('b:b')], [link('link:1', 'a:a', 'b:b', { purpose })], {
          title: purpose,
          url: name,
        });
        const found = JSON.stringify(parseXml(write(shown)));
        for (const text of [name, purpose]) expect(found).toContain(JSON.stringify(allowed(text)).slice(1, -1));
      }),
    );
  });
  const allowed = (text: string): string =>
    [...text].filter((c) => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]$/.test(c) || c.codePointAt(0)! > 0xffff).join('');
});

test.each([
  ['GraphML', () => all(parseXml(toGraphml(EMPTY)), 'node').length],
  ['GEXF', () => all(parseXml(toGexf(EMPTY)), 'node').length],
  ['CSV', () => parseCsv(toCsv(EMPTY)).length - 1],
  ['JSON-LD', () => JSON.parse(toJsonld(EMPTY))['@graph'].length - 1],
])('an empty picture is an empty %s', (_, count) => expect(count()).toBe(0));
