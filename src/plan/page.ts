/** Pages of connections, as they are cut from what was read. */
import type { Bound } from './bind.ts';
import { encodeCursor } from './cursor.ts';
import type { Shape, Values } from './plain.ts';
import type { Step } from './plan.ts';
import { edgeColumns } from './statement.ts';

/** A page, and the row that holds it and what was counted of it. */
export interface Page {
  readonly rows: readonly Values[];
  readonly row: Values;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** One row more than asked for tells that there are more; `behind` counts what stands on the other side. */
export function pageAt({ index, rows, behind }: Step, columns: readonly string[]): (row: Values, bound: Bound) => Page {
  const [held, counted] = [columns.indexOf(rows), columns.indexOf(behind)];
  return (row, bound) => {
    const { size, isBackward } = bound.clauses[index]!;
    const read = (row[held] ?? []) as Values[];
    const [isMore, isBehind] = [read.length > size, Number(row[counted] ?? 0) > 0];
    const kept = isMore ? read.slice(0, size) : read;
    return isBackward
      ? { row, rows: kept.toReversed(), hasNextPage: isBehind, hasPreviousPage: isMore }
      : { row, rows: kept, hasNextPage: isMore, hasPreviousPage: isBehind };
  };
}

/** The cursor of an edge. */
export function cursorOf(step: Step): Shape {
  const at = edgeColumns(step).indexOf('cursor');
  return (row, bound) => encodeCursor(bound.clauses[step.index]!.question, row[at] as Values);
}

export function pageInfoOf(step: Step): Shape<Page> {
  const cursor = cursorOf(step);
  return ({ rows, hasNextPage, hasPreviousPage }, bound) => {
    const [first, last] = step.wants.cursor ? [rows[0], rows.at(-1)] : [];
    return { hasNextPage, hasPreviousPage, startCursor: first ? cursor(first, bound) : null, endCursor: last ? cursor(last, bound) : null };
  };
}
