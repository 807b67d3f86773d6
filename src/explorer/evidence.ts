/** All that a picture rests on: every stated value and every link with its claims, quotes and sources. */
import type { Rests } from './graph.ts';
import type { SourceFragment } from './queries.ts';
import type { Value } from './text/stated.ts';

export interface SourceFacts extends SourceFragment {
  readonly language: string | null;
  readonly licence: string | null;
}
export interface ClaimFacts {
  readonly id: string;
  readonly statement: string;
  readonly basis: string;
  readonly rank: string;
  readonly review: string;
  readonly confidence: number;
  readonly isSelfReported: boolean;
  readonly saidBy: readonly string[];
  readonly evidence: readonly { readonly quote: string | null; readonly stance: string | null; readonly source: SourceFacts }[];
}
export interface Claimed {
  readonly claims: readonly ClaimFacts[];
  /** How many there are, where not all are given. */
  readonly claimCount: number;
}
export interface ValueFacts extends Claimed {
  readonly property: string;
  readonly value: Value | null;
  /** Whether it stands as the property itself. */
  readonly stands: boolean;
  readonly agreement: string | null;
  readonly independentSourceCount: number;
  readonly confidence: number;
  readonly since: string | null;
  readonly until: string | null;
  readonly rests: Rests;
}
export interface Evidence {
  /** By the ids of entities. */
  readonly values: ReadonlyMap<string, readonly ValueFacts[]>;
  /** By the ids of links. */
  readonly links: ReadonlyMap<string, Claimed>;
}
export const NO_EVIDENCE: Evidence = { values: new Map(), links: new Map() };

/** The sources that evidence leads to, those that most rests on first. */
export function sourcesOf({ values, links }: Evidence): SourceFacts[] {
  const claims = [...[...values.values()].flat(), ...links.values()].flatMap((one) => one.claims);
  const sources = claims.flatMap(({ evidence }) => evidence.map(({ source }) => source));
  const counts = new Map<string, number>();
  for (const { id } of sources) counts.set(id, (counts.get(id) ?? 0) + 1);
  const distinct = [...new Map(sources.map((source) => [source.id, source])).values()];
  return distinct.sort((a, b) => counts.get(b.id)! - counts.get(a.id)! || (a.id < b.id ? -1 : 1));
}
