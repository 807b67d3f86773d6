/** What a type of value is: its name, its check in a seed, the columns it is stored in, and how it is compared and ordered by. */
import type { z } from 'zod';
import * as checks from './checks.ts';
import { orderOfDecimal } from './decimal.ts';
import type { Enumeration } from './enums.ts';
import { orderOfText } from './folding.ts';

export type ScalarName = 'ID' | 'String' | 'Boolean' | 'Int' | 'Float' | 'Date' | 'DateTime';
export type CompositeName = 'Money' | 'Quantity' | 'Name' | 'Identifier' | 'ClaimValue';

/** How filters compare values of a type. */
interface Comparison {
  readonly as: 'value' | 'date' | 'amount' | 'list' | 'records';
  /** The parts compared, where they are not those that are stored. */
  readonly parts?: readonly string[];
}

/** A part by which values are ordered, and what it holds. */
type OrderedPart = readonly [part: string, as: 'text' | 'number' | 'flag'];

/** Columns of a composite value are the property's name and a part of it. */
export interface ValueType {
  readonly type: ScalarName | CompositeName | Enumeration;
  readonly list?: boolean;
  readonly check: z.ZodType;
  readonly parts: readonly string[];
  readonly encode: (value: unknown) => readonly unknown[];
  readonly decode: (values: readonly unknown[]) => unknown;
  readonly compared?: Comparison;
  /** What the parts hold, where it is a list of records. */
  readonly fields?: readonly string[];
  /** Whether values recur, so that it is of use to count how often each occurs. */
  readonly recurs?: boolean;
  /** The parts it is ordered by, the first first. */
  readonly order?: readonly OrderedPart[];
  /** Parts that are made of the first one and stored beside it, to be compared or ordered by. */
  readonly made?: Readonly<Record<string, (first: string) => string>>;
}

type Columns = Readonly<Record<string, unknown>>;

/** The part that orders a value by code points, where it is not in order as it stands. */
export const ORDER = 'Order';

/** A single value in a column of its own. */
const plain = { parts: [''], encode: (value: unknown) => [value], decode: ([value]: readonly unknown[]) => value ?? null };

export const scalar = (type: ScalarName | Enumeration, check: z.ZodType, as: OrderedPart[1] = 'text'): ValueType => ({
  ...plain,
  type,
  check,
  compared: { as: type === 'Date' ? 'date' : 'value' },
  order: [['', as]],
});

/** Words of people. */
export const prose = (parts: readonly string[] = [''], made: ValueType['made'] = {}): ValueType => ({
  ...plain,
  type: 'String',
  check: checks.text,
  compared: { as: 'value', parts },
  order: [[ORDER, 'text']],
  made: { [ORDER]: orderOfText, ...made },
});

/** A composite value: one column a part; null as a whole where its first part is. */
export function composite(type: CompositeName, check: z.ZodType, fields: readonly string[]): ValueType {
  const parts = fields.map((field) => field[0]!.toUpperCase() + field.slice(1));
  const unit = parts[1]!;
  return {
    type,
    check,
    parts,
    encode: (value) => fields.map((field) => (value as Columns | null)?.[field] ?? null),
    decode: (values) => (values[0] == null ? null : Object.fromEntries(fields.map((field, i) => [field, values[i]]))),
    compared: { as: 'amount', parts: [ORDER, unit] },
    order: [
      [unit, 'text'],
      [ORDER, 'text'],
    ],
    made: { [ORDER]: orderOfDecimal },
  };
}

/** A list of small records: one list column a field, with empty text where a field is unknown, since a list holds no null. */
export const records = (type: CompositeName, check: z.ZodType, fields: readonly string[]): ValueType => ({
  type,
  list: true,
  check,
  fields,
  parts: fields.map((field) => `${field[0]?.toUpperCase()}${field.slice(1)}s`),
  encode: (value) => fields.map((field) => ((value ?? []) as Columns[]).map((record) => record[field] ?? '')),
  decode: ([first, ...rest]) =>
    ((first ?? []) as unknown[]).map((value, i) =>
      Object.fromEntries(fields.map((field, column) => [field, (column === 0 ? value : (rest[column - 1] as unknown[])[i]) || null])),
    ),
  compared: { as: 'records' },
});
