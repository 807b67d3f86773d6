/** The root field `statistics`: how much the graph holds. */
import { Claim } from '../model/claim.ts';
import { kinds } from '../model/kinds.ts';
import { Source } from '../model/source.ts';
import { asOfParameters } from '../src/plan/resolve.ts';
import { asOfArgument } from './as-of.ts';
import { builder } from './builder.ts';
import { KindEnum } from './kind-enum.ts';
import { LinkTypeEnum } from './link-type.ts';

type Pair = readonly [name: string, count: number];

const KindCount = builder.objectRef<Pair>('KindCount').implement({
  description: 'The number of nodes of one kind.',
  fields: (t) => ({
    kind: t.field({ type: KindEnum, description: 'The kind of the nodes.', resolve: ([kind]) => kind }),
    count: t.int({ description: 'The number of them.', resolve: ([, count]) => count }),
  }),
});

const LinkTypeCount = builder.objectRef<Pair>('LinkTypeCount').implement({
  description: 'The number of links of one type.',
  fields: (t) => ({
    type: t.field({ type: LinkTypeEnum, description: 'The type of the links.', resolve: ([type]) => type }),
    count: t.int({ description: 'The number of them.', resolve: ([, count]) => count }),
  }),
});

const byName = ([a]: Pair, [b]: Pair): number => (a < b ? -1 : 1);

interface Counts {
  readonly entities: readonly Pair[];
  readonly sources: number;
  readonly claims: number;
  readonly links: readonly Pair[];
  readonly claimLinks: readonly Pair[];
  readonly sourceLinks: readonly Pair[];
}
function kindCounts({ entities, sources, claims }: Counts): Pair[] {
  const byPrefix = new Map<string, number>([...entities, [Source.prefix, sources], [Claim.prefix, claims]]);
  return [...kinds.values()].map(({ name, prefix }): Pair => [name, byPrefix.get(prefix) ?? 0]).filter(([, count]) => count > 0);
}

const Statistics = builder.objectRef<Counts>('Statistics').implement({
  description: 'How much the graph holds at the time asked about, without what was retracted.',
  fields: (t) => ({
    kinds: t.field({
      type: [KindCount],
      description: 'The number of nodes of each kind; kinds without nodes are left out.',
      resolve: (counts) => kindCounts(counts).toSorted(byName),
    }),
    links: t.field({
      type: [LinkTypeCount],
      description: 'The number of links of each type; types without links are left out.',
      resolve: ({ links, claimLinks, sourceLinks }) => [...links, ...claimLinks, ...sourceLinks].toSorted(byName),
    }),
  }),
});

builder.queryField('statistics', (t) =>
  t.field({
    type: Statistics,
    nullable: true,
    description: 'How many nodes and links the graph holds.',
    args: asOfArgument(t),
    resolve: async (_root, _args, context, info) =>
      (await context.run('statistics', { p: asOfParameters(info, context) }))[0] as unknown as Counts,
  }),
);
