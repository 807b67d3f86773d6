/** Random filters and orders, as GraphQL literals with some variables ($text, $link, $ways): valid ones over the words that random graphs are made of. */
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Random } from './random.ts';

const TEXTS = ['Alpha', 'alpha', 'a', 'マイク', '警察', 'strasse', 'Zu\u0308rich', 'ς', 'x" \\', '0', 'ja', '', 'i\u0307OTA'];
/** Whole days, before and after what is due. */
export const DAYS = ['"2026-04-03"', '"2027-01-01"', '"2031-01-01"'];
const LITERALS: Readonly<Record<string, readonly string[]>> = {
  String: TEXTS.map((text) => JSON.stringify(text)),
  ID: ['"organization:n0"', '"agency:n1"', '"commitment:n3"', '"x"'],
  Int: ['0', '1', '3'],
  Float: ['0.25', '0.5', '1'],
  Boolean: ['true', 'false'],
  Date: ['"2026"', '"2026-04"', '"2026-04-03"', '"2026-04-30"', '"2026-12-31"', '"2030-01"', '"2030"'],
  DateTime: ['"2026-04-03T00:00:00Z"', '"2026-05-01T00:00:00Z"'],
  Decimal: ['"100"', '500', '"9007199254740993"', '"0.0000001"', '"-5.25"'],
  Currency: ['"USD"', '"JPY"'],
};

/** One or two, and now and then none: an empty list has a meaning of its own. */
const someOf = (random: Random): number => random.pick([1, 2, 1, 2, 1, 2, 0]);

function literal(random: Random, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(random, type.ofType);
  if (isListType(type)) return `[${Array.from({ length: someOf(random) }, () => literal(random, type.ofType)).join(', ')}]`;
  const named = getNamedType(type);
  if (isEnumType(named)) return random.pick(named.getValues()).name;
  if (named.name === 'String' && random.chance(0.3)) return '$text';
  return random.pick(LITERALS[named.name]!);
}

/** One or two conditions, which follow at most `depth` links or words of logic; sums are asked for only where no link leads there. */
export function randomFilter(random: Random, type: GraphQLInputObjectType, depth: number, isBehind = false): string {
  const fields = Object.values(type.getFields()).filter((field) => depth > 0 || !isDeep(getNamedType(field.type)));
  const chosen = new Set(Array.from({ length: 1 + random.int(2) }, () => random.pick(fields)));
  return `{${[...chosen].map((field) => `${field.name}: ${condition(random, field.type, depth, isBehind)}`).join(', ')}}`;
}

/** Whether it is a filter of nodes or links, not one of values. */
function isDeep(type: GraphQLNamedType): boolean {
  const fields = isInputObjectType(type) ? type.getFields() : {};
  return 'and' in fields || 'every' in fields;
}

function condition(random: Random, type: GraphQLInputType, depth: number, isBehind: boolean): string {
  const named = getNamedType(type) as GraphQLInputObjectType;
  if (!isInputObjectType(getNamedType(type))) return String(getNamedType(type)) === 'Date' ? random.pick(DAYS) : literal(random, type);
  if (isListType(type))
    return `[${Array.from({ length: someOf(random) }, () => randomFilter(random, named, depth - 1, isBehind)).join(', ')}]`;
  if (!isDeep(named)) return operators(random, named);
  if (!('every' in named.getFields())) return randomFilter(random, named, depth - 1, isBehind);
  const { name, type: edge } = random.pick(Object.values(named.getFields()).filter((field) => !isBehind || field.name !== 'sum'));
  const inner = getNamedType(edge) as GraphQLInputObjectType;
  if (name === 'sum') return `{sum: ${sum(random, inner, depth)}}`;
  return `{${name}: ${isDeep(inner) ? randomFilter(random, inner, depth - 1, true) : operators(random, inner)}}`;
}

/** A comparison of a sum, of all that is linked or of some. */
function sum(random: Random, type: GraphQLInputObjectType, depth: number): string {
  const { where, ...amounts } = type.getFields();
  const { name, type: given } = random.pick(Object.values(amounts));
  const which = random.chance(0.4)
    ? `where: ${randomFilter(random, getNamedType(where!.type) as GraphQLInputObjectType, depth - 1, true)}, `
    : '';
  return `{${which}${name}: ${operators(random, getNamedType(given) as GraphQLInputObjectType)}}`;
}

/** One operator of a value; amounts also say in what. */
function operators(random: Random, type: GraphQLInputObjectType): string {
  const fields = Object.values(type.getFields());
  const { name, type: given } = random.pick(fields.filter((field) => field.name !== 'on' && !isRequiredInputField(field)));
  const value = isInputObjectType(getNamedType(given))
    ? `{${recordField(random, getNamedType(given) as GraphQLInputObjectType)}}`
    : literal(random, given);
  const unit =
    /^Money(Sum)?Filter$/.test(type.name) && name !== 'currency'
      ? 'currency: "USD", '
      : /^Quantity(Sum)?Filter$/.test(type.name) && name !== 'unit'
        ? 'unit: "people", '
        : type.name === 'DeliveryOnFilter'
          ? `on: ${random.pick(DAYS)}, `
          : '';
  return `{${unit}${name}: ${value}}`;
}

function recordField(random: Random, type: GraphQLInputObjectType): string {
  const { name, type: given } = random.pick(Object.values(type.getFields()));
  return `${name}: ${operators(random, getNamedType(given) as GraphQLInputObjectType)}`;
}

const beyond = (random: Random, where: GraphQLInputType): string =>
  random.chance(0.4) ? `where: ${randomFilter(random, getNamedType(where) as GraphQLInputObjectType, 1, true)}, ` : '';

/** One or two terms. */
export function randomOrder(random: Random, type: GraphQLInputObjectType): string {
  const term = (of: GraphQLInputObjectType): string => {
    const { name, type: given } = random.pick(Object.values(of.getFields()));
    const named = getNamedType(given);
    if (!isInputObjectType(named)) return `{${name}: ${random.pick(['ASC', 'DESC'])}}`;
    const { by, where } = named.getFields();
    if (by) return `{${name}: {${beyond(random, where!.type)}by: ${term(getNamedType(by.type) as GraphQLInputObjectType)}}}`;
    if (name !== 'linkCount') return `{${name}: ${term(named)}}`;
    const links = getNamedType(named.getFields()['type']!.type);
    return `{linkCount: {type: ${isEnumType(links) && random.chance(0.5) ? random.pick(links.getValues()).name : '$link'}, links: ${random.pick(['OUT', 'IN', 'BOTH', '$ways'])}, direction: ${random.pick(['ASC', 'DESC'])}}}`;
  };
  return `[${Array.from({ length: 1 + random.int(2) }, () => term(type)).join(', ')}]`;
}
