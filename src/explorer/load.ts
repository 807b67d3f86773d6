/** Loads entities and links, and makes of the answers what the page shows. */
import { ApiError, type Asking, ask } from './api.ts';
import { type Amount, type Entity, type Graph, type Link, NOTHING } from './graph.ts';
import { KIND_NAMES } from './look.ts';
import { LINK_TYPES } from './model.ts';
import { CURRENCIES, KNOWN, largestOf, NEAREST, NEIGHBORS, SCENE } from './queries.ts';
import { type RestsAnswer, restsOf } from './rests.ts';
import { type Filters, NO_FILTERS } from './scene.ts';

type Within = Pick<Asking, 'asOf' | 'signal'>;

/** An entity as it is answered. */
export interface EntityAnswer {
  readonly __typename: string;
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly amount?: Omit<Amount, 'rests'> | null;
  /** What the amount rests on. */
  readonly ofAmount?: readonly RestsAnswer[];
  readonly announcedOn?: string | null;
  readonly startsOn?: string | null;
  readonly dueOn?: string | null;
  readonly endsOn?: string | null;
}
interface LinkAnswer extends Omit<Link, 'from' | 'to' | 'isSelfReported'> {
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
  readonly sourceCount: number | null;
  readonly byOthers: { readonly nodes: readonly unknown[] };
}

export const entityOf = ({ __typename, id, name, type, amount, ofAmount, ...dates }: EntityAnswer): Entity => ({
  id,
  kind: __typename,
  name,
  type,
  amount: amount ? { ...amount, rests: restsOf(ofAmount?.[0]) } : null,
  date: dates.announcedOn ?? dates.startsOn ?? dates.dueOn ?? dates.endsOn ?? null,
});

const linkOf = ({ byOthers, sourceCount, from, to, ...link }: LinkAnswer): Link => ({
  ...link,
  from: from.id,
  to: to.id,
  contested: link.contested ?? false,
  isSelfReported: (sourceCount ?? 0) > 0 && byOthers.nodes.length === 0,
});

const byId = <One extends { readonly id: string }>(all: readonly One[]): Map<string, One> => new Map(all.map((one) => [one.id, one]));

/** What is loaded of a scene: which of its entities there are none of, and why not all links are there. */
interface Found {
  readonly graph: Graph;
  readonly missing: readonly string[];
  readonly reason: string | null;
}

/** The entities with the links among them. */
export async function loadGraph(ids: readonly string[], within: Within): Promise<Found> {
  try {
    return { ...(await loadAll(ids, within)), missing: [] };
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'NOT_FOUND') throw error;
    const known = await knownOf(ids, within);
    const missing = ids.filter((id) => !known.has(id));
    return { ...(await loadAll([...known], within)), missing };
  }
}

async function loadAll(ids: readonly string[], within: Within): Promise<Omit<Found, 'missing'>> {
  if (ids.length === 0) return { graph: NOTHING, reason: null };
  type Answer = { neighborhood: { reason: string | null; nodes: EntityAnswer[]; links: LinkAnswer[] } };
  const { neighborhood } = await ask<Answer>({ query: SCENE, variables: { ids, limit: ids.length }, ...within });
  const { nodes, links, reason } = neighborhood;
  return { graph: { entities: byId(nodes.map(entityOf)), links: byId(links.map(linkOf)) }, reason };
}

/** How many ids `nodes` takes. */
const MOST_IDS = 500;

/** Those that there are, and that are entities. */
async function knownOf(ids: readonly string[], within: Within): Promise<Set<string>> {
  type Answer = { nodes: ({ id?: string } | null)[] };
  const parts = Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, i) => ids.slice(i * MOST_IDS, (i + 1) * MOST_IDS));
  const answers = await Promise.all(parts.map((part) => ask<Answer>({ query: KNOWN, variables: { ids: part }, ...within })));
  const nodes = answers.flatMap((one) => one.nodes);
  return new Set(nodes.flatMap((node) => node?.id ?? []));
}

/** What of the filters the server can hold to: those of links, and kinds that are come to. */
export function boundsOf({ hiddenKinds, hiddenTypes, minConfidence, minSources }: Filters) {
  return {
    types: hiddenTypes.length ? LINK_TYPES.filter((type) => !hiddenTypes.includes(type)) : null,
    kinds: hiddenKinds.length ? KIND_NAMES.filter((kind) => !hiddenKinds.includes(kind)).map((kind) => kind.toUpperCase()) : null,
    minConfidence: minConfidence || null,
    minSources: minSources || null,
  };
}

/** Some entities and the nearest around them that filters leave, as many as `limit`. */
export async function loadNearest(
  ids: readonly string[],
  limit: number,
  filters: Filters,
  within: Within,
): Promise<{ ids: readonly string[]; truncated: boolean }> {
  type Answer = { neighborhood: { truncated: boolean; nodes: { id: string }[] } };
  const bounds = boundsOf(filters);
  if (bounds.types?.length === 0) return { ids, truncated: false };
  const variables = { ids, limit: Math.max(limit, ids.length), ...bounds };
  const { neighborhood } = await ask<Answer>({ query: NEAREST, variables, ...within });
  return { ids: neighborhood.nodes.map(({ id }) => id), truncated: neighborhood.truncated };
}

/** How many commitments the page opens on. */
const MOST_LARGEST = 10;

/** The entities of the largest commitments of each currency. */
export async function loadLargest(limit: number, within: Within): Promise<readonly string[]> {
  const { commitmentTotals } = await ask<{ commitmentTotals: { currency: string }[] }>({ query: CURRENCIES, ...within });
  const currencies = [...new Set(commitmentTotals.map(({ currency }) => currency))].slice(0, MOST_LARGEST);
  const query = largestOf(currencies, Math.ceil(MOST_LARGEST / (currencies.length + 1)));
  const answers = await ask<Record<string, { nodes: { id: string }[] }>>({ query, ...within });
  const ids = Object.values(answers).flatMap(({ nodes }) => nodes.map(({ id }) => id));
  return ids.length ? (await loadNearest(ids, limit, NO_FILTERS, within)).ids : [];
}

/** Who is linked to an entity by one type: the next of those that are not known. */
export async function loadNeighbors(
  id: string,
  type: string,
  direction: string,
  known: ReadonlySet<string>,
  within: Within,
): Promise<readonly string[]> {
  type Page = { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: { id: string }[] };
  for (let after: string | null = null; ; ) {
    const { entity }: { entity: { links: Page } | null } = await ask({
      query: NEIGHBORS,
      variables: { id, type, direction, after },
      ...within,
    });
    const fresh = entity?.links.nodes.map((node) => node.id).filter((other) => !known.has(other)) ?? [];
    if (fresh.length || !entity?.links.pageInfo.hasNextPage) return fresh;
    after = entity.links.pageInfo.endCursor;
  }
}
