/** Resolvers of `path`, `paths` and `neighborhood`. */
import type { GraphQLResolveInfo } from 'graphql';
import { refuse } from '../errors.ts';
import type { Context } from '../plan/context.ts';
import { betweenText } from '../plan/expand.ts';
import { ask, asOfOf, check, endsIn, explore, type HopArguments, hopsOf, MOST, refuseUnknown, USUAL } from './asking.ts';
import type { Expand, Explorer } from './explorer.ts';
import { findNeighborhood, type Joined, joinedBy, linksAmong } from './find-neighborhood.ts';
import { type Found, findPaths } from './find-paths.ts';
import type { Half } from './known.ts';

interface PathArguments extends HopArguments {
  readonly from: string;
  readonly to: string;
  readonly maxHops?: number | null | undefined;
  readonly limit?: number | null | undefined;
}
interface NeighborhoodArguments extends HopArguments {
  readonly of: readonly string[];
  readonly depth?: number | null | undefined;
  readonly limit?: number | null | undefined;
}

/** A link of a path, from the entity come from to the next. */
export interface HopRow {
  readonly from: string;
  readonly to: string;
  readonly joined: Joined;
  readonly confidence: number;
}
export interface PathRow {
  readonly nodes: readonly string[];
  readonly hops: readonly HopRow[];
  readonly confidence: number;
}

function pathRow({ known }: Explorer, from: string, { hops, confidence }: Found): PathRow {
  const nodes = [known.numberOf(from), ...hops.map((half) => known.others[half]!)];
  const hopRow = (half: Half, i: number): HopRow => ({
    from: known.ids[nodes[i]!]!,
    to: known.ids[nodes[i + 1]!]!,
    joined: joinedBy(known, known.links[half]!, nodes[i]!, nodes[i + 1]!),
    confidence: known.confidences[half]!,
  });
  return { nodes: nodes.map((at) => known.ids[at]!), hops: hops.map(hopRow), confidence };
}

export interface PathResultRow {
  readonly paths: readonly PathRow[];
  readonly reason: string | undefined;
}

/** The paths between two entities. */
export async function resolvePaths(
  _root: unknown,
  args: PathArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<PathResultRow> {
  const name = `Query.${info.fieldName}`;
  const { from, to } = args;
  const [maxHops, limit] = [args.maxHops ?? USUAL.hops, args.limit ?? (info.fieldName === 'path' ? 1 : USUAL.paths)];
  check(`${name}(maxHops:)`, maxHops, MOST.hops);
  check(`${name}(limit:)`, limit, MOST.paths);
  if (from === to) refuse(`${name}(to:) is where it begins: ${JSON.stringify(to)}.`);
  const hops = hopsOf(args, name, asOfOf(context, info));
  await refuseUnknown(context, hops.asOf, { [`${name}(from:)`]: [from], [`${name}(to:)`]: [to] });
  const explorer = explore(context, hops, [from, to]);
  const found = await findPaths(explorer, { from, to, maxHops, limit });
  return { paths: found.map((one) => pathRow(explorer, from, one)), reason: explorer.reason };
}

export interface SubgraphRow {
  readonly ids: readonly string[];
  readonly links: readonly Joined[];
  readonly reason: string | undefined;
}

/** What lies around entities, with all links among what is kept. */
export async function resolveNeighborhood(
  _root: unknown,
  args: NeighborhoodArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<SubgraphRow> {
  const [depth, limit] = [args.depth ?? USUAL.depth, args.limit ?? USUAL.nodes];
  const of = [...new Set(args.of)];
  check('Query.neighborhood(depth:)', depth, MOST.depth, 0);
  check('Query.neighborhood(limit:)', limit, MOST.nodes);
  if (of.length > limit) refuse(`Query.neighborhood(of:) names ${of.length} entities, more than ${limit}, its limit.`);
  const hops = hopsOf(args, 'Query.neighborhood', asOfOf(context, info));
  await refuseUnknown(context, hops.asOf, { 'Query.neighborhood(of:)': of });
  const explorer = explore(context, hops, of);
  const { ids, reason } = await findNeighborhood(explorer, { of, depth, limit });
  const between: Expand = async (hubs, _way, most) => endsIn(await ask(context, betweenText({ ...hops, kinds: undefined }, most), hubs));
  const links = await linksAmong(explorer, ids, between);
  explorer.isSpent();
  return { ids, links, reason: reason ?? explorer.reason };
}
