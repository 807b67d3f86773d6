/** Pictures as GEXF, read back. */
import { describe, expect, test } from 'vitest';
import { toGexf } from '../src/explorer/export/gexf.ts';
import type { Look } from '../src/explorer/graph.ts';
import { CLEAN, founded, rich } from './support/pictures.ts';
import { all, type Element, ids, one, parseXml } from './support/xml.ts';

/** What every file says of itself. */
const ABOUT = [
  rich.title,
  `Pledgegraph. ${rich.url}`,
  'As of 2026-05-01: known by then and valid then. Exported on 2026-11-30.',
  rich.text.licence,
];

describe('GEXF', () => {
  const attvalues = (element: Element) => Object.fromEntries(all(element, 'attvalue').map(({ attributes: a }) => [a['for'], a['value']]));
  test('tells all of each entity and link once', () => {
    const root = parseXml(toGexf(rich));
    const xmlns = 'http://www.gexf.net/1.2draft';
    expect(root.attributes).toEqual({ xmlns, 'xmlns:viz': `${xmlns}/viz`, version: '1.2' });
    expect(one(root, 'meta').attributes).toEqual({ lastmodifieddate: '2026-11-30' });
    expect(one(root, 'description').text.split('\n')).toEqual(ABOUT);
    expect(ids(all(root, 'node'))).toEqual(['agency:a', 'commitment:b', 'person:c']);
    expect(all(root, 'node')[0]!.attributes['label']).toBe(CLEAN);
    expect(attvalues(all(root, 'node')[1]!)).toStrictEqual({
      ...{ kind: 'Commitment', amount: '10000000000.5', currency: 'USD', date: '2026-04-03', amountQualifier: 'UP_TO' },
      ...{ amountContested: 'true', amountSelfReported: 'false', amountDoubtful: 'false' },
      amountInWords: 'up to 10,000,000,000.5 USD (contested)',
    });
    expect(all(root, 'edge').map(({ attributes: a }) => [a['id'], a['source'], a['target'], a['type'], a['kind']])).toEqual([
      ['link:1', 'agency:a', 'commitment:b', undefined, 'PARTY_TO'],
      ['link:2', 'agency:a', 'commitment:b', undefined, 'PARTY_TO'],
      ['link:3', 'commitment:b', 'agency:a', undefined, 'PARTNERS_WITH'],
    ]);
    expect(attvalues(all(root, 'edge')[0]!)).toStrictEqual({
      ...{ type: 'PARTY_TO', confidence: '0.75', independentSourceCount: '2', contested: 'true', isSelfReported: 'false' },
      ...{ since: '2025', until: '2026-06', role: 'FUNDING', purpose: CLEAN, symmetric: 'false', claimCount: '0' },
    });
    expect(attvalues(all(root, 'edge')[2]!)).toMatchObject({ symmetric: 'true' });
    expect(one(root, 'graph').attributes['defaultedgetype']).toBe('directed');
  });
  test('values and claims are JSON', () => {
    const root = parseXml(toGexf(founded));
    expect(JSON.parse(attvalues(all(root, 'node')[1]!)['values']!)).toEqual(founded.evidence.values.get('commitment:b'));
    expect(JSON.parse(attvalues(all(root, 'edge')[0]!)['claims']!)).toEqual(founded.evidence.links.get('link:1')!.claims);
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
