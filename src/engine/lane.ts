/** A lane of statements: so many run at once, so many wait, and nobody waits longer than its time. */
import { EngineError, type ReadOptions, timeoutError } from './engine.ts';
import { Queue } from './queue.ts';

/** Runs `run` when its turn comes; `over` is aborted once its rows are of no use. */
export type Lane = <Result>(options: ReadOptions, run: (over: AbortSignal) => Promise<Result>) => Promise<Result>;

/** Throws SERVER_BUSY where too many wait, and ENGINE_TIMEOUT once the time is up, whether `run` has ended or not: its place is free when it has. */
export function createLane(most: number, mostWaiting: number): Lane {
  const queue = new Queue(most, mostWaiting);
  const busy = `${most} statements run at once, and ${mostWaiting} wait for them; more are not taken.`;
  return async ({ timeoutMs, signal }, run) => {
    const late = AbortSignal.timeout(timeoutMs);
    const over = signal ? AbortSignal.any([late, signal]) : late;
    const refusal = await queue.enter(timeoutMs, signal);
    if (refusal === 'full') throw new EngineError('SERVER_BUSY', busy);
    if (refusal === 'late') throw timeoutError(timeoutMs);
    if (refusal === 'gone') throw signal!.reason;
    const begun = async () => {
      over.throwIfAborted();
      return run(over);
    };
    const result = begun().finally(() => queue.leave());
    return orOver(result, over).catch((error: unknown) => {
      throw late.aborted ? timeoutError(timeoutMs) : error;
    });
  };
}

/** Settles as `result` does, or fails once it is over. */
async function orOver<Result>(result: Promise<Result>, over: AbortSignal): Promise<Result> {
  const done = new AbortController();
  const aborted = new Promise<never>((_, reject) =>
    over.addEventListener('abort', () => reject(over.reason), { once: true, signal: done.signal }),
  );
  return Promise.race([result, aborted]).finally(() => done.abort());
}
