/** What things rest on: stated values with their claims, what is not known and why, and what else a source says. */
import { entitiesOfClaims } from '../src/plan/patterns.ts';
import { resolveLink } from '../src/plan/resolve.ts';
import { lackedBecause, lackedValues, statedValues } from '../src/plan/stated.ts';
import { builder } from './builder.ts';
import { Claim } from './claim.ts';
import { claimsField } from './connection.ts';
import { Entity } from './entity.ts';
import { UnknownReason } from './enums.ts';
import { addConnection } from './fields.ts';
import { addConditions, behindIt } from './filter.ts';
import { defineRecord, kinds } from './kind.ts';
import { code } from './property.ts';
import { Source } from './source.ts';
import { StatedValue } from './stated-value.ts';

/** The properties of these kinds that claims state values of. */
const statedBy = (on: ReadonlySet<string>): string[] => [
  ...new Set(
    [...kinds.values()]
      .filter(({ name }) => on.has(name))
      .flatMap(({ properties }) => Object.keys(properties).filter((name) => properties[name]!.stated)),
  ),
];

// biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent
export const limitArgument = (t: any): Record<string, never> => ({
  limit: t.arg.int({ description: 'How many to give, at most 100, which is the default.' }) as never,
});

addConditions(Claim, { sourceTypes: behindIt('node')['sourceTypes']! });

builder.interfaceField(Entity.ref, 'values', (t) =>
  t.field({
    type: [StatedValue.ref],
    description: 'Every value that is claimed for its properties: first the one that is given as the property, last what proved wrong.',
    args: { property: t.arg.string({ description: 'Only values of this property, such as `amount`.' }), ...limitArgument(t) },
    extensions: { link: statedValues(statedBy) },
    resolve: resolveLink as never,
  }),
);

builder.objectField(StatedValue.ref, 'claims', (t) => t.field(claimsField(t, { of: 'from', what: 'value' }) as never));

const Unknown = defineRecord('UnknownProperty', {
  prefix: 'unknown',
  many: 'unknown properties',
  description: 'A property that is not known, and the reason why.',
  properties: { property: code('The name of the property, such as `amount`.', { required: true }) },
});

builder.objectFields(Unknown.ref, (t) => ({
  reason: t.field({
    type: UnknownReason.ref,
    description: 'Why it is not known. Whether a target should have been observed by now is judged by the day of the request, in UTC.',
    extensions: { link: lackedBecause },
    resolve: resolveLink as never,
  }),
  claims: t.field(claimsField(t, { of: 'from', what: 'reason' }) as never),
}));

builder.interfaceField(Entity.ref, 'unknowns', (t) =>
  t.field({
    type: [Unknown.ref],
    description: 'The properties that are not known, where the reason is.',
    args: limitArgument(t),
    extensions: { link: lackedValues },
    resolve: resolveLink as never,
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
