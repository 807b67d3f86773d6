/** A scene of the explorer as plain data: what each act makes of it, and what of the graph must then be shown. */
import type { Tie, World } from './world.ts';

interface Held {
  readonly ids: readonly string[];
  readonly pins: readonly string[];
}
interface Seen {
  readonly selected: string | null;
  readonly hiddenKinds: readonly string[];
  readonly hiddenTypes: readonly string[];
  readonly confidence: number;
  readonly on: string | null;
  readonly layout: string;
}
interface Entry {
  readonly held: Held;
  readonly seen: Seen;
  readonly at: number;
}
const PLAIN: Seen = { selected: null, hiddenKinds: [], hiddenTypes: [], confidence: 0, on: null, layout: 'force' };
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export class Model {
  seen: Seen;
  private readonly worlds: ReadonlyMap<string | null, World>;
  private steps: Held[];
  private at = 0;
  private entries: Entry[];
  private entry = 0;
  /** Turned by the last act. */
  private dial: string | undefined;

  constructor(worlds: ReadonlyMap<string | null, World>, ids: readonly string[]) {
    this.worlds = worlds;
    this.seen = PLAIN;
    this.steps = [{ ids, pins: [] }];
    this.entries = [{ held: this.held, seen: this.seen, at: 0 }];
  }

  get held(): Held {
    return this.steps[this.at]!;
  }
  get world(): World {
    return this.worlds.get(this.seen.on)!;
  }
  get canUndo(): boolean {
    return this.at > 0;
  }
  get canRedo(): boolean {
    return this.at < this.steps.length - 1;
  }
  get canGoBack(): boolean {
    return this.entry > 0;
  }
  get canGoForward(): boolean {
    return this.entry < this.entries.length - 1;
  }

  /** What must be drawn, in order of ids. */
  shown(): { ids: string[]; ties: Tie[] } {
    const { hiddenKinds, hiddenTypes, confidence } = this.seen;
    const ids = this.held.ids
      .filter((id) => this.world.things.has(id) && !hiddenKinds.includes(this.world.things.get(id)!.kind))
      .toSorted();
    const isShown = ({ from, to, type, confidence: sure }: Tie): boolean =>
      ids.includes(from) && ids.includes(to) && !hiddenTypes.includes(type) && sure >= confidence;
    return { ids, ties: this.world.ties.filter(isShown) };
  }

  /** An act of the reader: where it changes anything, an entry of the browser's history. */
  act(held: Held, seen: Partial<Seen> = {}, dial?: string): void {
    if (!isSame(held, this.held)) {
      this.steps = [...this.steps.slice(0, this.at + 1), held];
      this.at++;
    }
    this.enter(seen, dial);
  }
  look(seen: Partial<Seen>, dial?: string): void {
    this.act(this.held, seen, dial);
  }
  undo(): void {
    this.at--;
    this.enter({});
  }
  redo(): void {
    this.at++;
    this.enter({});
  }

  add(ids: readonly string[], seen: Partial<Seen> = {}): void {
    const { ids: before, pins } = this.held;
    this.act({ ids: [...new Set([...before, ...ids])], pins }, seen);
  }
  remove(gone: readonly string[]): void {
    const without = (all: readonly string[]): string[] => all.filter((id) => !gone.includes(id));
    this.act({ ids: without(this.held.ids), pins: without(this.held.pins) });
  }
  collapse(id: string): void {
    const { ties } = this.shown();
    const around = (end: string): Set<string> => new Set(ties.flatMap(({ from, to }) => (from === end ? to : to === end ? from : [])));
    this.remove([...around(id)].filter((other) => around(other).size === 1 && !this.held.pins.includes(other)));
  }
  startOver(ids: readonly string[]): void {
    this.act({ ids, pins: [] }, PLAIN);
  }

  /** Goes to another entry of the browser's history. */
  go(by: 1 | -1): void {
    this.entry += by;
    this.dial = undefined;
    const { held, seen, at } = this.entries[this.entry]!;
    this.seen = seen;
    if (isSame(this.steps[at], held)) this.at = at;
    else if (!isSame(held, this.held)) {
      this.steps = [...this.steps.slice(0, this.at + 1), held];
      this.at++;
    }
    this.entries[this.entry] = { held, seen, at: this.at };
  }

  /** The page is loaded anew. */
  reload(): void {
    this.dial = undefined;
  }

  private enter(seen: Partial<Seen>, dial?: string): void {
    const isTurnedOn = dial !== undefined && dial === this.dial;
    this.dial = dial;
    this.seen = { ...this.seen, ...seen };
    const { held, at } = this;
    const [before, next] = [this.entries[this.entry]!, { held, seen: this.seen, at }];
    if (isTurnedOn || isSame([before.held, before.seen], [held, this.seen])) this.entries[this.entry] = next;
    else this.entries = [...this.entries.slice(0, ++this.entry), next];
  }
}
