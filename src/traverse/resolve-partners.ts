/** Resolvers of `commonPartners` and `partnerNetwork`. */
import type { GraphQLResolveInfo } from 'graphql';
import { allTiesText, partiesText } from '../derived/shared.ts';
import { type Ties, tiesOf } from '../derived/totals.ts';
import { refuse } from '../errors.ts';
import type { Context } from '../plan/context.ts';
import { ask, asOfOf, check, explore, type HopArguments, hopsOf, MOST, refuseUnknown, USUAL } from './asking.ts';
import { type Common, findCommon, MOST_PARTIES, type Pair, pairsOf, type Shared } from './partners.ts';

interface CommonArguments extends HopArguments {
  readonly of: readonly string[];
  readonly minShared?: number | null | undefined;
  readonly limit?: number | null | undefined;
}
interface NetworkArguments extends Omit<HopArguments, 'directions'> {
  readonly minShared?: number | null | undefined;
  readonly limit?: number | null | undefined;
}

export interface CommonRow {
  readonly partners: readonly Common[];
  readonly reason: string | undefined;
}

/** Who is linked to all, or to several, of these. */
export async function resolveCommonPartners(
  _root: unknown,
  args: CommonArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<CommonRow> {
  const name = 'Query.commonPartners';
  const of = [...new Set(args.of)];
  const [minShared, limit] = [args.minShared ?? of.length, args.limit ?? USUAL.common];
  if (of.length === 0) return { partners: [], reason: undefined };
  if (of.length < 2 || of.length > MOST.common) refuse(`${name}(of:) names from 2 to ${MOST.common} entities, not ${of.length}.`);
  check(`${name}(minShared:)`, minShared, of.length);
  check(`${name}(limit:)`, limit, MOST.paths);
  const hops = hopsOf(args, name, asOfOf(context, info));
  await refuseUnknown(context, hops.asOf, { [`${name}(of:)`]: of });
  const explorer = explore(context, hops, []);
  const partners = await findCommon(explorer, of, minShared);
  const cut = partners.length > limit ? `There are more than ${limit} of them.` : undefined;
  return { partners: partners.slice(0, limit), reason: explorer.reason ?? cut };
}

export interface NetworkRow {
  readonly pairs: readonly Pair[];
  readonly ties: Ties;
  readonly reason: string | undefined;
}

/** How many commitments are looked at for the network of partners. */
const MOST_COMMITMENTS = 5000;

/** Who shares commitments with whom: derived, no link of its own. */
export async function resolvePartnerNetwork(
  _root: unknown,
  args: NetworkArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<NetworkRow> {
  const name = 'Query.partnerNetwork';
  const [minShared, limit] = [args.minShared ?? 1, args.limit ?? USUAL.nodes];
  check(`${name}(minShared:)`, minShared, MOST_COMMITMENTS);
  check(`${name}(limit:)`, limit, MOST.nodes);
  const { kinds, types, minConfidence, minSources } = args;
  const asOf = asOfOf(context, info);
  const parties = {
    kinds: kinds ?? undefined,
    types: types ?? undefined,
    minConfidence: minConfidence ?? undefined,
    minSources: minSources ?? undefined,
    asOf,
  };
  const [rows, [held]] = await Promise.all([
    ask(context, partiesText(parties, MOST_COMMITMENTS + 1), []),
    ask(context, allTiesText(asOf), []),
  ]);
  const shared = rows as unknown as readonly Shared[];
  const pairs = await pairsOf(shared.slice(0, MOST_COMMITMENTS), minShared);
  return { pairs: pairs.slice(0, limit), ties: tiesOf(held!['held']), reason: reasonOf(shared, pairs, limit) };
}

function reasonOf(shared: readonly Shared[], pairs: readonly Pair[], limit: number): string | undefined {
  if (shared.length > MOST_COMMITMENTS) return `There are more than ${MOST_COMMITMENTS} commitments of several parties.`;
  if (shared.some(({ actors }) => actors.length > MOST_PARTIES)) return `A commitment has more than ${MOST_PARTIES} parties.`;
  return pairs.length > limit ? `There are more than ${limit} pairs.` : undefined;
}
