/** The state of the page: the scene, what is loaded of it, and what is to be said. Everything shown follows from these. */
import { computed, signal } from '@preact/signals';
import { ApiError, type Within } from './api.ts';
import { type Graph, NOTHING, type Point } from './graph.ts';
import type { History } from './history.ts';
import { resumed } from './kept.ts';
import { looksOf, type Measures, NO_MEASURES } from './look.ts';
import { type Held, heldOf, type Scene, seenOf, timesOf, visible } from './scene.ts';
import { fromHash } from './scene-url.ts';
import { text } from './text/text.ts';

const first = fromHash(location.hash);
/** What steps change, and can be taken back. */
export const history = signal<History<Held>>(resumed(heldOf(first), window.history.state));
/** How that is looked at: no step of its own. */
export const seen = signal(seenOf(first));
/** The question of the address that was opened last: its scene has what it is to have. */
export const opened = signal(first.asked);
/** How many acts of the reader there were, each an entry of the browser's history; and the dial that the last one turned, if it was one. */
export const acts = signal<{ readonly count: number; readonly dial?: string | undefined }>({ count: 0 });
export const scene = computed((): Scene => ({ ...seen.value, ...history.value.present }));
export const canUndo = computed(() => history.value.past.length > 0);
export const canRedo = computed(() => history.value.future.length > 0);

/** What is loaded: the entities of the scene, and maybe more, as of a time. */
export interface Loaded {
  readonly graph: Graph;
  readonly asOf: string;
  readonly on: string | null;
  readonly missing: readonly string[];
}
export const loaded = signal<Loaded>({ graph: NOTHING, asOf: '', on: null, missing: [] });

/** All that the scene has, and what of it filters leave. */
export const present = computed(() => visible(loaded.value.graph, history.value.present.ids));
export const shown = computed(() => visible(loaded.value.graph, history.value.present.ids, seen.value.filters));
export const hiddenCount = computed(() => {
  const [all, left] = [present.value, shown.value];
  return all.entities.size + all.links.size - left.entities.size - left.links.size;
});
export const missing = computed(() => loaded.value.missing.filter((id) => history.value.present.ids.includes(id)));
export const selected = computed(() => seen.value.selected);

/** What colours and sizes rest on, with the sizes of all communities. */
export const measures = signal<Measures & { readonly communitySizes: readonly number[] }>({ ...NO_MEASURES, communitySizes: [] });
export const looks = computed(() => looksOf(shown.value, seen.value, measures.value));

/** Where the drawing has put each entity; pins are of the scene. */
export const positions = new Map<string, Point>();
/** An entity that the drawing is to move to, once. */
export const looksAt = signal<string | null>(null);

/** What went wrong, and with what. */
export interface Problem {
  readonly of: string;
  readonly text: string;
  readonly retry?: (() => void) | undefined;
}
export const problem = signal<Problem | null>(null);
export const notice = signal('');
/** How many answers are waited for. */
export const waits = signal(0);

/** The time asked about, as the header `Graph-As-Of` has it. */
export const asOf = computed(() => {
  return timesOf(seen.value)
    .map(([name, time]) => `${name}=${time}`)
    .join(', ');
});
export const within = (signal?: AbortSignal): Within => ({ asOf: asOf.peek(), ...(signal && { signal }) });

/** What an error means to whoever looks at the page. */
export function explain(error: unknown): string {
  const { errors } = text.value;
  if (!(error instanceof ApiError)) return `${errors['PAGE']} ${String(error)}`;
  return errors[error.code] ?? `${errors['UNKNOWN']} ${error.message}`;
}
