/** What aggregates measure, as Cypher over the rows that belong to a connection, and as values. */
import type { FieldNode } from 'graphql';
import { summaryOf } from '../../model/decimal.ts';
import type { Parameters } from './clause.ts';
import type { Measure } from './extensions.ts';
import type { Fail, Scope } from './filter.ts';

/** A field of an aggregate as it is selected, and the column that holds what it measures. */
export interface Measured {
  readonly coordinate: string;
  readonly nodes: readonly FieldNode[];
  readonly measure: Measure;
  readonly slot: string;
  /** Its arguments with the variables of a request. */
  readonly argumentsOf: (variables: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** Its condition on the rows, and what is made of them. */
export interface MeasureText {
  readonly condition: string;
  readonly body: string;
}

const MOST_GROUPS = 100;

const NUMBERS = ['count', 'sum', 'min', 'max'] as const;
const numbersOf = (value: string): string => NUMBERS.map((name, i) => `${name}(${value}) AS m${i}`).join(', ');
const namesOf = NUMBERS.map((_, i) => `m${i}`).join(', ');

/**
 * The measure as text; `slot` is the column it becomes. What is measured of nodes counts each node once, however many
 * links lead to it: an amount is not promised thrice by who has three parts in it.
 */
export function measureText(
  { measure, slot }: Measured,
  given: Readonly<Record<string, unknown>>,
  scope: Scope,
  parameters: Parameters,
  fail: (argument: string) => Fail,
): MeasureText {
  const once = scope.link ? `WITH DISTINCT ${scope.node} ` : '';
  switch (measure.by) {
    case 'count':
      return { condition: '', body: `RETURN count(${scope.node}) AS ${slot}` };
    case 'nodeCount':
      return { condition: '', body: `RETURN count(DISTINCT ${scope.node}) AS ${slot}` };
    case 'number': {
      const [variable, start] = measure.of === 'link' ? [scope.link, ''] : [scope.node, once];
      return {
        condition: '',
        body: `${start}WITH ${scope.time.read(variable, measure.column)} AS v WITH ${numbersOf('v')} RETURN [${namesOf}] AS ${slot}`,
      };
    }
    case 'amount': {
      // Engines would round: the numbers are added up outside.
      const [number, unit] = measure.columns.map((column) => scope.time.read(scope.node, column)) as [string, string];
      const grouped = `${once}WITH ${unit} AS k, ${number} AS v WITH k, collect(v) AS v ORDER BY k`;
      return { condition: `${unit} IS NOT NULL`, body: `${grouped} RETURN collect([k, v]) AS ${slot}` };
    }
    case 'facet': {
      const facet = measure.facets[(given['by'] ?? 'TYPE') as string];
      if (!facet) return fail('by')('BAD_USER_INPUT', `is ${given['by']}, which nothing in this list has`);
      const size = (given['limit'] ?? MOST_GROUPS) as number;
      if (size < 1 || size > MOST_GROUPS) fail('limit')('BAD_USER_INPUT', `is from 1 to ${MOST_GROUPS}, not ${size}`);
      const [variable, start] = facet.of === 'link' ? [scope.link, ''] : [scope.node, once];
      const value = scope.time.read(variable, facet.column);
      const grouped = `${start}${facet.isList ? `UNWIND ${value} AS k` : `WITH ${value} AS k, ${variable}`} WITH k, count(${variable}) AS c`;
      const body = `${grouped} ORDER BY c DESC, k LIMIT ${parameters.limit(size)} RETURN collect([k, c]) AS ${slot}`;
      return { condition: `${value} IS NOT NULL`, body };
    }
  }
}

interface Numbers {
  readonly count: number;
  readonly sum: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly avg: number | null;
}
/** Engines add up fractions in ways of their own, which differ in the last digits: 12 are the same in all. */
const rounded = (sum: number): number => (Number.isInteger(sum) ? sum : Number(sum.toPrecision(12)));

/** Grafeo knows no sum of nothing. */
function numbers([count, held, min = null, max = null]: readonly unknown[]): Numbers {
  const sum = rounded((held ?? 0) as number);
  return { count, sum, min, max, avg: count ? sum / (count as number) : null } as Numbers;
}

/** What a measure is to a client, from what its column holds. */
export function measuredValue({ by }: Measure, held: unknown): unknown {
  if (by === 'count' || by === 'nodeCount') return held ?? 0;
  if (by === 'number') return numbers((held ?? [0, 0]) as unknown[]);
  if (by === 'amount') return ((held ?? []) as [string, string[]][]).map(([unit, texts]) => ({ unit, ...summaryOf(texts) }));
  return ((held ?? []) as [unknown, number][]).map(([value, count]) => ({ value: String(value), count }));
}
