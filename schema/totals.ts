/** The root field `commitmentTotals`: how much was promised, no money counted twice. */
import { resolveLeftOut, resolveLeftOutCommitment, resolveTotals, type TotalRow } from '../src/plan/derived/resolve-totals.ts';
import { tiesOfAll, withAmounts } from '../src/plan/derived/totals.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { Commitment } from './commitment.ts';
import { LeftOutReason, TotalsBy } from './enums.ts';
import { filterOf } from './filter.ts';

const LeftOut = builder.objectRef<ReturnType<typeof resolveLeftOut>[number]>('LeftOut').implement({
  description: 'A commitment whose amount is in no total of its group, since it would count twice or stands no longer.',
  fields: (t) => ({
    commitment: t.field({
      type: Commitment.ref,
      description: 'The commitment.',
      extensions: { part: 'node' },
      resolve: resolveLeftOutCommitment as never,
    }),
    reason: t.field({ type: LeftOutReason.ref, description: 'Why its amount is left out.', resolve: ({ reason }) => reason }),
  }),
});

const CommitmentTotal = builder.objectRef<TotalRow>('CommitmentTotal').implement({
  description:
    'What commitments of a group promise in one currency. Money is a range, since a commitment that builds on another may promise some of the same.',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'The currency, ISO 4217.' }),
    key: t.exposeString('key', {
      nullable: true,
      description: 'The id of the party or place, or the type; null where they are only grouped by currency, or have none.',
    }),
    name: t.exposeString('name', { nullable: true, description: 'The name of the party or place.' }),
    minimum: t.field({
      type: 'Decimal',
      description: 'At least: where one builds on another, the larger of the two, unless all of it is new money.',
      resolve: ({ minimum }) => minimum,
    }),
    maximum: t.field({ type: 'Decimal', description: 'At most: all that is counted, added up.', resolve: ({ maximum }) => maximum }),
    counted: t.exposeInt('counted', { description: 'How many commitments are counted.' }),
    leftOut: t.field({
      type: [LeftOut],
      description: 'The commitments of the group that are not, and why.',
      extensions: { part: 'edges' },
      resolve: resolveLeftOut as never,
    }),
  }),
});

builder.queryField('commitmentTotals', (t) =>
  t.field({
    type: [CommitmentTotal],
    nullable: true,
    description:
      'How much the commitments promise that state an amount, in each currency: a part is not added to its whole, nor what was superseded. Qualifiers such as "up to" are not told apart.',
    args: {
      where: t.arg({ type: filterOf(Commitment), description: 'Which ones.' }),
      by: t.arg({
        type: TotalsBy.ref,
        required: true,
        defaultValue: 'CURRENCY' as never,
        description: 'In groups by this, beside their currency.',
      }),
      ...asOfArgument(t),
    },
    extensions: { root: { by: 'page', side: withAmounts, beside: tiesOfAll, columns: ['amountValue', 'amountCurrency', 'type'] } },
    resolve: resolveTotals as never,
  }),
);
