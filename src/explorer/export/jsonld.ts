/** The picture as JSON-LD, in the words of schema.org and of Pledgegraph, for triple stores. */
import type { Entity, Link, Picture } from '../graph.ts';

const CONTEXT = {
  schema: 'https://schema.org/',
  pg: 'https://pledgegraph.org/vocabulary#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'schema:url': { '@type': '@id' },
  'schema:value': { '@type': 'xsd:decimal' },
  'pg:confidence': { '@type': 'xsd:double' },
};
const SCHEMA_TYPES: ReadonlyMap<string, string> = new Map([
  ['Organization', 'schema:Organization'],
  ['Agency', 'schema:GovernmentOrganization'],
  ['Person', 'schema:Person'],
  ['Place', 'schema:Place'],
  ['Product', 'schema:Product'],
]);
const DATE_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}$/, 'xsd:gYear'],
  [/^\d{4}-\d\d$/, 'xsd:gYearMonth'],
  [/^\d{4}-\d\d-\d\d$/, 'xsd:date'],
];

/** One document: first what the picture is, then its entities, then its links as nodes of their own. */
export function toJsonld(picture: Picture): string {
  const graph = [aboutPicture(picture), ...picture.entities.map(aboutEntity), ...picture.links.map(aboutLink)];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}

const aboutPicture = ({ title, url, asOf }: Picture) =>
  known({ '@type': 'schema:Dataset', 'schema:name': title, 'schema:url': url, 'pg:asOf': dateOf(asOf) });

const aboutEntity = ({ id, kind, name, type, amount, date }: Entity) =>
  known({
    '@id': iriOf(id),
    '@type': SCHEMA_TYPES.get(kind) ?? `pg:${kind}`,
    'schema:name': name,
    'pg:type': type,
    'pg:amount': amount && { '@type': 'schema:MonetaryAmount', 'schema:value': amount.value, 'schema:currency': amount.currency },
    'pg:date': dateOf(date),
  });

const aboutLink = (link: Link) =>
  known({
    '@id': iriOf(link.id),
    '@type': 'pg:Link',
    'pg:type': link.type,
    'pg:from': { '@id': iriOf(link.from) },
    'pg:to': { '@id': iriOf(link.to) },
    'pg:confidence': link.confidence,
    'pg:independentSourceCount': link.independentSourceCount,
    'pg:contested': link.contested,
    'pg:isSelfReported': link.isSelfReported,
    'pg:since': dateOf(link.since),
    'pg:until': dateOf(link.until),
    'pg:role': link.role,
    'pg:purpose': link.purpose,
  });

const known = (node: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null));

/** Half of a surrogate pair has no URL encoding. */
const iriOf = (id: string): string => `urn:pledgegraph:${encodeURIComponent(id.replace(/\p{Cs}/gu, '\uFFFD')).replaceAll('%3A', ':')}`;

/** A date may be a year or a month. */
function dateOf(date: string | null): unknown {
  const type = DATE_TYPES.find(([form]) => date !== null && form.test(date))?.[1];
  return type ? { '@type': type, '@value': date } : date;
}
