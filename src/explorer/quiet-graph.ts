/** A graph that can be changed without a word to who listens: sigma would index two items anew for each that is told of, and everything for each that goes. */
import { MultiDirectedGraph } from 'graphology';
import type { GraphEvents } from 'graphology-types';

export class QuietGraph extends MultiDirectedGraph {
  private isQuiet = false;

  quietly(change: () => void): void {
    this.isQuiet = true;
    try {
      change();
    } finally {
      this.isQuiet = false;
    }
  }

  override emit<Event extends keyof GraphEvents>(event: Event, ...payload: Parameters<GraphEvents[Event]>): boolean {
    return !this.isQuiet && super.emit(event, ...payload);
  }
}
