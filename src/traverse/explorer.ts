/** Reads links level by level, within a budget. */

import { Turns } from '../turns.ts';
import { Known, type Way } from './known.ts';

/** The links of one entity, in columns: their ids, their other ends, how sure they are. */
export type Ends = readonly [links: readonly string[], others: readonly string[], confidences: readonly number[]];

/** Reads the links of entities that may be followed, at most `most` of each after the first `skip`. */
export type Expand = (ids: readonly string[], way: Way, most: number, skip: number) => Promise<ReadonlyMap<string, Ends>>;

/** How much one traversal may read, keep and take. */
export interface Budget {
  readonly links: number;
  readonly nodes: number;
  readonly milliseconds: number;
}
export const BUDGET: Budget = { links: 200_000, nodes: 50_000, milliseconds: 3_000 };

/** What traversals have read together: those of one request share a budget. */
export interface Spent {
  links: number;
}

/** How many entities one statement expands. */
const BATCH = 500;
/** How many links of one entity a statement gives, and of all together: more at once would keep others waiting while they are taken in. */
const CHUNK = 5000;
const MOST_AT_ONCE = 12_500;

export class Explorer {
  /** Why it went no further; undefined while it does. */
  reason: string | undefined;
  readonly known: Known;
  readonly turns = new Turns();
  /** The entities of which all links are known. */
  private readonly expanded: Readonly<Record<Way, Set<number>>>;
  private readonly spent: Spent;
  private readonly expand: Expand;
  private readonly budget: Budget;
  private readonly deadline: number;

  /** `isOneWay`: there are types that are followed one way only. */
  constructor(expand: Expand, isOneWay = false, budget: Budget = BUDGET, spent: Spent = { links: 0 }) {
    [this.expand, this.budget, this.spent] = [expand, budget, spent];
    this.deadline = performance.now() + budget.milliseconds;
    this.known = new Known(isOneWay);
    const seen = new Set<number>();
    this.expanded = { on: seen, back: isOneWay ? new Set<number>() : seen };
  }

  /** Of how many of these entities not all links were read, since they have too many. */
  cutOf(entities: readonly number[], way: Way): number {
    return entities.filter((at) => this.known.count(at, way) > 0 && !this.expanded[way].has(at)).length;
  }

  /**
   * Reads the links of entities until all are read or the budget is used up; of each as many as `mostOfEach`. First
   * a few links of many; of those that have more, more of fewer at a time.
   */
  async read(entities: readonly number[], way: Way = 'on', mostOfEach = Number.POSITIVE_INFINITY): Promise<void> {
    let pending = entities.filter((at) => !this.expanded[way].has(at));
    let most = Math.min(CHUNK, mostOfEach, Math.ceil(MOST_AT_ONCE / Math.min(Math.max(pending.length, 1), BATCH)));
    const had = new Map<number, Set<string>>();
    for (let skip = 0; pending.length && skip < mostOfEach && !this.isSpent(); ) {
      const cut: number[] = [];
      const width = Math.min(BATCH, Math.max(1, Math.floor(MOST_AT_ONCE / most)));
      for (let i = 0; i < pending.length && !this.isSpent(); i += width)
        cut.push(...(await this.readSome(pending.slice(i, i + width), way, most, skip, had)));
      skip += most;
      [pending, most] = [cut, Math.min(CHUNK, most * 10, mostOfEach - skip)];
    }
  }

  /** Reads some links of each entity, and gives those that may have more. `had` are the links that were known before they were read. */
  private async readSome(
    entities: readonly number[],
    way: Way,
    most: number,
    skip: number,
    had: Map<number, Set<string>>,
  ): Promise<number[]> {
    const { known, turns } = this;
    const cut: number[] = [];
    const bound = Math.max(1, Math.min(most, this.budget.links - this.spent.links));
    const found = await this.expand(
      entities.map((at) => known.ids[at]!),
      way,
      bound,
      skip,
    );
    for (const [id, ends] of found) {
      const at = known.numberOf(id);
      this.spent.links += ends[0].length;
      const before = had.get(at) ?? known.linksOf(at, way);
      had.set(at, before);
      this.add(at, ends, way, had);
      if (ends[0].length < bound) this.expanded[way].add(at);
      else cut.push(at);
      if (turns.isOver) await turns.pass();
    }
    return cut;
  }

  /** A link that is known of one end is known of the other: each is taken in once, also where both ends are read round by round. */
  private add(at: number, [links, others, confidences]: Ends, way: Way, had: ReadonlyMap<number, Set<string>>): void {
    const { known } = this;
    const before = had.get(at)!;
    for (const [i, link] of links.entries()) {
      if (before.has(link)) continue;
      const other = known.numberOf(others[i]!);
      known.add(way, at, other, link, confidences[i]!);
      if (!known.isOneWay) had.get(other)?.add(link);
    }
  }

  /** Whether the budget is used up; says why. */
  isSpent(): boolean {
    const { links, nodes, milliseconds } = this.budget;
    if (this.spent.links >= links) this.reason ??= `It read ${links} links.`;
    else if (this.known.ids.length >= nodes) this.reason ??= `It met ${nodes} entities.`;
    else if (performance.now() > this.deadline) this.reason ??= `It took ${milliseconds} milliseconds.`;
    return this.reason !== undefined;
  }
}
