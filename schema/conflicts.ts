/** What the graph disagrees on: properties of several values, and links of which only one can hold. */
import { allConflicts, entityOfConflict, linksOfConflict, valuesOfConflict } from '../src/plan/derived/conflicts.ts';
import { resolveLink, resolvePage } from '../src/plan/resolve.ts';
import { addLinks } from './any-link.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { defineConnection, kindsArgument, pagingArguments } from './connection.ts';
import { Entity, Node } from './entity.ts';
import { limitArgument } from './evidence.ts';
import { defineRecord } from './kind.ts';
import { code, integer } from './property.ts';
import { StatedValue } from './stated-value.ts';

const Conflict = defineRecord('Conflict', {
  prefix: 'conflict',
  many: 'conflicts',
  interfaces: [Node],
  description: 'Something that claims disagree on: a property of several values, or a link of which only one can hold.',
  properties: {
    property: code('The property, or the type of link.', { required: true }),
    sourceCount: integer('How many sources speak of it.', { required: true }),
    independentSourceCount: integer('How many distinct origins speak of it that are not part of it.', { required: true }),
  },
});

builder.objectFields(Conflict.ref, (t) => ({
  entity: t.field({
    type: Entity.ref,
    description: 'What it is about.',
    extensions: { link: entityOfConflict },
    resolve: resolveLink as never,
  }),
  values: t.field({
    type: [StatedValue.ref],
    description: 'The values claimed, the one that stands as the property first; empty where links disagree.',
    args: limitArgument(t),
    extensions: { link: valuesOfConflict },
    resolve: resolveLink as never,
  }),
}));

addLinks(Conflict, 'The links of which only one can hold; none where values disagree.', linksOfConflict);

const Conflicts = defineConnection('QueryConflictsConnection', {
  target: Conflict,
  description: 'Pages of conflicts.',
  properties: {},
  linked: false,
  claims: false,
  isCounted: false,
});

builder.queryField('conflicts', (t) =>
  t.field({
    type: Conflicts,
    nullable: true,
    description: 'What the graph disagrees on, what most sources speak of first.',
    args: { ...pagingArguments(t), ...kindsArgument(t), ...asOfArgument(t) },
    extensions: { root: { by: 'page', side: allConflicts }, question: 'QueryConflicts' },
    resolve: resolvePage as never,
  }),
);
