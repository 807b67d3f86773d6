/** What the operators of filters mean in Cypher, by the sort of value they compare. What is missing matches nothing but `isNull`. */
import { type PartialDate, periodOf } from '../../schema/date.ts';

type Value = Readonly<Record<string, unknown>>;

/** What a condition is made of. */
interface Parts {
  readonly variable: string;
  readonly columns: readonly string[];
  /** What the columns of records hold. */
  readonly fields: readonly string[];
  /** Takes a value and gives its parameter. */
  readonly add: (value: unknown) => string;
  /** Says what is wrong with the filter. */
  readonly fail: (message: string) => never;
}
type Compile = (value: Value, parts: Parts) => string;

/** The negation that holds where the condition is unknown. */
export const not = (condition: string): string => `NOT coalesce((${condition}), false)`;

/**
 * The condition that a subquery finds something. A bare EXISTS beside other conditions Grafeo answers by a join: it finds all that the
 * subquery could find in the whole graph, and does so again for each row above it. As a part of an OR it starts from the row instead.
 * Neo4j leaves `OR false` out of its plan.
 */
export const exists = (subquery: string): string => `(EXISTS { ${subquery} } OR false)`;

/** The condition that a node is of one of `kinds`, which are labels. */
export const isOfKinds = (node: string, kinds: readonly string[]): string =>
  kinds.length
    ? `(${[...new Set(kinds)]
        .sort()
        .map((kind) => `${node}:${kind}`)
        .join(' OR ')})`
    : 'false';

type Operator = (column: string, parameter: string) => string;
const ignoringCase =
  (operator: string): Operator =>
  (column, parameter) =>
    `toLower(${column}) ${operator} toLower(${parameter})`;
const between =
  (operator: string): Operator =>
  (column, parameter) =>
    `${column} ${operator} ${parameter}`;

const OPERATORS: Readonly<Record<string, Operator>> = {
  eq: between('='),
  ne: between('<>'),
  in: between('IN'),
  notIn: (column, parameter) => `NOT (${column} IN ${parameter}) AND ${column} IS NOT NULL`,
  lt: between('<'),
  lte: between('<='),
  gt: between('>'),
  gte: between('>='),
  contains: between('CONTAINS'),
  startsWith: between('STARTS WITH'),
  endsWith: between('ENDS WITH'),
  eqIgnoreCase: ignoringCase('='),
  containsIgnoreCase: ignoringCase('CONTAINS'),
  startsWithIgnoreCase: ignoringCase('STARTS WITH'),
  endsWithIgnoreCase: ignoringCase('ENDS WITH'),
};

const isNull = (column: string, value: unknown): string => `${column} IS ${value ? '' : 'NOT '}NULL`;
const all = (terms: readonly string[]): string => (terms.length ? terms.join(' AND ') : 'true');

/** The operators of `value`, each with what it is given, refused where that is null or an empty list. */
function operatorsOf(value: Value, { fail }: Parts): [name: string, given: unknown][] {
  for (const [name, given] of Object.entries(value)) {
    if (given === null) fail(`has null for ${name}: leave it out, or ask isNull`);
    if (Array.isArray(given) && given.length === 0) fail(`has an empty list for ${name}`);
  }
  return Object.entries(value);
}

/** Values compared as they are. */
const compareValues: Compile = (value, parts) => {
  const [column] = parts.columns as [string];
  return all(
    operatorsOf(value, parts).map(([name, given]) =>
      name === 'isNull' ? isNull(column, given) : OPERATORS[name]!(column, parts.add(given)),
    ),
  );
};

/** A partial date is the whole of its period: before means before it begins, after means after it ends. */
const DATE_OPERATORS: Readonly<Record<string, (column: string, period: PartialDate, add: Parts['add']) => string>> = {
  lt: (column, { first }, add) => `${column} < ${add(first)} AND NOT ${add(first)} STARTS WITH ${column}`,
  lte: (column, { last, end }, add) =>
    `${column} <= ${add(end)} AND NOT (${add(last)} STARTS WITH ${column} AND ${column} <> ${add(last)})`,
  gt: (column, { end }, add) => `${column} > ${add(end)}`,
  gte: (column, { first }, add) => `${column} >= ${add(first)}`,
};
const compareDates: Compile = (value, parts) => {
  const [column] = parts.columns as [string];
  return all(
    operatorsOf(value, parts).map(([name, given]) => {
      const operator = DATE_OPERATORS[name];
      return operator ? operator(column, periodOf(given as string), parts.add) : compareValues({ [name]: given }, parts);
    }),
  );
};

/** Amounts, as numbers within one currency or unit. */
const compareAmounts: Compile = (value, parts) => {
  const [number, unit] = parts.columns as [string, string];
  const operators = operatorsOf(value, parts);
  const isCompared = operators.some(([name]) => !['currency', 'unit', 'isNull'].includes(name));
  if (isCompared && value['currency'] === undefined && value['unit'] === undefined)
    parts.fail('compares numbers of no currency or unit: say which');
  return all(
    operators.map(([name, given]) => {
      if (name === 'isNull') return isNull(number, given);
      if (name === 'currency' || name === 'unit') return `${unit} = ${parts.add(given)}`;
      return OPERATORS[name]!(`toFloat(${number})`, parts.add(Number(given)));
    }),
  );
};

/** Lists of text; an empty one is not stored. */
const compareLists: Compile = (value, parts) => {
  const [column] = parts.columns as [string];
  const operators: Readonly<Record<string, (given: unknown) => string>> = {
    has: (given) => `${parts.add(given)} IN ${column}`,
    hasSome: (given) => `any(x IN ${column} WHERE x IN ${parts.add(given)})`,
    hasEvery: (given) => `all(x IN ${parts.add(given)} WHERE x IN ${column})`,
    isEmpty: (given) => isNull(column, given),
  };
  return all(operatorsOf(value, parts).map(([name, given]) => operators[name]!(given)));
};

/** Lists of small records, one list column a field. */
const compareRecords: Compile = (value, parts) => {
  const terms = operatorsOf(value, parts).map(([name, given]) => {
    if (name === 'isEmpty') return isNull(parts.columns[0]!, given);
    const fields = operatorsOf(given as Value, parts).map(([field, operators]) => {
      const column = parts.columns[parts.fields.indexOf(field)]!;
      // A field that is not known is empty text, since a list holds no null.
      return compareValues(operators as Value, { ...parts, columns: [`CASE ${column}[i] WHEN '' THEN null ELSE ${column}[i] END`] });
    });
    return `any(i IN range(0, size(coalesce(${parts.columns[0]}, [])) - 1) WHERE ${all(fields)})`;
  });
  return all(terms);
};

/** Kinds of node, which are labels. */
const compareKinds: Compile = (value, parts) =>
  all(
    operatorsOf(value, parts).map(([name, given]) => {
      const isOne = isOfKinds(parts.variable, [given].flat() as string[]);
      return name === 'eq' || name === 'in' ? isOne : `NOT ${isOne}`;
    }),
  );

export const CONDITIONS = {
  value: compareValues,
  date: compareDates,
  amount: compareAmounts,
  list: compareLists,
  records: compareRecords,
  kind: compareKinds,
} as const satisfies Record<string, Compile>;
