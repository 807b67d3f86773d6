/** What a reader can do: each changes the scene, or how it is looked at. */
import { batch } from '@preact/signals';
import { attempt } from './attempt.ts';
import type { Point } from './graph.ts';
import { begun, done, redone, undone } from './history.ts';
import { loadLargest, loadNearest, loadNeighbors } from './load.ts';
import {
  added,
  collapsed,
  EMPTY,
  type Filters,
  type Held,
  heldOf,
  MOST_ENTITIES,
  pinned,
  removed,
  type Scene,
  type Seen,
  seenOf,
  unpinned,
} from './scene.ts';
import { history, looksAt, notice, present, seen, shown, within } from './state.ts';
import { text } from './text/text.ts';

/** A step that can be taken back; none where nothing changes. */
function step(next: Held): void {
  const { present: before } = history.value;
  if (next.ids.length >= MOST_ENTITIES) notice.value = text.value.full(MOST_ENTITIES);
  if (JSON.stringify(next) !== JSON.stringify(before)) history.value = done(history.value, next);
}
const held = (): Held => history.value.present;
function look(next: Partial<Seen>): void {
  seen.value = { ...seen.value, ...next };
}

export function undo(): void {
  history.value = undone(history.value);
}
export function redo(): void {
  history.value = redone(history.value);
}
export const select = (id: string | null): void => look({ selected: id });
export const hide = (id: string): void => step(removed(held(), [id]));
export const collapse = (id: string): void => step(collapsed(held(), shown.value, id));
export const pin = (id: string, at: Point): void => step(pinned(held(), id, at));
export const unpin = (id: string): void => step(unpinned(held(), id));
export const addAll = (ids: readonly string[]): void => step(added(held(), ids));
export const setFilters = (filters: Partial<Filters>): void => look({ filters: { ...seen.value.filters, ...filters } });
export const setView = (view: Partial<Pick<Seen, 'layout' | 'colors' | 'sizes' | 'on' | 'means'>>): void => look(view);

/** Takes over a scene that an address gives. */
export function take(scene: Scene): void {
  batch(() => {
    step(heldOf(scene));
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
    batch(() => {
      step(added(held(), ids));
      select(id);
      looksAt.value = id;
    });
  });
}

export const expandAll = (id: string): Promise<void> =>
  attempt('expand', async () => {
    const { ids, truncated } = await loadNearest([id], AROUND * 2, seen.peek().filters, within());
    if (truncated) notice.value = text.value.nearestOnly(AROUND * 2);
    step(added(held(), ids));
  });

/** The next hundred neighbors of a type that are not there yet. */
export const expand = (id: string, type: string, direction: string): Promise<void> =>
  attempt('expand', async () => {
    const known = new Set(held().ids);
    step(added(held(), await loadNeighbors(id, type, direction, known, within())));
  });

/** Begins anew with the largest commitments. */
export function startOver(): Promise<void> {
  const signal = goOn();
  return attempt('open', async () => {
    const { on, means } = seen.peek();
    const ids = await loadLargest(AROUND * 2, within(signal));
    if (ids.length === 0) notice.value = on === null ? text.value.empty : text.value.nothingThen;
    batch(() => {
      const next = { ids, pins: {} };
      history.value = held().ids.length ? done(history.value, next) : begun(next);
      seen.value = { ...seenOf(EMPTY), on, means };
    });
  });
}

/** An entity that is pointed at in the drawing: with Shift the path to it is asked for, with Ctrl what it shares with the selected one. */
export function pick(id: string | null, { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): void {
  const { selected } = seen.value;
  const isOther = id !== null && selected !== null && id !== selected;
  if (isOther && shiftKey) askPath(selected, id);
  else if (isOther && (ctrlKey || metaKey)) askCommon(selected, id);
  else select(id);
}

export const setAsked = (asked: Seen['asked']): void => look({ asked });
export const askPath = (from: string, to: string): void => setAsked({ what: 'path', of: [from, to], chosen: 0 });
/** A further entity joins those whose common partners are looked for already. */
export function askCommon(id: string, other: string): void {
  const before = seen.value.asked;
  const of = before?.what === 'common' && before.of.includes(id) ? [...before.of, other] : [id, other];
  setAsked({ what: 'common', of: [...new Set(of)], chosen: 0 });
}
export function choose(chosen: number): void {
  const { asked } = seen.value;
  if (asked) look({ asked: { ...asked, chosen } });
}

/** Whether an entity is there, be it hidden by filters. */
export const isThere = (id: string): boolean => present.value.entities.has(id);
