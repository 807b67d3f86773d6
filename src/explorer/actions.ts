/** What a reader can do: each changes the scene, or how it is looked at. */
import { batch } from '@preact/signals';
import { attempt } from './attempt.ts';
import type { Point } from './graph.ts';
import { begun, done, movedTo, redone, undone } from './history.ts';
import { loadLargest, loadNearest, loadNeighbors } from './load.ts';
import type { LinkDirection, LinkType } from './queries.ts';
import {
  added,
  collapsed,
  EMPTY,
  type Filters,
  type Held,
  heldOf,
  isSame,
  MOST_ENTITIES,
  pinned,
  removed,
  type Scene,
  type Seen,
  seenOf,
  unpinned,
} from './scene.ts';
import { acts, history, looksAt, notice, opened, present, seen, shown, within } from './state.ts';
import { text } from './text/text.ts';

/** What a reader does: an entry of the browser's history. A dial that is turned further is turned in one act. */
function act(change: () => void, dial?: string): void {
  batch(() => {
    change();
    const { count, dial: before } = acts.value;
    acts.value = { count: dial !== undefined && dial === before ? count : count + 1, dial };
  });
}

/** A step that can be taken back; none where nothing changes. */
function step(next: Held): void {
  if (next.ids.length >= MOST_ENTITIES) notice.value = text.value.full(MOST_ENTITIES);
  if (!isSame(next, held())) history.value = done(history.value, next);
}
const held = (): Held => history.value.present;
function look(next: Partial<Seen>): void {
  seen.value = { ...seen.value, ...next };
}
const takeStep = (next: Held): void => act(() => step(next));
const takeLook = (next: Partial<Seen>, dial?: string): void => act(() => look(next), dial);

export const undo = (): void =>
  act(() => {
    history.value = undone(history.value);
  });
export const redo = (): void =>
  act(() => {
    history.value = redone(history.value);
  });
export const select = (id: string | null): void => takeLook({ selected: id });
export const hide = (id: string): void => takeStep(removed(held(), [id]));
export const collapse = (id: string): void => takeStep(collapsed(held(), shown.value, id));
export const pin = (id: string, at: Point): void => takeStep(pinned(held(), id, at));
export const unpin = (id: string): void => takeStep(unpinned(held(), id));
export const addAll = (ids: readonly string[]): void => takeStep(added(held(), ids));
/** Brings in what an answer has: no act of its own. */
export const complete = (ids: readonly string[]): void => step(added(held(), ids));
export const setFilters = (filters: Partial<Filters>, dial?: keyof Filters): void =>
  takeLook({ filters: { ...seen.value.filters, ...filters } }, dial);
export const setView = (view: Partial<Pick<Seen, 'layout' | 'colors' | 'sizes' | 'on' | 'means'>>): void => takeLook(view);

/** Takes over the scene of an address that is gone to: where it is one of the steps, there. */
export function take(scene: Scene, place: number): void {
  goOn();
  const there = movedTo(history.value, place);
  batch(() => {
    opened.value = scene.asked;
    acts.value = { count: acts.value.count }; // a dial that is turned now is turned anew
    history.value = isSame(there.present, heldOf(scene)) ? there : done(history.value, heldOf(scene));
    seen.value = seenOf(scene);
  });
}

/** How many entities come with one that is opened, or expanded as a whole. */
const AROUND = 40;

/** Where somebody goes on before the answer comes, that answer is no longer wanted. */
let going = new AbortController();
function goOn(): AbortSignal {
  going.abort();
  going = new AbortController();
  return going.signal;
}

/** Brings an entity in with what is nearest around it, and selects it. */
export function open(id: string): Promise<void> {
  const signal = goOn();
  return attempt('open', async () => {
    const { ids } = await loadNearest([id], AROUND, seen.peek().filters, within(signal));
    act(() => {
      step(added(held(), ids));
      look({ selected: id });
      looksAt.value = id;
    });
  });
}

export const expandAll = (id: string): Promise<void> =>
  attempt('expand', async () => {
    const { ids, truncated } = await loadNearest([id], AROUND * 2, seen.peek().filters, within());
    if (truncated) notice.value = text.value.nearestOnly(AROUND * 2);
    addAll(ids);
  });

/** The next hundred neighbors of a type that are not there yet. */
export const expand = (id: string, type: LinkType, direction: LinkDirection): Promise<void> =>
  attempt('expand', async () => {
    const known = new Set(held().ids);
    addAll(await loadNeighbors(id, type, direction, known, within()));
  });

/** Begins anew with the largest commitments. */
export const startOver = (): Promise<void> =>
  toLargest((ids) =>
    act(() => {
      step({ ids, pins: {} });
      lookAnew();
    }),
  );
/** What a page that was given no scene opens on. */
export const openLargest = (): Promise<void> =>
  toLargest((ids) =>
    batch(() => {
      history.value = begun({ ids, pins: {} });
      lookAnew();
    }),
  );

function toLargest(onLoaded: (ids: readonly string[]) => void): Promise<void> {
  const signal = goOn();
  return attempt('open', async () => {
    const ids = await loadLargest(AROUND * 2, within(signal));
    if (ids.length === 0) notice.value = seen.peek().on === null ? text.value.empty : text.value.nothingThen;
    onLoaded(ids);
  });
}
function lookAnew(): void {
  const { on, means } = seen.peek();
  seen.value = { ...seenOf(EMPTY), on, means };
}

/** An entity that is pointed at in the drawing: with Shift the path to it is asked for, with Ctrl what it shares with the selected one. */
export function pick(id: string | null, { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): void {
  const { selected } = seen.value;
  const isOther = id !== null && selected !== null && id !== selected;
  if (isOther && shiftKey) askPath(selected, id);
  else if (isOther && (ctrlKey || metaKey)) askCommon(selected, id);
  else select(id);
}

export const setAsked = (asked: Seen['asked']): void => takeLook({ asked });
export const askPath = (from: string, to: string): void => setAsked({ what: 'path', of: [from, to], chosen: 0 });
/** A further entity joins those whose common partners are looked for already. */
export function askCommon(id: string, other: string): void {
  const before = seen.value.asked;
  const of = before?.what === 'common' && before.of.includes(id) ? [...before.of, other] : [id, other];
  setAsked({ what: 'common', of: [...new Set(of)], chosen: 0 });
}
export function choose(chosen: number): void {
  const { asked } = seen.value;
  if (asked) takeLook({ asked: { ...asked, chosen } });
}

/** Whether an entity is there, be it hidden by filters. */
export const isThere = (id: string): boolean => present.value.entities.has(id);
