/** Pictures as JSON-LD, read back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJsonld } from '../src/explorer/export/jsonld.ts';
import type { Picture } from '../src/explorer/export/picture.ts';
import { anyText, founded, NASTY, picture, rich } from './support/pictures.ts';
import { entity } from './support/shown.ts';

describe('JSON-LD', () => {
  const graphOf = (shown: Picture): Record<string, unknown>[] => JSON.parse(toJsonld(shown))['@graph'];
  test('says what the picture is', () => {
    expect(graphOf(rich)[0]).toEqual({
      ...{ '@type': 'schema:Dataset', 'schema:name': rich.title, 'schema:url': rich.url },
      ...{ 'pg:asOf': { '@type': 'xsd:date', '@value': '2026-05-01' }, 'pg:asOfMeans': 'both' },
      'schema:dateCreated': { '@type': 'xsd:date', '@value': '2026-11-30' },
      ...{ 'schema:license': 'https://creativecommons.org/licenses/by/4.0/', 'schema:copyrightNotice': rich.text.licence },
    });
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
      'pg:amount': {
        ...{ '@type': 'schema:MonetaryAmount', 'schema:value': '10000000000.5', 'schema:currency': 'USD', 'pg:qualifier': 'UP_TO' },
        ...{ 'pg:contested': true, 'pg:isSelfReported': false, 'pg:doubtful': false },
      },
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
      'pg:claimCount': 0,
    });
    expect(second).not.toHaveProperty('pg:purpose');
    expect(third).toMatchObject({ '@id': 'urn:pledgegraph:link:3', 'pg:type': 'PARTNERS_WITH' });
    expect(rest).toEqual([]);
  });
  test('tells the values with their marks, and every claim and source once', () => {
    const graph = graphOf(founded);
    const aboutOf = (id: string) => graph.find((node) => node['@id'] === `urn:pledgegraph:${id}`);
    const [amount, announced] = aboutOf('commitment:b')!['pg:states'] as Record<string, unknown>[];
    expect(amount).toMatchObject({ 'pg:agreement': 'CONTESTED', 'pg:contested': true, 'pg:claim': [{ '@id': 'urn:pledgegraph:claim:1' }] });
    expect(announced).toMatchObject({ 'pg:property': 'announcedOn', 'pg:isSelfReported': true });
    expect(aboutOf('commitment:b')!['pg:date']).toMatchObject({ 'pg:property': 'announcedOn', 'pg:isSelfReported': true });
    expect(aboutOf('link:1')!['pg:claim']).toEqual([{ '@id': 'urn:pledgegraph:claim:1' }, { '@id': 'urn:pledgegraph:claim:2' }]);
    expect(aboutOf('claim:1')).toMatchObject({
      'pg:evidence': [{ 'pg:quote': '=“up to $10 bn”', 'pg:stance': 'SUPPORTS', 'pg:source': { '@id': 'urn:pledgegraph:source:s' } }],
    });
    expect(aboutOf('source:s')).toMatchObject({ '@type': 'schema:CreativeWork', 'schema:datePublished': { '@type': 'xsd:gYearMonth' } });
    expect(graph.map((node) => node['@id']).filter((id) => /claim:|source:/.test(String(id)))).toHaveLength(3);
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
