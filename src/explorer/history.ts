/** What was, what is, and what was taken back. */

export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
}

/** How many steps can be taken back. */
const MOST = 100;

export const begun = <Value>(present: Value): History<Value> => ({ past: [], present, future: [] });

export const done = <Value>({ past, present }: History<Value>, next: Value): History<Value> => ({
  past: [...past, present].slice(-MOST),
  present: next,
  future: [],
});

export function undone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  return past.length ? { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future] } : history;
}

export function redone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  return future.length ? { past: [...past, present], present: future[0]!, future: future.slice(1) } : history;
}
