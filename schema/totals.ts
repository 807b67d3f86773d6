/** The root field `commitmentTotals`: how much was promised, no money counted twice. */
import { Commitment } from '../model/commitment.ts';
import { LeftOutReason, TotalsBy } from '../model/enums.ts';
import { resolveLeftOut, resolveLeftOutCommitment, resolveTotals, type TotalRow } from '../src/derived/resolve-totals.ts';
import { tiesOfAll, withAmounts } from '../src/derived/totals.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { enumOf } from './enums.ts';
import { filterOf } from './filter.ts';
import { refOf } from './kind.ts';

const LeftOut = builder.objectRef<ReturnType<typeof resolveLeftOut>[number]>('LeftOut').implement({
  description: 'A commitment whose amount is left out of the totals of its group, because it would count twice or was superseded.',
  fields: (t) => ({
    commitment: t.part({
      type: refOf(Commitment),
      description: 'The commitment that is left out.',
      part: 'node',
      resolve: resolveLeftOutCommitment,
    }),
    reason: t.field({ type: enumOf(LeftOutReason), description: 'Why its amount is left out.', resolve: ({ reason }) => reason }),
  }),
});

const CommitmentTotal = builder.objectRef<TotalRow>('CommitmentTotal').implement({
  description:
    'What the commitments of a group promise in one currency. The total is a range, since a commitment that builds on another may promise some of the same money.',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'The currency by its ISO 4217 code.' }),
    key: t.exposeString('key', {
      nullable: true,
      description:
        'What the group is of: the id of the party or place, or the type. Null if commitments are grouped by currency alone, or have none.',
    }),
    name: t.exposeString('name', { nullable: true, description: 'The name of the party or place that the group is of.' }),
    minimum: t.field({
      type: 'Decimal',
      description:
        'The least that is promised: where a commitment builds on another, only the larger of the two counts, unless all of its money is new.',
      resolve: ({ minimum }) => minimum,
    }),
    maximum: t.field({
      type: 'Decimal',
      description: 'The most that is promised: the sum of all amounts that are counted.',
      resolve: ({ maximum }) => maximum,
    }),
    counted: t.exposeInt('counted', { description: 'The number of commitments whose amount is counted.' }),
    leftOut: t.part({
      type: [LeftOut],
      description: 'The commitments of the group whose amount is not counted, and why.',
      part: 'edges',
      resolve: resolveLeftOut,
    }),
  }),
});

builder.queryField('commitmentTotals', (t) =>
  t.page({
    type: [CommitmentTotal],
    nullable: true,
    description:
      'How much the commitments that state an amount promise, in each currency. A part is not added to its whole, nor is what was superseded. Qualifiers such as "up to" are ignored.',
    args: {
      where: t.arg({ type: filterOf(Commitment), description: 'Only commitments that this filter matches.' }),
      by: t.arg({
        type: enumOf(TotalsBy),
        required: true,
        defaultValue: 'CURRENCY',
        description: 'What the totals are grouped by, besides the currency.',
      }),
      ...asOfArgument(t),
    },
    root: { side: withAmounts, beside: tiesOfAll, columns: ['amountValue', 'amountCurrency', 'type'] },
    resolve: resolveTotals,
  }),
);
