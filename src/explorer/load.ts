/** Loads entities and links, and makes of the answers what the page shows. */
import { ApiError, type Asking, ask } from './api.ts';
import type { Entity, Graph, Link, Money } from './graph.ts';
import { KNOWN, LARGEST, NEAREST, NEIGHBORS, SCENE } from './queries.ts';

type Within = Pick<Asking, 'asOf' | 'signal'>;

/** An entity as it is answered. */
export interface EntityAnswer {
  readonly __typename: string;
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly amount?: Money | null;
  readonly announcedOn?: string | null;
  readonly startsOn?: string | null;
  readonly dueOn?: string | null;
  readonly endsOn?: string | null;
}
interface LinkAnswer extends Omit<Link, 'from' | 'to' | 'isSelfReported'> {
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
  readonly byOthers: { readonly nodes: readonly unknown[] };
}

export const entityOf = ({ __typename, id, name, type, amount, ...dates }: EntityAnswer): Entity => ({
  id,
  kind: __typename,
  name,
  type,
  amount: amount ?? null,
  date: dates.announcedOn ?? dates.startsOn ?? dates.dueOn ?? dates.endsOn ?? null,
});

const linkOf = ({ byOthers, from, to, ...link }: LinkAnswer): Link => ({
  ...link,
  from: from.id,
  to: to.id,
  contested: link.contested ?? false,
  isSelfReported: byOthers.nodes.length === 0,
});

const byId = <One extends { readonly id: string }>(all: readonly One[]): Map<string, One> => new Map(all.map((one) => [one.id, one]));

/** The entities with the links among them, and which of them there are none of. */
export async function loadGraph(ids: readonly string[], within: Within): Promise<{ graph: Graph; missing: readonly string[] }> {
  try {
    return { graph: await loadAll(ids, within), missing: [] };
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'NOT_FOUND') throw error;
    const known = await knownOf(ids, within);
    const missing = ids.filter((id) => !known.has(id));
    return { graph: await loadAll([...known], within), missing };
  }
}

async function loadAll(ids: readonly string[], within: Within): Promise<Graph> {
  if (ids.length === 0) return { entities: new Map(), links: new Map() };
  type Answer = { neighborhood: { nodes: EntityAnswer[]; links: LinkAnswer[] } };
  const { neighborhood } = await ask<Answer>({ query: SCENE, variables: { ids, limit: ids.length }, ...within });
  return { entities: byId(neighborhood.nodes.map(entityOf)), links: byId(neighborhood.links.map(linkOf)) };
}

/** How many ids `nodes` takes. */
const MOST_IDS = 500;

async function knownOf(ids: readonly string[], within: Within): Promise<Set<string>> {
  const parts = Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, i) => ids.slice(i * MOST_IDS, (i + 1) * MOST_IDS));
  const answers = await Promise.all(
    parts.map((part) => ask<{ nodes: ({ id: string } | null)[] }>({ query: KNOWN, variables: { ids: part }, ...within })),
  );
  return new Set(answers.flatMap(({ nodes }) => nodes.flatMap((node) => (node ? [node.id] : []))));
}

/** Some entities and the nearest around them, as many as `limit`. */
export async function loadNearest(ids: readonly string[], limit: number, within: Within): Promise<{ ids: string[]; truncated: boolean }> {
  type Answer = { neighborhood: { truncated: boolean; nodes: { id: string }[] } };
  const { neighborhood } = await ask<Answer>({ query: NEAREST, variables: { ids, limit: Math.max(limit, ids.length) }, ...within });
  return { ids: neighborhood.nodes.map(({ id }) => id), truncated: neighborhood.truncated };
}

/** The entities of the largest commitments. */
export async function loadLargest(limit: number, within: Within): Promise<string[]> {
  const { commitments } = await ask<{ commitments: { nodes: { id: string }[] } }>({ query: LARGEST, ...within });
  const ids = commitments.nodes.map(({ id }) => id);
  return ids.length ? (await loadNearest(ids, limit, within)).ids : [];
}

/** Who is linked to an entity by one type, the first hundred, and how many there are. */
export async function loadNeighbors(
  id: string,
  type: string,
  direction: string,
  within: Within,
): Promise<{ ids: string[]; total: number }> {
  type Answer = { entity: { links: { totalCount: number; nodes: { id: string }[] } } | null };
  const { entity } = await ask<Answer>({ query: NEIGHBORS, variables: { id, type, direction }, ...within });
  return { ids: entity?.links.nodes.map((node) => node.id) ?? [], total: entity?.links.totalCount ?? 0 };
}
