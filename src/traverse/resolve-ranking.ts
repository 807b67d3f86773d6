/** Resolvers of `ranking` and `communities`. */
import type { GraphQLResolveInfo } from 'graphql';
import { kindOf } from '../../model/ids.ts';
import { groupedBy } from '../grouped.ts';
import type { Context } from '../plan/context.ts';
import { type Analysis, analyze } from './analyze.ts';
import { asOfOf, check } from './asking.ts';
import type { Metric } from './measures.ts';

const MOST = 100;
/** As many as a drawing can show. */
export const MOST_MEMBERS = 2000;
/** Where an argument is null, or absent. */
export const USUAL = { limit: 20, members: 10 } as const;

interface Arguments {
  readonly kinds?: readonly string[] | null | undefined;
  readonly limit?: number | null | undefined;
}

const isOfKinds = (id: string, kinds: readonly string[] | null | undefined): boolean => !kinds || kinds.includes(kindOf(id)!.name);

export interface RankedRow {
  readonly id: string;
  readonly rank: number;
  readonly score: number;
  readonly analysis: Analysis;
}

/** Entities of the greatest score first; ties by id. */
export async function resolveRanking(
  _root: unknown,
  args: Arguments & { readonly by: Metric },
  context: Context,
  info: GraphQLResolveInfo,
): Promise<RankedRow[]> {
  const limit = args.limit ?? USUAL.limit;
  check('Query.ranking(limit:)', limit, MOST);
  const analysis = await analyze(args.by, asOfOf(context, info), context);
  return analysis.ids
    .map((id, i) => ({ id, score: analysis.values[i]! }))
    .filter(({ id }) => isOfKinds(id, args.kinds))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map((one, i) => ({ ...one, rank: i + 1, analysis }));
}

export interface CommunityRow {
  /** Its members, the best linked first. */
  readonly members: readonly string[];
  readonly analysis: Analysis;
}

/** Communities, the largest first; ties by their first member. */
export async function resolveCommunities(
  _root: unknown,
  args: Arguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<CommunityRow[]> {
  const limit = args.limit ?? USUAL.limit;
  check('Query.communities(limit:)', limit, MOST);
  const asOf = asOfOf(context, info);
  const [analysis, degrees] = await Promise.all([analyze('COMMUNITIES', asOf, context), analyze('DEGREE', asOf, context)]);
  const degreeOf = new Map(degrees.ids.map((id, i) => [id, degrees.values[i]!]));
  const members = analysis.ids.map((id, i) => ({ id, of: analysis.values[i]! })).filter(({ id }) => isOfKinds(id, args.kinds));
  return groupedBy(members, ({ of }) => of)
    .map((group) => group.map(({ id }) => id))
    .map((ids) => ids.toSorted((a, b) => degreeOf.get(b)! - degreeOf.get(a)! || (a < b ? -1 : 1)))
    .toSorted((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1))
    .slice(0, limit)
    .map((members) => ({ members, analysis }));
}
