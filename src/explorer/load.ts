/** Loads entities and links, and makes of the answers what the page shows. */
import { ApiError, ask, type Within } from './api.ts';
import { type Amount, type Entity, type Graph, type Link, NOTHING } from './graph.ts';
import { KIND_NAMES } from './look.ts';
import { LINK_TYPES } from './model.ts';
import {
  CURRENCIES,
  type EntityFragment,
  type Kind,
  KNOWN,
  LARGEST,
  type LinkDirection,
  type LinkFragment,
  type LinkType,
  NEAREST,
  NEIGHBORS,
  type NeighborsQuery,
  SCENE,
  WITHOUT_AMOUNT,
} from './queries.ts';
import { restsOf } from './rests.ts';
import { type Filters, NO_FILTERS } from './scene.ts';

export const entityOf = (answer: EntityFragment): Entity => ({
  id: answer.id,
  kind: answer.__typename,
  name: answer.name,
  type: answer.type,
  amount: amountOf(answer),
  date: dateOf(answer),
});

const amountOf = (answer: EntityFragment): Amount | null =>
  answer.__typename === 'Commitment' && answer.amount ? { ...answer.amount, rests: restsOf(answer.ofAmount[0]) } : null;

function dateOf(answer: EntityFragment): string | null {
  if (answer.__typename === 'Commitment') return answer.announcedOn ?? answer.startsOn;
  if (answer.__typename === 'Target') return answer.dueOn;
  return answer.__typename === 'Observation' ? answer.endsOn : null;
}

const linkOf = ({ byOthers, sourceCount, from, to, ...link }: LinkFragment): Link => ({
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
  const { neighborhood } = await ask(SCENE, { ids, limit: ids.length }, within);
  const { nodes, links, reason } = neighborhood!;
  return { graph: { entities: byId(nodes.map(entityOf)), links: byId(links.map(linkOf)) }, reason };
}

/** How many ids `nodes` takes. */
const MOST_IDS = 500;

/** Those that there are, and that are entities. */
async function knownOf(ids: readonly string[], within: Within): Promise<Set<string>> {
  const parts = Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, i) => ids.slice(i * MOST_IDS, (i + 1) * MOST_IDS));
  const answers = await Promise.all(parts.map((part) => ask(KNOWN, { ids: part }, within)));
  return new Set(answers.flatMap(({ nodes }) => nodes!.flatMap((node) => node?.id ?? [])));
}

/** What of the filters the server can hold to: those of links, and kinds that are come to. */
export function boundsOf({ hiddenKinds, hiddenTypes, minConfidence, minSources }: Filters) {
  return {
    types: hiddenTypes.length ? (LINK_TYPES.filter((type) => !hiddenTypes.includes(type)) as LinkType[]) : null,
    kinds: hiddenKinds.length ? KIND_NAMES.filter((kind) => !hiddenKinds.includes(kind)).map((kind) => kind.toUpperCase() as Kind) : null,
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
  const bounds = boundsOf(filters);
  if (bounds.types?.length === 0) return { ids, truncated: false };
  const variables = { ids, limit: Math.max(limit, ids.length), ...bounds };
  const { nodes, truncated } = (await ask(NEAREST, variables, within)).neighborhood!;
  return { ids: nodes.map(({ id }) => id), truncated };
}

/** How many commitments the page opens on. */
const MOST_LARGEST = 10;

/** The entities of the largest commitments of each currency, and of some that state no amount. */
export async function loadLargest(limit: number, within: Within): Promise<readonly string[]> {
  const { commitmentTotals } = await ask(CURRENCIES, {}, within);
  const currencies = [...new Set(commitmentTotals!.map(({ currency }) => currency))].slice(0, MOST_LARGEST);
  const first = Math.ceil(MOST_LARGEST / (currencies.length + 1));
  const largest = currencies.map((currency) => ask(LARGEST, { currency, first }, within));
  const answers = await Promise.all([...largest, ask(WITHOUT_AMOUNT, { first }, within)]);
  const ids = answers.flatMap(({ commitments }) => commitments!.nodes.map(({ id }) => id));
  return ids.length ? (await loadNearest(ids, limit, NO_FILTERS, within)).ids : [];
}

/** Who is linked to an entity by one type: the next of those that are not known. */
export async function loadNeighbors(
  id: string,
  type: LinkType,
  direction: LinkDirection,
  known: ReadonlySet<string>,
  within: Within,
): Promise<readonly string[]> {
  for (let after: string | null = null; ; ) {
    const { entity }: NeighborsQuery = await ask(NEIGHBORS, { id, type, direction, after }, within);
    const fresh = entity?.links.nodes.map((node) => node.id).filter((other) => !known.has(other)) ?? [];
    if (fresh.length || !entity?.links.pageInfo.hasNextPage) return fresh;
    after = entity.links.pageInfo.endCursor;
  }
}
