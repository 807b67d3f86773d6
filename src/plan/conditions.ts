/** What the operators of filters mean in Cypher, by the sort of value they compare. What is missing matches nothing but `isNull`. */
import { type PartialDate, periodOf } from '../../model/date.ts';
import { orderOfDecimal } from '../../model/decimal.ts';
import { composed } from '../../model/folding.ts';

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
/** Whatever its case, as both engines know it: by way of small letters, ß is SS, and Σ, σ and ς are one. */
const withoutCase = (text: string): string => `toUpper(toLower(${text}))`;
const ignoringCase =
  (operator: string): Operator =>
  (column, parameter) =>
    `${withoutCase(column)} ${operator} ${withoutCase(parameter)}`;
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

/** What is asked of an empty list: nothing is one of none, and everything, known or not, is none of none. */
export const OF_NONE: Readonly<Record<string, string>> = { in: 'false', notIn: 'true', hasSome: 'false', hasEvery: 'true' };

/** The conditions of the operators of `value`, by what each is given; null is refused. */
function eachOf(value: Value, { fail }: Parts, conditionOf: (name: string, given: unknown) => string): string {
  const terms = Object.entries(value).map(([name, given]) => {
    if (given === null) return fail(`has null for ${name}: leave it out, or ask isNull`);
    return Array.isArray(given) && given.length === 0 ? OF_NONE[name]! : conditionOf(name, given);
  });
  return terms.length ? terms.join(' AND ') : 'true';
}

/** Values compared as they are; text as it is stored, however its accents were typed. */
const compareValues: Compile = (value, parts) => {
  const [column] = parts.columns as [string];
  return eachOf(value, parts, (name, given) =>
    name === 'isNull' ? isNull(column, given) : OPERATORS[name]!(column, parts.add(inForm(given))),
  );
};
const inForm = (given: unknown): unknown =>
  Array.isArray(given) ? given.map(inForm) : typeof given === 'string' ? composed(given) : given;

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
  return eachOf(value, parts, (name, given) => {
    const operator = DATE_OPERATORS[name];
    return operator ? operator(column, periodOf(given as string), parts.add) : compareValues({ [name]: given }, parts);
  });
};

/** Amounts, as numbers within one currency or unit: by the text that orders them. */
const compareAmounts: Compile = (value, parts) => {
  const [order, unit] = parts.columns as [string, string];
  const isCompared = Object.keys(value).some((name) => !['currency', 'unit', 'isNull'].includes(name));
  if (isCompared && value['currency'] === undefined && value['unit'] === undefined)
    parts.fail('compares numbers of no currency or unit: say which');
  return eachOf(value, parts, (name, given) => {
    if (name === 'currency' || name === 'unit') return compareValues({ eq: given }, { ...parts, columns: [unit] });
    if (name === 'isNull') return isNull(order, given);
    return OPERATORS[name]!(order, parts.add(Array.isArray(given) ? given.map(orderOfDecimal) : orderOfDecimal(given as string)));
  });
};

/** Lists of text; an empty one is not stored. */
const compareLists: Compile = (value, parts) => {
  const [column] = parts.columns as [string];
  const operators: Readonly<Record<string, (given: unknown) => string>> = {
    has: (given) => `${parts.add(inForm(given))} IN ${column}`,
    hasSome: (given) => `any(x IN ${column} WHERE x IN ${parts.add(inForm(given))})`,
    hasEvery: (given) => `all(x IN ${parts.add(inForm(given))} WHERE x IN ${column})`,
    isEmpty: (given) => isNull(column, given),
  };
  return eachOf(value, parts, (name, given) => operators[name]!(given));
};

/** Lists of small records, one list column a field. */
const compareRecords: Compile = (value, parts) =>
  eachOf(value, parts, (name, given) => {
    if (name === 'isEmpty') return isNull(parts.columns[0]!, given);
    const fields = eachOf(given as Value, parts, (field, operators) => {
      const column = parts.columns[parts.fields.indexOf(field)]!;
      // A field that is not known is empty text, since a list holds no null.
      return compareValues(operators as Value, { ...parts, columns: [`CASE ${column}[i] WHEN '' THEN null ELSE ${column}[i] END`] });
    });
    return `any(i IN range(0, size(coalesce(${parts.columns[0]}, [])) - 1) WHERE ${fields})`;
  });

/** Kinds of node, which are labels. */
const compareKinds: Compile = (value, parts) =>
  eachOf(value, parts, (name, given) => {
    const isOne = isOfKinds(parts.variable, [given].flat() as string[]);
    return name === 'eq' || name === 'in' ? isOne : `NOT ${isOne}`;
  });

export const CONDITIONS = {
  value: compareValues,
  date: compareDates,
  amount: compareAmounts,
  list: compareLists,
  records: compareRecords,
  kind: compareKinds,
} as const satisfies Record<string, Compile>;
