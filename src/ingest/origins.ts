/** Origins: whose word a claim is, and how many independent ones stand behind a link. */
import { kindOf } from '../../model/ids.ts';
import { interfaces } from '../../model/kinds.ts';
import { graphOf, reachedFrom } from '../reach.ts';
import { compare, isSaid, isSupporting, type StatedClaim, type StatedLink } from './claims.ts';
import type { SeedDocument, SeedSource } from './document.ts';
import { mergeSources } from './merge.ts';
import { remembered } from './remembered.ts';

/** What stands behind claims. */
export interface Origins {
  /** Whose word a claim is. */
  originOf(claim: StatedClaim): string;
  /** Whether whoever says so, or prints it, is an end or a party of what is stated. */
  isSelfReported(claim: StatedClaim): boolean;
  /** What claims about one thing weigh together, as links and values have it. */
  weigh(claims: readonly StatedClaim[]): Weight;
}

export interface Weight {
  /** The greatest among claims that support it; 0 where none does any longer. */
  readonly confidence: number;
  /** How many sources say so. */
  readonly sourceCount: number;
  /** How many distinct origins say so that are not part of what is stated. */
  readonly independentSourceCount: number;
  /** What sorts of source say so: words between blanks. */
  readonly sourceTypes: string | undefined;
  readonly claimIds: readonly string[];
}

export function originsOf(documents: readonly SeedDocument[], links: readonly StatedLink[]): Origins {
  const sources = new Map([...mergeSources(documents)].map(([id, { what }]) => [id, what]));
  const root = rootFinder(sources);
  const [stakeholders, wholes] = [stakeholderFinder(links), wholeFinder(links)];
  const publishersOf = (id: string): readonly string[] => [id, root(id)].flatMap((one) => sources.get(one)?.publishers ?? []);

  const originOf = ({ claim, document }: StatedClaim): string =>
    (claim.attributedTo === undefined ? document.source.attributedTo : claim.attributedTo) ?? root(document.source.id);
  const isSelfReported = remembered((one: StatedClaim): boolean => {
    const involved = new Set(one.about.flatMap((id) => [...stakeholders(id)]).flatMap(wholes));
    return [originOf(one), ...publishersOf(one.document.source.id)].flatMap(wholes).some((id) => involved.has(id));
  });
  const weigh = (claims: readonly StatedClaim[]): Weight => {
    const said = claims.filter(isSaid);
    const sourceIds = said.map(({ document }) => document.source.id);
    const types = distinct(sourceIds.flatMap((id) => (sources.get(id)?.['sourceType'] as string | undefined) ?? []));
    return {
      confidence: Math.max(0, ...claims.filter(isSupporting).map(({ claim }) => claim.confidence)),
      sourceCount: new Set(sourceIds).size,
      independentSourceCount: new Set(said.filter((one) => !isSelfReported(one)).map(originOf)).size,
      sourceTypes: types.length ? ` ${types.join(' ')} ` : undefined,
      claimIds: distinct(claims.map(({ id }) => id)),
    };
  };
  return { originOf, isSelfReported, weigh };
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted(compare);

/** Follows DERIVED_FROM to the document that others repeat; sources of the same text are one, and of a circle the first by id. */
function rootFinder(sources: ReadonlyMap<string, SeedSource>): (id: string) => string {
  const byHash = new Map<string, string>();
  for (const { id, contentHash } of [...sources.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (contentHash && !byHash.has(contentHash)) byHash.set(contentHash, id);
  }
  const sameText = (id: string): string => byHash.get(sources.get(id)?.contentHash ?? '') ?? id;
  return (id) => {
    const seen: string[] = [];
    let at = sameText(id);
    for (; !seen.includes(at); at = sameText(sources.get(at)?.derivedFrom?.[0] ?? at)) seen.push(at);
    return seen.slice(seen.indexOf(at)).toSorted()[0]!;
  };
}

export const isActor = (id: string): boolean => kindOf(id)?.interfaces.includes(interfaces.get('Actor')!) ?? false;

/** The links whose `from` has a stake in their `to`. */
const OWNING = new Set(['PARTY_TO', 'RUNS', 'HAS_TARGET', 'OBSERVED_AS']);

/** Who has a stake in a node: an actor itself, the parties of a commitment, whoever a target, observation or program belongs to. */
function stakeholderFinder(links: readonly StatedLink[]): (id: string) => ReadonlySet<string> {
  const owners = graphOf(links.filter(({ type }) => OWNING.has(type)).map(({ from, to }) => [to, from]));
  const known = new Map<string, ReadonlySet<string>>();
  return function stakeholders(id): ReadonlySet<string> {
    const found = known.get(id) ?? new Set(isActor(id) ? [id] : (owners.get(id) ?? []).flatMap((owner) => [...stakeholders(owner)]));
    known.set(id, found);
    return found;
  };
}

/** A body and all it is a unit of: what a newsroom says is its company's word. */
function wholeFinder(links: readonly StatedLink[]): (id: string) => readonly string[] {
  const parents = graphOf(links.filter(({ type }) => type === 'UNIT_OF').map(({ from, to }) => [from, to]));
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const found = known.get(id) ?? [...new Set([id, ...reachedFrom(id, parents)])];
    known.set(id, found);
    return found;
  };
}
