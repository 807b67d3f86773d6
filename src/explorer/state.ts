/** The state of the page: the scene, what is loaded of it, and what went wrong. Everything shown follows from these. */
import { batch, computed, effect, signal } from '@preact/signals';
import { ApiError, type Asking, isAbort } from './api.ts';
import { type Graph, NOTHING, type Point } from './graph.ts';
import { begun, done, redone, replaced, undone } from './history.ts';
import { loadGraph, loadLargest, loadNearest, loadNeighbors } from './load.ts';
import { looksOf, type Measures, NO_MEASURES } from './look.ts';
import { loadMeasures } from './measures.ts';
import { added, collapsed, EMPTY, type Filters, MOST_ENTITIES, pinned, removed, type Scene, unpinned, visible } from './scene.ts';
import { fromHash, toHash } from './scene-url.ts';
import { text } from './text/text.ts';

const history = signal(begun(fromHash(location.hash)));
export const scene = computed(() => history.value.present);
export const canUndo = computed(() => history.value.past.length > 0);
export const canRedo = computed(() => history.value.future.length > 0);

/** What is loaded: the entities of the scene, and maybe more, as of its time. */
const loaded = signal<{ readonly graph: Graph; readonly asOf: string; readonly missing: readonly string[] }>({
  graph: NOTHING,
  asOf: '',
  missing: [],
});
/** How many answers are waited for. */
const waits = signal(0);
export const isLoading = computed(() => waits.value > 0);
export const shown = computed(() => visible(loaded.value.graph, scene.value));
export const missing = computed(() => loaded.value.missing.filter((id) => scene.value.ids.includes(id)));
/** How many entities and links of the scene filters hide. */
export const hiddenCount = computed(() => {
  const all = visible(loaded.value.graph, { ...scene.value, filters: EMPTY.filters });
  return all.entities.size + all.links.size - shown.value.entities.size - shown.value.links.size;
});

const measures = signal<Measures>(NO_MEASURES);
export const currency = computed(() => measures.value.currency);
export const communitySizes = signal<readonly number[]>([]);
export const looks = computed(() => looksOf(shown.value, scene.value, measures.value));

/** The links that the answer to a question goes along. */
export const traced = signal<ReadonlySet<string>>(new Set());

/** Where the drawing has put each entity; pins are of the scene. */
export const positions = new Map<string, Point>();
/** An entity that the drawing is to move to. */
export const looksAt = signal<string | null>(null);

export interface Problem {
  readonly text: string;
  readonly retry?: () => void;
}
export const problem = signal<Problem | null>(null);
export const notice = signal('');

/** The time asked about, as the header `Graph-As-Of` has it. */
export const asOf = computed(() => {
  const { on, means } = scene.value;
  if (on === null) return '';
  return [...(means === 'known' ? [] : [`validOn=${on}`]), ...(means === 'valid' ? [] : [`knownAt=${on}T23:59:59Z`])].join(', ');
});
export const within = (signal?: AbortSignal): Pick<Asking, 'asOf' | 'signal'> => ({ asOf: asOf.value, ...(signal && { signal }) });

/** A step that can be taken back. */
function step(next: Scene): void {
  if (next.ids.length >= MOST_ENTITIES) notice.value = text.value.full(MOST_ENTITIES);
  if (next !== scene.value) history.value = done(history.value, next);
}
/** A change that is no step of its own. */
function adjust(next: Scene): void {
  history.value = replaced(history.value, next);
}

export function undo(): void {
  history.value = undone(history.value);
}
export function redo(): void {
  history.value = redone(history.value);
}

export const select = (id: string | null): void => adjust({ ...scene.value, selected: id });
export const hide = (id: string): void => step(removed(scene.value, [id]));
export const collapse = (id: string): void => step(collapsed(scene.value, shown.value, id));
export const pin = (id: string, at: Point): void => step(pinned(scene.value, id, at));
export const unpin = (id: string): void => step(unpinned(scene.value, id));
export const addAll = (ids: readonly string[]): void => step(added(scene.value, ids));
export const setFilters = (filters: Partial<Filters>): void => adjust({ ...scene.value, filters: { ...scene.value.filters, ...filters } });
export const setView = (view: Partial<Pick<Scene, 'layout' | 'colors' | 'sizes' | 'on' | 'means'>>): void =>
  adjust({ ...scene.value, ...view });

export function setAsked(asked: Scene['asked']): void {
  traced.value = new Set();
  adjust({ ...scene.value, asked });
}
export const askPath = (from: string, to: string): void => setAsked({ what: 'path', of: [from, to], chosen: 0 });
/** A further entity joins those whose common partners are looked for already. */
export function askCommon(id: string, other: string): void {
  const before = scene.value.asked;
  const of = before?.what === 'common' && before.of.includes(id) ? [...before.of, other] : [id, other];
  setAsked({ what: 'common', of: [...new Set(of)], chosen: 0 });
}
export function choose(chosen: number): void {
  const { asked } = scene.value;
  if (asked) adjust({ ...scene.value, asked: { ...asked, chosen } });
}

/** An entity that is pointed at in the drawing: with Shift the path to it is asked for, with Ctrl what it shares with the selected one. */
export function pick(id: string | null, { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): void {
  const { selected } = scene.value;
  const isOther = id !== null && selected !== null && id !== selected;
  if (isOther && shiftKey) askPath(selected, id);
  else if (isOther && (ctrlKey || metaKey)) askCommon(selected, id);
  else select(id);
}

/** How many entities come with one that is opened, or expanded as a whole. */
const AROUND = 40;

/** Brings an entity in with what is nearest around it, and selects it. */
export const open = (id: string): Promise<void> =>
  attempt(async () => {
    const { ids } = await loadNearest([id], AROUND, within());
    batch(() => {
      step({ ...added(scene.value, ids), selected: id });
      looksAt.value = id;
    });
  });

export const expandAll = (id: string): Promise<void> =>
  attempt(async () => {
    const { ids, truncated } = await loadNearest([id], AROUND * 2, within());
    if (truncated) notice.value = text.value.truncated('');
    step(added(scene.value, ids));
  });

export const expand = (id: string, type: string, direction: string): Promise<void> =>
  attempt(async () => {
    const { ids, total } = await loadNeighbors(id, type, direction, within());
    if (total > 100) notice.value = text.value.firstOf(total);
    step(added(scene.value, ids));
  });

/** Begins anew with the largest commitments. */
export const startOver = (): Promise<void> =>
  attempt(async () => {
    const { on, means } = scene.value;
    const ids = await loadLargest(AROUND * 2, within());
    if (ids.length === 0) notice.value = on === null ? text.value.empty : text.value.nothingThen;
    const next = { ...EMPTY, on, means, ids };
    history.value = scene.value.ids.length ? done(history.value, next) : begun(next);
  });

/** Does what may fail, and says so in the page with a way to try again. */
async function attempt(work: () => Promise<void>): Promise<void> {
  waits.value = waits.peek() + 1;
  try {
    await work();
    problem.value = null;
  } catch (error) {
    if (!isAbort(error)) problem.value = { text: explain(error), retry: () => void attempt(work) };
  } finally {
    waits.value = waits.peek() - 1;
  }
}

/** What an error means to whoever looks at the page. */
export function explain(error: unknown): string {
  const { errors } = text.value;
  if (!(error instanceof ApiError)) return `${errors['UNKNOWN']} ${String(error)}`;
  const known = errors[error.code];
  return known ?? `${errors['UNKNOWN']} ${error.message}`;
}

/** Loads what the scene has and is not loaded yet, whenever either changes. */
function followScene(): void {
  let running: AbortController | undefined;
  effect(() => {
    const { ids } = scene.value;
    const time = asOf.value;
    const known = loaded.peek();
    const isThere = known.asOf === time && ids.every((id) => known.graph.entities.has(id) || known.missing.includes(id));
    running?.abort();
    if (isThere || ids.length === 0) return;
    running = new AbortController();
    const { signal } = running;
    void attempt(async () => {
      loaded.value = { ...(await loadGraph(ids, { asOf: time, signal })), asOf: time };
    });
  });
}

/** Loads communities and totals once they are looked at. */
function followView(): void {
  effect(() => {
    const { colors, sizes } = scene.value;
    if (colors === 'kind' && sizes !== 'promised') return;
    const time = asOf.value;
    void attempt(async () => {
      const found = await loadMeasures({ asOf: time });
      batch(() => {
        measures.value = found;
        communitySizes.value = found.sizes;
      });
    });
  });
}

/** Keeps the address that of the scene, and takes a scene from an address that is gone to. */
function followAddress(): void {
  let written = '';
  effect(() => {
    written = `#${toHash(scene.value)}`;
    if (written !== location.hash && scene.value.ids.length) window.history.replaceState(null, '', `${location.search}${written}`);
  });
  window.addEventListener('hashchange', () => {
    if (location.hash !== written) history.value = done(history.value, fromHash(location.hash));
  });
}

export function begin(): void {
  followScene();
  followView();
  followAddress();
  if (scene.value.ids.length === 0) void startOver();
}
