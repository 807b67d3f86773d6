/** A scene: which entities are looked at, and how; changing it gives another one. */
import { type Graph, type Link, linksByEnd, otherEnd, type Point } from './graph.ts';

/** What is left out of what is loaded. `any` leaves out nothing. */
export interface Filters {
  readonly hiddenKinds: readonly string[];
  readonly hiddenTypes: readonly string[];
  readonly minConfidence: number;
  readonly minSources: number;
  readonly selfReported: Choice;
  readonly contested: Choice;
}
export const CHOICES = ['any', 'only', 'none'] as const;
export type Choice = (typeof CHOICES)[number];

export const LAYOUTS = ['force', 'circle', 'kind', 'time'] as const;
export const COLORS = ['kind', 'community'] as const;
export const SIZES = ['degree', 'promised', 'same'] as const;
/** What the date means: what was known by then, what holds on it, or both. */
export const MEANINGS = ['both', 'known', 'valid'] as const;
export const QUESTIONS = ['path', 'common'] as const;

export interface Scene {
  /** The entities, in the order they came. */
  readonly ids: readonly string[];
  readonly pins: Readonly<Record<string, Point>>;
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

export const added = (scene: Scene, ids: readonly string[]): Scene => ({
  ...scene,
  ids: [...new Set([...scene.ids, ...ids])].slice(0, MOST_ENTITIES),
});

export function removed(scene: Scene, ids: readonly string[]): Scene {
  const gone = new Set(ids);
  const pins = Object.fromEntries(Object.entries(scene.pins).filter(([id]) => !gone.has(id)));
  const selected = scene.selected !== null && gone.has(scene.selected) ? null : scene.selected;
  return { ...scene, ids: scene.ids.filter((id) => !gone.has(id)), pins, selected };
}

/** Without the neighbors of an entity that are linked to nothing else here. */
export function collapsed(scene: Scene, graph: Graph, id: string): Scene {
  const links = linksByEnd(graph);
  const neighborsOf = (end: string): Set<string> => new Set((links.get(end) ?? []).map((link) => otherEnd(link, end)));
  return removed(
    scene,
    [...neighborsOf(id)].filter((other) => neighborsOf(other).size === 1 && !scene.pins[other]),
  );
}

export const pinned = (scene: Scene, id: string, at: Point): Scene => ({ ...scene, pins: { ...scene.pins, [id]: at } });
export function unpinned(scene: Scene, id: string): Scene {
  const { [id]: _gone, ...pins } = scene.pins;
  return { ...scene, pins };
}

/** What is to be seen of what is loaded. */
export function visible(graph: Graph, scene: Scene): Graph {
  const { hiddenKinds } = scene.filters;
  const entities = new Map<string, typeof graph.entities extends ReadonlyMap<string, infer One> ? One : never>();
  for (const id of scene.ids) {
    const entity = graph.entities.get(id);
    if (entity && !hiddenKinds.includes(entity.kind)) entities.set(id, entity);
  }
  const isSeen = (link: Link): boolean => entities.has(link.from) && entities.has(link.to) && passes(link, scene.filters);
  return { entities, links: new Map([...graph.links].filter(([, link]) => isSeen(link))) };
}

function passes(link: Link, filters: Filters): boolean {
  const fits = (choice: Choice, holds: boolean): boolean => choice === 'any' || (choice === 'only') === holds;
  return (
    !filters.hiddenTypes.includes(link.type) &&
    (link.confidence ?? 0) >= filters.minConfidence &&
    (link.independentSourceCount ?? 0) >= filters.minSources &&
    fits(filters.selfReported, link.isSelfReported) &&
    fits(filters.contested, link.contested)
  );
}
