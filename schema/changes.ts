/** What became known when: added, closed, revised, retracted. */
import { Change, Closed } from '../model/change.ts';
import { Entity } from '../model/entity.ts';
import { ChangeType } from '../model/enums.ts';
import { allChanges, changesOf, subjectsOfChange } from '../src/derived/changes.ts';
import { asOfArgument } from './as-of.ts';
import { type Arguments, builder } from './builder.ts';
import { claimsField, defineConnection, kindsArgument, pagingArguments } from './connection.ts';
import { enumOf } from './enums.ts';
import { refOf } from './kind.ts';
import { LinkTypeEnum } from './link-type.ts';

builder.interfaceFields(refOf(Change), (t) => ({
  linkType: t.columns({
    type: LinkTypeEnum,
    nullable: true,
    description: 'The type of the link that the change is about; null if it is about an entity.',
    columns: ['linkType'],
  }),
  subjects: t.link({
    type: [refOf(Entity)],
    description: 'The entities that the change is about: of a link, both its ends.',
    side: subjectsOfChange,
  }),
  claims: claimsField(t, { of: 'from', what: 'change', regardless: true }),
}));

// Its column has a name of its own: `until` would say how long the change itself holds.
builder.objectField(refOf(Closed), 'until', (t) =>
  t.columns({
    type: 'Date',
    description: 'The last day on which the link holds.',
    columns: ['closedOn'],
  }),
);

const Changes = defineConnection('ChangesConnection', {
  target: Change,
  description: 'A page of changes, in the order in which they were recorded.',
  properties: {},
  linked: false,
  claims: false,
  isCounted: false,
});

const Between = builder.inputType('Between', {
  description: 'A period that includes both its ends.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'The first point in time; without it, the period has no beginning.' }),
    to: t.field({ type: 'DateTime', description: 'The last point in time; without it, the period has no end.' }),
  }),
});

const changeArguments = (t: Arguments) => ({
  ...pagingArguments(t),
  between: t.arg({ type: Between, description: 'Only changes that were recorded in this period.' }),
  types: t.arg({ type: [enumOf(ChangeType)], description: 'Only changes of these types; an empty list matches nothing.' }),
});

builder.queryField('changes', (t) =>
  t.page({
    type: Changes,
    nullable: true,
    description: 'A page of changes, in the order in which they were recorded.',
    args: {
      ...changeArguments(t),
      ...kindsArgument(t),
      about: t.arg.id({ description: 'Only changes that are about this entity.' }),
      ...asOfArgument(t),
    },
    root: { side: allChanges },
    question: 'QueryChanges',
  }),
);

builder.interfaceField(refOf(Entity), 'history', (t) =>
  t.link({
    type: Changes,
    description: 'What became known of it, in the order in which it was recorded.',
    args: changeArguments(t),
    side: changesOf,
    question: 'EntityHistory',
  }),
);
