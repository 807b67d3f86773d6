/** Resolvers of the parts of a connection: edges, nodes, cursors, pageInfo, totalCount. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Row } from '../engine/engine.ts';
import { encodeCursor } from './cursor.ts';
import { originOf, type Page, rowOf } from './rows.ts';
import { edgeColumns, nodeColumns } from './statement.ts';

type Values = readonly unknown[];

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
  const { step, bound, rows, hasMore } = page;
  const cursorAt = (row: Values | undefined): string | null =>
    row && step.wants.cursor ? cursorOf(page, row[edgeColumns(step).indexOf('cursor')]) : null;
  return {
    hasNextPage: hasMore,
    hasPreviousPage: bound.clauses[step.index]!.isResumed,
    startCursor: cursorAt(rows[0]),
    endCursor: cursorAt(rows.at(-1)),
  };
}

export const resolveTotalCount = ({ total }: Page): unknown => total;
