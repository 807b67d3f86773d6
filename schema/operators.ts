/** The operators by which filters compare values, one input type a sort of value. */
import type { InputRef } from '@pothos/core';
import { builder } from './builder.ts';

/** What each operator says, and whether it takes a list, or yes and no, in place of one value. */
const OPERATORS = {
  eq: ['Is this.', 'one'],
  ne: ['Is known, and is not this.', 'one'],
  in: ['Is one of these; an empty list matches nothing.', 'list'],
  notIn: ['Is known, and is none of these; an empty list matches everything, known or not.', 'list'],
  lt: ['Is less than this.', 'one'],
  lte: ['Is this or less.', 'one'],
  gt: ['Is more than this.', 'one'],
  gte: ['Is this or more.', 'one'],
  contains: ['Has this in it.', 'one'],
  startsWith: ['Begins with this.', 'one'],
  endsWith: ['Ends with this.', 'one'],
  eqIgnoreCase: ['Is this, whatever the letter case.', 'one'],
  containsIgnoreCase: ['Has this in it, whatever the letter case.', 'one'],
  startsWithIgnoreCase: ['Begins with this, whatever the letter case.', 'one'],
  endsWithIgnoreCase: ['Ends with this, whatever the letter case.', 'one'],
  isNull: ['Whether it is not known.', 'boolean'],
} as const satisfies Record<string, readonly [string, 'one' | 'list' | 'boolean']>;

type Operator = keyof typeof OPERATORS;
export const EQUALS = ['eq', 'ne', 'in', 'notIn', 'isNull'] as const;
export const COMPARES = ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'isNull'] as const;

export type FilterRef = InputRef<object>;
type Words = Partial<Record<Operator, string>>;

/** The operators on values of `type`; `words` say what is special about some of them, `also` what else there is to say. */
export function defineOperators(
  name: string,
  type: unknown,
  description: string,
  operators: readonly Operator[],
  words: Words = {},
  also: Readonly<Record<string, { readonly type: unknown; readonly description: string }>> = {},
): FilterRef {
  const fields = operators.map((operator) => {
    const [meaning, takes] = OPERATORS[operator];
    const given = takes === 'list' ? [type] : takes === 'boolean' ? 'Boolean' : type;
    return [operator, { type: given, description: words[operator] ?? meaning }] as const;
  });
  return builder.inputType(name, {
    description,
    fields: (t) => Object.fromEntries([...Object.entries(also), ...fields].map(([field, options]) => [field, t.field(options as never)])),
  }) as FilterRef;
}

export const StringFilter = defineOperators(
  'StringFilter',
  'String',
  'Compares text, by code points, however its accents are typed: composed or not (NFC, NFD) is one. In whatever letter case, ß is ss and ς is σ, but é is not e. Text that is not known matches only `isNull` and an empty `notIn`.',
  Object.keys(OPERATORS) as Operator[],
);
export const IDFilter = defineOperators('IDFilter', 'ID', 'Compares ids.', ['eq', 'ne', 'in', 'notIn']);
export const IntFilter = defineOperators('IntFilter', 'Int', 'Compares whole numbers.', COMPARES);
export const FloatFilter = defineOperators('FloatFilter', 'Float', 'Compares numbers.', COMPARES);
export const BooleanFilter = defineOperators('BooleanFilter', 'Boolean', 'Compares yes and no.', ['eq', 'isNull']);
export const DateTimeFilter = defineOperators('DateTimeFilter', 'DateTime', 'Compares points in time.', COMPARES);
export const DateFilter = defineOperators(
  'DateFilter',
  'Date',
  'Compares dates. A partial date is its whole period: `{gte: "2030", lte: "2030"}` is all within 2030.',
  COMPARES,
  {
    eq: 'Is this date, to the same precision.',
    lt: 'Ends before this begins.',
    lte: 'Ends when this ends, or before.',
    gt: 'Begins after this ends.',
    gte: 'Begins when this begins, or after.',
  },
);

export const TextListFilter = builder.inputType('TextListFilter', {
  description: 'Chooses by a list of text.',
  fields: (t) => ({
    has: t.string({ description: 'Has this text.' }),
    hasSome: t.stringList({ description: 'Has one of these; an empty list matches nothing.' }),
    hasEvery: t.stringList({ description: 'Has all of these; an empty list matches everything.' }),
    isEmpty: t.boolean({ description: 'Whether it has none.' }),
  }),
}) as FilterRef;
