/** What a property is: its GraphQL type, its check in a seed, and the columns it is stored in. */
import { z } from 'zod';
import type { Condition, OrderColumn } from '../src/plan/extensions.ts';
import * as checks from './checks.ts';
import { orderOfDecimal } from './decimal.ts';
import type { Enumeration } from './enums.ts';
import { composed, orderOfText } from './folding.ts';
import {
  BooleanFilter,
  DateFilter,
  DateTimeFilter,
  type FilterRef,
  FloatFilter,
  IDFilter,
  IntFilter,
  StringFilter,
  TextListFilter,
} from './operators.ts';
import {
  ClaimValueRef,
  IdentifierRef,
  IdentifiersFilter,
  MoneyFilter,
  MoneyRef,
  NameRef,
  NamesFilter,
  QuantityFilter,
  QuantityRef,
} from './values.ts';

type Columns = Readonly<Record<string, unknown>>;

/** How filters choose by values of a sort: the input type, and what its operators compare. */
interface Choice {
  readonly ref: FilterRef;
  readonly sort: Extract<Condition, { by: 'value' }>['sort'];
  /** The parts compared, where they are not those that are stored. */
  readonly parts?: readonly string[];
}

/** The part that orders a value by code points, where it is not in order as it stands. */
const ORDER = 'Order';

/** How values of one sort are typed, checked, stored, chosen and ordered by. Columns of a composite value are the property's name and a part of it. */
interface Sort {
  readonly type: unknown;
  readonly list?: boolean;
  readonly check: z.ZodType;
  readonly parts: readonly string[];
  readonly encode: (value: unknown) => readonly unknown[];
  readonly decode: (values: readonly unknown[]) => unknown;
  readonly choice?: Choice;
  /** What the parts hold, where it is a list of records. */
  readonly fields?: readonly string[];
  /** Whether values recur, so that it is of use to count how often each occurs. */
  readonly recurs?: boolean;
  /** The parts it is ordered by, the first first. */
  readonly order?: readonly (readonly [part: string, as: OrderColumn['as']])[];
  /** Parts that are made of the first one and stored beside it, to be compared or ordered by. */
  readonly made?: Readonly<Record<string, (first: string) => string>>;
}

export interface Property extends Sort {
  readonly description: string;
  readonly required: boolean;
  /** A stated value: it may only stand under a seed's `values`, with claims. */
  readonly stated: boolean;
}

interface Options {
  readonly required?: boolean;
  readonly stated?: boolean;
}
type Define = (description: string, options?: Options) => Property;

const define =
  (sort: Sort): Define =>
  (description, { required = false, stated = false } = {}) => ({ ...sort, description, required, stated });

const plain = (type: unknown, check: z.ZodType, choice: Choice, order: NonNullable<Sort['order']>, made = {}): Define =>
  define({ type, check, parts: [''], encode: (value) => [value], decode: ([value]) => value ?? null, choice, order, made });

const scalar = (type: unknown, check: z.ZodType, ref: FilterRef, as: OrderColumn['as'] = 'text'): Define =>
  plain(type, check, { ref, sort: type === 'Date' ? 'date' : 'value' }, [['', as]]);

/** Words of people. */
const prose = (parts: readonly string[] = [''], made: Sort['made'] = {}): Define =>
  plain('String', checks.text, { ref: StringFilter, sort: 'value', parts }, [[ORDER, 'text']], { [ORDER]: orderOfText, ...made });

/** A composite value: one column a part; null as a whole where its first part is. */
const composite = (type: unknown, check: z.ZodType, fields: readonly string[], filter: FilterRef): Define => {
  const parts = fields.map((field) => field[0]!.toUpperCase() + field.slice(1));
  const unit = parts[1]!;
  return define({
    type,
    check,
    parts,
    encode: (value) => fields.map((field) => (value as Columns | null)?.[field] ?? null),
    decode: (values) => (values[0] == null ? null : Object.fromEntries(fields.map((field, i) => [field, values[i]]))),
    choice: { ref: filter, sort: 'amount', parts: [ORDER, unit] },
    order: [
      [unit, 'text'],
      [ORDER, 'text'],
    ],
    made: { [ORDER]: orderOfDecimal },
  });
};

/** A list of small records: one list column a field, with empty text where a field is unknown, since a list holds no null. */
const records = (type: unknown, check: z.ZodType, fields: readonly string[], filter: FilterRef): Define =>
  define({
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
    choice: { ref: filter, sort: 'records' },
  });

const recurring =
  (defined: Define): Define =>
  (description, options) => ({ ...defined(description, options), recurs: true });

export const text = prose();
/** Words of a source, which stay as they stand there; they are compared as text is. */
export const quotation = prose(['Composed'], { Composed: composed });
/** A text that is no words of people, such as the name of a property. */
export const code = scalar('String', checks.text, StringFilter);
export const identity = scalar('ID', checks.id, IDFilter);
export const date = scalar('Date', checks.date, DateFilter);
export const dateTime = scalar('DateTime', checks.dateTime, DateTimeFilter);
export const country = recurring(scalar('String', checks.country, StringFilter));
export const language = recurring(scalar('String', checks.language, StringFilter));
export const url = scalar('String', checks.url, StringFilter);
export const hash = scalar('String', checks.contentHash, StringFilter);
export const fraction = scalar('Float', checks.fraction, FloatFilter, 'number');
export const integer = scalar('Int', z.int().min(0), IntFilter, 'number');
export const flag = recurring(scalar('Boolean', z.boolean(), BooleanFilter, 'flag'));
export const texts = define({
  recurs: true,
  type: 'String',
  list: true,
  check: z.array(checks.text),
  parts: [''],
  encode: (value) => [value ?? []],
  decode: ([value]) => value ?? [],
  choice: { ref: TextListFilter, sort: 'list' },
});
export const money = composite(MoneyRef, checks.money, ['value', 'currency', 'qualifier'], MoneyFilter);
export const quantity = composite(QuantityRef, checks.quantity, ['value', 'unit', 'qualifier'], QuantityFilter);
export const names = records(NameRef, checks.names, ['value', 'language', 'kind'], NamesFilter);
export const identifiers = records(IdentifierRef, checks.identifiers, ['scheme', 'value', 'url'], IdentifiersFilter);

/** One word of an enumeration; `only` narrows the words a seed may use. */
export const word = <Word extends string>(
  enumeration: Enumeration<Word>,
  description: string,
  options: Options & { only?: readonly Word[] } = {},
): Property =>
  recurring(scalar(enumeration.ref, z.enum((options.only ?? enumeration.words) as unknown as [string, ...string[]]), enumeration.filter))(
    description,
    options,
  );

/** What a claim says a value is: a Money, Quantity, date or text, told apart by its first column. */
export const claimValue = define({
  type: ClaimValueRef,
  check: z.never(),
  parts: ['Type', '', 'Unit', 'Qualifier'],
  encode: (value) => {
    const { __typename, value: main, currency, unit, qualifier } = (value ?? {}) as Record<string, string | undefined>;
    return [__typename ?? null, main ?? null, currency ?? unit ?? null, qualifier ?? null];
  },
  decode: ([type, value, unit, qualifier]) => {
    if (type == null) return null;
    return { __typename: type, value, ...(type === 'Money' ? { currency: unit } : { unit }), qualifier };
  },
});

/** The columns of a property named `name`, in the order of its parts. */
export const columnsOf = (name: string, { parts }: Pick<Property, 'parts'>): string[] => parts.map((part) => name + part);

/** The column that orders texts named `name`, by letters, whatever their case and accents, and only then as they stand. */
export const textOrder = (name: string): string => name + ORDER;
