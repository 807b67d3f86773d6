/** The links that a traversal has met, in columns of numbers: an object a link would keep the garbage collector from everything else. */

/** On from an entity, or back to what leads on to it: where types are followed one way only, that is not the same. */
export type Way = 'on' | 'back';

/** A link as it is met from one of its ends: its place in the columns. */
export type Half = number;

/** Entities and links go by numbers here; the halves of the links of one entity are a chain. */
export class Known {
  readonly ids: string[] = [];
  /** Of each half: the other end, the link's id, and its confidence. */
  readonly others: number[] = [];
  readonly links: string[] = [];
  readonly confidences: number[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly chained: Half[] = [];
  private readonly chains: Readonly<Record<Way, Half[]>>;
  private readonly counts: Readonly<Record<Way, number[]>>;

  readonly isOneWay: boolean;

  /** `isOneWay`: there are links that are followed one way only. */
  constructor(isOneWay: boolean) {
    this.isOneWay = isOneWay;
    const [chains, counts]: [Half[], number[]] = [[], []];
    this.chains = { on: chains, back: isOneWay ? [] : chains };
    this.counts = { on: counts, back: isOneWay ? [] : counts };
  }

  numberOf(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const number = this.ids.push(id) - 1;
    this.numbers.set(id, number);
    for (const way of ['on', 'back'] as const) [this.chains[way][number], this.counts[way][number]] = [-1, 0];
    return number;
  }

  /** Takes in a link that leads from one entity to another, and so is met from both. */
  add(way: Way, from: number, to: number, link: string, confidence: number): void {
    this.addHalf(way, from, to, link, confidence);
    this.addHalf(way === 'on' ? 'back' : 'on', to, from, link, confidence);
  }

  private addHalf(way: Way, at: number, other: number, link: string, confidence: number): void {
    this.chained.push(this.chains[way][at]!);
    this.chains[way][at] = this.others.push(other) - 1;
    this.counts[way][at]!++;
    this.links.push(link);
    this.confidences.push(confidence);
  }

  /** The first half of an entity, and the one after each; -1 where there is none. */
  first = (at: number, way: Way = 'on'): Half => this.chains[way][at]!;
  next = (half: Half): Half => this.chained[half]!;

  /** How many links are known of an entity. */
  count = (at: number, way: Way = 'on'): number => this.counts[way][at]!;

  /** The ids of the links known of an entity. */
  linksOf(at: number, way: Way): Set<string> {
    const found = new Set<string>();
    for (let half = this.first(at, way); half >= 0; half = this.next(half)) found.add(this.links[half]!);
    return found;
  }
}
