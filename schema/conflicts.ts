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
  description: 'Something on which claims disagree: a property with several values, or links of which only one can hold.',
  properties: {
    property: code('The property, or the type of link, on which claims disagree.', { required: true }),
    sourceCount: integer('The number of sources that say anything of it.', { required: true }),
    independentSourceCount: integer(
      'The number of independent origins that say anything of it: copies of one text count once, and its parties do not count.',
      { required: true },
    ),
  },
});

builder.objectFields(Conflict.ref, (t) => ({
  entity: t.field({
    type: Entity.ref,
    description: 'The entity that the conflict is about.',
    extensions: { link: entityOfConflict },
    resolve: resolveLink as never,
  }),
  values: t.field({
    type: [StatedValue.ref],
    description: 'The values that are claimed, first the one that is given as the property; empty if the conflict is about links.',
    args: limitArgument(t),
    extensions: { link: valuesOfConflict },
    resolve: resolveLink as never,
  }),
}));

addLinks(Conflict, 'The links of which only one can hold; empty if the conflict is about values.', linksOfConflict);

const Conflicts = defineConnection('QueryConflictsConnection', {
  target: Conflict,
  description: 'A page of conflicts, and what there is to tell of the whole list.',
  properties: {},
  linked: false,
  claims: false,
  isCounted: false,
});

builder.queryField('conflicts', (t) =>
  t.field({
    type: Conflicts,
    nullable: true,
    description: 'What claims disagree on, first what most sources say anything of.',
    args: { ...pagingArguments(t), ...kindsArgument(t), ...asOfArgument(t) },
    extensions: { root: { by: 'page', side: allConflicts }, question: 'QueryConflicts' },
    resolve: resolvePage as never,
  }),
);
