/** Long work in short turns: between them the server answers others. */
import { setImmediate as othersTurn } from 'node:timers/promises';

/** How long one turn may be, in milliseconds. */
const TURN_MS = 8;

export class Turns {
  private since = performance.now();

  /** Whether others have waited long enough: then `pass` is to be waited for. */
  get isOver(): boolean {
    return performance.now() - this.since > TURN_MS;
  }

  async pass(): Promise<void> {
    await othersTurn();
    this.since = performance.now();
  }
}
