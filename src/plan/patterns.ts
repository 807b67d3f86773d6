/** The patterns by which fields lead from node to node: the only Cypher that the schema is made with. */
import type { Direction } from '../../model/link.ts';
import { symmetricLinks } from '../../model/links.ts';
import type { Census, Spread } from './census.ts';
import type { LinkSide, PatternNames, Root } from './extensions.ts';
import type { Time } from './time.ts';

/** How Cypher writes which way a link is followed: before its brackets, and after. */
export const arrows = { OUT: ['-', '->'], IN: ['<-', '-'], BOTH: ['-', '-'] } as const;

interface Options {
  readonly order: string;
  readonly gives?: LinkSide['gives'];
  readonly polymorphic?: boolean;
}

/** Along the links of one type. */
export function along(type: string, direction: Direction, { order, gives = 'page', polymorphic = false }: Options): LinkSide {
  const [left, right] = arrows[direction];
  const pattern = ({ from, link, to }: Omit<PatternNames, 'edge' | 'time'>): string => `(${from})${left}[${link}:${type}]${right}(${to})`;
  return {
    match: (names) => `MATCH ${pattern(names)}`,
    pattern,
    reads: (census) => census.spread(type, direction),
    scope: ['from'],
    linked: true,
    order,
    gives,
    polymorphic,
  };
}

const patternOfAny: NonNullable<LinkSide['pattern']> = ({ from, link, to, types = '' }) => `(${from})-[${link}${types}]-(${to}:Entity)`;

/** Along links of any type, from entity to entity: the links of the partner graph. */
export const alongAny: LinkSide = {
  match: (names) => `MATCH ${patternOfAny(names)}`,
  pattern: patternOfAny,
  reads: (census) => census.spreadOfAny(),
  symmetric: symmetricLinks,
  scope: ['from'],
  linked: true,
  order: 'name',
  gives: 'page',
  polymorphic: true,
};

/** One end of a link. */
export const endOfLink = (end: 'startNode' | 'endNode'): LinkSide => ({
  match: ({ edge, to }) => `WITH ${end}(${edge}) AS ${to}`,
  reads: () => perNode(1, 1),
  scope: ['edge'],
  linked: false,
  order: 'name',
  gives: 'one',
  polymorphic: true,
});

/** How many links of each of these types lead from a node and to it; the nodes at their other ends are not read. */
export function countsOfLinks(types: readonly string[], gathered: (held: unknown) => unknown): LinkSide {
  const counts = (from: string, [left, right]: readonly [string, string], slot: string, { isLive }: Time): string =>
    `CALL (${from}) { MATCH (${from})${left}[r:${types.join('|')}]${right}() WHERE ${isLive('r')} WITH type(r) AS t, count(r) AS c RETURN collect([t, c]) AS ${slot} }`;
  return gathering(
    (_, { time }) =>
      (from, slot) =>
        `${counts(from, arrows.OUT, `${slot}o`, time)} ${counts(from, arrows.IN, `${slot}i`, time)} RETURN [${slot}o, ${slot}i] AS ${slot}`,
    gathered,
    (census) => census.spreadOfAny().each,
  );
}

/** So many rows for each node, whichever it is, and at most so many. */
const perNode = (each: number, most: number): Spread => ({ links: Number.POSITIVE_INFINITY, each, most });

/** What is computed of a node: a value that a subquery returns, what is made of it, and how many rows it looks at. */
export const gathering = (
  gather: NonNullable<LinkSide['gather']>,
  gathered: NonNullable<LinkSide['gathered']>,
  reads: (census: Census) => number,
): LinkSide => ({
  match: () => '',
  reads: (census) => perNode(reads(census), 1),
  gather,
  gathered,
  scope: ['from'],
  linked: false,
  order: 'name',
  gives: 'one',
  polymorphic: false,
});

/** How many claims a link or a value is taken to rest on, of one of many. */
const CLAIMS_OF_A_LINK = 3;

/**
 * From a link, or from a value, to the claims it rests on. Each is looked up by itself: without the bound of one, Neo4j may scan all
 * claims in the order of their statements instead, where it expects few links.
 */
export const claimsOf = (end: 'from' | 'edge'): LinkSide => ({
  match: ({ [end]: held, to }) =>
    `UNWIND ${held}.claimIds AS ${to}id CALL (${to}id) { MATCH (${to}:Claim {id: ${to}id}) RETURN ${to} LIMIT 1 } WITH ${to}`,
  reads: (census) => perNode(Math.min(CLAIMS_OF_A_LINK, census.claims()), census.claims()),
  scope: [end],
  linked: false,
  order: 'statement',
  gives: 'page',
  polymorphic: false,
});

/** From an entity to the sources of the claims about it, each once. */
export const sourcesOfClaims: LinkSide = {
  match: ({ from, to, time: { isLive, stands } }) =>
    `MATCH (${from})<-[${to}a:ABOUT]-(${to}c:Claim) WHERE ${stands(`${to}a`, `${to}c`)} MATCH (${to}c)-[${to}s:SUPPORTED_BY]->(${to}) WHERE ${isLive(`${to}s`)} WITH DISTINCT ${to}`,
  reads: (census) => perNode(census.spread('ABOUT', 'IN').each * (1 + census.spread('SUPPORTED_BY', 'OUT').each), census.nodes('Source')),
  scope: ['from'],
  linked: false,
  order: 'title',
  gives: 'page',
  polymorphic: false,
};

/** From a source to the entities that its claims are about, each once. */
export const entitiesOfClaims: LinkSide = {
  match: ({ from, to, time: { isLive, stands } }) =>
    `MATCH (${from})<-[${to}s:SUPPORTED_BY]-(${to}c:Claim) WHERE ${stands(`${to}s`, `${to}c`)} MATCH (${to}c)-[${to}a:ABOUT]->(${to}) WHERE ${isLive(`${to}a`)} WITH DISTINCT ${to}`,
  reads: (census) => perNode(census.spread('SUPPORTED_BY', 'IN').each * (1 + census.spread('ABOUT', 'OUT').each), census.nodes('Entity')),
  scope: ['from'],
  linked: false,
  order: 'name',
  gives: 'page',
  polymorphic: true,
};

/** All nodes of a label, page by page. */
export const everyNode = (label: string, order: string): LinkSide => ({
  match: ({ to }) => `MATCH (${to}:${label})`,
  reads: (census) => perNode(census.nodes(label), census.nodes(label)),
  scope: [],
  linked: false,
  order,
  gives: 'page',
  polymorphic: false,
});

type Keys = Extract<Root, { by: 'keys' }>['keys'];

/** The nodes with these ids, which have one of `labels`. */
export function byKeys(labels: readonly string[], keys: Keys, { many = false, links }: { many?: boolean; links?: Root } = {}): Root {
  const matchOf = (label: string): string => `MATCH (n0:${label} {id: key})`;
  return {
    by: 'keys',
    match(present) {
      const found = labels.filter((label) => present.has(label));
      return inOne((found.length ? found : labels.slice(0, 1)).map(matchOf));
    },
    many,
    keys,
    ...(links && { links }),
  };
}

/** A link by `end id`: one of its ends, best that of fewer links, since all of its links are looked at, and its own id. */
export const FOUND_LINK =
  "WITH key, split(key, ' ') AS ids WITH key, ids[0] AS end, ids[1] AS link MATCH (a0:Entity {id: end}) CALL (a0, link) { MATCH (a0)-[r0]-(:Entity) WHERE r0.id = link RETURN r0 LIMIT 1 }";

const linksBy = (match: string): Root => ({ by: 'keys', many: true, ofLinks: true, keys: () => [], match: () => match });

export const foundLinks = linksBy(FOUND_LINK);

/** A link by its id alone: a node of that id tells its ends, since an index of links is not to be had everywhere. */
export const linksById = linksBy(
  'MATCH (k0:LinkKey {id: key}) MATCH (a0:Entity {id: k0.from}) MATCH (b0:Entity {id: k0.to}) CALL (key, a0, b0) { MATCH (a0)-[r0]->(b0) WHERE r0.id = key RETURN r0 LIMIT 1 }',
);

/** The entities with these ids, or with these identifiers as `scheme value`. */
export const byIdOrIdentifier = (keys: Keys): Root => ({
  by: 'keys',
  many: false,
  keys,
  match: (present, { isLive }) =>
    present.has('Identifier')
      ? `CALL (key) { MATCH (j0:Identifier {id: key}) RETURN j0 LIMIT 1 } MATCH (j0)-[i0:IDENTIFIES]->(n0:Entity) WHERE ${isLive('i0')}`
      : 'MATCH (n0:Entity {id: key})',
});

const inOne = (matches: readonly string[]): string =>
  matches.length === 1 ? matches[0]! : `CALL (key) { ${matches.map((match) => `${match} RETURN n0`).join(' UNION ')} }`;
