/** Filters as conditions of Cypher: the text is that of their shape, every value is a parameter. */
import { type GraphQLInputField, type GraphQLInputObjectType, getNamedType } from 'graphql';
import type { Code } from '../errors.ts';
import type { Parameters } from './clause.ts';
import { type Computed, OF_SUMS, partsOf, sumText } from './computed.ts';
import { CONDITIONS, exists, not } from './conditions.ts';
import type { Condition, LinkSide } from './extensions.ts';
import type { Time } from './time.ts';

/** How many links and `and`, `or`, `not` may stand in one another. */
const MOST_NESTED = 5;
/** How many links may be followed one after the other: each may lead to as many nodes again. */
const MOST_LINKS = 3;
/** How many conditions one filter may have. */
const MOST_CONDITIONS = 50;

type Value = Readonly<Record<string, unknown>>;

/** What a filter speaks of: a node, and the link it was reached by. */
export interface Scope {
  readonly node: string;
  readonly link: string;
  readonly time: Time;
  readonly today: string;
  /** How many links of the filter lead here. */
  readonly links?: number;
}

export type Fail = (code: Code, message: string) => never;

/** The conditions of one filter. */
class Filter {
  /** What has to be computed of the node before they are asked. */
  readonly computed: Computed[] = [];
  private conditions = 0;
  private names = 0;
  private readonly parameters: Parameters;
  private readonly fail: Fail;
  constructor(parameters: Parameters, fail: Fail) {
    [this.parameters, this.fail] = [parameters, fail];
  }

  /** All that `value` says of `scope`. */
  all(type: GraphQLInputObjectType, value: Value, scope: Scope, nested = 0): string {
    if (nested > MOST_NESTED) this.fail('BAD_USER_INPUT', `is nested more than ${MOST_NESTED} deep`);
    const entries = Object.entries(value);
    this.conditions += Math.max(1, entries.length);
    if (this.conditions > MOST_CONDITIONS) this.fail('BAD_USER_INPUT', `has more than ${MOST_CONDITIONS} conditions`);
    const terms = entries.map(([name, one]) => {
      if (one === null) return this.fail('BAD_USER_INPUT', `has null for ${type.name}.${name}: leave it out, or ask isNull`);
      return this.one(type, name, one, scope, nested);
    });
    return terms.length ? terms.join(' AND ') : 'true';
  }

  private one(type: GraphQLInputObjectType, name: string, value: unknown, scope: Scope, nested: number): string {
    const field = type.getFields()[name]!;
    const inner = getNamedType(field.type) as GraphQLInputObjectType;
    const condition = field.extensions.condition!;
    switch (condition.by) {
      case 'logic':
        return this.logic(name, inner, value, scope, nested + 1);
      case 'node':
        return `(${this.all(inner, value as Value, { ...scope, link: '' }, nested)})`;
      case 'links':
        return this.links(condition.side, inner, value as Value, scope, nested + 1);
      case 'sum':
        return this.fail('BAD_USER_INPUT', `has ${type.name}.${name} where nothing is summed`);
      case 'derived':
        return condition.text(condition.of === 'link' ? scope.link : scope.node, value, {
          time: scope.time,
          today: scope.today,
          add: (one) => this.parameters.value(one),
          fail: (argument) => (code, message) => this.fail(code, `${type.name}.${name}${argument && `.${argument}`} ${message}`),
        });
      default:
        return this.values(condition, value as Value, `${type.name}.${name}`, scope);
    }
  }

  private logic(name: string, type: GraphQLInputObjectType, value: unknown, scope: Scope, nested: number): string {
    if (name === 'not') return not(this.all(type, value as Value, scope, nested));
    const terms = (value as Value[]).map((one) => `(${this.all(type, one, scope, nested)})`);
    if (terms.length === 0) return name === 'and' ? 'true' : 'false';
    return `(${terms.join(name === 'and' ? ' AND ' : ' OR ')})`;
  }

  /** `some`, `none`, `every` and `single` of the links of `side`, or how many there are. */
  private links(
    side: LinkSide,
    type: GraphQLInputObjectType,
    value: Value,
    { node: from, time, today, links: followed = 0 }: Scope,
    nested: number,
  ): string {
    if (followed === MOST_LINKS) this.fail('BAD_USER_INPUT', `follows more than ${MOST_LINKS} links in a row`);
    const terms = Object.entries(value).map(([word, one]) => {
      if (one === null) return this.fail('BAD_USER_INPUT', `has null for ${type.name}.${word}: leave it out`);
      const number = ++this.names;
      const scope = { node: `${from}_${number}`, link: `${from}_r${number}`, time, today, links: followed + 1 };
      const links = `MATCH ${side.pattern!({ from, link: scope.link, to: scope.node })} WHERE ${time.stands(scope.link, scope.node)}`;
      if (word === 'sum')
        return this.sum(links, type.getFields()['sum']!, one as Value, { scope, above: { node: from, links: followed } }, nested);
      if (word === 'count') return this.compare('value', one as Value, [`COUNT { ${links} }`], `${type.name}.count`, scope.node);
      const edge = getNamedType(type.getFields()[word]!.type) as GraphQLInputObjectType;
      const inner = this.all(edge, one as Value, scope, nested);
      if (word === 'single') return `COUNT { ${links} AND ${inner} } = 1`;
      const found = exists(`${links} AND ${word === 'every' ? not(inner) : inner}`);
      return word === 'some' ? found : `NOT ${found}`;
    });
    return terms.length ? terms.join(' AND ') : 'true';
  }

  /** Compares sums of the amounts that links lead to: computed of the node that is listed, since a condition within a subquery cannot hold one. */
  private sum(
    links: string,
    { name, type }: GraphQLInputField,
    { where, ...amounts }: Value,
    { scope, above }: { readonly scope: Scope; readonly above: Pick<Scope, 'node' | 'links'> },
    nested: number,
  ): string {
    const fields = (type as GraphQLInputObjectType).getFields();
    if (above.links) this.fail('BAD_USER_INPUT', `asks for a ${name} behind another link: only what is listed can be chosen by one`);
    const which =
      where == null ? '' : ` AND ${this.all(getNamedType(fields['where']!.type) as GraphQLInputObjectType, where as Value, scope, nested)}`;
    const terms = Object.entries(amounts).flatMap(([property, value]) => {
      const { columns } = fields[property]!.extensions.condition as Extract<Condition, { by: 'sum' }>;
      return this.sumsOf(`${links}${which}`, columns, value as Value, { scope, node: above.node });
    });
    return terms.length ? terms.join(' AND ') : 'true';
  }

  /** What the operators of one amount ask of its sum; each node that links lead to counts once. */
  private sumsOf(
    links: string,
    columns: readonly [string, string],
    { currency, unit = currency, ...operators }: Value,
    { scope, node }: { readonly scope: Scope; readonly node: string },
  ): string[] {
    const [value, measured] = columns.map((column) => scope.time.read(scope.node, column)) as [string, string];
    const name = `${node}_s${this.computed.length + 1}`;
    const amounts = `${links} AND ${measured} = ${this.parameters.value(unit)} AND ${value} IS NOT NULL WITH DISTINCT ${scope.node} WITH ${value} AS amount`;
    this.computed.push({ call: `CALL (${node}) { ${amounts} ${sumText('amount', name)} }`, names: [name] });
    return Object.entries(operators).map(([operator, given]) => {
      if (given === null) return this.fail('BAD_USER_INPUT', `has null for ${operator}: leave it out`);
      return `(${OF_SUMS[operator]!(name, this.parameters.value(partsOf(given as string)))})`;
    });
  }

  private values(condition: Extract<Condition, { by: 'value' }>, value: Value, coordinate: string, scope: Scope): string {
    const variable = condition.of === 'link' ? scope.link : scope.node;
    const columns = condition.columns.map((column) => scope.time.read(variable, column));
    return this.compare(condition.sort, value, columns, coordinate, variable, condition.fields);
  }

  private compare(
    sort: keyof typeof CONDITIONS,
    value: Value,
    columns: readonly string[],
    coordinate: string,
    variable: string,
    fields: readonly string[] = [],
  ): string {
    const fail = (message: string) => this.fail('BAD_USER_INPUT', `${coordinate} ${message}`);
    return CONDITIONS[sort](value, { variable, columns, fields, add: (one) => this.parameters.value(one), fail });
  }
}

/** What a filter asks of a node: a condition, empty where there is none, and what is computed for it. */
export interface Asked {
  readonly condition: string;
  readonly computed: readonly Computed[];
}

/** A filter as Cypher. */
export function filterText(type: GraphQLInputObjectType, value: unknown, scope: Scope, parameters: Parameters, fail: Fail): Asked {
  if (value == null || Object.keys(value).length === 0) return { condition: '', computed: [] };
  const filter = new Filter(parameters, fail);
  const condition = `(${filter.all(type, value as Value, scope)})`;
  return { condition, computed: filter.computed };
}
