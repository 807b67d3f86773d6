/** Partners put together: who several entities have in common, and who shares commitments with whom. */
import { Commitment } from '../model/commitment.ts';
import { Entity } from '../model/entity.ts';
import { Basis, EntityType } from '../model/enums.ts';
import { USUAL } from '../src/traverse/asking.ts';
import { amountsOf, type Common, type Pair } from '../src/traverse/partners.ts';
import { type CommonRow, type NetworkRow, resolveCommonPartners, resolvePartnerNetwork } from '../src/traverse/resolve-partners.ts';
import { Link } from './any-link.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { kindsArgument } from './connection.ts';
import { enumOf } from './enums.ts';
import { refOf } from './kind.ts';
import { hopArguments, truncationFields } from './traversal.ts';

const CommonPartner = builder.objectRef<Common>('CommonPartner').implement({
  description: 'An entity that is linked to several of the entities asked about.',
  fields: (t) => ({
    node: t.entity({
      type: refOf(Entity),
      description: 'The entity that they have in common.',
      found: ({ id }) => id,
    }),
    sharedCount: t.int({
      description: 'The number of entities asked about to which it is linked.',
      resolve: ({ sharedWith }) => sharedWith.length,
    }),
    sharedWith: t.entities({
      type: [refOf(Entity)],
      description: 'The entities asked about to which it is linked.',
      found: ({ sharedWith }) => sharedWith,
    }),
    links: t.foundLinks({
      type: [Link],
      description: 'The links between it and the entities asked about.',
      found: (row) => row.links,
    }),
  }),
});

const CommonPartners = builder.objectRef<CommonRow>('CommonPartners').implement({
  description: 'The entities that several entities have in common.',
  fields: (t) => ({
    partners: t.field({
      type: [CommonPartner],
      description: 'The entities in common, those linked to the most of the entities asked about first.',
      resolve: ({ partners }) => [...partners],
    }),
    ...truncationFields(t),
  }),
});

builder.queryField('commonPartners', (t) =>
  t.field({
    type: CommonPartners,
    nullable: true,
    description: 'The entities that are linked to all of these entities, or to several of them.',
    args: {
      of: t.arg.idList({
        required: true,
        description: 'The ids of the entities, from 2 to 100 of them. For an empty list the answer is empty.',
      }),
      minShared: t.arg.int({ description: 'Only entities linked to at least this many of them; by default to all of them.' }),
      limit: t.arg.int({ defaultValue: USUAL.common, description: 'How many to give, from 1 to 100.' }),
      ...hopArguments(t),
    },
    resolve: resolveCommonPartners,
  }),
);

const SharedAmount = builder.objectRef<ReturnType<typeof amountsOf>[number]>('SharedAmount').implement({
  description: 'What shared commitments promise in one currency, with no money counted twice.',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'The currency by its ISO 4217 code.' }),
    minimum: t.field({
      type: 'Decimal',
      description: 'The least that is promised, as `CommitmentTotal.minimum` says.',
      resolve: ({ minimum }) => minimum,
    }),
    maximum: t.field({
      type: 'Decimal',
      description: 'The most that is promised, as `CommitmentTotal.maximum` says.',
      resolve: ({ maximum }) => maximum,
    }),
  }),
});

type PairRow = Pair & Pick<NetworkRow, 'ties'>;
const PartnerEdge = builder.objectRef<PairRow>('PartnerEdge').implement({
  description: 'Two actors that have a part in the same commitments.',
  fields: (t) => ({
    source: t.entity({
      type: refOf(Entity),
      description: 'The actor of the two whose id comes first.',
      found: ({ ends }) => ends[0],
    }),
    target: t.entity({
      type: refOf(Entity),
      description: 'The other of the two actors.',
      found: ({ ends }) => ends[1],
    }),
    weight: t.int({
      description: 'The number of commitments in which both have a part.',
      resolve: ({ commitments }) => commitments.length,
    }),
    amounts: t.field({
      type: [SharedAmount],
      description: 'What these commitments promise, in each currency.',
      resolve: ({ commitments, ties }) => amountsOf(commitments, ties),
    }),
    commitments: t.entities({
      type: [refOf(Commitment)],
      description: 'The commitments in which both have a part.',
      found: ({ commitments }) => commitments.map(({ id }) => id),
    }),
    basis: t.field({
      type: enumOf(Basis),
      description: 'Always `DERIVED`: no source states this pair; it is computed from the commitments.',
      resolve: () => 'DERIVED' as const,
    }),
  }),
});

const PartnerNetwork = builder.objectRef<NetworkRow>('PartnerNetwork').implement({
  description: 'Actors that share commitments, as a weighted graph that can be drawn as it is. It is computed, not claimed.',
  fields: (t) => ({
    nodes: t.entities({
      type: [refOf(Entity)],
      description: 'The actors of all pairs, ordered by id.',
      found: ({ pairs }) => [...new Set(pairs.flatMap(({ ends }) => ends))].toSorted(),
    }),
    edges: t.field({
      type: [PartnerEdge],
      description: 'The pairs of actors, those that share the most commitments first.',
      resolve: ({ pairs, ties }) => pairs.map((pair) => ({ ...pair, ties })),
    }),
    ...truncationFields(t),
  }),
});

builder.queryField('partnerNetwork', (t) =>
  t.field({
    type: PartnerNetwork,
    nullable: true,
    description: 'The network of actors that share commitments.',
    args: {
      ...kindsArgument(t),
      types: t.arg({ type: [enumOf(EntityType)], description: 'Only commitments of these types; an empty list matches nothing.' }),
      minShared: t.arg.int({ defaultValue: 1, description: 'Only pairs that share at least this many commitments.' }),
      minConfidence: t.arg.float({ description: 'Only parts in commitments of at least this confidence, from 0 to 1.' }),
      minSources: t.arg.int({ description: 'Only parts in commitments with at least this many independent sources.' }),
      limit: t.arg.int({ defaultValue: USUAL.nodes, description: 'How many pairs to give, from 1 to 2000.' }),
      ...asOfArgument(t),
    },
    resolve: resolvePartnerNetwork,
  }),
);
