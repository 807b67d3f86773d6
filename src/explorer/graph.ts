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

/** The types of link that are read both ways, and so have no arrow. */
export const SYMMETRIC: ReadonlySet<string> = new Set(['PARTNERS_WITH', 'SAME_AS']);

/** How an entity looks. */
export interface Look {
  readonly color: string;
  readonly size: number;
  readonly shape: 'circle' | 'square' | 'diamond' | 'triangle';
}

/** What a shape, a colour or a line means. */
export interface LegendRow {
  readonly shape: Look['shape'] | 'line' | 'patch';
  readonly color: string;
  readonly label: string;
}

/** Exactly what is on the screen, as it is exported. */
export interface Picture {
  readonly entities: readonly Entity[];
  readonly links: readonly Link[];
  /** Where each entity stands, in units of the drawing; y points up. */
  readonly positions: ReadonlyMap<string, Point>;
  readonly looks: ReadonlyMap<string, Look>;
  /** Of links that are set apart, by their ids: `#rrggbb`. */
  readonly lineColors: ReadonlyMap<string, string>;
  readonly title: string;
  /** The address that opens the same picture. */
  readonly url: string;
  /** The day that it shows as known; null for now. */
  readonly asOf: string | null;
  readonly isDark: boolean;
}
