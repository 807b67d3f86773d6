/** Origins: whose word a claim is, and how many independent ones stand behind a link. */
import { kindOf } from '../../schema/model.ts';
import { isSupporting, type StatedClaim, type StatedLink } from './claims.ts';
import type { SeedDocument, SeedSource } from './document.ts';

/** Counts what stands behind claims. */
export interface Origins {
  /** How many sources support them. */
  sourceCount(claims: readonly StatedClaim[]): number;
  /** How many distinct origins support them that are neither an end nor a party of what is stated. */
  independentSourceCount(claims: readonly StatedClaim[]): number;
}

export function originsOf(documents: readonly SeedDocument[], links: ReadonlyMap<string, StatedLink>): Origins {
  const sources = new Map<string, SeedSource>();
  for (const document of documents) for (const source of document.sources) sources.set(source.id, source);
  for (const { source } of documents) sources.set(source.id, source);
  const root = rootFinder(sources);
  const stakeholders = stakeholderFinder(links);

  const originOf = ({ claim, document }: StatedClaim): string =>
    (claim.attributedTo === undefined ? document.source.attributedTo : claim.attributedTo) ?? root(document.source.id);
  const isSelfReported = (one: StatedClaim): boolean => {
    const involved = new Set(one.about.flatMap((id) => [...stakeholders(id)]));
    return [originOf(one), ...(one.document.source.publishers ?? [])].some((id) => involved.has(id));
  };
  return {
    sourceCount: (claims) => new Set(claims.filter(isSupporting).map(({ document }) => document.source.id)).size,
    independentSourceCount: (claims) => new Set(claims.filter((one) => isSupporting(one) && !isSelfReported(one)).map(originOf)).size,
  };
}

/** Follows DERIVED_FROM to the document that others repeat; sources of the same text are one. */
function rootFinder(sources: ReadonlyMap<string, SeedSource>): (id: string) => string {
  const byHash = new Map<string, string>();
  for (const { id, contentHash } of [...sources.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    if (contentHash && !byHash.has(contentHash)) byHash.set(contentHash, id);
  const rootOf = (id: string, seen: ReadonlySet<string>): string => {
    const { contentHash, derivedFrom: [next] = [] } = sources.get(id) ?? {};
    if (next && !seen.has(next)) return rootOf(next, new Set([...seen, next]));
    return (contentHash && byHash.get(contentHash)) ?? id;
  };
  return (id) => rootOf(id, new Set([id]));
}

/** The links whose `from` has a stake in their `to`. */
const OWNING = new Set(['PARTY_TO', 'RUNS', 'HAS_TARGET', 'OBSERVED_AS']);

/** Who has a stake in a node: an actor itself, the parties of a commitment, whoever a target, observation or program belongs to. */
function stakeholderFinder(links: ReadonlyMap<string, StatedLink>): (id: string) => ReadonlySet<string> {
  const owners = new Map<string, string[]>();
  for (const { type, from, to } of links.values()) {
    if (!OWNING.has(type)) continue;
    const known = owners.get(to);
    if (known) known.push(from);
    else owners.set(to, [from]);
  }
  const known = new Map<string, ReadonlySet<string>>();
  return function stakeholders(id): ReadonlySet<string> {
    const isActor = kindOf(id)?.interfaces.some((one) => one.name === 'Actor');
    const found = known.get(id) ?? new Set(isActor ? [id] : (owners.get(id) ?? []).flatMap((owner) => [...stakeholders(owner)]));
    known.set(id, found);
    return found;
  };
}
