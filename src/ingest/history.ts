/** Versions of documents -> the graph with its history: what was projected of the documents known at each time, folded into one. */
import type { Row } from '../engine/engine.ts';
import { MARK } from '../plan/time.ts';
import { changesBetween } from './changes.ts';
import { compare } from './claims.ts';
import type { SeedDocument, Version } from './document.ts';
import { EMPTY, type Graph, type LinkRow, type NodeRow } from './graph.ts';
import { project } from './project.ts';

/** Projects each set of documents once: two histories have most of their times in common. */
export type Project = (documents: readonly SeedDocument[]) => Graph;
export function projectOnce(): Project {
  const known = new Map<string, Graph>();
  const numbers = new Map<SeedDocument, number>();
  const numberOf = (document: SeedDocument): number => {
    const number = numbers.get(document) ?? numbers.size;
    numbers.set(document, number);
    return number;
  };
  return (documents) => {
    const key = documents.map(numberOf).sort().join();
    const graph = known.get(key) ?? project(documents);
    known.set(key, graph);
    return graph;
  };
}

/** The graph of all that was ever known. Versions of one source stand in the order they were recorded. */
export function historyOf(versions: readonly Version[], projected: Project = projectOnce()): Graph {
  const times = [...new Set(versions.map(({ recordedAt }) => recordedAt))].toSorted(compare);
  const graphs = times.map((at) => ({ at, graph: projected(documentsAt(versions, at)) }));
  const changes = graphs.map(({ at, graph }, i) => changesBetween(graphs[i - 1]?.graph ?? EMPTY, graph, at));
  return {
    nodes: new Map([...fold(graphs.map(({ at, graph }) => ({ at, rows: graph.nodes }))), ...changes.flatMap(({ nodes }) => [...nodes])]),
    links: new Map([...fold(graphs.map(({ at, graph }) => ({ at, rows: graph.links }))), ...changes.flatMap(({ links }) => [...links])]),
  };
}

/** The documents known at a time: of each source the last version recorded by then. */
export function documentsAt(versions: readonly Version[], at: string): SeedDocument[] {
  const known = new Map<string, SeedDocument | undefined>();
  for (const { source, recordedAt, document } of versions) if (recordedAt <= at) known.set(source, document);
  return [...known.values()].filter((one) => one !== undefined);
}

type AnyRow = NodeRow | LinkRow;
/** How a row stood from a time on; not at all where it is missing. */
interface Stand<Item> {
  readonly at: string;
  readonly row: Item | undefined;
}

function fold<Item extends AnyRow>(
  states: readonly { readonly at: string; readonly rows: ReadonlyMap<string, Item> }[],
): Map<string, Item> {
  const stands = new Map<string, Stand<Item>[]>();
  const texts = new WeakMap<AnyRow, string>();
  for (const { at, rows } of states) {
    for (const row of rows.values()) {
      const before = stands.get(row.id);
      if (!before) stands.set(row.id, [{ at, row }]);
      else if (!isSame(before.at(-1)!.row, row, texts)) before.push({ at, row });
    }
    for (const [id, before] of stands) if (before.at(-1)!.row && !rows.has(id)) before.push({ at, row: undefined });
  }
  return new Map([...stands].map(([id, all]) => [id, withHistory(all)]));
}

/** Whether rows have the same values; `texts` keeps what was compared before. */
const isSame = (a: AnyRow | undefined, b: AnyRow, texts: WeakMap<AnyRow, string>): boolean => {
  if (a === undefined) return false;
  const textOf = (row: AnyRow): string => {
    const text = texts.get(row) ?? JSON.stringify(row.values);
    texts.set(row, text);
    return text;
  };
  return a === b || textOf(a) === textOf(b);
};

/** The row as it stood last, with when it was first known, when it was taken back, and how it stood before. */
function withHistory<Item extends AnyRow>(all: readonly Stand<Item>[]): Item {
  const last = all.at(-1)!;
  const standing = last.row ? all : all.slice(0, -1);
  const { row } = standing.at(-1) as { row: Item };
  const interval = { recordedAt: all[0]!.at, ...(last.row ? {} : { retractedAt: last.at }) };
  return { ...row, values: { ...row.values, ...interval, ...(standing.length > 1 ? earlierOf(standing) : {}) } };
}

/**
 * How a row stood at each time it changed: `changedAt`, and for a column `c` that changed its values then, as `cThen`.
 * A list holds no null and no list: what was missing is empty text, and a list is text with a mark before each item.
 * A number that was missing once keeps no history; the claims of all times are told apart by when they themselves stood.
 */
function earlierOf(standing: readonly Stand<AnyRow>[]): Row {
  let standsAs: Row = {};
  const rows = standing.map(({ row }) => {
    standsAs = row?.values ?? standsAs; // while it did not stand, it is as it was before
    return standsAs;
  });
  const columns = [...new Set(rows.flatMap((values) => Object.keys(values)))];
  const histories = columns.flatMap((column): [string, unknown][] => {
    const values = rows.map((one) => one[column]);
    // What is searched is what was ever said.
    if (SEARCHED.has(column)) return [[column, linesOf(values as (string | undefined)[])]];
    if (UNITED.has(column)) return [[column, unionOf(values as (readonly string[] | undefined)[])]];
    const plain = values.map((value) => (Array.isArray(value) ? listText(value) : value));
    if (plain.every((value) => value === plain[0])) return [];
    const isText = plain.every((value) => value === undefined || typeof value === 'string');
    return isText || !plain.includes(undefined) ? [[`${column}Then`, plain.map((value) => value ?? '')]] : [];
  });
  const gaps = standing.some(({ row }) => !row) ? { standsThen: standing.map(({ row }) => row !== undefined) } : {};
  return { changedAt: standing.map(({ at }) => at), ...gaps, ...Object.fromEntries(histories) };
}

const SEARCHED = new Set(['foldedNames', 'foldedTexts']);
/** Lists that hold what they ever held. */
const UNITED = new Set(['claimIds', 'nameKeys']);
const linesOf = (texts: readonly (string | undefined)[]): string =>
  [...new Set(texts.flatMap((text) => text?.split('\n') ?? []))].join('\n');

const listText = (list: readonly unknown[]): string => list.map((item) => `${MARK}${item}`).join('');

const unionOf = (lists: readonly (readonly string[] | undefined)[]): string[] =>
  [...new Set(lists.flatMap((list) => list ?? []))].toSorted(compare);
