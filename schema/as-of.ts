/** The argument `asOf` of every root field that reads the graph. */
import { type Arguments, builder } from './builder.ts';

const AsOf = builder.inputType('AsOf', {
  description:
    'The time asked about. An operation asks about one time: give all its root fields the same `asOf`, or send the header `Graph-As-Of`.',
  fields: (t) => ({
    validOn: t.field({
      type: 'Date',
      description:
        'Gives only links, claims and stated values that are said to hold on this day, or in this month or year; those without dates always hold. A property is given by its best value, whenever that holds.',
    }),
    knownAt: t.field({
      type: 'DateTime',
      description: 'Gives what was recorded by then and not yet retracted, with the properties it had then.',
    }),
  }),
});

export const asOfArgument = (t: Arguments) => ({
  asOf: t.arg({
    type: AsOf,
    description: 'The time asked about. By default it is the time of the header `Graph-As-Of`, or now without that header.',
  }),
});
