/** What every traversal asks with: its arguments checked, its statements run, and what it found read in batches. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Direction } from '../../model/link.ts';
import { linkTypes, partnerLinkNames } from '../../model/links.ts';
import type { Row } from '../engine/engine.ts';
import { graphError, refuse } from '../errors.ts';
import { asOfIn } from '../plan/as-of.ts';
import type { Context } from '../plan/context.ts';
import { type Asking, existText, expandText, type Hops, waysText } from '../plan/expand.ts';
import { walkOf } from '../plan/plans.ts';
import { readKeys } from '../plan/read.ts';
import { readLinks, readNodes } from '../plan/resolve.ts';
import { BUDGET, type Ends, type Expand, Explorer } from './explorer.ts';
import type { Joined } from './find-neighborhood.ts';

/** The arguments that hold on every hop. */
export interface HopArguments {
  readonly types?: readonly string[] | null | undefined;
  readonly kinds?: readonly string[] | null | undefined;
  readonly directions?: readonly { readonly type: string; readonly direction: Direction }[] | null | undefined;
  readonly minConfidence?: number | null | undefined;
  readonly minSources?: number | null | undefined;
}
/** Where an argument is null, or absent. */
export const USUAL = { hops: 6, paths: 10, depth: 1, nodes: 200, common: 20 } as const;
export const MOST = { hops: 8, paths: 100, depth: 4, nodes: 2000, common: 100 } as const;
/** Refuses a number that is out of bounds. */
export function check(name: string, value: number, most: number, least = 1): void {
  if (value < least || value > most) refuse(`${name} is from ${least} to ${most}, not ${value}.`);
}

export function hopsOf({ types, kinds, directions, minConfidence, minSources }: HopArguments, name: string, asOf: Hops['asOf']): Hops {
  const named = (directions ?? []).map(({ type }) => type);
  const twice = named.find((type, i) => named.indexOf(type) < i);
  if (twice) refuse(`${name}(directions:) names ${twice} twice.`);
  const evidence = types?.find((type) => !partnerLinkNames.includes(type));
  if (evidence) refuse(`${name}(types:) names ${evidence}, which is evidence and never walked.`);
  return {
    types: [...new Set(types ?? partnerLinkNames)],
    kinds: kinds ?? undefined,
    // What is read both ways leads either way, wherever it is stored.
    directions: Object.fromEntries(
      (directions ?? []).filter(({ type }) => !linkTypes.get(type)!.symmetric).map(({ type, direction }) => [type, direction]),
    ),
    minConfidence: minConfidence ?? undefined,
    minSources: minSources ?? undefined,
    asOf,
  };
}

export async function ask(context: Context, { text, parameters }: Asking, keys: readonly string[]): Promise<Row[]> {
  return context.read(text, { ...parameters, p: { ...parameters.p, keys } });
}

export const endsIn = (rows: readonly Row[]): Map<string, Ends> =>
  new Map(rows.map(({ key, c0, c1, c2 }) => [key as string, [c0, c1, c2] as unknown as Ends]));

/** Explores within what the request may read, and takes no more than half of the time it still has. */
export function explore(context: Context, hops: Hops, ends: readonly string[]): Explorer {
  const budget = { ...BUDGET, milliseconds: Math.min(BUDGET.milliseconds, context.left() / 2) };
  return new Explorer(expandWith(context, hops, ends), isOneWay(hops), budget, context.traversed);
}

const expandWith =
  (context: Context, hops: Hops, ends: readonly string[]): Expand =>
  async (ids, way, most, skip) =>
    endsIn(await ask(context, expandText(way === 'on' ? hops : turned(hops), ends, most, skip), ids));

const TURNED = { OUT: 'IN', IN: 'OUT', BOTH: 'BOTH' } as const;
/** The same hops as they are seen from where they lead. */
const turned = (hops: Hops): Hops => ({
  ...hops,
  directions: Object.fromEntries(Object.entries(hops.directions).map(([type, direction]) => [type, TURNED[direction]])),
});
const isOneWay = ({ directions }: Hops): boolean => Object.values(directions).some((direction) => direction !== 'BOTH');

/** Throws NOT_FOUND where one of `ids` names no entity that stands. */
export async function refuseUnknown(context: Context, asOf: Hops['asOf'], ids: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const rows = await ask(context, existText(asOf), [...new Set(Object.values(ids).flat())]);
  const known = new Set(rows.map(({ key }) => key));
  for (const [name, some] of Object.entries(ids))
    for (const id of some) if (!known.has(id)) throw graphError('NOT_FOUND', `${name} names no entity: ${JSON.stringify(id)}.`);
}

/** The time that the operation asks about. */
export const asOfOf = (context: Context, info: GraphQLResolveInfo): Hops['asOf'] => asOfIn(walkOf(info), info, context);

/** An entity of an answer, by its id. */
export const entity = (id: string, context: Context, info: GraphQLResolveInfo): Promise<unknown> =>
  readNodes([id], context, info).then(([row]) => row);
export const entities = (ids: readonly string[], context: Context, info: GraphQLResolveInfo): Promise<unknown[]> =>
  readNodes(ids, context, info);
const keyOf = ({ id, end }: Joined): string => `${end} ${id}`;
/** Links of an answer. */
export const links = (joined: readonly Joined[], context: Context, info: GraphQLResolveInfo): Promise<unknown[]> =>
  readLinks(joined.map(keyOf), context, info);
/** The type of a link, and where it begins. */
export async function wayOf(
  joined: Joined,
  context: Context,
): Promise<{ readonly type: string; readonly leadsOutOf: (id: string) => boolean }> {
  const [row] = await readKeys(waysText, [keyOf(joined)], context);
  return { type: row!['type'] as string, leadsOutOf: (id) => row!['isOut'] === (id === joined.end) };
}
