/** What every format tells of a picture, its entities and its links: no value without its marks, and all with their claims. */
import type { Claimed, ClaimFacts, ValueFacts } from '../evidence.ts';
import type { Entity, Link } from '../graph.ts';
import { SYMMETRIC } from '../model.ts';
import { inWords } from '../text/stated.ts';
import type { Picture } from './picture.ts';

/** What an attribute may hold; null where there is none. */
export type Fact = string | number | boolean | null;
/** The types of facts, as GraphML names them. */
export type Types = Readonly<Record<string, 'string' | 'double' | 'int' | 'boolean'>>;

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** What the picture is, where it is from, and what may be done with it. */
export const aboutOf = ({ title, url, asOf, asOfMeans, madeOn, text }: Picture): Record<string, string> => ({
  title,
  url,
  asOf,
  asOfMeans,
  madeOn,
  licence: LICENCE,
  attribution: text.licence,
});

/** The same, a line each, for people. */
export const aboutLines = ({ title, url, asOf, asOfMeans, madeOn, text }: Picture): string[] => [
  title,
  `Pledgegraph. ${url}`,
  text.asOfLine(asOf, text.meanings[asOfMeans], madeOn),
  text.licence,
];

/** What an entity has besides its name. */
export const ENTITY_TYPES = {
  kind: 'string',
  type: 'string',
  amount: 'double',
  currency: 'string',
  amountQualifier: 'string',
  amountContested: 'boolean',
  amountSelfReported: 'boolean',
  amountDoubtful: 'boolean',
  amountInWords: 'string',
  date: 'string',
  dateOf: 'string',
  dateContested: 'boolean',
  dateSelfReported: 'boolean',
  dateDoubtful: 'boolean',
} as const satisfies Types;

/** What a link has besides its type. */
export const LINK_TYPES = {
  symmetric: 'boolean',
  confidence: 'double',
  independentSourceCount: 'int',
  contested: 'boolean',
  isSelfReported: 'boolean',
  since: 'string',
  until: 'string',
  role: 'string',
  purpose: 'string',
  claimCount: 'int',
} as const satisfies Types;

export function entityFacts(entity: Entity, picture: Picture): Record<keyof typeof ENTITY_TYPES, Fact> {
  const { id, kind, type, amount, date } = entity;
  const dated = datedBy(entity, picture.evidence.values.get(id) ?? []);
  return {
    kind,
    type,
    amount: amount?.value ?? null,
    currency: amount?.currency ?? null,
    amountQualifier: amount?.qualifier ?? null,
    amountContested: amount?.rests.isContested ?? null,
    amountSelfReported: amount?.rests.isSelfReported ?? null,
    amountDoubtful: amount?.rests.isDoubtful ?? null,
    amountInWords: amount && inWords(amount, amount.rests, picture.text),
    date,
    dateOf: dated?.property ?? null,
    dateContested: dated?.rests.isContested ?? null,
    dateSelfReported: dated?.rests.isSelfReported ?? null,
    dateDoubtful: dated?.rests.isDoubtful ?? null,
  };
}

/** The stated value that its date is. */
export const datedBy = ({ date }: Entity, values: readonly ValueFacts[]): ValueFacts | undefined =>
  ['announcedOn', 'startsOn', 'dueOn', 'endsOn']
    .flatMap((name) => values.find(({ property, stands }) => stands && property === name) ?? [])
    .find(({ value }) => date !== null && value?.date === date);

export function linkFacts({ id, type, from: _, to: __, ...facts }: Link, picture: Picture): Record<keyof typeof LINK_TYPES, Fact> {
  return { ...facts, symmetric: SYMMETRIC.includes(type), claimCount: claimsOf(id, picture).claimCount };
}

const NONE: Claimed = { claims: [], claimCount: 0 };
/** What a link rests on. */
export const claimsOf = (link: string, { evidence }: Picture): Claimed => evidence.links.get(link) ?? NONE;

/** Every claim of the picture once. */
export function allClaims({ evidence: { values, links } }: Picture): ClaimFacts[] {
  const all = [...[...values.values()].flat(), ...links.values()].flatMap(({ claims }) => claims);
  return [...new Map(all.map((claim) => [claim.id, claim])).values()];
}
