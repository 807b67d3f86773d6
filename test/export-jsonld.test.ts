/** Pictures as JSON-LD, read back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJsonld } from '../src/explorer/export/jsonld.ts';
import type { Picture } from '../src/explorer/graph.ts';
import { anyText, NASTY, picture, rich } from './support/pictures.ts';
import { entity } from './support/shown.ts';

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
      fc.property(anyText, (id) => {
        expect(iriOf(id)).toMatch(/^urn:pledgegraph:([\w.~!*'():-]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(iriOf(id))).toBe(`urn:pledgegraph:${id.replace(/\p{Cs}/gu, '\ufffd')}`);
      }),
    );
  });
});
