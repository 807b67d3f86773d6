/** What the graph disagrees on: properties of several values, and links of which only one can hold. */
import { Conflict } from '../model/conflict.ts';
import { Entity } from '../model/entity.ts';
import { StatedValue } from '../model/stated-value.ts';
import { allConflicts, entityOfConflict, linksOfConflict, valuesOfConflict } from '../src/derived/conflicts.ts';
import { addLinks } from './any-link.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { defineConnection, kindsArgument, pagingArguments } from './connection.ts';
import { limitArgument } from './evidence.ts';
import { refOf } from './kind.ts';

builder.objectFields(refOf(Conflict), (t) => ({
  entity: t.link({
    type: refOf(Entity),
    description: 'The entity that the conflict is about.',
    side: entityOfConflict,
  }),
  values: t.link({
    type: [refOf(StatedValue)],
    description: 'The values that are claimed, first the one that is given as the property; empty if the conflict is about links.',
    args: limitArgument(t),
    side: valuesOfConflict,
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
  t.page({
    type: Conflicts,
    nullable: true,
    description: 'What claims disagree on, first what most sources say anything of.',
    args: { ...pagingArguments(t), ...kindsArgument(t), ...asOfArgument(t) },
    root: { side: allConflicts },
    question: 'QueryConflicts',
  }),
);
