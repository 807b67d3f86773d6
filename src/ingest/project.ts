/** Documents -> graph. The graph is a pure function of the documents, whatever the order they were loaded in. */
import { kindOf, linkTypes } from '../../schema/model.ts';
import type { Identifier } from '../../schema/values.ts';
import type { Row } from '../engine/engine.ts';
import {
  bestOf,
  compare,
  isSupporting,
  lonelyClaims,
  type StatedClaim,
  type StatedLink,
  type StatedValue,
  statedLinks,
  statedValues,
  typedValue,
} from './claims.ts';
import type { SeedDocument } from './document.ts';
import { encode, type Graph, known, type LinkRow, linkIdOf, type NodeRow } from './graph.ts';
import { type Merged, mergeEntities, mergeSources } from './merge.ts';
import { type Origins, originsOf } from './origins.ts';

export function project(unordered: Iterable<SeedDocument>): Graph {
  const documents = [...unordered].toSorted((a, b) => compare(a.recordedAt, b.recordedAt) || compare(a.source.id, b.source.id));
  const entities = mergeEntities(documents);
  const stands = (...ids: readonly string[]): boolean => ids.every((id) => entities.has(id));
  const links = [...statedLinks(documents).values()].filter(({ from, to }) => stands(from, to));
  const values = [...statedValues(documents).values()].filter(({ of }) => stands(of));
  const claims = [...links, ...values].flatMap((one) => one.claims).concat(lonelyClaims(documents).filter(({ about }) => stands(...about)));
  const sources = [...mergeSources(documents).values()];
  return {
    nodes: byId([...entityNodes(entities, values), ...identifierNodes(entities), ...sources.map(sourceNode), ...claims.map(claimNode)]),
    links: byId([
      ...linkRows(links, documents),
      ...identifierLinks(entities),
      ...sources.flatMap(sourceLinks),
      ...claims.flatMap(claimLinks),
    ]),
  };
}

const byId = <Item extends { readonly id: string }>(rows: readonly Item[]): Map<string, Item> => new Map(rows.map((row) => [row.id, row]));

type Entities = ReturnType<typeof mergeEntities>;

function entityNodes(entities: Entities, values: readonly StatedValue[]): NodeRow[] {
  const best = new Map<string, Row>();
  for (const { of, property, claims } of values) best.set(of, { ...best.get(of), [property]: bestOf(claims)?.value });
  return [...entities.values()].map(({ id, what, recordedAt }) => {
    const kind = kindOf(id)!;
    return { id, kind: kind.name, values: { ...encode(kind.properties, { ...what, ...best.get(id) }), recordedAt } };
  });
}

const identifiersOf = ({ id, what, recordedAt }: Merged<Readonly<Record<string, unknown>>>) =>
  ((what['identifiers'] ?? []) as Identifier[]).map(({ scheme, value }) => ({ id: `${scheme} ${value}`, entity: id, recordedAt }));

/** An identifier of somebody else is a node, so that entities are found by it through an index. */
const identifierNodes = (entities: Entities): NodeRow[] =>
  [...entities.values()].flatMap(identifiersOf).map(({ id, recordedAt }) => ({ id, kind: 'Identifier', values: { id, recordedAt } }));
const identifierLinks = (entities: Entities): LinkRow[] =>
  [...entities.values()].flatMap(identifiersOf).map(({ id, entity, recordedAt }) => evidence('IDENTIFIES', id, entity, recordedAt));

const evidence = (type: string, from: string, to: string, recordedAt: string, values: Row = {}): LinkRow => {
  const id = linkIdOf(type, from, to);
  return { id, type, from, to, values: { ...known(values), id, recordedAt } };
};

const sourceNode = ({ id, what, recordedAt }: Merged<Readonly<Record<string, unknown>>>): NodeRow => ({
  id,
  kind: 'Source',
  values: { ...encode(kindOf(id)!.properties, what), recordedAt },
});

const sourceLinks = ({ id, what, recordedAt }: Merged<Readonly<Record<string, unknown>>>): LinkRow[] => [
  ...((what['publishers'] ?? []) as string[]).map((to) => evidence('PUBLISHED_BY', id, to, recordedAt)),
  ...((what['derivedFrom'] ?? []) as string[]).map((to) => evidence('DERIVED_FROM', id, to, recordedAt)),
];

function claimNode({ id, claim, document, property, value }: StatedClaim): NodeRow {
  const values = { ...claim, id, property, value: property === null ? null : typedValue(value, property), recordedAt: document.recordedAt };
  return { id, kind: 'Claim', values: encode(kindOf(id)!.properties, values) };
}

function claimLinks({ id, claim, document: { source, recordedAt }, about }: StatedClaim): LinkRow[] {
  const { quote, start, end, paragraph, stance } = claim;
  const proven = quote === undefined ? null : source.contentHash !== undefined && start !== undefined;
  const speaker = claim.attributedTo === undefined ? source.attributedTo : claim.attributedTo;
  return [
    ...about.map((subject) => evidence('ABOUT', id, subject, recordedAt)),
    evidence('SUPPORTED_BY', id, source.id, recordedAt, { quote, start, end, paragraph, proven, stance }),
    ...(speaker ? [evidence('ATTRIBUTED_TO', id, speaker, recordedAt)] : []),
  ];
}

/** A link as it is projected: its claims, and what the documents say of it whose claims support it. */
interface Projected {
  readonly stated: StatedLink;
  readonly said: Row;
}

/** A link is a projection of its claims: without one that supports it, it is not there. */
function linkRows(stated: readonly StatedLink[], documents: readonly SeedDocument[]): LinkRow[] {
  const supported = stated.filter(({ claims }) => claims.some(isSupporting)).map((one) => ({ stated: one, said: saidOf(one) }));
  const origins = originsOf(
    documents,
    supported.map((one) => one.stated),
  );
  const contested = findContested(supported);
  return supported.map((one) => linkRow(one, contested.has(one), origins));
}

/** The properties of a link: what is said first is kept. */
function saidOf({ statements, claims }: StatedLink): Row {
  const supporting = new Set(claims.filter(isSupporting).map(({ document, name }) => `${document.source.id} ${name}`));
  const links = statements.filter(({ link, document }) => link.claims.some((name) => supporting.has(`${document.source.id} ${name}`)));
  return Object.assign({}, ...links.map(({ link }) => link).reverse()) as Row;
}

function linkRow({ stated, said }: Projected, contested: boolean, origins: Origins): LinkRow {
  const { id, type, from, to, claims } = stated;
  const own = encode(linkTypes.get(type)!.properties, said);
  const confidence = Math.max(...claims.filter(isSupporting).map(({ claim }) => claim.confidence));
  const recordedAt = claims.map(({ document }) => document.recordedAt).toSorted(compare)[0];
  const claimIds = [...new Set(claims.map((one) => one.id))].toSorted(compare);
  const counts = { sourceCount: origins.sourceCount(claims), independentSourceCount: origins.independentSourceCount(claims) };
  return {
    id,
    type,
    from,
    to,
    values: known({ id, ...own, since: said['since'], until: said['until'], recordedAt, confidence, ...counts, contested, claimIds }),
  };
}

/** Links of a single type from one node that are valid at once. */
function findContested(links: readonly Projected[]): Set<Projected> {
  const found = new Set<Projected>();
  const rivals = new Map<string, Projected[]>();
  for (const one of links.filter(({ stated }) => linkTypes.get(stated.type)!.single)) {
    const place = `${one.stated.type} ${one.stated.from}`;
    const before = rivals.get(place) ?? [];
    for (const other of before.filter((rival) => overlap(rival.said, one.said))) found.add(one).add(other);
    rivals.set(place, [...before, one]);
  }
  return found;
}

/** Whether two validities have a day in common; a date that is missing is open. */
const overlap = (a: Row, b: Row): boolean => !endsBefore(a, b) && !endsBefore(b, a);
function endsBefore({ until }: Row, { since }: Row): boolean {
  return typeof until === 'string' && typeof since === 'string' && until < since.slice(0, until.length);
}
