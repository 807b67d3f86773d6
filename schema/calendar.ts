/** The root field `dueCalendar`: what is due when. */
import { DUE, dueBetween } from '../src/plan/derived/calendar.ts';
import { resolvePage } from '../src/plan/resolve.ts';
import type { Row } from '../src/plan/rows.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { defineConnection, kindsArgument, pagingArguments } from './connection.ts';
import { Entity } from './entity.ts';

const Due = defineConnection('QueryDueCalendarConnection', {
  target: Entity,
  description: 'A page of commitments by their end date and of targets by their due date, the earliest first.',
  properties: {},
  linked: false,
  claims: false,
  isCounted: false,
  edgeFields: (t) => ({
    dueOn: t.field({
      type: 'Date',
      description: 'When it is due. A partial date, such as `2030`, is due on its last day.',
      extensions: { columns: [DUE], decode: ([due]: readonly unknown[]) => due },
      resolve: (row: Row) => row[DUE],
    }),
  }),
});

builder.queryField('dueCalendar', (t) =>
  t.field({
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
    extensions: { root: { by: 'page', side: dueBetween }, question: 'QueryDueCalendar' },
    resolve: resolvePage as never,
  }),
);
