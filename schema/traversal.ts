/** Traversal: paths between entities whose every hop can be cited, and the surroundings of entities. */
import { Entity } from '../model/entity.ts';
import { symmetricLinks } from '../model/links.ts';
import { USUAL, wayOf } from '../src/traverse/asking.ts';
import {
  type HopRow,
  type PathResultRow,
  type PathRow,
  resolveNeighborhood,
  resolvePaths,
  type SubgraphRow,
} from '../src/traverse/resolve.ts';
import { Link } from './any-link.ts';
import { asOfArgument } from './as-of.ts';
import { type Arguments, builder, type FieldsOf } from './builder.ts';
import { refOf } from './kind.ts';
import { KindEnum } from './kind-enum.ts';
import { LinkTypeEnum } from './link-type.ts';
import { LinkDirection } from './order.ts';

const weakestOf = ({ hops }: PathRow): HopRow | null =>
  hops.reduce<HopRow | null>((least, one) => (least && least.confidence <= one.confidence ? least : one), null);

const Hop = builder.objectRef<HopRow>('Hop').implement({
  description: 'A step of a path, along one link from an entity to the next.',
  fields: (t) => ({
    from: t.entity({
      type: refOf(Entity),
      description: 'The entity from which the step leads.',
      found: ({ from }) => from,
    }),
    to: t.entity({
      type: refOf(Entity),
      description: 'The entity to which the step leads.',
      found: ({ to }) => to,
    }),
    link: t.foundLink({
      type: Link,
      description: 'The link that is followed, with its properties and claims.',
      found: ({ joined }) => joined,
    }),
    direction: t.field({
      type: LinkDirection,
      description: 'Whether the link is followed from where it starts (`OUT`), from where it ends (`IN`), or has no direction (`BOTH`).',
      resolve: async ({ from, joined }, _args, context) => {
        const { type, leadsOutOf } = await wayOf(joined, context);
        return symmetricLinks.includes(type) ? 'BOTH' : leadsOutOf(from) ? 'OUT' : 'IN';
      },
    }),
  }),
});

const Path = builder.objectRef<PathRow>('Path').implement({
  description: 'A path from one entity to another that passes through no entity twice.',
  fields: (t) => ({
    length: t.int({ description: 'The number of links on the path.', resolve: ({ hops }) => hops.length }),
    nodes: t.entities({
      type: [refOf(Entity)],
      description: 'The entities on the path in order, both ends included.',
      found: ({ nodes }) => nodes,
    }),
    hops: t.field({ type: [Hop], description: 'The steps of the path in order.', resolve: ({ hops }) => [...hops] }),
    confidence: t.float({
      description: 'The confidence in the path as a whole: the product of the confidences of its links.',
      resolve: ({ confidence }) => confidence,
    }),
    weakestHop: t.field({
      type: Hop,
      nullable: true,
      description: 'The step along the link of the least confidence; the first of several.',
      resolve: weakestOf,
    }),
  }),
});

/** Whether an answer is all there is. */
export const truncationFields = <Answer extends { readonly reason: string | undefined }>(t: FieldsOf<Answer>) => ({
  truncated: t.boolean({
    description: 'Whether the answer is incomplete, because a limit was reached before everything was looked at.',
    resolve: ({ reason }) => reason !== undefined,
  }),
  reason: t.string({
    nullable: true,
    description: 'Which limit was reached; null if the answer is complete.',
    resolve: ({ reason }) => reason ?? null,
  }),
});

const PathResult = builder.objectRef<PathResultRow>('PathResult').implement({
  description: 'Paths between two entities, the shortest first; of the same length, those of the greatest confidence first.',
  fields: (t) => ({
    paths: t.field({ type: [Path], description: 'The paths that were found; empty if there is none.', resolve: ({ paths }) => [...paths] }),
    ...truncationFields(t),
  }),
});

const Subgraph = builder.objectRef<SubgraphRow>('Subgraph').implement({
  description: 'Entities and all links among them, each listed once, so that they can be drawn as they are.',
  fields: (t) => ({
    nodes: t.entities({
      type: [refOf(Entity)],
      description: 'The entities, the nearest first.',
      found: ({ ids }) => ids,
    }),
    links: t.foundLinks({
      type: [Link],
      description: 'The links among the entities, in the order of their ids.',
      found: ({ links: joined }) => joined,
    }),
    ...truncationFields(t),
  }),
});

const TypeDirection = builder.inputType('TypeDirection', {
  description: 'The direction in which links of one type are followed.',
  fields: (t) => ({
    type: t.field({ type: LinkTypeEnum, required: true, description: 'The type of the links.' }),
    direction: t.field({ type: LinkDirection, required: true, description: 'From where they start, from where they end, or both ways.' }),
  }),
});

export const hopArguments = (t: Arguments) => ({
  types: t.arg({
    type: [LinkTypeEnum],
    description: 'Follows only links of these types; an empty list follows none. By default all types but those of evidence.',
  }),
  directions: t.arg({
    type: [TypeDirection],
    description: 'Follows links of these types in one direction only. Links of all other types are followed both ways.',
  }),
  kinds: t.arg({
    type: [KindEnum],
    description:
      'Passes only through entities of these kinds; an empty list passes through none. The entities named in other arguments may be of any kind.',
  }),
  minConfidence: t.arg.float({ description: 'Follows only links of at least this confidence, from 0 to 1.' }),
  minSources: t.arg.int({ description: 'Follows only links with at least this many independent sources.' }),
  ...asOfArgument(t),
});
const pathArguments = (t: Arguments) => ({
  from: t.arg.id({ required: true, description: 'The id of the entity at which paths begin.' }),
  to: t.arg.id({ required: true, description: 'The id of the entity at which paths end.' }),
  maxHops: t.arg.int({ defaultValue: USUAL.hops, description: 'The greatest number of links on a path, from 1 to 8.' }),
  ...hopArguments(t),
});

builder.queryField('path', (t) =>
  t.field({
    type: PathResult,
    nullable: true,
    description: 'The shortest path between two entities; of several, the one of the greatest confidence.',
    args: pathArguments(t),
    resolve: resolvePaths,
  }),
);

builder.queryField('paths', (t) =>
  t.field({
    type: PathResult,
    nullable: true,
    description: 'The paths between two entities, the shortest first; of the same length, those of the greatest confidence first.',
    args: { ...pathArguments(t), limit: t.arg.int({ defaultValue: USUAL.paths, description: 'How many paths to give, at most 100.' }) },
    resolve: resolvePaths,
  }),
);

builder.queryField('neighborhood', (t) =>
  t.field({
    type: Subgraph,
    nullable: true,
    description:
      'The surroundings of entities, the nearest entities first. If not all entities at the greatest distance fit, the best connected of them are given.',
    args: {
      of: t.arg.idList({ required: true, description: 'The ids of the entities, at most `limit`. For an empty list the answer is empty.' }),
      depth: t.arg.int({
        defaultValue: USUAL.depth,
        description: 'The greatest number of links away from the entities, from 0 to 4; 0 gives only the links among them.',
      }),
      limit: t.arg.int({ defaultValue: USUAL.nodes, description: 'The greatest number of entities to give, from 1 to 2000.' }),
      ...hopArguments(t),
    },
    resolve: resolveNeighborhood,
  }),
);
