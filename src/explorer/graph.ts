/** What the page shows: entities and the links among them. */

/** What a value rests on, where that takes from it: each is a mark beside it. */
export interface Rests {
  /** Claims differ on it. */
  readonly isContested: boolean;
  /** Nobody says so but those whose word it is. */
  readonly isSelfReported: boolean;
  /** Every claim of it is flagged, or disputed and unlikely. */
  readonly isDoubtful: boolean;
}

/** A sum of money, with what it rests on: none is shown without. */
export interface Amount {
  readonly value: string;
  readonly currency: string;
  readonly qualifier: string;
  readonly rests: Rests;
}

export interface Entity {
  readonly id: string;
  /** The name of its GraphQL type, such as `Agency`. */
  readonly kind: string;
  readonly name: string;
  readonly type: string | null;
  /** Of a commitment. */
  readonly amount: Amount | null;
  /** When it was announced, or else begins or is due, as far as it has such a date: YYYY-MM-DD. */
  readonly date: string | null;
}

export interface Link {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly confidence: number | null;
  readonly independentSourceCount: number | null;
  readonly contested: boolean;
  /** Whether all who say so have a stake in it. */
  readonly isSelfReported: boolean;
  readonly since: string | null;
  readonly until: string | null;
  readonly role: string | null;
  readonly purpose: string | null;
}

export interface Graph {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly links: ReadonlyMap<string, Link>;
}
export const NOTHING: Graph = { entities: new Map(), links: new Map() };

/** By a word, in the order in which each first comes. */
export function grouped<One>(all: Iterable<One>, wordOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(wordOf(one));
    if (group) group.push(one);
    else groups.set(wordOf(one), [one]);
  }
  return groups;
}

/** The links at each entity. */
export function linksByEnd({ links }: Graph): Map<string, Link[]> {
  const found = new Map<string, Link[]>();
  for (const link of links.values())
    for (const end of [link.from, link.to]) {
      const own = found.get(end);
      if (own) own.push(link);
      else found.set(end, [link]);
    }
  return found;
}
/** The end of a link that is not this one. */
export const otherEnd = ({ from, to }: Link, end: string): string => (from === end ? to : from);

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How an entity looks. */
export interface Look {
  readonly color: string;
  readonly size: number;
  readonly shape: 'circle' | 'square' | 'diamond' | 'triangle';
}
