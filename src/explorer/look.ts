/** How entities look: shapes by kind, colours by kind or community, sizes by links or by what is promised. */
import { type Amount, type Entity, type Graph, grouped, type Look, linksByEnd } from './graph.ts';
import { KINDS } from './model.ts';
import type { Seen } from './scene.ts';

/** Told apart by most people who see colours differently, on light and on dark; shapes tell them apart besides. */
const LOOKS: Readonly<Record<string, readonly [color: string, shape: Look['shape']]>> = {
  Organization: ['#4269d0', 'circle'],
  Agency: ['#e4572e', 'square'],
  Commitment: ['#d99a00', 'diamond'],
  Program: ['#3ca951', 'diamond'],
  Person: ['#a463f2', 'circle'],
  Place: ['#2a9d8f', 'triangle'],
  Product: ['#c05a9d', 'square'],
  Target: ['#9c6b4e', 'triangle'],
  Observation: ['#7c8794', 'triangle'],
};
const OTHER: readonly [string, Look['shape']] = ['#7c8794', 'circle'];
/** The kinds that have a look of their own, then all others of the model. */
export const KIND_NAMES: readonly string[] = [...new Set([...Object.keys(LOOKS), ...KINDS])];
export const lookOfKind = (kind: string): { color: string; shape: Look['shape'] } => {
  const [color, shape] = LOOKS[kind] ?? OTHER;
  return { color, shape };
};

/** The kinds of the model, then those of these entities that it does not have. */
export const kindsWith = (entities: Iterable<Entity>): string[] => [...new Set([...KIND_NAMES, ...[...entities].map(({ kind }) => kind)])];

/** Entities by kind, the kinds in the order in which they are told. */
export function groupedByKind(entities: Iterable<Entity>): [kind: string, group: Entity[]][] {
  const groups = grouped(entities, ({ kind }) => kind);
  return kindsWith([...groups.values()].flat()).flatMap((kind) => (groups.has(kind) ? [[kind, groups.get(kind)!]] : []));
}

/** Colours of communities, the largest first. */
export const COMMUNITY_COLORS = ['#4269d0', '#d99a00', '#e4572e', '#3ca951', '#a463f2', '#c05a9d', '#2a9d8f', '#9c6b4e'] as const;
export const NO_COMMUNITY = OTHER[0];

/** What colours and sizes rest on beside the graph. */
export interface Measures {
  /** The community of an entity, counted from the largest. */
  readonly communities: ReadonlyMap<string, number>;
  /** What actors have promised, by currency. */
  readonly promised: ReadonlyMap<string, ReadonlyMap<string, Promised>>;
}
/** The sum of an actor's promises, and how many of these state a firm amount. */
export interface Promised {
  readonly minimum: string;
  readonly maximum: string;
  readonly counted: number;
  readonly firm: number;
}
export const NO_MEASURES: Measures = { communities: new Map(), promised: new Map() };

const [SMALL, LARGE] = [5, 18];

export function looksOf(graph: Graph, { colors, sizes }: Pick<Seen, 'colors' | 'sizes'>, measures: Measures): Map<string, Look> {
  const weights = weightsOf(graph, sizes, measures);
  const most = Math.max(1, ...weights.values());
  const look = (entity: Entity): Look => {
    const { color, shape } = lookOfKind(entity.kind);
    const community = measures.communities.get(entity.id);
    const size = sizes === 'same' ? 8 : SMALL + (LARGE - SMALL) * Math.sqrt((weights.get(entity.id) ?? 0) / most);
    return { color: colors === 'kind' ? color : (COMMUNITY_COLORS[community ?? -1] ?? NO_COMMUNITY), shape, size };
  };
  return new Map([...graph.entities].map(([id, entity]) => [id, look(entity)]));
}

/** Amounts of different currencies cannot be compared: the one that most of what is shown has promised in. */
export function currencyOf({ entities }: Graph, { promised }: Measures): string | null {
  const isIn = (currency: string, { id, amount }: Entity): boolean =>
    amount ? amount.currency === currency : promised.get(currency)?.has(id) === true;
  const counts = [...promised.keys()].map((currency) => ({
    currency,
    count: [...entities.values()].filter((entity) => isIn(currency, entity)).length,
  }));
  return counts.sort((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1)).find(({ count }) => count > 0)?.currency ?? null;
}

function weightsOf(graph: Graph, sizes: Seen['sizes'], measures: Measures): Map<string, number> {
  const currency = currencyOf(graph, measures);
  const own = ({ amount }: { amount: Amount | null }): number => (amount && amount.currency === currency ? Number(amount.value) : 0);
  const sum = (id: string): number => Number(measures.promised.get(currency ?? '')?.get(id)?.maximum ?? 0);
  if (sizes === 'promised') return new Map([...graph.entities].map(([id, entity]) => [id, own(entity) || sum(id)]));
  return new Map([...linksByEnd(graph)].map(([id, own]) => [id, own.length]));
}
