/** A scene: which entities are looked at, and how; changing it gives another one. */
import { type Entity, type Graph, type Link, linksByEnd, otherEnd, type Point } from './graph.ts';
import { LINK_TYPES } from './model.ts';

/** The types of link of the model, then those of other types that some links have. */
export const typesWith = (links: Iterable<Link>): string[] => [...new Set([...LINK_TYPES, ...[...links].map(({ type }) => type)])];

/** What is left out of what is loaded. `any` leaves out nothing. */
export interface Filters {
  readonly hiddenKinds: readonly string[];
  readonly hiddenTypes: readonly string[];
  readonly minConfidence: number;
  readonly minSources: number;
  readonly selfReported: Choice;
  readonly contested: Choice;
}
/** How many sources may be asked for at least. */
export const MOST_SOURCES = 99;
export const CHOICES = ['any', 'only', 'none'] as const;
export type Choice = (typeof CHOICES)[number];

export const LAYOUTS = ['force', 'circle', 'kind', 'time'] as const;
export const COLORS = ['kind', 'community'] as const;
export const SIZES = ['degree', 'promised', 'same'] as const;
/** What the date means: what was known by then, what holds on it, or both. */
export const MEANINGS = ['both', 'known', 'valid'] as const;
export const QUESTIONS = ['path', 'common'] as const;

/** What steps change: which entities there are, and where some are pinned. */
export interface Held {
  /** The entities, in the order they came. */
  readonly ids: readonly string[];
  readonly pins: Readonly<Record<string, Point>>;
}

/** How they are looked at. */
export interface Seen {
  readonly selected: string | null;
  readonly filters: Filters;
  /** The day that is looked at, YYYY-MM-DD; null for now. */
  readonly on: string | null;
  readonly means: (typeof MEANINGS)[number];
  readonly layout: (typeof LAYOUTS)[number];
  readonly colors: (typeof COLORS)[number];
  readonly sizes: (typeof SIZES)[number];
  /** What is asked of several entities, of which, and which of several answers is looked at. */
  readonly asked: { readonly what: (typeof QUESTIONS)[number]; readonly of: readonly string[]; readonly chosen: number } | null;
}
export interface Scene extends Held, Seen {}
export const heldOf = ({ ids, pins }: Scene): Held => ({ ids, pins });
export const isSame = (a: Held, b: Held): boolean => JSON.stringify(a) === JSON.stringify(b);
export const seenOf = ({ ids: _ids, pins: _pins, ...seen }: Scene): Seen => seen;

/** The times of the day that is looked at, as the API calls them; none for now. */
export function timesOf({ on, means }: Pick<Seen, 'on' | 'means'>): [name: string, time: string][] {
  if (on === null) return [];
  return [
    ...(means === 'known' ? [] : [['validOn', on] as [string, string]]),
    ...(means === 'valid' ? [] : [['knownAt', `${on}T23:59:59Z`] as [string, string]]),
  ];
}

export const NO_FILTERS: Filters = {
  hiddenKinds: [],
  hiddenTypes: [],
  minConfidence: 0,
  minSources: 0,
  selfReported: 'any',
  contested: 'any',
};
export const EMPTY: Scene = {
  ids: [],
  pins: {},
  selected: null,
  filters: NO_FILTERS,
  on: null,
  means: 'both',
  layout: 'force',
  colors: 'kind',
  sizes: 'degree',
  asked: null,
};

/** How many entities a scene may have: as many as one request may ask about. */
export const MOST_ENTITIES = 2000;

export const added = ({ ids, pins }: Held, more: readonly string[]): Held => ({
  ids: [...new Set([...ids, ...more])].slice(0, MOST_ENTITIES),
  pins,
});

export function removed({ ids, pins }: Held, some: readonly string[]): Held {
  const gone = new Set(some);
  return {
    ids: ids.filter((id) => !gone.has(id)),
    pins: Object.fromEntries(Object.entries(pins).filter(([id]) => !gone.has(id))),
  };
}

/** Without the neighbors of an entity that are linked to nothing else here. */
export function collapsed(held: Held, graph: Graph, id: string): Held {
  const links = linksByEnd(graph);
  const neighborsOf = (end: string): Set<string> => new Set((links.get(end) ?? []).map((link) => otherEnd(link, end)));
  const leaves = [...neighborsOf(id)].filter((other) => neighborsOf(other).size === 1 && !held.pins[other]);
  return removed(held, leaves);
}

/** A coordinate as far as an address holds it. */
export const rounded = (number: number): number => Math.round(number * 10) / 10;
export const pinned = ({ ids, pins }: Held, id: string, { x, y }: Point): Held => ({
  ids,
  pins: { ...pins, [id]: { x: rounded(x), y: rounded(y) } },
});
export function unpinned({ ids, pins }: Held, id: string): Held {
  const { [id]: _gone, ...others } = pins;
  return { ids, pins: others };
}

/** What is to be seen of what is loaded: these entities and the links among them, as far as the filters let them. */
export function visible(graph: Graph, ids: readonly string[], filters: Filters = NO_FILTERS): Graph {
  const entities = new Map<string, Entity>();
  for (const id of ids) {
    const entity = graph.entities.get(id);
    if (entity && !filters.hiddenKinds.includes(entity.kind)) entities.set(id, entity);
  }
  const isSeen = (link: Link): boolean => entities.has(link.from) && entities.has(link.to) && passes(link, filters);
  return { entities, links: new Map([...graph.links].filter(([, link]) => isSeen(link))) };
}

/** Whether a choice lets pass what has, or has not, what it is about. */
export const fits = (choice: Choice, holds: boolean): boolean => choice === 'any' || (choice === 'only') === holds;

function passes(link: Link, filters: Filters): boolean {
  return (
    !filters.hiddenTypes.includes(link.type) &&
    (link.confidence ?? 0) >= filters.minConfidence &&
    (link.independentSourceCount ?? 0) >= filters.minSources &&
    fits(filters.selfReported, link.isSelfReported) &&
    fits(filters.contested, link.contested)
  );
}
