/** The root fields `ranking` and `communities`: measures of the partner graph as a whole. */
import type { Analysis } from '../src/analyze/analyze.ts';
import { type CommunityRow, MOST_MEMBERS, type RankedRow, resolveCommunities, resolveRanking, USUAL } from '../src/analyze/resolve.ts';
import { check, entities, entity } from '../src/traverse/asking.ts';
import { walked } from './any-link.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { kindsArgument } from './connection.ts';
import { Entity } from './entity.ts';
import { RankingMetric } from './enums.ts';

const types = walked.map(({ name }) => name);

const parameter = (name: string) => ({ nullable: true as const, resolve: ({ parameters }: Analysis) => parameters[name] ?? null });
const Parameters = builder.objectRef<Analysis>('MeasureParameters').implement({
  description: 'How a measure was taken, so that it can be taken again: links are read both ways, and weigh as much as they are sure.',
  fields: (t) => ({
    entities: t.int({ description: 'Of how many entities: those that have a link.', resolve: ({ ids }) => ids.length }),
    links: t.int({ description: 'Over how many links.', resolve: ({ links }) => links }),
    truncated: t.boolean({
      description: 'Whether there are more links, which were not taken into account.',
      resolve: ({ truncated }) => truncated,
    }),
    damping: t.float({ description: 'PageRank: the damping factor.', ...parameter('damping') }),
    tolerance: t.float({ description: 'PageRank: how near the last two rounds came.', ...parameter('tolerance') }),
    resolution: t.float({ description: 'Louvain: the resolution.', ...parameter('resolution') }),
    seed: t.int({ description: 'Louvain: where its random numbers start.', ...parameter('seed') }),
    modularity: t.float({ description: 'Louvain: the modularity that was reached.', ...parameter('modularity') }),
  }),
});

const RankedEntity = builder.objectRef<RankedRow>('RankedEntity').implement({
  description: 'An entity with its place in a ranking.',
  fields: (t) => ({
    node: t.field({
      type: Entity.ref,
      description: 'The entity.',
      resolve: ({ id }, _args, context, info) => entity(id, context, info) as never,
    }),
    rank: t.int({ description: 'Its place, from 1.', resolve: ({ rank }) => rank }),
    score: t.float({ description: 'Its score: links, or the share of a random walk that is spent there.', resolve: ({ score }) => score }),
    parameters: t.field({ type: Parameters, description: 'How it was taken.', resolve: ({ analysis }) => analysis }),
  }),
});

builder.queryField('ranking', (t) =>
  t.field({
    type: [RankedEntity],
    nullable: true,
    description: 'Entities by how they stand in the whole partner graph; kept until the graph changes.',
    args: {
      by: t.arg({ type: RankingMetric.ref, required: true, description: 'By which measure.' }),
      ...kindsArgument(t),
      limit: t.arg.int({ defaultValue: USUAL.limit, description: 'How many, at most 100.' }),
      ...asOfArgument(t),
    },
    resolve: resolveRanking(types) as never,
  }),
);

const Community = builder.objectRef<CommunityRow>('Community').implement({
  description: 'Entities that are linked more among themselves than to others (Louvain). Derived.',
  fields: (t) => ({
    size: t.int({ description: 'How many there are, of the kinds asked for.', resolve: ({ members }) => members.length }),
    members: t.field({
      type: [Entity.ref],
      description: 'The members, those of most links first.',
      args: { limit: t.arg.int({ defaultValue: USUAL.members, description: `How many, at most ${MOST_MEMBERS}.` }) },
      resolve: ({ members }, { limit }, context, info) => {
        const size = limit ?? USUAL.members;
        check('Community.members(limit:)', size, MOST_MEMBERS);
        return entities(members.slice(0, size), context, info) as never;
      },
    }),
    parameters: t.field({ type: Parameters, description: 'How they were told apart.', resolve: ({ analysis }) => analysis }),
  }),
});

builder.queryField('communities', (t) =>
  t.field({
    type: [Community],
    nullable: true,
    description: 'Communities of the whole partner graph, the largest first; kept until the graph changes.',
    args: {
      ...kindsArgument(t),
      limit: t.arg.int({ defaultValue: USUAL.limit, description: 'How many, at most 100.' }),
      ...asOfArgument(t),
    },
    resolve: resolveCommunities(types) as never,
  }),
);
