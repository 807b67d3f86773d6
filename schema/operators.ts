/** The operators by which filters compare values, one input type a sort of value. */
import type { InputType, InputTypeParam } from '@pothos/core';
import { builder, type Types } from './builder.ts';
import type { InputField, InputRef } from './input.ts';

/** What each operator says, and whether it takes a list, or yes and no, in place of one value. */
const OPERATORS = {
  eq: ['Equals this.', 'one'],
  ne: ['Is known and differs from this.', 'one'],
  in: ['Equals one of these; an empty list matches nothing.', 'list'],
  notIn: ['Is known and equals none of these; an empty list matches everything, known or not.', 'list'],
  lt: ['Is less than this.', 'one'],
  lte: ['Is less than or equal to this.', 'one'],
  gt: ['Is greater than this.', 'one'],
  gte: ['Is greater than or equal to this.', 'one'],
  contains: ['Contains this text.', 'one'],
  startsWith: ['Starts with this text.', 'one'],
  endsWith: ['Ends with this text.', 'one'],
  eqIgnoreCase: ['Equals this, ignoring case.', 'one'],
  containsIgnoreCase: ['Contains this text, ignoring case.', 'one'],
  startsWithIgnoreCase: ['Starts with this text, ignoring case.', 'one'],
  endsWithIgnoreCase: ['Ends with this text, ignoring case.', 'one'],
  isNull: ['`true` matches what is unknown, `false` what is known.', 'boolean'],
} as const satisfies Record<string, readonly [string, 'one' | 'list' | 'boolean']>;

type Operator = keyof typeof OPERATORS;
export const EQUALS = ['eq', 'ne', 'in', 'notIn', 'isNull'] as const;
export const COMPARES = ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'isNull'] as const;

type Words = Partial<Record<Operator, string>>;

/** The operators on values of `type`; `words` say what is special about some of them, `also` what else there is to say. */
export function defineOperators(
  name: string,
  type: InputType<Types>,
  description: string,
  operators: readonly Operator[],
  words: Words = {},
  also: Readonly<Record<string, InputField>> = {},
): InputRef {
  const fields = operators.map((operator): [string, InputField] => {
    const [meaning, takes] = OPERATORS[operator];
    const given: InputTypeParam<Types> = takes === 'list' ? [type] : takes === 'boolean' ? 'Boolean' : type;
    return [operator, { type: given, description: words[operator] ?? meaning }];
  });
  return builder.inputType(name, {
    description,
    fields: (t) => Object.fromEntries([...Object.entries(also), ...fields].map(([field, options]) => [field, t.field(options)])),
  });
}

export const StringFilter = defineOperators(
  'StringFilter',
  'String',
  'Compares text by code points; composed and decomposed accents (NFC, NFD) are equal. Where case is ignored, ß equals ss and ς equals σ, but é does not equal e. Unknown text matches only `isNull` and an empty `notIn`.',
  Object.keys(OPERATORS) as Operator[],
);
export const IDFilter = defineOperators('IDFilter', 'ID', 'Compares ids.', ['eq', 'ne', 'in', 'notIn']);
export const IntFilter = defineOperators('IntFilter', 'Int', 'Compares whole numbers.', COMPARES);
export const FloatFilter = defineOperators('FloatFilter', 'Float', 'Compares numbers.', COMPARES);
export const BooleanFilter = defineOperators('BooleanFilter', 'Boolean', 'Compares true and false.', ['eq', 'isNull']);
export const DateTimeFilter = defineOperators('DateTimeFilter', 'DateTime', 'Compares points in time.', COMPARES);
export const DateFilter = defineOperators(
  'DateFilter',
  'Date',
  'Compares dates. A partial date stands for its whole period: `{gte: "2030", lte: "2030"}` matches whatever lies within 2030.',
  COMPARES,
  {
    eq: 'Is this date, in the same precision: `2030` does not equal `2030-01-01`.',
    lt: 'Ends before this date begins.',
    lte: 'Ends no later than this date ends.',
    gt: 'Begins after this date ends.',
    gte: 'Begins no earlier than this date begins.',
  },
);

export const TextListFilter = builder.inputType('TextListFilter', {
  description: 'Filters by a list of texts.',
  fields: (t) => ({
    has: t.string({ description: 'Contains this text.' }),
    hasSome: t.stringList({ description: 'Contains at least one of these texts; an empty list matches nothing.' }),
    hasEvery: t.stringList({ description: 'Contains all of these texts; an empty list matches everything.' }),
    isEmpty: t.boolean({ description: '`true` matches an empty list, `false` any other.' }),
  }),
});
