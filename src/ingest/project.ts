/** Documents -> graph. The graph is a pure function of the documents, whatever the order they were loaded in. */
import { kindOf } from '../../model/ids.ts';
import { linkTypes } from '../../model/links.ts';
import type { Identifier } from '../../model/values.ts';
import type { Row } from '../engine/engine.ts';
import { folded } from '../search/words.ts';
import {
  compare,
  isAgainst,
  isSupporting,
  lonelyClaims,
  overlap,
  type StatedClaim,
  type StatedLink,
  statedLinks,
  statedValues,
  typedValue,
} from './claims.ts';
import { conflictRows } from './conflicts.ts';
import type { SeedDocument } from './document.ts';
import { expectedNodes } from './expected.ts';
import { byId, encode, type Graph, known, type LinkRow, linkKey, type NodeRow, plainLink } from './graph.ts';
import { type Merged, mergeEntities, mergeSources } from './merge.ts';
import { type Origins, originsOf } from './origins.ts';
import { remembered } from './remembered.ts';
import { type Settled, settle, valueLinks, valueNodes } from './values.ts';

export function project(unordered: Iterable<SeedDocument>): Graph {
  const documents = [...unordered].toSorted((a, b) => compare(a.recordedAt, b.recordedAt) || compare(a.source.id, b.source.id));
  const entities = mergeEntities(documents);
  const stands = (...ids: readonly string[]): boolean => ids.every((id) => entities.has(id));
  const links = [...statedLinks(documents).values()].filter(({ from, to }) => stands(from, to));
  const stated = [...statedValues(documents).values()].filter(({ of }) => stands(of));
  const claims = [...links, ...stated].flatMap((one) => one.claims).concat(lonelyClaims(documents).filter(({ about }) => stands(...about)));
  const sources = [...mergeSources(documents).values()];
  const sourceIds = new Set(sources.map(({ id }) => id));

  const projected = projectLinks(links);
  const origins = originsOf(
    documents,
    projected.map((one) => one.stated),
  );
  const values = stated.map((one) => settle(one, origins));
  const nodes = entityNodes(entities, values);
  const statements = [
    ...valueNodes(values, origins),
    ...expectedNodes(
      nodes,
      projected.map((one) => one.stated),
      values,
    ),
  ];
  const contested = findContested(projected);
  const conflicts = conflictRows(
    values,
    [...contested].map((one) => one.stated),
    origins,
  );
  return {
    nodes: byId([
      ...nodes,
      ...identifierNodes(entities),
      ...projected.map(({ stated }) => linkKey(stated)),
      ...sources.map(sourceNode),
      ...claims.map((claim) => claimRow(claim, origins)),
      ...statements,
      ...conflicts.nodes,
    ]),
    links: byId([
      ...projected.map((one) => linkRow(one, contested.has(one), origins)),
      ...identifierLinks(entities),
      ...[...sources.flatMap(sourceLinks), ...claims.flatMap((claim) => claimLinks(claim))].filter(
        ({ to }) => entities.has(to) || sourceIds.has(to),
      ),
      ...valueLinks(statements),
      ...conflicts.links,
    ]),
  };
}

type Entities = ReturnType<typeof mergeEntities>;

function entityNodes(entities: Entities, values: readonly Settled[]): NodeRow[] {
  const best = new Map<string, Row>();
  for (const one of values) best.set(one.of, { ...best.get(one.of), [one.property]: one.best });
  return [...entities.values()].map(({ id, what }) => {
    const kind = kindOf(id)!;
    const values = encode(kind.properties, { ...what, ...best.get(id) });
    return { id, kind: kind.name, values: { ...values, ...searchedColumns(values) } };
  });
}

/** Names and texts as they are searched, for an index of the database. */
function searchedColumns({ name, namesValues, identifiersValues, summary, statement }: Row): Row {
  const lines = (...parts: unknown[]) => parts.flat().flatMap((part) => (part ? [folded(part as string)] : []));
  const texts = lines(summary, statement);
  const names = [...new Set(lines(name, namesValues, identifiersValues))];
  return known({
    nameKeys: names,
    foldedNames: names.join('\n'),
    foldedTexts: texts.length ? texts.join('\n') : null,
  });
}

const identifiersOf = ({ id, what }: Merged<Readonly<Record<string, unknown>>>) =>
  ((what['identifiers'] ?? []) as Identifier[]).map(({ scheme, value }) => ({ id: `${scheme} ${value}`, entity: id }));

/** An identifier of somebody else is a node, so that entities are found by it through an index. */
const identifierNodes = (entities: Entities): NodeRow[] =>
  [...entities.values()].flatMap(identifiersOf).map(({ id }) => ({ id, kind: 'Identifier', values: { id } }));
const identifierLinks = (entities: Entities): LinkRow[] =>
  [...entities.values()].flatMap(identifiersOf).map(({ id, entity }) => plainLink('IDENTIFIES', id, entity));

const sourceNode = ({ id, what }: Merged<Readonly<Record<string, unknown>>>): NodeRow => ({
  id,
  kind: 'Source',
  values: encode(kindOf(id)!.properties, what),
});

const sourceLinks = ({ id, what }: Merged<Readonly<Record<string, unknown>>>): LinkRow[] => [
  ...((what['publishers'] ?? []) as string[]).map((to) => plainLink('PUBLISHED_BY', id, to)),
  ...((what['derivedFrom'] ?? []) as string[]).map((to) => plainLink('DERIVED_FROM', id, to)),
];

const claimRow = (one: StatedClaim, origins: Origins): NodeRow =>
  claimNode(one, origins.originOf(one), origins.isSelfReported(one), origins.weigh([one]).sourceTypes);

const claimNode = remembered(
  ({ id, claim, property, value }: StatedClaim, origin: string, isSelfReported: boolean, sourceTypes: string | undefined): NodeRow => {
    const typed = property === null || value === undefined ? null : typedValue(value, property);
    const values = encode(kindOf(id)!.properties, { ...claim, origin, isSelfReported, id, property, value: typed });
    return { id, kind: 'Claim', values: known({ ...values, sourceTypes }) };
  },
);

const evidence = linkTypes.get('SUPPORTED_BY')!.properties;

const claimLinks = remembered(({ id, claim, document: { source }, about }: StatedClaim): LinkRow[] => {
  const { quote, start, end, paragraph, stance } = claim;
  const proven = quote === undefined ? null : source.contentHash !== undefined && start !== undefined;
  const speaker = claim.attributedTo === undefined ? source.attributedTo : claim.attributedTo;
  return [
    ...about.map((subject) => plainLink('ABOUT', id, subject)),
    plainLink('SUPPORTED_BY', id, source.id, encode(evidence, { quote, start, end, paragraph, proven, stance })),
    ...(speaker ? [plainLink('ATTRIBUTED_TO', id, speaker)] : []),
  ];
});

/** A link as it is projected: its claims, and what the documents say of it whose claims support it. */
interface Projected {
  readonly stated: StatedLink;
  readonly said: Row;
}

/** A link is a projection of its claims: without one that supports it, it is not there. */
const projectLinks = (stated: readonly StatedLink[]): Projected[] =>
  stated.filter(({ claims }) => claims.some(isSupporting)).map((one) => ({ stated: one, said: saidOf(one) }));

/** The properties of a link: what is said first is kept. */
function saidOf({ statements, claims }: StatedLink): Row {
  const supporting = new Set(claims.filter(isSupporting).map(({ document, name }) => `${document.source.id} ${name}`));
  const links = statements.filter(({ link, document }) => link.claims.some((name) => supporting.has(`${document.source.id} ${name}`)));
  return Object.assign({}, ...links.map(({ link }) => link).reverse()) as Row;
}

function linkRow({ stated, said }: Projected, contested: boolean, origins: Origins): LinkRow {
  const { id, type, from, to, claims } = stated;
  const own = encode(linkTypes.get(type)!.properties, said);
  const values = { id, ...own, since: said['since'], until: said['until'], ...origins.weigh(claims), contested };
  return { id, type, from, to, values: known(values) };
}

/** Links that a source contradicts, and those of a single type from one node that are valid at once. */
function findContested(links: readonly Projected[]): Set<Projected> {
  const found = new Set(links.filter(({ stated }) => stated.claims.some(isAgainst)));
  const rivals = new Map<string, Projected[]>();
  for (const one of links.filter(({ stated }) => linkTypes.get(stated.type)!.single)) {
    const place = `${one.stated.type} ${one.stated.from}`;
    const before = rivals.get(place) ?? [];
    for (const other of before.filter((rival) => overlap(rival.said, one.said))) found.add(one).add(other);
    rivals.set(place, [...before, one]);
  }
  return found;
}
