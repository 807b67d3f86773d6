/** The argument `asOf` of every root field that reads the graph. */
import { builder } from './builder.ts';

const AsOf = builder.inputType('AsOf', {
  description: 'The time asked about; an operation has one, and the header `Graph-As-Of` gives it too.',
  fields: (t) => ({
    validOn: t.field({
      type: 'Date',
      description:
        'Links, claims and stated values that are said to hold on this day; those without dates always do. A property is its best value, whenever that holds.',
    }),
    knownAt: t.field({ type: 'DateTime', description: 'What was recorded by then and not taken back.' }),
  }),
});

// biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent
export const asOfArgument = (t: any): Record<string, never> => ({
  asOf: t.arg({ type: AsOf, description: 'The time asked about; now where absent.' }) as never,
});
