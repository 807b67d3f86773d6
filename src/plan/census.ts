/** What the graph holds, as far as costs are estimated by it: how many nodes there are of a label, and how far links spread. */
import type { Direction } from '../../model/link.ts';
import type { Row } from '../engine/engine.ts';

/** Links of one or several types, followed one way. */
export interface Spread {
  /** How many there are in all. */
  readonly links: number;
  /** How many a node has that a link led to: well linked nodes are met more often than others, so this is more than the mean. */
  readonly each: number;
  /** How many a single node has at most. */
  readonly most: number;
}

export interface Census {
  /** How many nodes have a label. */
  nodes(label: string): number;
  /** How links of one type spread. */
  spread(type: string, direction: Direction): Spread;
  /** How links between entities spread, whatever their type. */
  spreadOfAny(): Spread;
  /** How many claims a link or a value rests on at most. */
  claims(): number;
}

const GUESSED: Spread = { links: 500, each: 5, most: Number.POSITIVE_INFINITY };
/** What is taken for granted before anything is known: a small graph. */
export const GUESS: Census = {
  nodes: () => 100,
  spread: () => GUESSED,
  spreadOfAny: () => GUESSED,
  claims: () => Number.POSITIVE_INFINITY,
};

type Counts = readonly (readonly [type: string, links: number, squares: number, most: number])[];
const NONE: Spread = { links: 0, each: 0, most: 0 };
const add = (a: Spread, b: Spread): Spread => ({ links: a.links + b.links, each: a.each + b.each, most: a.most + b.most });
/** A node is met as often as it has links: the mean of what it then has is the sum of the squares by the sum. */
const spreadsOf = (counts: Counts): Map<string, Spread> =>
  new Map(counts.map(([type, links, squares, most]) => [type, { links, each: squares / links, most }]));

/** The census of a graph, from the row of the statement `census`. */
export function censusOf({ labels, outward, inward, any, claims }: Row): Census {
  const nodes = new Map(labels as [string, number][]);
  const ways = { OUT: spreadsOf(outward as Counts), IN: spreadsOf(inward as Counts) };
  const [links = 0, squares = 0, most = 0] = any as readonly number[];
  const one = (type: string, way: 'OUT' | 'IN'): Spread => ways[way].get(type) ?? NONE;
  return {
    nodes: (label) => nodes.get(label) ?? 0,
    spread: (type, direction) => (direction === 'BOTH' ? add(one(type, 'OUT'), one(type, 'IN')) : one(type, direction)),
    spreadOfAny: () => (links ? { links, each: squares / links, most } : NONE),
    claims: () => Math.max(...(claims as (number | null)[]).map((most) => most ?? 0)),
  };
}
