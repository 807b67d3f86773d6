/** The composite values of the model (schema.org's MonetaryAmount and QuantitativeValue, names, identifiers) as GraphQL types. */
import { builder } from './builder.ts';
import { NameKind, Qualifier } from './enums.ts';
import { COMPARES, defineOperators, type FilterRef, StringFilter } from './operators.ts';

export interface Money {
  readonly value: string;
  readonly currency: string;
  readonly qualifier: string;
}
export interface Quantity {
  readonly value: string;
  readonly unit: string;
  readonly qualifier: string;
}
export interface Name {
  readonly value: string;
  readonly language?: string | null;
  readonly kind: string;
}
export interface Identifier {
  readonly scheme: string;
  readonly value: string;
  readonly url?: string | null;
}
/** A claimed value, with the name of its GraphQL type. */
export type ClaimValue =
  | ({ __typename: 'Money' } & Money)
  | ({ __typename: 'Quantity' } & Quantity)
  | { __typename: 'DateValue' | 'TextValue'; value: string };

const decimal = 'The number as decimal text, never rounded.';

export const MoneyRef = builder.objectRef<Money>('Money').implement({
  description: 'A sum of money.',
  fields: (t) => ({
    value: t.exposeString('value', { description: decimal }),
    currency: t.exposeString('currency', { description: 'The currency, ISO 4217.' }),
    qualifier: t.expose('qualifier', { type: Qualifier.ref, description: 'How the number is meant.' }),
  }),
});

export const QuantityRef = builder.objectRef<Quantity>('Quantity').implement({
  description: 'A number of something.',
  fields: (t) => ({
    value: t.exposeString('value', { description: decimal }),
    unit: t.exposeString('unit', { description: 'What is counted or measured: people, megawatts.' }),
    qualifier: t.expose('qualifier', { type: Qualifier.ref, description: 'How the number is meant.' }),
  }),
});

const DateValueRef = builder.objectRef<{ value: string }>('DateValue').implement({
  description: 'A date as a claim states it.',
  fields: (t) => ({ value: t.exposeString('value', { description: 'An ISO 8601 date, possibly partial.' }) }),
});

const TextValueRef = builder.objectRef<{ value: string }>('TextValue').implement({
  description: 'A text or word as a claim states it.',
  fields: (t) => ({ value: t.exposeString('value', { description: 'The text.' }) }),
});

export const ClaimValueRef = builder.unionType('ClaimValue', {
  description: 'What a claim says the value is.',
  types: [MoneyRef, QuantityRef, DateValueRef, TextValueRef],
  resolveType: (value) => (value as ClaimValue).__typename,
});

export const NameRef = builder.objectRef<Name>('Name').implement({
  description: 'One name of an entity.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The name.' }),
    language: t.exposeString('language', { nullable: true, description: 'Its language, BCP 47.' }),
    kind: t.expose('kind', { type: NameKind.ref, description: 'What sort of name it is.' }),
  }),
});

export const IdentifierRef = builder.objectRef<Identifier>('Identifier').implement({
  description: 'An identifier that somebody else gave to an entity.',
  fields: (t) => ({
    scheme: t.exposeString('scheme', { description: 'Who identifies: `wikidata`, `lei`, `ror`.' }),
    value: t.exposeString('value', { description: 'The identifier in that scheme.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it leads.' }),
  }),
});

/** Amounts are compared as numbers, within one currency or unit. */
const amountFilter = (name: string, unit: 'currency' | 'unit', meaning: string): FilterRef =>
  defineOperators(
    name,
    'Decimal',
    `Compares amounts as numbers, exactly; a comparison says in which ${unit}.`,
    COMPARES,
    {},
    {
      [unit]: { type: unit === 'currency' ? 'Currency' : 'String', description: meaning },
    },
  );
export const MoneyFilter = amountFilter('MoneyFilter', 'currency', 'Is in this currency, ISO 4217.');
export const QuantityFilter = amountFilter('QuantityFilter', 'unit', 'Is counted or measured in this.');

/** Sums of amounts are compared as numbers, within one currency or unit. */
const sumFilter = (name: string, unit: 'currency' | 'unit', meaning: string): FilterRef =>
  builder.inputType(name, {
    description: `Compares the sum of amounts in one ${unit}, exactly.`,
    fields: (t) => ({
      [unit]: t.field({ type: unit === 'currency' ? 'Currency' : 'String', required: true, description: meaning }),
      eq: t.field({ type: 'Decimal', description: 'Comes to this much.' }),
      lt: t.field({ type: 'Decimal', description: 'Comes to less than this.' }),
      lte: t.field({ type: 'Decimal', description: 'Comes to this or less.' }),
      gt: t.field({ type: 'Decimal', description: 'Comes to more than this.' }),
      gte: t.field({ type: 'Decimal', description: 'Comes to this or more.' }),
    }),
  }) as FilterRef;
export const MoneySumFilter = sumFilter('MoneySumFilter', 'currency', 'Only amounts in this currency, ISO 4217, are added up.');
export const QuantitySumFilter = sumFilter('QuantitySumFilter', 'unit', 'Only what is counted or measured in this is added up.');

/** Lists of small records: whether one of them is such. */
function recordsFilter(name: string, what: string, fields: Readonly<Record<string, FilterRef>>): FilterRef {
  const one = builder.inputType(`${name}Filter`, {
    description: `Chooses ${what}.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(fields).map(([field, type]) => [field, t.field({ type, description: `What its ${field} must be.` })]),
      ),
  });
  return builder.inputType(`${name}ListFilter`, {
    description: `Chooses by a list of ${what}.`,
    fields: (t) => ({
      some: t.field({ type: one, description: 'One of them is such.' }),
      isEmpty: t.boolean({ description: 'Whether there are none.' }),
    }),
  }) as FilterRef;
}
export const NamesFilter = recordsFilter('Name', 'names', { value: StringFilter, language: StringFilter, kind: NameKind.filter });
export const IdentifiersFilter = recordsFilter('Identifier', 'identifiers', {
  scheme: StringFilter,
  value: StringFilter,
  url: StringFilter,
});
