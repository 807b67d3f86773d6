/** What things rest on: stated values with their claims, what is not known and why, and what else a source says. */
import { Claim } from '../model/claim.ts';
import { Entity } from '../model/entity.ts';
import { UnknownReason } from '../model/enums.ts';
import { Source } from '../model/source.ts';
import { StatedValue } from '../model/stated-value.ts';
import { UnknownProperty } from '../model/unknown-property.ts';
import { entitiesOfClaims } from '../src/plan/patterns.ts';
import { lackedBecause, lackedValues, statedValues } from '../src/plan/stated.ts';
import { type Arguments, builder } from './builder.ts';
import { claimsField } from './connection.ts';
import { enumOf } from './enums.ts';
import { addConnection } from './fields.ts';
import { addConditions, behindIt } from './filter.ts';
import { refOf } from './kind.ts';

export const limitArgument = (t: Arguments) => ({
  limit: t.arg.int({ description: 'How many to give, at most 100, which is the default.' }),
});

addConditions(Claim, { sourceTypes: behindIt('node')['sourceTypes']! });

builder.interfaceField(refOf(Entity), 'values', (t) =>
  t.link({
    type: [refOf(StatedValue)],
    description: 'Every value that is claimed for its properties: first the one that is given as the property, last what proved wrong.',
    args: { property: t.arg.string({ description: 'Only values of this property, such as `amount`.' }), ...limitArgument(t) },
    side: statedValues,
  }),
);

builder.objectField(refOf(StatedValue), 'claims', (t) => claimsField(t, { of: 'from', what: 'value' }));

builder.objectFields(refOf(UnknownProperty), (t) => ({
  reason: t.link({
    type: enumOf(UnknownReason),
    description: 'Why it is not known. Whether a target should have been observed by now is judged by the day of the request, in UTC.',
    side: lackedBecause,
  }),
  claims: claimsField(t, { of: 'from', what: 'reason' }),
}));

builder.interfaceField(refOf(Entity), 'unknowns', (t) =>
  t.link({
    type: [refOf(UnknownProperty)],
    description: 'The properties that are not known, where the reason is.',
    args: limitArgument(t),
    side: lackedValues,
  }),
);

addConnection({
  on: Source,
  field: 'entities',
  description: 'The entities that the claims resting on this source are about.',
  target: Entity,
  side: entitiesOfClaims,
  properties: {},
  evidence: true,
});
