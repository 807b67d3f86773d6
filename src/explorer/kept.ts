/** The steps of this tab, kept while it is loaded anew: each as its address, the nearest ones as far as there is room. */
import { begun, type History, movedTo } from './history.ts';
import { EMPTY, type Held, heldOf, isSame } from './scene.ts';
import { fromHash, toHash } from './scene-url.ts';

const KEPT = 'pledgegraph:steps';
/** How many letters are kept; a browser has room for some five million. */
const ROOM = 1_000_000;

interface Kept {
  readonly forgotten: number;
  /** Which of the steps is the present one. */
  readonly at: number;
  readonly steps: readonly string[];
}

export function keep({ forgotten, past, present, future }: History<Held>): void {
  let room = ROOM;
  const write = (held: Held): string => toHash({ ...EMPTY, ...held });
  const fitting = (all: readonly Held[]): string[] => {
    const written: string[] = [];
    for (const one of all.map(write)) {
      room -= one.length;
      if (room < 0) break;
      written.push(one);
    }
    return written;
  };
  const now = write(present);
  const before = fitting(past.toReversed()).toReversed();
  const kept: Kept = { forgotten: forgotten + past.length - before.length, at: before.length, steps: [...before, now, ...fitting(future)] };
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // An embedded page may have no storage: the steps then last as long as the page.
  }
}

/** The steps that led to what an entry of the browser's history shows, where they were kept; else a beginning. */
export function resumed(held: Held, entry: unknown): History<Held> {
  const steps = keptSteps();
  const there = steps && movedTo(steps, placeIn(entry));
  return there && isSame(there.present, held) ? there : begun(held);
}

/** What an entry of the browser's history holds beside its address: how many steps had been taken. */
export const placeIn = (entry: unknown): number => Number((entry as { readonly place?: unknown } | null)?.place ?? Number.NaN);

/** None where they cannot be read, whatever stands there. */
function keptSteps(): History<Held> | undefined {
  try {
    const { forgotten, at, steps } = JSON.parse(sessionStorage.getItem(KEPT)!) as Kept;
    const [first, ...others] = steps.map((step) => heldOf(fromHash(step)));
    const all = { forgotten, past: [], present: first!, future: others };
    return Number.isInteger(forgotten) && at in steps ? movedTo(all, forgotten + at) : undefined;
  } catch {
    return undefined;
  }
}
