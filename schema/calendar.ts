/** The root field `dueCalendar`: what is due when. */
import { Entity } from '../model/entity.ts';
import { dueBetween } from '../src/derived/calendar.ts';
import { DUE } from '../src/plan/due.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { defineConnection, kindsArgument, pagingArguments } from './connection.ts';

const Due = defineConnection('QueryDueCalendarConnection', {
  target: Entity,
  description: 'A page of commitments by their end date and of targets by their due date, the earliest first.',
  properties: {},
  linked: false,
  claims: false,
  isCounted: false,
  edgeFields: (t) => ({
    dueOn: t.columns({
      type: 'Date',
      description: 'When it is due. A partial date, such as `2030`, is due on its last day.',
      columns: [DUE],
    }),
  }),
});

builder.queryField('dueCalendar', (t) =>
  t.page({
    type: Due,
    nullable: true,
    description: 'The commitments that end and the targets that are due in a period, the earliest first.',
    args: {
      from: t.arg({ type: 'Date', description: 'The first day of the period; without it, the period has no beginning.' }),
      to: t.arg({ type: 'Date', description: 'The last day of the period; without it, the period has no end.' }),
      ...pagingArguments(t),
      ...kindsArgument(t),
      ...asOfArgument(t),
    },
    root: { side: dueBetween },
    question: 'QueryDueCalendar',
  }),
);
