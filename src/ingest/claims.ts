/** The claims of all documents: each use of a named claim, for a link or a value, is a claim of its own. */
import { linkTypes } from '../../model/links.ts';
import type { Money, Quantity } from '../../model/values.ts';
import { endsOf, type SeedClaim, type SeedDocument, type SeedLink } from './document.ts';
import { claimIdOf, linkIdOf } from './graph.ts';
import { remembered } from './remembered.ts';

/** One source's claim about one thing. */
export interface StatedClaim {
  readonly id: string;
  /** What its document calls it. */
  readonly name: string;
  readonly claim: SeedClaim;
  readonly document: SeedDocument;
  /** What it is about: both ends of a link, or the node of a value. */
  readonly about: readonly string[];
  /** The link type or the property. */
  readonly property: string | null;
  readonly value: unknown;
  /** In place of a value: why it is not known. */
  readonly unknown?: string | undefined;
}

/** A link as documents state it, with its claims. */
export interface StatedLink {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly statements: { readonly link: SeedLink; readonly document: SeedDocument }[];
  readonly claims: StatedClaim[];
}

/** A value as documents state it: every claim about one property of one node. */
export interface StatedValue {
  readonly of: string;
  readonly property: string;
  readonly claims: StatedClaim[];
}

/** What tells two claims of a source about one thing apart. */
export const spotOf = ({ start, quote, statement }: SeedClaim): unknown => start ?? quote ?? statement;

/** All links that documents state, by id. Ends of links read both ways are sorted. */
export function statedLinks(documents: readonly SeedDocument[]): Map<string, StatedLink> {
  const found = new Map<string, StatedLink>();
  for (const one of documents.flatMap((document) => linksOf(document))) {
    const stated = found.get(one.id) ?? { ...one, statements: [], claims: [] };
    found.set(one.id, stated);
    stated.statements.push(...one.statements);
    stated.claims.push(...one.claims);
  }
  return found;
}

const linksOf = remembered((document: SeedDocument): StatedLink[] =>
  document.links.flatMap((link) =>
    endsOf(link).map((end) => {
      const { id, from, to } = identityOf(link, end);
      const claims = link.claims.map((name) => claimAbout(document, name, [from, to], id, link.type, undefined));
      return { id, type: link.type, from, to, statements: [{ link, document }], claims };
    }),
  ),
);

/** The id and ends of a link as they are stored. */
export function identityOf(link: SeedLink, end: string): { id: string; from: string; to: string } {
  const { symmetric, key } = linkTypes.get(link.type)!;
  const [from, to] = symmetric && end < link.from ? [end, link.from] : [link.from, end];
  return { id: linkIdOf(link.type, from, to, key && link[key]), from, to };
}

/** All values that documents state, by node and property. */
export function statedValues(documents: readonly SeedDocument[]): Map<string, StatedValue> {
  const found = new Map<string, StatedValue>();
  for (const one of documents.flatMap((document) => valuesOf(document))) {
    const stated = found.get(`${one.of} ${one.property}`) ?? { ...one, claims: [] };
    found.set(`${one.of} ${one.property}`, stated);
    stated.claims.push(...one.claims);
  }
  return found;
}

const valuesOf = remembered((document: SeedDocument): StatedValue[] =>
  document.values.map(({ of, property, is, unknown, claims }) => ({
    of,
    property,
    claims: claims.map((name) => ({ ...claimAbout(document, name, [of], of, property, is ?? unknown), value: is, unknown })),
  })),
);

/** Claims that stand alone. */
export const lonelyClaims = (documents: readonly SeedDocument[]): StatedClaim[] => documents.flatMap((document) => lonelyOf(document));

const lonelyOf = remembered((document: SeedDocument): StatedClaim[] =>
  Object.entries(document.claims)
    .filter(([, { about }]) => about)
    .map(([name, { about }]) => ({ ...claimAbout(document, name, about!, about!.join(' '), '', undefined), property: null })),
);

function claimAbout(
  document: SeedDocument,
  name: string,
  about: readonly string[],
  subject: string,
  property: string,
  value: unknown,
): StatedClaim {
  const claim = document.claims[name]!;
  return { name, id: claimIdOf(document.source.id, subject, property, value, spotOf(claim)), claim, document, about, property, value };
}

/** A claimed value with the name of its GraphQL type. */
export function typedValue(value: unknown, property: string): unknown {
  if (value === undefined) return null;
  if (typeof value !== 'object') return { __typename: /On$/.test(property) ? 'DateValue' : 'TextValue', value };
  return { __typename: 'currency' in (value as Money | Quantity) ? 'Money' : 'Quantity', ...value };
}

/** Whether a claim speaks for what it is about: not known to be wrong, and not against it. */
export const isSupporting = ({ claim }: StatedClaim): boolean => claim.rank !== 'DEPRECATED' && claim.stance !== 'CONTRADICTS';

/** Whether its source says otherwise. */
export const isAgainst = ({ claim }: StatedClaim): boolean => claim.rank !== 'DEPRECATED' && claim.stance === 'CONTRADICTS';

/** Whether its source says so: common knowledge is nobody's word, and a mention takes no side. */
export const isSaid = (one: StatedClaim): boolean =>
  isSupporting(one) && one.claim.stance === 'SUPPORTS' && one.claim.basis !== 'BACKGROUND';

const RANKS = ['PREFERRED', 'NORMAL', 'DEPRECATED'];

/** How claims about one thing come one after the other: the best rank first, then the surest, then the latest published, then by id. */
export const standingOf = (a: StatedClaim, b: StatedClaim): number =>
  RANKS.indexOf(a.claim.rank) - RANKS.indexOf(b.claim.rank) ||
  b.claim.confidence - a.claim.confidence ||
  compare(publishedOn(b), publishedOn(a)) ||
  compare(a.id, b.id);

/** The claim whose value is projected: the first of those that support one. */
export const bestOf = (claims: readonly StatedClaim[]): StatedClaim | undefined =>
  claims.filter((one) => isSupporting(one) && one.value !== undefined).toSorted(standingOf)[0];
const publishedOn = ({ document }: StatedClaim): string => String(document.source['publishedOn'] ?? '');
/** By UTF-16 units: an order of ours, never that of a page. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Validity = { readonly since?: unknown; readonly until?: unknown };
/** Whether two validities have a day in common; a date that is missing is open. */
export const overlap = (a: Validity, b: Validity): boolean => !endsBefore(a, b) && !endsBefore(b, a);
function endsBefore({ until }: Validity, { since }: Validity): boolean {
  return typeof until === 'string' && typeof since === 'string' && until < since.slice(0, until.length);
}
