/** A lane of statements: so many run at once, so many wait, and nobody waits longer than its time. */
import { EngineError, type ReadOptions, timeoutError } from './engine.ts';
import { Queue } from './queue.ts';

/** Runs `run` when its turn comes. `over` gives a signal that is aborted once the rows are of no use, for who can stop what it runs. */
export type Lane = <Result>(options: ReadOptions, run: (over: () => AbortSignal) => Promise<Result>) => Promise<Result>;

/** Throws SERVER_BUSY where too many wait, and ENGINE_TIMEOUT once the time is up, whether `run` has ended or not: its place is free when it has. */
export function createLane(most: number, mostWaiting: number): Lane {
  const queue = new Queue(most, mostWaiting);
  const busy = `${most} statements run at once, and ${mostWaiting} wait for them; more are not taken.`;
  return async (options, run) => {
    const { timeoutMs, signal } = options;
    const start = performance.now();
    const refusal = await queue.enter(timeoutMs, signal);
    if (refusal === 'full') throw new EngineError('SERVER_BUSY', busy);
    if (refusal === 'late') throw timeoutError(timeoutMs);
    if (refusal === 'gone') throw signal!.reason;
    return within(options, timeoutMs - (performance.now() - start), run, () => queue.leave());
  };
}

/** Settles as what is run does, or fails once the time is up or the client has gone; calls `leave` when what was run has ended. */
function within<Result>(
  { timeoutMs, signal }: ReadOptions,
  leftMs: number,
  run: (over: () => AbortSignal) => Promise<Result>,
  leave: () => void,
): Promise<Result> {
  let controller: AbortController | undefined;
  let reason: unknown;
  return new Promise((resolve, reject) => {
    const end = (error: unknown): void => {
      reason = error;
      reject(error);
      controller?.abort(error);
    };
    const gone = (): void => end(signal!.reason);
    const timer = setTimeout(() => end(timeoutError(timeoutMs)), leftMs);
    signal?.addEventListener('abort', gone, { once: true });
    const over = (): AbortSignal => {
      controller ??= new AbortController();
      if (reason !== undefined) controller.abort(reason);
      return controller.signal;
    };
    const begin = async (): Promise<Result> => run(over);
    begin()
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', gone);
        leave();
      });
  });
}
