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

const DAY = 'The day asked about, a whole one such as `2031-01-01`; if absent, the day of the request in UTC.';

// biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent
const onArgument = (t: any): Record<string, never> => ({ on: t.arg({ type: 'Date', description: DAY }) as never });

const Completeness = builder.objectRef<{ score: number; missing: readonly string[] }>('Completeness').implement({
  description: 'What makes a commitment one that can be followed up, as far as it is there.',
  fields: (t) => ({
    score: t.exposeFloat('score', { description: 'The share of the ingredients that are there, 0 to 1.' }),
    missing: t.field({ type: [Ingredient.ref], description: 'The ingredients that are not.', resolve: ({ missing }) => missing as never }),
  }),
});

builder.objectFields(Commitment.ref, (t) => ({
  delivery: t.field({
    type: Delivery.ref,
    description:
      'Where it stands on a day: the first that holds. Targets count that have a quantity, and the amount where there is an end date; observations of them in the same unit whose period has ended by the day. Derived.',
    args: onArgument(t),
    extensions: { link: delivery },
    resolve: resolveLink as never,
  }),
  isOverdue: t.field({
    type: 'Boolean',
    description: 'Whether the day is past the last of its due and end dates, and it is not met, withdrawn or superseded. Derived.',
    args: onArgument(t),
    extensions: { link: isOverdue },
    resolve: resolveLink as never,
  }),
  completeness: t.field({
    type: Completeness,
    description: 'How much of what it takes to follow it up is known. Derived.',
    extensions: { link: completeness(Ingredient.words) },
    resolve: resolveLink as never,
  }),
}));

builder.objectFields(Target.ref, (t) => ({
  latest: t.field({
    type: Observation.ref,
    nullable: true,
    description: 'The latest observation of it, by its end.',
    extensions: { link: latestObservation },
    resolve: resolveLink as never,
  }),
  progress: t.field({
    type: 'Float',
    nullable: true,
    description:
      'The share of the way from its baseline, or else 0, to its quantity, by the latest observation in the same unit; more than 1 where it was passed. Derived.',
    extensions: { link: progress },
    resolve: resolveLink as never,
  }),
  onTrack: t.field({
    type: 'Boolean',
    nullable: true,
    description:
      'Whether the progress on a day is at least the share of time gone by, from the start of the commitment, or else its announcement, to the due date: linear. Null where either is not known. Derived.',
    args: onArgument(t),
    extensions: { link: onTrack },
    resolve: resolveLink as never,
  }),
}));

const DeliveryFilter = builder.inputType('DeliveryOnFilter', {
  description: 'Chooses by where a commitment stands on a day.',
  fields: (t) => ({
    on: t.field({ type: 'Date', description: DAY }),
    eq: t.field({ type: Delivery.ref, description: 'Stands here.' }),
    ne: t.field({ type: Delivery.ref, description: 'Stands elsewhere.' }),
    in: t.field({ type: [Delivery.ref], description: 'Stands at one of these; an empty list matches nothing.' }),
    notIn: t.field({ type: [Delivery.ref], description: 'Stands at none of these; an empty list matches everything.' }),
  }),
});

addConditions(Commitment, {
  overdueOn: {
    type: 'Date',
    description: 'Is overdue on this whole day, such as `2031-01-01`, as `isOverdue` says.',
    extensions: { condition: overdueOn },
  },
  delivery: { type: DeliveryFilter, description: 'Stands here on a day.', extensions: { condition: deliveryOn } },
});
