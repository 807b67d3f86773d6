/** What was, what is, and what was taken back. */

export interface History<Value> {
  /** How many steps are no longer known. */
  readonly forgotten: number;
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
}

/** How many steps can be taken back. */
const MOST = 100;

export const begun = <Value>(present: Value): History<Value> => ({ forgotten: 0, past: [], present, future: [] });

export const done = <Value>({ forgotten, past, present }: History<Value>, next: Value): History<Value> => ({
  forgotten: forgotten + Math.max(0, past.length + 1 - MOST),
  past: [...past, present].slice(-MOST),
  present: next,
  future: [],
});

/** How many steps were taken to come here. */
export const placeOf = ({ forgotten, past }: History<unknown>): number => forgotten + past.length;

/** There where so many steps had been taken; where it stands, if that is not known. */
export function movedTo<Value>(history: History<Value>, place: number): History<Value> {
  const { forgotten, past, present, future } = history;
  const [all, at] = [[...past, present, ...future], place - forgotten];
  return at in all ? { forgotten, past: all.slice(0, at), present: all[at]!, future: all.slice(at + 1) } : history;
}
export const undone = <Value>(history: History<Value>): History<Value> => movedTo(history, placeOf(history) - 1);
export const redone = <Value>(history: History<Value>): History<Value> => movedTo(history, placeOf(history) + 1);
