/** Resolvers of `path`, `paths` and `neighborhood`, and of what their answers hold: entities and links, read in batches. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.ts';
import type { Row } from '../engine/engine.ts';
import { graphError, refuse } from '../errors.ts';
import { asOfIn } from '../plan/as-of.ts';
import { type Asking, betweenText, type Direction, existText, expandText, type Hops } from '../plan/expand.ts';
import { walkOf } from '../plan/plans.ts';
import { readLinks, readNodes } from '../plan/resolve.ts';
import { type Expand, Explorer, type Neighbor } from './explorer.ts';
import { findNeighborhood, type Joined, linksAmong } from './find-neighborhood.ts';
import { type Found, findPaths } from './find-paths.ts';

/** The arguments that hold on every hop. */
interface HopArguments {
  readonly types?: readonly string[] | null;
  readonly kinds?: readonly string[] | null;
  readonly directions?: readonly { readonly type: string; readonly direction: Direction }[] | null;
  readonly minConfidence?: number | null;
  readonly minSources?: number | null;
}
interface PathArguments extends HopArguments {
  readonly from: string;
  readonly to: string;
  readonly maxHops?: number | null;
  readonly limit?: number | null;
}
interface NeighborhoodArguments extends HopArguments {
  readonly of: readonly string[];
  readonly depth?: number | null;
  readonly limit?: number | null;
}

/** Where an argument is null, or absent. */
export const USUAL = { hops: 6, paths: 10, depth: 1, nodes: 200 } as const;
const MOST = { hops: 8, paths: 100, depth: 4, nodes: 1000, of: 100 } as const;
/** Refuses a number that is out of bounds. */
function check(name: string, value: number, most: number): void {
  if (value < 1 || value > most) refuse(`${name} is from 1 to ${most}, not ${value}.`);
}

function hopsOf(
  { types, kinds, directions, minConfidence, minSources }: HopArguments,
  walked: readonly string[],
  name: string,
  asOf: Hops['asOf'],
): Hops {
  if (types?.length === 0) refuse(`${name}(types:) is an empty list.`);
  const evidence = types?.find((type) => !walked.includes(type));
  if (evidence) refuse(`${name}(types:) names ${evidence}, which is evidence and never walked.`);
  return {
    types: [...new Set(types ?? walked)],
    kinds: kinds ?? undefined,
    directions: Object.fromEntries((directions ?? []).map(({ type, direction }) => [type, direction])),
    minConfidence: minConfidence ?? undefined,
    minSources: minSources ?? undefined,
    asOf,
  };
}

type Columns = readonly [links: string[], types: string[], others: string[], areOut: boolean[], confidences: number[]];
const neighborsIn = ([links, types, others, areOut, confidences]: Columns): Neighbor[] =>
  links.map((link, i) => ({ link, type: types[i]!, other: others[i]!, isOut: areOut[i]!, confidence: confidences[i]! }));

async function ask(context: Context, { text, parameters }: Asking, keys: readonly string[]): Promise<Row[]> {
  return context.read(text, { ...parameters, p: { ...parameters.p, keys } });
}

const linksIn = (rows: readonly Row[]): Map<string, Neighbor[]> =>
  new Map(rows.map(({ key, c0, c1, c2, c3, c4 }) => [key as string, neighborsIn([c0, c1, c2, c3, c4] as unknown as Columns)]));

const expandWith =
  (context: Context, hops: Hops, ends: readonly string[]): Expand =>
  async (ids, most, way) =>
    linksIn(await ask(context, expandText(way === 'on' ? hops : turned(hops), most, ends), ids));

const TURNED = { OUT: 'IN', IN: 'OUT', BOTH: 'BOTH' } as const;
/** The same hops as they are seen from where they lead. */
const turned = (hops: Hops): Hops => ({
  ...hops,
  directions: Object.fromEntries(Object.entries(hops.directions).map(([type, direction]) => [type, TURNED[direction]])),
});
const isOneWay = ({ directions }: Hops): boolean => Object.values(directions).some((direction) => direction !== 'BOTH');

/** Throws NOT_FOUND where one of `ids` names no entity that stands. */
async function refuseUnknown(context: Context, asOf: Hops['asOf'], ids: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const rows = await ask(context, existText(asOf), [...new Set(Object.values(ids).flat())]);
  const known = new Set(rows.map(({ key }) => key));
  for (const [name, some] of Object.entries(ids))
    for (const id of some) if (!known.has(id)) throw graphError('NOT_FOUND', `${name} names no entity: ${JSON.stringify(id)}.`);
}

const pathRow = (from: string, { hops, confidence }: Found, { degreeOf }: Explorer) => ({ from, hops, confidence, degreeOf });
export type PathRow = ReturnType<typeof pathRow>;
export interface PathResultRow {
  readonly paths: readonly PathRow[];
  readonly reason: string | undefined;
}

/** The paths between two entities; `walked` are the types of link that may be walked. */
export const resolvePaths =
  (walked: readonly string[]) =>
  async (_root: unknown, args: PathArguments, context: Context, info: GraphQLResolveInfo): Promise<PathResultRow> => {
    const name = `Query.${info.fieldName}`;
    const { from, to } = args;
    const [maxHops, limit] = [args.maxHops ?? USUAL.hops, args.limit ?? (name.endsWith('s') ? USUAL.paths : 1)];
    check(`${name}(maxHops:)`, maxHops, MOST.hops);
    check(`${name}(limit:)`, limit, MOST.paths);
    if (from === to) refuse(`${name}(to:) is where it begins: ${JSON.stringify(to)}.`);
    const hops = hopsOf(args, walked, name, asOfIn(walkOf(info), info, context));
    await refuseUnknown(context, hops.asOf, { [`${name}(from:)`]: [from], [`${name}(to:)`]: [to] });
    const explorer = new Explorer(expandWith(context, hops, [from, to]), isOneWay(hops));
    const found = await findPaths(explorer, { from, to, maxHops, limit });
    return { paths: found.map((one) => pathRow(from, one, explorer)), reason: explorer.reason };
  };

export interface SubgraphRow {
  readonly ids: readonly string[];
  readonly links: readonly Joined[];
  readonly reason: string | undefined;
}

/** What lies around entities, with all links among what is kept. */
export const resolveNeighborhood =
  (walked: readonly string[]) =>
  async (_root: unknown, args: NeighborhoodArguments, context: Context, info: GraphQLResolveInfo): Promise<SubgraphRow> => {
    const [depth, limit] = [args.depth ?? USUAL.depth, args.limit ?? USUAL.nodes];
    const of = [...new Set(args.of)];
    if (of.length === 0) refuse('Query.neighborhood(of:) is an empty list.');
    check('Query.neighborhood(depth:)', depth, MOST.depth);
    check('Query.neighborhood(limit:)', limit, MOST.nodes);
    if (of.length > MOST.of || of.length > limit)
      refuse(`Query.neighborhood(of:) names ${of.length} entities, more than ${Math.min(limit, MOST.of)}.`);
    const hops = hopsOf(args, walked, 'Query.neighborhood', asOfIn(walkOf(info), info, context));
    await refuseUnknown(context, hops.asOf, { 'Query.neighborhood(of:)': of });
    const explorer = new Explorer(expandWith(context, hops, of), isOneWay(hops));
    const { ids, reason } = await findNeighborhood(explorer, { of, depth, limit });
    const between: Expand = async (hubs, most) => linksIn(await ask(context, betweenText(hops, most), hubs));
    return { ids, links: await linksAmong(explorer, ids, between), reason };
  };

/** An entity of an answer, by its id. */
export const entity = (id: string, context: Context, info: GraphQLResolveInfo): Promise<Row | undefined> =>
  readNodes([id], context, info).then(([row]) => row);
export const entities = (ids: readonly string[], context: Context, info: GraphQLResolveInfo): Promise<(Row | undefined)[]> =>
  readNodes(ids, context, info);
/** Links of an answer. */
export const links = (joined: readonly Joined[], context: Context, info: GraphQLResolveInfo): Promise<(Row | undefined)[]> =>
  readLinks(
    joined.map(({ id, end }) => `${end} ${id}`),
    context,
    info,
  );
