/** Pages of connections, and the resolvers of their parts: edges, nodes, cursors, pageInfo, totalCount, aggregate. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Row } from '../engine/engine.ts';
import type { Bound } from './bind.ts';
import { encodeCursor } from './cursor.ts';
import type { Measure } from './extensions.ts';
import { measuredValue } from './measure.ts';
import type { Step } from './plan.ts';
import { originOf, type Page, type Place, rowAt, rowOf } from './rows.ts';
import { edgeColumns, nodeColumns } from './statement.ts';

type Values = readonly unknown[];

/** A page of what was read: one row more than asked for tells that there are more; `behind` counts what stands on the other side. */
export function openPage(
  step: Step,
  read: readonly Values[],
  behind: unknown,
  bound: Bound,
): Pick<Page, 'rows' | 'hasNextPage' | 'hasPreviousPage'> {
  const { size, isBackward } = bound.clauses[step.index]!;
  const isMore = read.length > size;
  const rows = isMore ? read.slice(0, size) : read;
  const isBehind = Number(behind ?? 0) > 0;
  return isBackward
    ? { rows: rows.toReversed(), hasNextPage: isBehind, hasPreviousPage: isMore }
    : { rows, hasNextPage: isMore, hasPreviousPage: isBehind };
}

const placeBelow = ({ step }: Page, info: GraphQLResolveInfo) => step.place.below(String(info.path.key));
const nodeValues = ({ step }: Page, row: Values): Values => (step.hasEdges ? (row.at(-1) as Values) : row);

export function resolveEdges(page: Page, _args: unknown, _context: unknown, info: GraphQLResolveInfo): Row[] {
  const { step, bound } = page;
  const origin = { place: placeBelow(page, info), bound, page };
  const columns = edgeColumns(step);
  return page.rows.map((row) => rowOf(step.hasEdges ? row : [row], columns, origin));
}

export function resolveNodes(page: Page, _args: unknown, _context: unknown, info: GraphQLResolveInfo): Row[] {
  const { step, bound, depth } = page;
  const origin = { place: placeBelow(page, info), bound };
  const columns = nodeColumns(step.target, depth);
  return page.rows.map((row) => rowOf(nodeValues(page, row), columns, origin));
}

export function resolveNode(edge: Row, _args: unknown, _context: unknown, info: GraphQLResolveInfo): Row {
  const { place, bound, page } = originOf(edge)!;
  return rowOf(edge['node'] as Values, nodeColumns(page!.step.target, page!.depth), { place: place?.below(String(info.path.key)), bound });
}

const cursorOf = ({ step, bound }: Page, values: unknown): string => encodeCursor(bound.clauses[step.index]!.question, values as Values);

export const resolveCursor = (edge: Row): string => cursorOf(originOf(edge)!.page!, edge['cursor']);

export function resolvePageInfo(page: Page) {
  const { step, rows, hasNextPage, hasPreviousPage } = page;
  const cursorAt = (row: Values | undefined): string | null =>
    row && step.wants.cursor ? cursorOf(page, row[edgeColumns(step).indexOf('cursor')]) : null;
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: cursorAt(rows[0]),
    endCursor: cursorAt(rows.at(-1)),
  };
}

export const resolveTotalCount = ({ step, row }: Page): unknown => row[step.total];

/** How many nodes a connection leads to. */
export const resolveNodeCount = ({ step, row }: Page, _args: unknown, _context: unknown, info: GraphQLResolveInfo): unknown =>
  row[step.place.measure(String(info.path.key))!] ?? 0;

/** The link of an edge, which its row holds too. */
export const resolveLinkOf = (edge: Row, _args: unknown, _context: unknown, info: GraphQLResolveInfo): Row => {
  const { place, ...origin } = originOf(edge)!;
  return rowAt(edge, { ...origin, place: place?.below(String(info.path.key)) });
};

/** An aggregate: where its measures stand, and the row that holds them. */
interface Aggregate {
  readonly row: Row;
  readonly place: Place | undefined;
}
export const aggregateOf = ({ row }: Page, place: Place | undefined): Aggregate => ({ row, place });

export const resolveAggregate = (page: Page, _args: unknown, _context: unknown, info: GraphQLResolveInfo): Aggregate =>
  aggregateOf(page, placeBelow(page, info));

export const resolveMeasure =
  (measure: Measure) =>
  ({ row, place }: Aggregate, _args: unknown, _context: unknown, info: GraphQLResolveInfo): unknown =>
    measuredValue(measure, row[place!.measure(String(info.path.key))!]);
