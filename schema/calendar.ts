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
  description: 'Commitments by their end and targets by their due date, the first due first.',
  properties: {},
  linked: false,
  claims: false,
  isCounted: false,
  edgeFields: (t) => ({
    dueOn: t.field({
      type: 'Date',
      description: 'When it is due: the last day that this date can mean.',
      extensions: { columns: [DUE], decode: ([due]: readonly unknown[]) => due },
      resolve: (row: Row) => row[DUE],
    }),
  }),
});

builder.queryField('dueCalendar', (t) =>
  t.field({
    type: Due,
    nullable: true,
    description: 'The commitments that end and the targets that are due in a period, the first due first.',
    args: {
      from: t.arg({ type: 'Date', description: 'The first day; open where absent.' }),
      to: t.arg({ type: 'Date', description: 'The last day; open where absent.' }),
      ...pagingArguments(t),
      ...kindsArgument(t),
      ...asOfArgument(t),
    },
    extensions: { root: { by: 'page', side: dueBetween }, question: 'QueryDueCalendar' },
    resolve: resolvePage as never,
  }),
);
