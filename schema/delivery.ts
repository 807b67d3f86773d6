/** Did it happen: delivery of commitments, progress of targets, and what is due when. */
import { Commitment } from '../model/commitment.ts';
import { Delivery, Ingredient, type WordOf } from '../model/enums.ts';
import { Observation } from '../model/observation.ts';
import { Target } from '../model/target.ts';
import { completeness } from '../src/derived/completeness.ts';
import { delivery, deliveryOn, isOverdue, overdueOn } from '../src/derived/delivery.ts';
import { latestObservation, onTrack, progress } from '../src/derived/progress.ts';
import { type Arguments, builder } from './builder.ts';
import { enumOf } from './enums.ts';
import { addConditions } from './filter.ts';
import { refOf } from './kind.ts';

const DAY = 'The day asked about, as a full date such as `2031-01-01`; by default the day of the request, in UTC.';

const onArgument = (t: Arguments) => ({ on: t.arg({ type: 'Date', description: DAY }) });

const Completeness = builder.objectRef<{ score: number; missing: WordOf<typeof Ingredient>[] }>('Completeness').implement({
  description: 'How much is known of what it takes to follow up a commitment.',
  fields: (t) => ({
    score: t.exposeFloat('score', { description: 'The share of the ingredients that are known, from 0 to 1.' }),
    missing: t.field({
      type: [enumOf(Ingredient)],
      description: 'The ingredients that are not known.',
      resolve: ({ missing }) => missing,
    }),
  }),
});

builder.objectFields(refOf(Commitment), (t) => ({
  delivery: t.link({
    type: enumOf(Delivery),
    description:
      'The state of delivery of the commitment on a day. It is computed from the targets that have a quantity, the amount if there is an end date, and the observations of them in the same unit whose period has ended by that day.',
    args: onArgument(t),
    side: delivery,
  }),
  isOverdue: t.link({
    type: 'Boolean',
    description:
      'Whether the commitment is overdue on a day: past the last of its due and end dates, and not met, withdrawn or superseded. It is computed as `delivery` is.',
    args: onArgument(t),
    side: isOverdue,
  }),
  completeness: t.link({
    type: Completeness,
    description: 'How much is known of what it takes to follow up the commitment. It is computed, not claimed.',
    side: completeness,
  }),
}));

builder.objectFields(refOf(Target), (t) => ({
  latest: t.link({
    type: refOf(Observation),
    nullable: true,
    description: 'The latest observation of the target, by the end of its period.',
    side: latestObservation,
  }),
  progress: t.link({
    type: 'Float',
    nullable: true,
    description:
      'How far the target is reached by the latest observation in the same unit: the share of the way from its baseline, or from 0 without one, to its quantity. It is greater than 1 if the target was exceeded. It is computed, not claimed.',
    side: progress,
  }),
  onTrack: t.link({
    type: 'Boolean',
    nullable: true,
    description:
      'Whether the target is on track on a day: whether its progress is at least the share of the time gone by between the start of the commitment, or else its announcement, and the due date. Null if either is not known. It is computed, not claimed.',
    args: onArgument(t),
    side: onTrack,
  }),
}));

const DeliveryFilter = builder.inputType('DeliveryOnFilter', {
  description: 'Filters commitments by their state of delivery on a day.',
  fields: (t) => ({
    on: t.field({ type: 'Date', description: DAY }),
    eq: t.field({ type: enumOf(Delivery), description: 'The commitment is in this state.' }),
    ne: t.field({ type: enumOf(Delivery), description: 'The commitment is in another state.' }),
    in: t.field({ type: [enumOf(Delivery)], description: 'The commitment is in one of these states; an empty list matches nothing.' }),
    notIn: t.field({
      type: [enumOf(Delivery)],
      description: 'The commitment is in none of these states; an empty list matches everything.',
    }),
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
