/** Resolvers of `commitmentTotals`: the rows of its statement in groups, and the commitments that were left out. */
import type { GraphQLResolveInfo } from 'graphql';
import { scaled, scaleOf, textOf } from '../../model/decimal.ts';
import type { TotalsBy, WordOf } from '../../model/enums.ts';
import type { Row } from '../engine/engine.ts';
import { refuse } from '../errors.ts';
import type { Context } from '../plan/context.ts';
import type { Values } from '../plan/plain.ts';
import { planOf, walkOf } from '../plan/plans.ts';
import { chooseRoot, readPage } from '../plan/read.ts';
import { askedBy } from '../plan/resolve.ts';
import { executorShape } from '../plan/shape.ts';
import { nodeColumns, slotValues } from '../plan/statement.ts';
import { MOST_ADDED, type Ties, type Total, totalOf } from './totals.ts';

type By = WordOf<typeof TotalsBy>;

/** A total as its fields see it; `edgeOf` gives what is selected of a commitment under a response key. */
export interface TotalRow extends Pick<Total, 'counted' | 'leftOut'> {
  readonly currency: string;
  readonly key: string | null;
  readonly name: string | null;
  readonly minimum: string;
  readonly maximum: string;
  readonly edgeOf: (key: string | number, id: string) => Row;
}

/** What a total is of: a currency, and what groups its commitments. */
interface Group {
  readonly currency: string;
  readonly key: string | null;
  readonly name: string | null;
  readonly rows: Row[];
}

export async function resolveTotals(_root: unknown, { by }: Row, context: Context, info: GraphQLResolveInfo): Promise<TotalRow[]> {
  const plan = planOf(info, String(info.path.key))!;
  const [step, beside] = plan.top.steps as [(typeof plan.top.steps)[0], (typeof plan.top.steps)[0]];
  const { bound, depth } = chooseRoot(plan, [], context, askedBy(info, context));
  const read = await readPage(bound, context);
  const columns = nodeColumns(step.target, depth);
  const rows = (read[step.rows] as Values[]).map((values): Row => Object.fromEntries(columns.map((name, i) => [name, values[i]])));
  if (rows.length > MOST_ADDED) refuse(`Query.commitmentTotals(where:) chooses more than ${MOST_ADDED} commitments.`);
  const ties = beside.side.gathered!(read[beside.rows]) as Ties;
  const page = executorShape(plan, walkOf(info), depth)(slotValues(step, read), bound) as Record<string, Row[]>;
  const numbers = new Map(rows.map((row, i) => [row['id'], i]));
  const edgeOf = (key: string | number, id: string): Row => page[key]![numbers.get(id)!]!;
  return groupsOf(rows, by as By, ties).map((group) => ({ ...totalRow(group, ties), edgeOf }));
}

function totalRow({ rows, ...group }: Group, ties: Ties) {
  const scale = scaleOf(rows.map((row) => row['amountValue'] as string));
  const promised = rows.map((row) => ({ id: row['id'] as string, amount: scaled(row['amountValue'] as string, scale) }));
  const { minimum, maximum, ...rest } = totalOf(promised, ties);
  return { ...group, ...rest, minimum: textOf(minimum, scale), maximum: textOf(maximum, scale) };
}

/** Commitments by currency and group, in that order; one with several parties or places is in the group of each. */
function groupsOf(rows: readonly Row[], by: By, { groups }: Ties): Group[] {
  const found = new Map<string, Group>();
  const byCommitment = new Map<string, Map<string, string>>();
  for (const [commitment, key, name] of groups) {
    const own = byCommitment.get(commitment) ?? new Map<string, string>();
    byCommitment.set(commitment, own.set(key, name));
  }
  for (const row of rows) {
    for (const [key, name] of keysOf(row, by, byCommitment)) {
      const currency = row['amountCurrency'] as string;
      const id = JSON.stringify([currency, key ?? '']);
      const group = found.get(id) ?? { currency, key, name, rows: [] };
      found.set(id, group);
      group.rows.push(row);
    }
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function keysOf(
  row: Row,
  by: By,
  groups: ReadonlyMap<string, ReadonlyMap<string, string>>,
): (readonly [key: string | null, name: string | null])[] {
  if (by === 'CURRENCY') return [[null, null]];
  if (by === 'TYPE') return [[(row['type'] ?? null) as string | null, null]];
  const own = groups.get(row['id'] as string);
  return own ? [...own] : [[null, null]];
}

/** What was left out of a total, and why. */
export const resolveLeftOut = ({ leftOut, edgeOf }: TotalRow, _args: unknown, _context: unknown, info: GraphQLResolveInfo) =>
  leftOut.map(({ id, reason }) => ({ reason, edge: edgeOf(info.path.key, id) }));

export const resolveLeftOutCommitment = (
  { edge }: ReturnType<typeof resolveLeftOut>[number],
  _args: unknown,
  _context: unknown,
  info: GraphQLResolveInfo,
): unknown => edge[info.path.key];
