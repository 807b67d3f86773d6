/** The composite values of the model (schema.org's MonetaryAmount and QuantitativeValue, names, identifiers) as GraphQL types. */
import { NameKind, Qualifier } from '../model/enums.ts';
import type { ClaimValue, Identifier, Money, Name, Quantity } from '../model/values.ts';
import { builder } from './builder.ts';
import { enumFilterOf, enumOf } from './enums.ts';
import type { InputRef } from './input.ts';
import { COMPARES, defineOperators, StringFilter } from './operators.ts';

const decimal = 'The exact number as decimal text.';

export const MoneyRef = builder.objectRef<Money>('Money').implement({
  description: 'A sum of money.',
  fields: (t) => ({
    value: t.exposeString('value', { description: decimal }),
    currency: t.exposeString('currency', { description: 'The currency by its ISO 4217 code.' }),
    qualifier: t.expose('qualifier', { type: enumOf(Qualifier), description: 'How the number is meant: exactly, about, at least ...' }),
  }),
});

export const QuantityRef = builder.objectRef<Quantity>('Quantity').implement({
  description: 'A number of something that is counted or measured.',
  fields: (t) => ({
    value: t.exposeString('value', { description: decimal }),
    unit: t.exposeString('unit', { description: 'What is counted or measured, such as `people` or `MW`.' }),
    qualifier: t.expose('qualifier', { type: enumOf(Qualifier), description: 'How the number is meant: exactly, about, at least ...' }),
  }),
});

const DateValueRef = builder.objectRef<{ value: string }>('DateValue').implement({
  description: 'A date as a claim states it.',
  fields: (t) => ({ value: t.exposeString('value', { description: 'The date in ISO 8601, which may be partial.' }) }),
});

const TextValueRef = builder.objectRef<{ value: string }>('TextValue').implement({
  description: 'A text, or a word of an enumeration, as a claim states it.',
  fields: (t) => ({ value: t.exposeString('value', { description: 'The text.' }) }),
});

export const ClaimValueRef = builder.unionType('ClaimValue', {
  description: 'A value as a claim states it.',
  types: [MoneyRef, QuantityRef, DateValueRef, TextValueRef],
  resolveType: (value) => (value as ClaimValue).__typename,
});

export const NameRef = builder.objectRef<Name>('Name').implement({
  description: 'One of the names of an entity.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The name.' }),
    language: t.exposeString('language', { nullable: true, description: 'The language of the name as a BCP 47 tag.' }),
    kind: t.expose('kind', { type: enumOf(NameKind), description: 'What kind of name it is.' }),
  }),
});

export const IdentifierRef = builder.objectRef<Identifier>('Identifier').implement({
  description: 'An identifier of an entity in a scheme of others.',
  fields: (t) => ({
    scheme: t.exposeString('scheme', { description: 'The scheme, such as `wikidata`, `lei` or `ror`.' }),
    value: t.exposeString('value', { description: 'The identifier in that scheme.' }),
    url: t.exposeString('url', { nullable: true, description: 'The address of the entity in that scheme.' }),
  }),
});

/** Amounts are compared as numbers, within one currency or unit. */
const amountFilter = (name: string, unit: 'currency' | 'unit', meaning: string): InputRef =>
  defineOperators(
    name,
    'Decimal',
    `Compares amounts as exact numbers. Every comparison needs a ${unit}: amounts in others do not match.`,
    COMPARES,
    {},
    {
      [unit]: { type: unit === 'currency' ? 'Currency' : 'String', description: meaning },
    },
  );
export const MoneyFilter = amountFilter('MoneyFilter', 'currency', 'The amount is in this currency.');
export const QuantityFilter = amountFilter('QuantityFilter', 'unit', 'The quantity is in this unit.');

/** Sums of amounts are compared as numbers, within one currency or unit. */
const sumFilter = (name: string, unit: 'currency' | 'unit', meaning: string): InputRef =>
  builder.inputType(name, {
    description: `Compares the exact sum of the amounts in one ${unit}.`,
    fields: (t) => ({
      [unit]: t.field({ type: unit === 'currency' ? 'Currency' : 'String', required: true, description: meaning }),
      eq: t.field({ type: 'Decimal', description: 'The sum equals this.' }),
      lt: t.field({ type: 'Decimal', description: 'The sum is less than this.' }),
      lte: t.field({ type: 'Decimal', description: 'The sum is less than or equal to this.' }),
      gt: t.field({ type: 'Decimal', description: 'The sum is greater than this.' }),
      gte: t.field({ type: 'Decimal', description: 'The sum is greater than or equal to this.' }),
    }),
  });
export const MoneySumFilter = sumFilter('MoneySumFilter', 'currency', 'Only amounts in this currency are added up.');
export const QuantitySumFilter = sumFilter('QuantitySumFilter', 'unit', 'Only quantities in this unit are added up.');

/** Lists of small records: whether one of them is such. */
function recordsFilter(name: string, what: string, fields: Readonly<Record<string, InputRef>>): InputRef {
  const one = builder.inputType(`${name}Filter`, {
    description: `Filters ${what}. All fields given must match.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(fields).map(([field, type]) => [field, t.field({ type, description: `Filters by the ${field}.` })]),
      ),
  });
  return builder.inputType(`${name}ListFilter`, {
    description: `Filters by a list of ${what}.`,
    fields: (t) => ({
      some: t.field({ type: one, description: 'At least one of them matches.' }),
      isEmpty: t.boolean({ description: '`true` matches an empty list, `false` any other.' }),
    }),
  });
}
export const NamesFilter = recordsFilter('Name', 'names', { value: StringFilter, language: StringFilter, kind: enumFilterOf(NameKind) });
export const IdentifiersFilter = recordsFilter('Identifier', 'identifiers', {
  scheme: StringFilter,
  value: StringFilter,
  url: StringFilter,
});
