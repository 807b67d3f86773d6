/** Traversal: paths between entities whose every hop can be cited, and the surroundings of entities. */

import { entities, entity, links, USUAL, wayOf } from '../src/traverse/asking.ts';
import {
  type HopRow,
  type PathResultRow,
  type PathRow,
  resolveNeighborhood,
  resolvePaths,
  type SubgraphRow,
} from '../src/traverse/resolve.ts';
import { Link, symmetric, walked } from './any-link.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { KindEnum } from './kinds.ts';
import { linkTypeEnum } from './link.ts';
import { LinkDirection } from './order.ts';

const weakestOf = ({ hops }: PathRow): HopRow | null =>
  hops.reduce<HopRow | null>((least, one) => (least && least.confidence <= one.confidence ? least : one), null);

const Hop = builder.objectRef<HopRow>('Hop').implement({
  description: 'One link of a path, from the entity come from to the next.',
  fields: (t) => ({
    from: t.field({
      type: Entity.ref,
      description: 'Where it starts on the path.',
      resolve: ({ from }, _args, context, info) => entity(from, context, info) as never,
    }),
    to: t.field({
      type: Entity.ref,
      description: 'Where it leads on the path.',
      resolve: ({ to }, _args, context, info) => entity(to, context, info) as never,
    }),
    link: t.field({
      type: Link,
      description: 'The link, with its properties and claims.',
      resolve: async ({ joined }, _args, context, info) => (await links([joined], context, info))[0] as never,
    }),
    direction: t.field({
      type: LinkDirection,
      description: 'Whether the link is followed from its beginning, from its end, or is read both ways.',
      resolve: async ({ from, joined }, _args, context) => {
        const { type, leadsOutOf } = await wayOf(joined, context);
        return symmetric.includes(type) ? 'BOTH' : leadsOutOf(from) ? 'OUT' : 'IN';
      },
    }),
  }),
});

const Path = builder.objectRef<PathRow>('Path').implement({
  description: 'A way from one entity to another that meets none twice.',
  fields: (t) => ({
    length: t.int({ description: 'How many links it has.', resolve: ({ hops }) => hops.length }),
    nodes: t.field({
      type: [Entity.ref],
      description: 'The entities on it, in order, both ends included.',
      resolve: ({ nodes }, _args, context, info) => entities(nodes, context, info) as never,
    }),
    hops: t.field({ type: [Hop], description: 'Its links, in order.', resolve: ({ hops }) => [...hops] }),
    confidence: t.float({ description: 'The product of the confidences of its links.', resolve: ({ confidence }) => confidence }),
    weakestHop: t.field({
      type: Hop,
      nullable: true,
      description: 'The link we are least sure of; the first of several.',
      resolve: weakestOf,
    }),
  }),
});

/** Whether an answer is all there is. */
// biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent
export const truncationFields = (t: any): Record<string, never> => ({
  truncated: t.boolean({
    description: 'Whether a bound was met before all was looked at.',
    resolve: ({ reason }: { reason: string | undefined }) => reason !== undefined,
  }) as never,
  reason: t.string({
    nullable: true,
    description: 'Which bound that was.',
    resolve: ({ reason }: { reason: string | undefined }) => reason ?? null,
  }) as never,
});

const PathResult = builder.objectRef<PathResultRow>('PathResult').implement({
  description: 'Paths, the shortest first, of the same length the surest first.',
  fields: (t) => ({
    paths: t.field({ type: [Path], description: 'The paths; empty where there is none.', resolve: ({ paths }) => [...paths] }),
    ...truncationFields(t),
  }),
});

const Subgraph = builder.objectRef<SubgraphRow>('Subgraph').implement({
  description: 'Entities and all links among them, each once; ids are those of `node`, ready to be drawn.',
  fields: (t) => ({
    nodes: t.field({
      type: [Entity.ref],
      description: 'The entities, the nearest first.',
      resolve: ({ ids }, _args, context, info) => entities(ids, context, info) as never,
    }),
    links: t.field({
      type: [Link],
      description: 'The links among them, in the order of their ids.',
      resolve: ({ links: joined }, _args, context, info) => links(joined, context, info) as never,
    }),
    ...truncationFields(t),
  }),
});

const TypeDirection = builder.inputType('TypeDirection', {
  description: 'Which way links of a type are followed.',
  fields: (t) => ({
    type: t.field({ type: linkTypeEnum(), required: true, description: 'The type.' }),
    direction: t.field({ type: LinkDirection, required: true, description: 'From their beginning, from their end, or either way.' }),
  }),
});

// biome-ignore lint/suspicious/noExplicitAny: Pothos' field builder is generic over the parent
export const hopArguments = (t: any): Record<string, never> => ({
  types: t.arg({
    type: [linkTypeEnum()],
    description: 'Along links of these types; all but evidence where absent, none where the list is empty.',
  }) as never,
  directions: t.arg({
    type: [TypeDirection],
    description: 'Types that are followed one way only; others, and all where the list is empty, either way.',
  }) as never,
  kinds: t.arg({
    type: [KindEnum],
    description: 'By way of these kinds alone, of none where the list is empty; the entities named may be of any.',
  }) as never,
  minConfidence: t.arg.float({ description: 'Along links at least so sure.' }) as never,
  minSources: t.arg.int({ description: 'Along links with at least so many independent sources.' }) as never,
  ...asOfArgument(t),
});
// biome-ignore lint/suspicious/noExplicitAny: as above
const pathArguments = (t: any): Record<string, never> => ({
  from: t.arg.id({ required: true, description: 'Where it begins.' }) as never,
  to: t.arg.id({ required: true, description: 'Where it ends.' }) as never,
  maxHops: t.arg.int({ defaultValue: USUAL.hops, description: 'How many links at most, 1 to 8.' }) as never,
  ...hopArguments(t),
});

const resolve = resolvePaths(walked.map(({ name }) => name)) as never;

builder.queryField('path', (t) =>
  t.field({
    type: PathResult,
    nullable: true,
    description: 'The shortest path between two entities; of several the surest.',
    args: pathArguments(t),
    resolve,
  }),
);

builder.queryField('paths', (t) =>
  t.field({
    type: PathResult,
    nullable: true,
    description: 'Paths between two entities, the shortest first, of the same length the surest first.',
    args: { ...pathArguments(t), limit: t.arg.int({ defaultValue: USUAL.paths, description: 'How many, at most 100.' }) },
    resolve,
  }),
);

builder.queryField('neighborhood', (t) =>
  t.field({
    type: Subgraph,
    nullable: true,
    description: 'What lies around entities: the nearest first and, of the last level that is not whole, the best connected.',
    args: {
      of: t.arg.idList({ required: true, description: 'The entities, at most `limit`; around an empty list lies nothing.' }),
      depth: t.arg.int({
        defaultValue: USUAL.depth,
        description: 'How many links away at most, 0 to 4; 0 gives only the links among the entities.',
      }),
      limit: t.arg.int({ defaultValue: USUAL.nodes, description: 'How many entities at most, 1 to 2000.' }),
      ...hopArguments(t),
    },
    resolve: resolveNeighborhood(walked.map(({ name }) => name)) as never,
  }),
);
