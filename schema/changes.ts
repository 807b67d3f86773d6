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
  description: 'Something that one day was known, or known otherwise, and the day before was not.',
  properties: {
    at: dateTime('When it was recorded.', { required: true }),
    property: code('The property of the entity, or of the link, that is said anew; null where the entity or the link as a whole is.'),
    linkId: code('The id of the link it is about.'),
  },
});

builder.interfaceFields(Change.ref, (t) => ({
  linkType: t.field({
    type: linkTypeEnum(),
    nullable: true,
    description: 'The type of the link it is about.',
    extensions: { columns: ['linkType'], decode: ([type]: readonly unknown[]) => type ?? null },
    resolve: (row) => (row['linkType'] ?? null) as never,
  }),
  subjects: t.field({
    type: [Entity.ref],
    description: 'The entities it is about: of a link, both its ends.',
    extensions: { link: subjectsOfChange },
    resolve: resolveLink as never,
  }),
  claims: t.field(claimsField(t, { of: 'from', what: 'change', regardless: true }) as never),
}));

const change = (name: string, many: string, description: string, properties: object) =>
  defineRecord(name, { prefix: name.toLowerCase(), many, description, interfaces: [Change], properties: properties as never });

change('Added', 'additions', 'An entity, a link or a value is known now.', { value: claimValue('The value, where it is one.') });
const Closed = change('Closed', 'closings', 'A link is known to end.', {});
// Its column has a name of its own: `until` would say how long the change itself holds.
builder.objectField(Closed.ref, 'until', (t) =>
  t.field({
    type: 'Date',
    description: 'The last day it holds.',
    extensions: { columns: ['closedOn'], decode: ([day]: readonly unknown[]) => day },
    resolve: (row) => row['closedOn'] as string,
  }),
);
change('Revised', 'revisions', 'Another value stands now.', {
  before: claimValue('What stood before; null where nothing did.'),
  after: claimValue('What stands now; null where nothing does.'),
});
change('Retracted', 'retractions', 'An entity, a link or a value is no longer claimed.', {
  value: claimValue('The value, where it was one.'),
});

const Changes = defineConnection('ChangesConnection', {
  target: Change,
  description: 'What became known, in the order it was recorded.',
  properties: {},
  linked: false,
  claims: false,
  isCounted: false,
});

const Between = builder.inputType('Between', {
  description: 'A period, both ends within.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'Its begin; open where absent.' }),
    to: t.field({ type: 'DateTime', description: 'Its end; open where absent.' }),
  }),
});

// biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent
const changeArguments = (t: any): Record<string, never> => ({
  ...pagingArguments(t),
  between: t.arg({ type: Between, description: 'Recorded in this period.' }) as never,
  types: t.arg({ type: [ChangeType.ref], description: 'Of these sorts; an empty list matches nothing.' }) as never,
});

builder.queryField('changes', (t) =>
  t.field({
    type: Changes,
    nullable: true,
    description: 'What became known, in the order it was recorded.',
    args: {
      ...changeArguments(t),
      ...kindsArgument(t),
      about: t.arg.id({ description: 'About this entity.' }),
      ...asOfArgument(t),
    },
    extensions: { root: { by: 'page', side: allChanges }, question: 'QueryChanges' },
    resolve: resolvePage as never,
  }),
);

builder.interfaceField(Entity.ref, 'history', (t) =>
  t.field({
    type: Changes,
    description: 'What became known of it, in the order it was recorded.',
    args: changeArguments(t),
    extensions: { link: changesOf, question: 'EntityHistory' },
    resolve: resolveLink as never,
  }),
);
