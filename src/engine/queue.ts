/** So many at once; some wait for their turn, in order, and beyond them nobody is let in. */

/** Why somebody was not let in. */
export type Refusal = 'full' | 'late' | 'gone';

export class Queue {
  running = 0;
  private readonly waiting = new Set<() => void>();
  private readonly places: number;
  private readonly seats: number;
  constructor(places: number, seats: number) {
    [this.places, this.seats] = [places, seats];
  }

  get length(): number {
    return this.waiting.size;
  }

  /** Resolves once it is the caller's turn, who has to `leave`; or with the reason why it never will be. */
  enter(timeoutMs: number, signal?: AbortSignal): Refusal | undefined | Promise<Refusal | undefined> {
    if (signal?.aborted) return 'gone';
    if (this.running < this.places) return void this.running++;
    if (this.waiting.size >= this.seats) return 'full';
    return new Promise((resolve) => {
      const end = (refusal?: Refusal) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', go);
        this.waiting.delete(turn);
        resolve(refusal);
      };
      const turn = () => end();
      const go = () => end('gone');
      const timer = setTimeout(() => end('late'), timeoutMs);
      signal?.addEventListener('abort', go, { once: true });
      this.waiting.add(turn);
    });
  }

  /** Gives the place to whoever waits longest. */
  leave(): void {
    const [next] = this.waiting;
    if (next) next();
    else this.running--;
  }
}

/** Where operations wait: those that cost little, and those that may take long. */
export type Queues = Readonly<Record<'cheap' | 'dear', Queue>>;
