/** The root fields `ranking` and `communities`: measures of the partner graph as a whole. */
import { Entity } from '../model/entity.ts';
import { RankingMetric } from '../model/enums.ts';
import type { Analysis } from '../src/traverse/analyze.ts';
import { check } from '../src/traverse/asking.ts';
import {
  type CommunityRow,
  MOST_MEMBERS,
  type RankedRow,
  resolveCommunities,
  resolveRanking,
  USUAL,
} from '../src/traverse/resolve-ranking.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { kindsArgument } from './connection.ts';
import { enumOf } from './enums.ts';
import { refOf } from './kind.ts';

const parameter = (name: string) => ({ nullable: true as const, resolve: ({ parameters }: Analysis) => parameters[name] ?? null });
const Parameters = builder.objectRef<Analysis>('MeasureParameters').implement({
  description: 'How a measure was computed, so that it can be computed again. Links are read both ways and weighted by their confidence.',
  fields: (t) => ({
    entities: t.int({
      description: 'The number of entities taken into account: those that have a link.',
      resolve: ({ ids }) => ids.length,
    }),
    links: t.int({ description: 'The number of links taken into account.', resolve: ({ links }) => links }),
    truncated: t.boolean({
      description: 'Whether there are more links than were taken into account.',
      resolve: ({ truncated }) => truncated,
    }),
    damping: t.float({ description: 'PageRank: the damping factor.', ...parameter('damping') }),
    tolerance: t.float({
      description: 'PageRank: the difference between two iterations at which the computation ends.',
      ...parameter('tolerance'),
    }),
    resolution: t.float({ description: 'Louvain: the resolution of the modularity.', ...parameter('resolution') }),
    seed: t.int({ description: 'Louvain: the seed of the random numbers.', ...parameter('seed') }),
    modularity: t.float({ description: 'Louvain: the modularity of the communities found.', ...parameter('modularity') }),
  }),
});

const RankedEntity = builder.objectRef<RankedRow>('RankedEntity').implement({
  description: 'An entity with its rank and score.',
  fields: (t) => ({
    node: t.entity({
      type: refOf(Entity),
      description: 'The entity that is ranked.',
      found: ({ id }) => id,
    }),
    rank: t.int({ description: 'The rank of the entity, counted from 1.', resolve: ({ rank }) => rank }),
    score: t.float({
      description: 'The score of the entity: its number of links, or the share of a random walk that is spent at it.',
      resolve: ({ score }) => score,
    }),
    parameters: t.field({ type: Parameters, description: 'How the score was computed.', resolve: ({ analysis }) => analysis }),
  }),
});

builder.queryField('ranking', (t) =>
  t.field({
    type: [RankedEntity],
    nullable: true,
    description:
      'The entities ranked by a measure of the whole partner graph, the greatest score first. The measure is kept until the graph changes.',
    args: {
      by: t.arg({ type: enumOf(RankingMetric), required: true, description: 'The measure to rank by.' }),
      ...kindsArgument(t),
      limit: t.arg.int({ defaultValue: USUAL.limit, description: 'How many to give, at most 100.' }),
      ...asOfArgument(t),
    },
    resolve: resolveRanking,
  }),
);

const Community = builder.objectRef<CommunityRow>('Community').implement({
  description: 'Entities that are linked more among themselves than to others, found by the Louvain method. It is computed, not claimed.',
  fields: (t) => ({
    size: t.int({ description: 'The number of members of the kinds asked for.', resolve: ({ members }) => members.length }),
    members: t.entities({
      type: [refOf(Entity)],
      description: 'The members of the community, those with the most links first.',
      args: { limit: t.arg.int({ defaultValue: USUAL.members, description: `How many members to give, at most ${MOST_MEMBERS}.` }) },
      found: ({ members }, args) => {
        const limit = Number(args['limit'] ?? USUAL.members);
        check('Community.members(limit:)', limit, MOST_MEMBERS);
        return members.slice(0, limit);
      },
    }),
    parameters: t.field({ type: Parameters, description: 'How the communities were computed.', resolve: ({ analysis }) => analysis }),
  }),
});

builder.queryField('communities', (t) =>
  t.field({
    type: [Community],
    nullable: true,
    description: 'The communities of the whole partner graph, the largest first. They are kept until the graph changes.',
    args: {
      ...kindsArgument(t),
      limit: t.arg.int({ defaultValue: USUAL.limit, description: 'How many to give, at most 100.' }),
      ...asOfArgument(t),
    },
    resolve: resolveCommunities,
  }),
);
