/** The operators by which filters compare values, one input type a sort of value. */
import type { InputRef } from '@pothos/core';
import { builder } from './builder.ts';

/** What each operator says, and whether it takes a list, or yes and no, in place of one value. */
const OPERATORS = {
  eq: ['Is this.', 'one'],
  ne: ['Is known, and is not this.', 'one'],
  in: ['Is one of these; not an empty list.', 'list'],
  notIn: ['Is known, and is none of these.', 'list'],
  lt: ['Is less than this.', 'one'],
  lte: ['Is this or less.', 'one'],
  gt: ['Is more than this.', 'one'],
  gte: ['Is this or more.', 'one'],
  contains: ['Has this in it.', 'one'],
  startsWith: ['Begins with this.', 'one'],
  endsWith: ['Ends with this.', 'one'],
  eqIgnoreCase: ['Is this, in upper or lower case.', 'one'],
  containsIgnoreCase: ['Has this in it, in upper or lower case.', 'one'],
  startsWithIgnoreCase: ['Begins with this, in upper or lower case.', 'one'],
  endsWithIgnoreCase: ['Ends with this, in upper or lower case.', 'one'],
  isNull: ['Whether it is not known.', 'boolean'],
} as const satisfies Record<string, readonly [string, 'one' | 'list' | 'boolean']>;

type Operator = keyof typeof OPERATORS;
export const EQUALS = ['eq', 'ne', 'in', 'notIn', 'isNull'] as const;
const COMPARES = ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'isNull'] as const;

export type FilterRef = InputRef<object>;
type Words = Partial<Record<Operator, string>>;

/** The operators on values of `type`; `words` say what is special about some of them. */
export function defineOperators(
  name: string,
  type: unknown,
  description: string,
  operators: readonly Operator[],
  words: Words = {},
): FilterRef {
  return builder.inputType(name, {
    description,
    fields: (t) =>
      Object.fromEntries(
        operators.map((operator) => {
          const [meaning, takes] = OPERATORS[operator];
          const description = words[operator] ?? meaning;
          const given = takes === 'list' ? [type] : takes === 'boolean' ? 'Boolean' : type;
          return [operator, t.field({ type: given as never, description })];
        }),
      ),
  }) as FilterRef;
}

export const StringFilter = defineOperators(
  'StringFilter',
  'String',
  'Compares text, by code points. What is not known matches nothing but `isNull`.',
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
    hasSome: t.stringList({ description: 'Has one of these.' }),
    hasEvery: t.stringList({ description: 'Has all of these.' }),
    isEmpty: t.boolean({ description: 'Whether it has none.' }),
  }),
}) as FilterRef;
