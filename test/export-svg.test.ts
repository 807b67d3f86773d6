/** Pictures as SVG: what is drawn where, with which words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJsonld } from '../src/explorer/export/jsonld.ts';
import { toSvg } from '../src/explorer/export/svg.ts';
import { SYMMETRIC } from '../src/explorer/model.ts';
import {
  boxOf,
  captionOf,
  expectFitting,
  gapBetween,
  labelsOf,
  layerOf,
  pathsOf,
  placesOf,
  pointsAlong,
  titleOf,
} from './support/drawing.ts';
import { CLEAN, EMPTY, founded, picture, rich } from './support/pictures.ts';
import { entity, link } from './support/shown.ts';
import { all, ids, one, parseXml } from './support/xml.ts';

describe('SVG', () => {
  test('draws each entity and link once, with its title', () => {
    const root = parseXml(toSvg(rich));
    expect(root).toMatchObject({ name: 'svg', attributes: { xmlns: 'http://www.w3.org/2000/svg' } });
    expect(titleOf(root)).toBe(rich.title);
    expect(layerOf(root, 'entities').children.map(titleOf)).toEqual([
      `${CLEAN} (Agency)`,
      'commitment:b (Commitment): up to 10,000,000,000.5 USD (contested)',
      'person:c (Person)',
    ]);
    expect(
      labelsOf(root).map((lines) =>
        lines
          .map(({ text }) => text)
          .join(' ')
          .replace(/\s+/g, ' '),
      ),
    ).toEqual([CLEAN.replace(/\s+/g, ' '), 'commitment:b', 'person:c']);
    expect(layerOf(root, 'links').children.map(titleOf)).toEqual([
      `${CLEAN} PARTY_TO commitment:b (contested)`,
      `${CLEAN} PARTY_TO commitment:b`,
      `commitment:b PARTNERS_WITH ${CLEAN} (self-reported)`,
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
    expect(Number(labelsOf(root)[1]![0]!.attributes['x'])).toBeGreaterThan(b!.x + b!.scale);
    expectFitting(root);
  });
  test('links that are set apart have their colour, arrow included', () => {
    const [apart] = rich.links.filter(({ type }) => !SYMMETRIC.includes(type));
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
  test('title, legend, source, time and licence stand around it, on as many lines as they need', () => {
    const legend = [
      { shape: 'patch', color: '#4269d0', label: 'Community 1' } as const,
      { shape: 'line', color: '#c2410c', label: 'Contested link' } as const,
    ];
    const root = parseXml(toSvg({ ...founded, legend, notes: ['The larger, the more.'] }));
    const textsOf = (layer: string) => all(layerOf(root, layer), 'text').map(({ text }) => text);
    expect(textsOf('head')).toEqual([rich.title]);
    expect(textsOf('signs')).toEqual(['Community 1', 'Contested link']);
    const caption = captionOf(root).join(' ');
    for (const line of [
      'The larger, the more.',
      `Pledgegraph. ${rich.url}`,
      'As of 2026-05-01: known by then and valid then.',
      rich.text.licence,
      '(Paper, 2026-04)',
    ])
      expect(caption).toContain(line);
    expectFitting(root);
  });
  test('an address is told whole, however long', () => {
    const url = `https://example.org/explore?shown=${'organization:microsoft,'.repeat(40)}`;
    const root = parseXml(toSvg({ ...rich, url }));
    expect(captionOf(root).join('')).toContain(url);
    expect(boxOf(root)[2]).toBeLessThan(1000);
    expectFitting(root);
  });
  test('what it rests on is in it, as JSON-LD', () => {
    expect(JSON.parse(one(parseXml(toSvg(founded)), 'metadata').text)).toEqual(JSON.parse(toJsonld(founded)));
  });
  test('names stand where they cover neither shapes nor one another, as far as there is room', () => {
    const entities = ['north', 'middle', 'beside it on the right'].map((name, i) => entity(`a:${i}`, { name }));
    const positions = new Map([
      ['a:0', { x: 0, y: 100 }],
      ['a:1', { x: 0, y: 0 }],
      ['a:2', { x: 12, y: 0 }],
    ]);
    const root = parseXml(toSvg(picture(entities, [], { positions })));
    expect(layerOf(root, 'labels').children.map(({ attributes }) => attributes['text-anchor'])).toEqual([undefined, 'end', undefined]);
    expectFitting(root);
  });
  test('a name that is read from the right keeps its order, one without blanks wraps, and a long one ends', () => {
    const [arabic, kanji] = ['وزارة الاتصالات (2026)', '人工知能の研究者および技術者の育成に関する約束'];
    const root = parseXml(toSvg(picture([arabic, kanji, 'word '.repeat(60)].map((name, i) => entity(`a:${i}`, { name })))));
    const [one, two, three] = labelsOf(root).map((lines) => lines.map(({ text }) => text));
    expect(one).toEqual([`\u2068${arabic}\u2069`]);
    expect([two!.length > 1, two!.join('')]).toEqual([true, kanji]);
    expect([three!.length, three!.at(-1)!.endsWith('…')]).toEqual([3, true]);
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
    expect(boxOf(root)[2]).toBeGreaterThanOrEqual(640);
    expectFitting(root);
  });
});
