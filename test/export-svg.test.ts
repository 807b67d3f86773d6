/** Pictures as SVG: what is drawn where, with which words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toSvg } from '../src/explorer/export/svg.ts';
import { SYMMETRIC } from '../src/explorer/graph.ts';
import { boxOf, captionOf, expectFitting, gapBetween, layerOf, pathsOf, placesOf, pointsAlong, titleOf } from './support/drawing.ts';
import { CLEAN, EMPTY, picture, rich } from './support/pictures.ts';
import { entity, link } from './support/shown.ts';
import { all, ids, one, parseXml } from './support/xml.ts';

describe('SVG', () => {
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
