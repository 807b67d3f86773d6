/** The statement that a traversal asks a level with: the links of some entities, of the partner graph alone. */
import type { Direction } from '../../model/link.ts';
import type { Row } from '../engine/engine.ts';
import { isOfKinds } from './conditions.ts';
import { FOUND_LINK } from './patterns.ts';
import { type AsOf, type Time, timeOf } from './time.ts';

/** What holds on every hop. */
export interface Hops {
  /** The types walked. */
  readonly types: readonly string[];
  /** Types that are followed one way only. */
  readonly directions: Readonly<Record<string, Direction>>;
  /** Kinds of node that may be come to; any where there are none. */
  readonly kinds: readonly string[] | undefined;
  readonly minConfidence: number | undefined;
  readonly minSources: number | undefined;
  readonly asOf: AsOf;
}

export interface Asking {
  readonly text: string;
  readonly parameters: { readonly p: Row } & Row;
}

/** The links of the entities that are the keys, at most `most` of each after the first `skip`, to any of `ends` or to what the hops allow, as lists: ids, other ends, confidences. */
export function expandText(hops: Hops, ends: readonly string[], most: number, skip = 0): Asking {
  const time = timeOf(hops.asOf);
  const p: Row = { ...hops.asOf, confidence: hops.minConfidence, sources: hops.minSources, ends };
  const conditions = [
    ...(hops.types.length ? [] : ['false']),
    time.isLive('r'),
    ...(hops.minConfidence === undefined ? [] : [`${time.read('r', 'confidence')} >= $p.confidence`]),
    ...(hops.minSources === undefined ? [] : [`${time.read('r', 'independentSourceCount')} >= $p.sources`]),
    ...(hops.kinds ? [`(${isOfKinds('m', hops.kinds)} OR m.id IN $p.ends)`] : []),
    ...Object.entries(hops.directions).flatMap(([type, direction]) => oneWay(type, direction)),
  ];
  const pattern = `(n)-[r${hops.types.length ? ':' : ''}${[...hops.types].sort().join('|')}]-(m:Entity)`;
  // Lists of plain values cost less to bring over than a list of rows.
  const values = ['r.id', 'm.id', `coalesce(${time.read('r', 'confidence')}, 0.0)`];
  const text = `${entityText(time)}\nCALL (n) { MATCH ${pattern} WHERE ${conditions.join(' AND ')} WITH n, r, m SKIP $skip LIMIT $most RETURN ${values.map((value, i) => `collect(${value}) AS c${i}`).join(', ')} }\nRETURN key, ${values.map((_, i) => `c${i}`).join(', ')}`;
  return { text, parameters: { p, most, skip } };
}

const oneWay = (type: string, direction: Direction): string[] =>
  direction === 'BOTH' ? [] : [`(type(r) <> '${type}' OR startNode(r) ${direction === 'OUT' ? '=' : '<>'} n)`];

const entityText = ({ isLive }: Time): string => `UNWIND $p.keys AS key\nMATCH (n:Entity {id: key}) WHERE ${isLive('n')}`;

/** Which of the keys are entities that stand. */
export const existText = (asOf: AsOf): Asking => ({ text: `${entityText(timeOf(asOf))}\nRETURN key`, parameters: { p: { ...asOf } } });

/** The same of links between the entities that are the keys alone. */
export function betweenText(hops: Hops, most: number): Asking {
  const { text, parameters } = expandText(hops, [], most);
  return { text: text.replace('(m:Entity) WHERE ', '(m:Entity) WHERE m.id IN $p.keys AND '), parameters };
}

/** Of links, by the keys of `foundLinks`: the type, and whether they lead out of the end that they are found from. */
export const waysText: Asking = {
  text: `UNWIND $p.keys AS key ${FOUND_LINK}\nRETURN key, type(r0) AS type, startNode(r0) = a0 AS isOut`,
  parameters: { p: {} },
};

/** All links of these types, at most `most`: where from, where to, and how sure. */
export function linksText(types: readonly string[], asOf: AsOf, most: number): Asking {
  const { isLive, read } = timeOf(asOf);
  const pattern = `(a:Entity)-[r:${[...types].sort().join('|')}]->(b:Entity)`;
  const text = `MATCH ${pattern} WHERE ${isLive('r')} WITH a, r, b LIMIT $most RETURN collect(a.id) AS from, collect(b.id) AS to, collect(coalesce(${read('r', 'confidence')}, 0.0)) AS weights`;
  return { text, parameters: { p: { ...asOf }, most } };
}

/** Something that changes with every load. */
export const versionText = 'MATCH (d:Document) WITH d ORDER BY d.id RETURN collect(d.hash) AS hashes';
