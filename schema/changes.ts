/** What became known when: added, closed, revised, retracted. */
import { allChanges, changesOf, subjectsOfChange } from '../src/plan/derived/changes.ts';
import { resolveLink, resolvePage } from '../src/plan/resolve.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { claimsField, defineConnection, kindsArgument, pagingArguments } from './connection.ts';
import { Entity, Node } from './entity.ts';
import { ChangeType } from './enums.ts';
import { defineInterface, defineRecord } from './kind.ts';
import { linkTypeEnum } from './link.ts';
import './links.ts';
import { claimValue, code, dateTime } from './property.ts';

export const Change = defineInterface('Change', {
  above: [Node],
  description: 'Something that became known at a point in time: an addition, a revision, an end or a retraction.',
  properties: {
    at: dateTime('When the change was recorded.', { required: true }),
    property: code('The property of the entity or link that changed; null if the entity or link as a whole did.'),
    linkId: code('The id of the link that the change is about; null if it is about an entity.'),
  },
});

builder.interfaceFields(Change.ref, (t) => ({
  linkType: t.field({
    type: linkTypeEnum(),
    nullable: true,
    description: 'The type of the link that the change is about; null if it is about an entity.',
    extensions: { columns: ['linkType'], decode: ([type]: readonly unknown[]) => type ?? null },
    resolve: (row) => (row['linkType'] ?? null) as never,
  }),
  subjects: t.field({
    type: [Entity.ref],
    description: 'The entities that the change is about: of a link, both its ends.',
    extensions: { link: subjectsOfChange },
    resolve: resolveLink as never,
  }),
  claims: t.field(claimsField(t, { of: 'from', what: 'change', regardless: true }) as never),
}));

const change = (name: string, many: string, description: string, properties: object) =>
  defineRecord(name, { prefix: name.toLowerCase(), many, description, interfaces: [Change], properties: properties as never });

change('Added', 'additions', 'An entity, a link or a value became known.', {
  value: claimValue('The value that became known; null for an entity or a link.'),
});
const Closed = change('Closed', 'closings', 'A link became known to end.', {});
// Its column has a name of its own: `until` would say how long the change itself holds.
builder.objectField(Closed.ref, 'until', (t) =>
  t.field({
    type: 'Date',
    description: 'The last day on which the link holds.',
    extensions: { columns: ['closedOn'], decode: ([day]: readonly unknown[]) => day },
    resolve: (row) => row['closedOn'] as string,
  }),
);
change('Revised', 'revisions', 'A property has another value than before.', {
  before: claimValue('The value before the change; null if there was none.'),
  after: claimValue('The value after the change; null if there is none.'),
});
change('Retracted', 'retractions', 'An entity, a link or a value is no longer claimed.', {
  value: claimValue('The value that is no longer claimed; null for an entity or a link.'),
});

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

// biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent
const changeArguments = (t: any): Record<string, never> => ({
  ...pagingArguments(t),
  between: t.arg({ type: Between, description: 'Only changes that were recorded in this period.' }) as never,
  types: t.arg({ type: [ChangeType.ref], description: 'Only changes of these types; an empty list matches nothing.' }) as never,
});

builder.queryField('changes', (t) =>
  t.field({
    type: Changes,
    nullable: true,
    description: 'A page of changes, in the order in which they were recorded.',
    args: {
      ...changeArguments(t),
      ...kindsArgument(t),
      about: t.arg.id({ description: 'Only changes that are about this entity.' }),
      ...asOfArgument(t),
    },
    extensions: { root: { by: 'page', side: allChanges }, question: 'QueryChanges' },
    resolve: resolvePage as never,
  }),
);

builder.interfaceField(Entity.ref, 'history', (t) =>
  t.field({
    type: Changes,
    description: 'What became known of it, in the order in which it was recorded.',
    args: changeArguments(t),
    extensions: { link: changesOf, question: 'EntityHistory' },
    resolve: resolveLink as never,
  }),
);
