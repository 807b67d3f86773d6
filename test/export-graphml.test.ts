/** Pictures as GraphML, read back. */
import { describe, expect, test } from 'vitest';
import { toGraphml } from '../src/explorer/export/graphml.ts';
import { CLEAN, EMPTY, founded, rich } from './support/pictures.ts';
import { all, type Element, ids, one, parseXml } from './support/xml.ts';

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
      ...['title', 'url', 'asOf', 'asOfMeans', 'madeOn', 'licence', 'attribution'].map((key) => `graph ${key} string`),
      ...['name string', 'label string', 'kind string', 'type string', 'amount double', 'currency string'].map((key) => `node ${key}`),
      ...['amountQualifier string', 'amountContested boolean', 'amountSelfReported boolean'].map((key) => `node ${key}`),
      ...['amountDoubtful boolean', 'amountInWords string', 'date string', 'dateOf string'].map((key) => `node ${key}`),
      ...['dateContested boolean', 'dateSelfReported boolean', 'dateDoubtful boolean', 'values string'].map((key) => `node ${key}`),
      ...['x double', 'y double', 'color string', 'size double'].map((key) => `node ${key}`),
      ...[
        'type string',
        'symmetric boolean',
        'confidence double',
        'independentSourceCount int',
        'contested boolean',
        'isSelfReported boolean',
      ].map((key) => `edge ${key}`),
      ...['since string', 'until string', 'role string', 'purpose string', 'claimCount int', 'claims string'].map((key) => `edge ${key}`),
    ]);
  });
  test('tells all of each entity and link once, and nothing of what is not known', () => {
    const root = parseXml(toGraphml(rich));
    expect(root.attributes['xmlns']).toBe('http://graphml.graphdrawing.org/xmlns');
    expect(one(root, 'graph').attributes['edgedefault']).toBe('directed');
    expect(ids(all(root, 'node'))).toEqual(['agency:a', 'commitment:b', 'person:c']);
    expect(ids(all(root, 'edge'))).toEqual(['link:1', 'link:2', 'link:3']);
    const [a, b] = all(root, 'node').map((node) => dataOf(root, node));
    expect(a).toEqual({ name: CLEAN, label: CLEAN, kind: 'Agency', type: 'ministry', x: '0', y: '0', color: '#0a6', size: '9' });
    expect(b).toMatchObject({
      amount: '10000000000.5',
      currency: 'USD',
      amountQualifier: 'UP_TO',
      amountContested: 'true',
      date: '2026-04-03',
      x: '100',
      y: '30',
    });
    const [first, second] = all(root, 'edge').map((edge) => dataOf(root, edge));
    expect(first).toEqual({
      ...{ type: 'PARTY_TO', confidence: '0.75', independentSourceCount: '2', contested: 'true', isSelfReported: 'false' },
      ...{ since: '2025', until: '2026-06', role: 'FUNDING', purpose: CLEAN, symmetric: 'false', claimCount: '0' },
    });
    expect(second).toEqual({
      type: 'PARTY_TO',
      symmetric: 'false',
      contested: 'false',
      isSelfReported: 'false',
      role: 'LEAD',
      claimCount: '0',
    });
  });
  test('leaves out where and how an entity is drawn when that is not known', () => {
    const root = parseXml(toGraphml({ ...rich, positions: new Map(), looks: new Map() }));
    expect(dataOf(root, all(root, 'node')[2]!)).toEqual({ name: 'person:c', label: 'person:c', kind: 'Person' });
  });
  test('every link is directed, and those read both ways say so', () => {
    const root = parseXml(toGraphml(rich));
    const edges = all(root, 'edge').map((edge) => [
      edge.attributes['source'],
      edge.attributes['directed'],
      dataOf(root, edge)['symmetric'],
    ]);
    expect(edges).toEqual([
      ['agency:a', undefined, 'false'],
      ['agency:a', undefined, 'false'],
      ['commitment:b', undefined, 'true'],
    ]);
  });
  test('says what it is, and has values and claims as JSON', () => {
    const root = parseXml(toGraphml(founded));
    const graph = { ...one(root, 'graph'), children: one(root, 'graph').children.filter(({ name }) => name === 'data') };
    expect(dataOf(root, graph)).toMatchObject({
      url: rich.url,
      asOf: '2026-05-01',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect(JSON.parse(dataOf(root, all(root, 'node')[1]!)['values']!)).toEqual(founded.evidence.values.get('commitment:b'));
    expect(JSON.parse(dataOf(root, all(root, 'edge')[0]!)['claims']!)).toEqual(founded.evidence.links.get('link:1')!.claims);
  });
});
