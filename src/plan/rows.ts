/** Rows as resolvers want them: named values, tagged with the place of the selection they were read for. */
import type { Row } from '../engine/engine.ts';
import type { Bound } from './bind.ts';
import type { Step } from './plan.ts';
import type { Depth } from './statement.ts';

export type { Row };

/** A place in the selection. Its rows carry it, so that a resolver finds what its field read. */
export class Place {
  private readonly steps = new Map<string, Step>();
  private readonly places = new Map<string, Place>();
  private readonly measures = new Map<string, string>();

  /** The link field with response key `key` on the object type `type`. */
  step(type: string, key: string): Step | undefined {
    return this.steps.get(`${type}.${key}`);
  }
  add(type: string, key: string, step: Step): void {
    this.steps.set(`${type}.${key}`, step);
  }
  /** The column that holds the aggregate with response key `key`. */
  measure(key: string): string | undefined {
    return this.measures.get(key);
  }
  addMeasure(key: string, slot: string): void {
    this.measures.set(key, slot);
  }
  /** The place of the rows below `key`, where there is one. */
  below(key: string): Place | undefined {
    return this.places.get(key);
  }
  child(key: string): Place {
    const found = this.places.get(key) ?? new Place();
    this.places.set(key, found);
    return found;
  }
}

/** Where a row comes from: its place in the selection and the bound statement that brought it; for an edge also its page. */
export interface Origin {
  readonly place: Place | undefined;
  readonly bound: Bound;
  readonly page?: Page;
}

/** A page of a connection as its fields see it. */
export interface Page {
  readonly step: Step;
  readonly bound: Bound;
  readonly depth: Depth;
  readonly rows: readonly (readonly unknown[])[];
  /** The row that holds the page and what was counted of it. */
  readonly row: Row;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

const ORIGIN = Symbol('origin');
type Traced = Row & { [ORIGIN]?: Origin };
/** The origin of a row that a statement brought; other rows have none. */
export const originOf = (row: Row): Origin | undefined => (row as Traced)[ORIGIN];

/** The same row at another place: a link stands on its edge. */
export const rowAt = (row: Row, origin: Origin): Row => ({ ...row, [ORIGIN]: origin }) as Row;

/** Statements return lists in the order of `names`; this makes the row. */
export function rowOf(values: readonly unknown[], names: readonly string[], origin: Origin): Row {
  const row: Traced = {};
  for (let i = 0; i < names.length; i++) row[names[i]!] = values[i];
  row[ORIGIN] = origin;
  return row;
}
