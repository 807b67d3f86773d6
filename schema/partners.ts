/** Partners put together: who several entities have in common, and who shares commitments with whom. */

import { entities, entity, links, USUAL } from '../src/traverse/asking.ts';
import { amountsOf, type Common, type Pair } from '../src/traverse/partners.ts';
import { type CommonRow, type NetworkRow, resolveCommonPartners, resolvePartnerNetwork } from '../src/traverse/resolve-partners.ts';
import { Link, walked } from './any-link.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { Commitment } from './commitment.ts';
import { kindsArgument } from './connection.ts';
import { Entity } from './entity.ts';
import { Basis, EntityType } from './enums.ts';
import { hopArguments, truncationFields } from './traversal.ts';

const CommonPartner = builder.objectRef<Common>('CommonPartner').implement({
  description: 'An entity that is linked to several of those asked about.',
  fields: (t) => ({
    node: t.field({
      type: Entity.ref,
      description: 'The entity.',
      resolve: ({ id }, _args, context, info) => entity(id, context, info) as never,
    }),
    sharedCount: t.int({ description: 'To how many of them it is linked.', resolve: ({ sharedWith }) => sharedWith.length }),
    sharedWith: t.field({
      type: [Entity.ref],
      description: 'Those it is linked to.',
      resolve: ({ sharedWith }, _args, context, info) => entities(sharedWith, context, info) as never,
    }),
    links: t.field({
      type: [Link],
      description: 'The links.',
      resolve: (row, _args, context, info) => links(row.links, context, info) as never,
    }),
  }),
});

const CommonPartners = builder.objectRef<CommonRow>('CommonPartners').implement({
  description: 'Who several entities are linked to, those linked to most of them first.',
  fields: (t) => ({
    partners: t.field({ type: [CommonPartner], description: 'Who that is.', resolve: ({ partners }) => [...partners] }),
    ...truncationFields(t),
  }),
});

builder.queryField('commonPartners', (t) =>
  t.field({
    type: CommonPartners,
    nullable: true,
    description: 'Who is linked to all of these entities, or to several of them.',
    args: {
      of: t.arg.idList({ required: true, description: 'The entities, 2 to 100; of an empty list nobody is a partner.' }),
      minShared: t.arg.int({ description: 'To at least so many of them; to all where absent.' }),
      limit: t.arg.int({ defaultValue: USUAL.common, description: 'How many at most, 1 to 100.' }),
      ...hopArguments(t),
    },
    resolve: resolveCommonPartners(walked.map(({ name }) => name)) as never,
  }),
);

const SharedAmount = builder.objectRef<ReturnType<typeof amountsOf>[number]>('SharedAmount').implement({
  description: 'What shared commitments promise in one currency, no money counted twice.',
  fields: (t) => ({
    currency: t.exposeString('currency', { description: 'The currency, ISO 4217.' }),
    minimum: t.field({ type: 'Decimal', description: 'At least.', resolve: ({ minimum }) => minimum }),
    maximum: t.field({ type: 'Decimal', description: 'At most.', resolve: ({ maximum }) => maximum }),
  }),
});

type PairRow = Pair & Pick<NetworkRow, 'ties'>;
const PartnerEdge = builder.objectRef<PairRow>('PartnerEdge').implement({
  description: 'Two actors that have parts in the same commitments.',
  fields: (t) => ({
    source: t.field({
      type: Entity.ref,
      description: 'One of them, the first by id.',
      resolve: ({ ends }, _args, context, info) => entity(ends[0], context, info) as never,
    }),
    target: t.field({
      type: Entity.ref,
      description: 'The other.',
      resolve: ({ ends }, _args, context, info) => entity(ends[1], context, info) as never,
    }),
    weight: t.int({ description: 'How many commitments they share.', resolve: ({ commitments }) => commitments.length }),
    amounts: t.field({
      type: [SharedAmount],
      description: 'What these promise.',
      resolve: ({ commitments, ties }) => amountsOf(commitments, ties),
    }),
    commitments: t.field({
      type: [Commitment.ref],
      description: 'The commitments behind it.',
      resolve: ({ commitments }, _args, context, info) =>
        entities(
          commitments.map(({ id }) => id),
          context,
          info,
        ) as never,
    }),
    basis: t.field({ type: Basis.ref, description: 'That it is derived: no source says so.', resolve: () => 'DERIVED' as never }),
  }),
});

const PartnerNetwork = builder.objectRef<NetworkRow>('PartnerNetwork').implement({
  description: 'Actors, weighted by the commitments they share: derived, ready to be drawn.',
  fields: (t) => ({
    nodes: t.field({
      type: [Entity.ref],
      description: 'The actors, by id.',
      resolve: ({ pairs }, _args, context, info) =>
        entities([...new Set(pairs.flatMap(({ ends }) => ends))].toSorted(), context, info) as never,
    }),
    edges: t.field({
      type: [PartnerEdge],
      description: 'Who shares commitments with whom, those that share most first.',
      resolve: ({ pairs, ties }) => pairs.map((pair) => ({ ...pair, ties })),
    }),
    ...truncationFields(t),
  }),
});

builder.queryField('partnerNetwork', (t) =>
  t.field({
    type: PartnerNetwork,
    nullable: true,
    description: 'Who shares commitments with whom.',
    args: {
      ...kindsArgument(t),
      types: t.arg({ type: [EntityType.ref], description: 'By commitments of these types; an empty list matches nothing.' }),
      minShared: t.arg.int({ defaultValue: 1, description: 'Of at least so many shared commitments.' }),
      minConfidence: t.arg.float({ description: 'By parts at least so sure.' }),
      minSources: t.arg.int({ description: 'By parts with at least so many independent sources.' }),
      limit: t.arg.int({ defaultValue: USUAL.nodes, description: 'How many pairs at most, 1 to 2000.' }),
      ...asOfArgument(t),
    },
    resolve: resolvePartnerNetwork as never,
  }),
);
