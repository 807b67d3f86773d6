/** What a traversal has seen: links by the entities they hang on, read level by level within a budget. */

/** A link as it is met from one of its ends. */
export interface Neighbor {
  readonly link: string;
  readonly type: string;
  readonly other: string;
  /** Whether it leads from here to the other end, as it is stored. */
  readonly isOut: boolean;
  readonly confidence: number;
}

/** On from an entity, or back to what leads on to it: where types are followed one way only, that is not the same. */
export type Way = 'on' | 'back';

/** Reads the links of entities that may be followed, at most `most` of each after the first `skip`. */
export type Expand = (ids: readonly string[], way: Way, most: number, skip: number) => Promise<ReadonlyMap<string, readonly Neighbor[]>>;

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
const MOST_AT_ONCE = 50_000;

type Links = Map<string, Map<string, Neighbor>>;

export class Explorer {
  /** Why it went no further; undefined while it does. */
  reason: string | undefined;
  /** The links known of an entity: all of one that was expanded, of others those that led to it. */
  private readonly known: Readonly<Record<Way, Links>>;
  private readonly expanded: Readonly<Record<Way, Set<string>>>;
  private readonly spent: Spent;
  private readonly expand: Expand;
  private readonly budget: Budget;
  private readonly deadline: number;

  /** `isOneWay`: there are types that are followed one way only. */
  constructor(expand: Expand, isOneWay = false, budget: Budget = BUDGET, spent: Spent = { links: 0 }) {
    [this.expand, this.budget, this.spent] = [expand, budget, spent];
    this.deadline = performance.now() + budget.milliseconds;
    const [on, seen] = [new Map<string, Map<string, Neighbor>>(), new Set<string>()];
    this.known = { on, back: isOneWay ? new Map<string, Map<string, Neighbor>>() : on };
    this.expanded = { on: seen, back: isOneWay ? new Set<string>() : seen };
  }

  neighborsOf(id: string, way: Way = 'on'): Iterable<Neighbor> {
    return this.known[way].get(id)?.values() ?? [];
  }

  /** How many links are known of an entity. */
  readonly degreeOf = (id: string): number => this.known.on.get(id)?.size ?? 0;

  /** Of how many of `ids` not all links were read, since they have too many. */
  cutOf(ids: readonly string[], way: Way): number {
    return ids.filter((id) => this.known[way].has(id) && !this.expanded[way].has(id)).length;
  }

  /** Reads the links of `ids`, in batches, until all are read or the budget is used up; of each as many as `mostOfEach`. */
  async read(ids: readonly string[], way: Way = 'on', mostOfEach = Number.POSITIVE_INFINITY): Promise<void> {
    const fresh = ids.filter((id) => !this.expanded[way].has(id));
    const most = Math.min(CHUNK, mostOfEach, Math.ceil(MOST_AT_ONCE / Math.min(Math.max(fresh.length, 1), BATCH)));
    const cut: string[] = [];
    for (let i = 0; i < fresh.length && !this.isSpent(); i += BATCH)
      cut.push(...(await this.readSome(fresh.slice(i, i + BATCH), way, most, 0)));
    for (const id of cut)
      for (let skip = most; skip < mostOfEach && !this.isSpent(); skip += CHUNK)
        if (!(await this.readSome([id], way, Math.min(CHUNK, mostOfEach - skip), skip)).length) break;
  }

  /** Reads some links of each entity, and gives those that may have more. */
  private async readSome(ids: readonly string[], way: Way, most: number, skip: number): Promise<string[]> {
    const cut: string[] = [];
    const bound = Math.max(1, Math.min(most, this.budget.links - this.spent.links));
    for (const [id, links] of await this.expand(ids, way, bound, skip)) {
      this.spent.links += links.length;
      for (const link of links) this.add(id, link, way);
      if (links.length < bound) this.expanded[way].add(id);
      else cut.push(id);
    }
    return cut;
  }

  private add(id: string, link: Neighbor, way: Way): void {
    const { other, isOut } = link;
    linksIn(this.known[way], id).set(link.link, link);
    linksIn(this.known[way === 'on' ? 'back' : 'on'], other).set(link.link, { ...link, other: id, isOut: !isOut });
  }

  /** Whether the budget is used up; says why. */
  isSpent(): boolean {
    const { links, nodes, milliseconds } = this.budget;
    if (this.spent.links >= links) this.reason ??= `It read ${links} links.`;
    else if (this.known.on.size + (this.known.back === this.known.on ? 0 : this.known.back.size) >= nodes)
      this.reason ??= `It met ${nodes} entities.`;
    else if (performance.now() > this.deadline) this.reason ??= `It took ${milliseconds} milliseconds.`;
    return this.reason !== undefined;
  }
}

function linksIn(known: Links, id: string): Map<string, Neighbor> {
  const found = known.get(id) ?? new Map<string, Neighbor>();
  known.set(id, found);
  return found;
}
