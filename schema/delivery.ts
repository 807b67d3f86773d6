/** Did it happen: delivery of commitments, progress of targets, and what is due when. */
import { completeness } from '../src/plan/derived/completeness.ts';
import { delivery, deliveryOn, isOverdue, overdueOn } from '../src/plan/derived/delivery.ts';
import { latestObservation, onTrack, progress } from '../src/plan/derived/progress.ts';
import { resolveLink } from '../src/plan/resolve.ts';
import { builder } from './builder.ts';
import { Commitment } from './commitment.ts';
import { Delivery, Ingredient } from './enums.ts';
import { addConditions } from './filter.ts';
import { Observation } from './observation.ts';
import { Target } from './target.ts';

const DAY = 'The day asked about, as a full date such as `2031-01-01`; by default the day of the request, in UTC.';

// biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent
const onArgument = (t: any): Record<string, never> => ({ on: t.arg({ type: 'Date', description: DAY }) as never });

const Completeness = builder.objectRef<{ score: number; missing: readonly string[] }>('Completeness').implement({
  description: 'How much is known of what it takes to follow up a commitment.',
  fields: (t) => ({
    score: t.exposeFloat('score', { description: 'The share of the ingredients that are known, from 0 to 1.' }),
    missing: t.field({
      type: [Ingredient.ref],
      description: 'The ingredients that are not known.',
      resolve: ({ missing }) => missing as never,
    }),
  }),
});

builder.objectFields(Commitment.ref, (t) => ({
  delivery: t.field({
    type: Delivery.ref,
    description:
      'The state of delivery of the commitment on a day. It is computed from the targets that have a quantity, the amount if there is an end date, and the observations of them in the same unit whose period has ended by that day.',
    args: onArgument(t),
    extensions: { link: delivery },
    resolve: resolveLink as never,
  }),
  isOverdue: t.field({
    type: 'Boolean',
    description:
      'Whether the commitment is overdue on a day: past the last of its due and end dates, and not met, withdrawn or superseded. It is computed as `delivery` is.',
    args: onArgument(t),
    extensions: { link: isOverdue },
    resolve: resolveLink as never,
  }),
  completeness: t.field({
    type: Completeness,
    description: 'How much is known of what it takes to follow up the commitment. It is computed, not claimed.',
    extensions: { link: completeness(Ingredient.words) },
    resolve: resolveLink as never,
  }),
}));

builder.objectFields(Target.ref, (t) => ({
  latest: t.field({
    type: Observation.ref,
    nullable: true,
    description: 'The latest observation of the target, by the end of its period.',
    extensions: { link: latestObservation },
    resolve: resolveLink as never,
  }),
  progress: t.field({
    type: 'Float',
    nullable: true,
    description:
      'How far the target is reached by the latest observation in the same unit: the share of the way from its baseline, or from 0 without one, to its quantity. It is greater than 1 if the target was exceeded. It is computed, not claimed.',
    extensions: { link: progress },
    resolve: resolveLink as never,
  }),
  onTrack: t.field({
    type: 'Boolean',
    nullable: true,
    description:
      'Whether the target is on track on a day: whether its progress is at least the share of the time gone by between the start of the commitment, or else its announcement, and the due date. Null if either is not known. It is computed, not claimed.',
    args: onArgument(t),
    extensions: { link: onTrack },
    resolve: resolveLink as never,
  }),
}));

const DeliveryFilter = builder.inputType('DeliveryOnFilter', {
  description: 'Filters commitments by their state of delivery on a day.',
  fields: (t) => ({
    on: t.field({ type: 'Date', description: DAY }),
    eq: t.field({ type: Delivery.ref, description: 'The commitment is in this state.' }),
    ne: t.field({ type: Delivery.ref, description: 'The commitment is in another state.' }),
    in: t.field({ type: [Delivery.ref], description: 'The commitment is in one of these states; an empty list matches nothing.' }),
    notIn: t.field({ type: [Delivery.ref], description: 'The commitment is in none of these states; an empty list matches everything.' }),
  }),
});

addConditions(Commitment, {
  overdueOn: {
    type: 'Date',
    description: 'The commitment is overdue on this day, as `isOverdue` says. Give a full date, such as `2031-01-01`.',
    extensions: { condition: overdueOn },
  },
  delivery: { type: DeliveryFilter, description: 'Filters by the state of delivery on a day.', extensions: { condition: deliveryOn } },
});
