/** Which time an operation asks about: one, by the argument `asOf` of its root fields or by the header `Graph-As-Of`. */
import { type GraphQLObjectType, type GraphQLSchema, getArgumentValues } from 'graphql';
import { isDate, toUtc } from '../../model/date.ts';
import { refuse } from '../errors.ts';
import type { Context } from './context.ts';
import { collectFields, type Walk } from './selection.ts';
import type { AsOf } from './time.ts';

type Set = Parameters<typeof collectFields>[2][number];
/** An operation of a request. */
interface Request {
  readonly schema: GraphQLSchema;
  readonly operation: { readonly selectionSet: Set };
}
/** Who asks, as an error names it, and about which time. */
interface Asker {
  readonly name: string;
  readonly asOf: AsOf;
}

/** The time of the operation that a context serves, settled once. Throws BAD_USER_INPUT where two are asked about. */
export function asOfIn(walk: Walk, { schema, operation }: Request, context: Pick<Context, 'header' | 'asOf'>): AsOf {
  context.asOf ??= settle(askers(walk, schema.getQueryType()!, operation.selectionSet, context.header));
  return context.asOf;
}

function settle([first, ...others]: readonly Asker[]): AsOf {
  const other = first && others.find(({ asOf }) => versionOf(asOf) !== versionOf(first.asOf));
  if (other)
    refuse(
      `${first.name} asks about ${timeIn(first)} and ${other.name} about ${timeIn(other)}: an operation asks about one time. Give both the same asOf, or send two operations.`,
    );
  return first?.asOf ?? {};
}

/** The header, where there is one, and every root field that takes a time: without an argument it is that of the header, or else now. */
function askers(walk: Walk, query: GraphQLObjectType, set: Set, header: AsOf | undefined): Asker[] {
  const fields = [...collectFields(walk, query, [set])].flatMap(([key, [node]]) => {
    const field = query.getFields()[node!.name.value];
    if (!field?.args.some(({ name }) => name === 'asOf')) return [];
    const { asOf } = getArgumentValues(field, node!, walk.variables) as { asOf?: AsOf | null };
    return [{ name: key, asOf: plain(asOf ?? header ?? {}) }];
  });
  return header ? [{ name: HEADER, asOf: plain(header) }, ...fields] : fields;
}

const plain = ({ validOn, knownAt }: AsOf): AsOf => ({ ...(validOn != null && { validOn }), ...(knownAt != null && { knownAt }) });

/** A time as text, in one spelling, which the header takes too; empty for now. */
export const versionOf = ({ knownAt, validOn }: AsOf): string =>
  [...(knownAt == null ? [] : [`knownAt=${knownAt}`]), ...(validOn == null ? [] : [`validOn=${validOn}`])].join(',');
const timeIn = ({ asOf }: Asker): string => versionOf(asOf) || 'now';

const HEADER = 'The header Graph-As-Of';

/** Reads `validOn=2026-05-01, knownAt=2026-05-02T00:00:00Z`, in quotes or not, or the same as JSON. Throws BAD_USER_INPUT. */
export function asOfHeader(text: string): AsOf {
  const parts = text.replace(/^\s*\{(.*)\}\s*$/s, '$1').split(/[,;]/);
  const pairs = parts.map((part) => /^"?(validOn|knownAt)"?\s*[=:]\s*(?:"([^"]*)"|([^"\s]*))$/.exec(part.trim()));
  if (pairs.some((pair) => pair === null) || new Set(pairs.map((pair) => pair![1])).size < pairs.length)
    refuse(`${HEADER} is not like validOn=2026-05-01, knownAt=2026-05-02T00:00:00Z.`);
  const given = pairs.map((pair) => [pair![1]!, pair![2] ?? pair![3]!] as const).filter(([, value]) => value !== 'null');
  const { validOn, knownAt } = Object.fromEntries(given) as AsOf;
  if (validOn != null && !isDate(validOn)) refuse(`${HEADER}: validOn is not a date: ${JSON.stringify(validOn)}.`);
  const known = knownAt && toUtc(knownAt);
  if (knownAt != null && !known) refuse(`${HEADER}: knownAt is not a date and time: ${JSON.stringify(knownAt)}.`);
  return { ...(validOn && { validOn }), ...(known && { knownAt: known }) };
}
