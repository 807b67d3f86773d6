/** The picture as JSON-LD, in the words of schema.org and of Pledgegraph, for triple stores: entities, values, links, claims and sources. */
import { type ClaimFacts, type SourceFacts, sourcesOf, type ValueFacts } from '../evidence.ts';
import type { Entity, Link, Rests } from '../graph.ts';
import type { Value } from '../text/stated.ts';
import { allClaims, claimsOf, datedBy, LICENCE } from './facts.ts';
import type { Picture } from './picture.ts';

const CONTEXT = {
  schema: 'https://schema.org/',
  pg: 'https://pledgegraph.org/vocabulary#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'schema:url': { '@type': '@id' },
  'schema:license': { '@type': '@id' },
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

/** One document: first what the picture is, then its entities, its links as nodes of their own, and the claims and sources of both. */
export function toJsonld(picture: Picture): string {
  const graph = [
    aboutPicture(picture),
    ...picture.entities.map((entity) => aboutEntity(entity, picture)),
    ...picture.links.map((link) => aboutLink(link, picture)),
    ...allClaims(picture).map(aboutClaim),
    ...sourcesOf(picture.evidence).map(aboutSource),
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}

const aboutPicture = ({ title, url, asOf, asOfMeans, madeOn, text }: Picture) =>
  known({
    '@type': 'schema:Dataset',
    'schema:name': title,
    'schema:url': url,
    'pg:asOf': dateOf(asOf),
    'pg:asOfMeans': asOfMeans,
    'schema:dateCreated': dateOf(madeOn),
    'schema:license': LICENCE,
    'schema:copyrightNotice': text.licence,
  });

function aboutEntity(entity: Entity, { evidence }: Picture) {
  const { id, kind, name, type, amount, date } = entity;
  const values = evidence.values.get(id) ?? [];
  const dated = datedBy(entity, values);
  return known({
    '@id': iriOf(id),
    '@type': SCHEMA_TYPES.get(kind) ?? `pg:${kind}`,
    'schema:name': name,
    'pg:type': type,
    'pg:amount': amount && { ...numberNode(amount), ...restsOf(amount.rests) },
    'pg:date': dated ? { 'pg:property': dated.property, 'pg:value': dateOf(date), ...restsOf(dated.rests) } : dateOf(date),
    'pg:states': values.length ? values.map(aboutValue) : null,
  });
}

const aboutValue = ({
  property,
  value,
  stands,
  agreement,
  independentSourceCount,
  confidence,
  since,
  until,
  rests,
  ...claimed
}: ValueFacts) =>
  known({
    '@type': 'pg:StatedValue',
    'pg:property': property,
    'pg:value': value && valueNode(value),
    'pg:stands': stands,
    'pg:agreement': agreement,
    ...restsOf(rests),
    'pg:independentSourceCount': independentSourceCount,
    'pg:confidence': confidence,
    'pg:since': dateOf(since),
    'pg:until': dateOf(until),
    'pg:claimCount': claimed.claimCount,
    'pg:claim': refs(claimed.claims),
  });

const valueNode = (value: Value): unknown =>
  value.value !== undefined ? numberNode(value) : value.date === undefined ? value.text : dateOf(value.date);

function numberNode({ value, currency, unit, qualifier }: Value) {
  const type = currency ? 'schema:MonetaryAmount' : 'schema:QuantitativeValue';
  const unitOf = currency ? { 'schema:currency': currency } : { 'schema:unitText': unit };
  return { '@type': type, 'schema:value': value, ...unitOf, 'pg:qualifier': qualifier };
}

const restsOf = ({ isContested, isSelfReported, isDoubtful }: Rests) => ({
  'pg:contested': isContested,
  'pg:isSelfReported': isSelfReported,
  'pg:doubtful': isDoubtful,
});

const aboutLink = (link: Link, picture: Picture) =>
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
    'pg:claimCount': claimsOf(link.id, picture).claimCount,
    'pg:claim': refs(claimsOf(link.id, picture).claims),
  });

const aboutClaim = ({ id, statement, basis, rank, review, confidence, isSelfReported, saidBy, evidence }: ClaimFacts) =>
  known({
    '@id': iriOf(id),
    '@type': 'pg:Claim',
    'pg:statement': statement,
    'pg:basis': basis,
    'pg:rank': rank,
    'pg:review': review,
    'pg:confidence': confidence,
    'pg:isSelfReported': isSelfReported,
    'pg:saidBy': saidBy.length ? saidBy : null,
    'pg:evidence': evidence.map(({ quote, stance, source }) =>
      known({ 'pg:quote': quote, 'pg:stance': stance, 'pg:source': { '@id': iriOf(source.id) } }),
    ),
  });

const aboutSource = ({ id, title, url, publisher, publishedOn, language, licence }: SourceFacts) =>
  known({
    '@id': iriOf(id),
    '@type': 'schema:CreativeWork',
    'schema:name': title,
    'schema:url': url && /^https?:/.test(url) ? url : null,
    'schema:publisher': publisher,
    'schema:datePublished': dateOf(publishedOn),
    'schema:inLanguage': language,
    'pg:licence': licence,
  });

const refs = (claims: readonly ClaimFacts[]) => (claims.length ? claims.map(({ id }) => ({ '@id': iriOf(id) })) : null);

const known = (node: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null && value !== undefined));

/** Half of a surrogate pair has no URL encoding. */
const iriOf = (id: string): string => `urn:pledgegraph:${encodeURIComponent(id.replace(/\p{Cs}/gu, '\uFFFD')).replaceAll('%3A', ':')}`;

/** A date may be a year or a month. */
function dateOf(date: string | null): unknown {
  const type = DATE_TYPES.find(([form]) => date !== null && form.test(date))?.[1];
  return type ? { '@type': type, '@value': date } : date;
}
