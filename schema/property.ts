/** How properties are shown and chosen by: the GraphQL types and filters of the types of values. */
import type { OutputType, TypeParam } from '@pothos/core';
import type { Property } from '../model/property.ts';
import type { CompositeName, ScalarName } from '../model/value-type.ts';
import type { Types } from './builder.ts';
import { enumFilterOf, enumOf } from './enums.ts';
import type { InputRef } from './input.ts';
import { BooleanFilter, DateFilter, DateTimeFilter, FloatFilter, IDFilter, IntFilter, StringFilter, TextListFilter } from './operators.ts';
import {
  ClaimValueRef,
  IdentifierRef,
  IdentifiersFilter,
  MoneyFilter,
  MoneyRef,
  NameRef,
  NamesFilter,
  QuantityFilter,
  QuantityRef,
} from './values.ts';

const COMPOSITES: Readonly<Record<CompositeName, OutputType<Types>>> = {
  Money: MoneyRef,
  Quantity: QuantityRef,
  Name: NameRef,
  Identifier: IdentifierRef,
  ClaimValue: ClaimValueRef,
};

const FILTERS: Readonly<Record<ScalarName | Exclude<CompositeName, 'ClaimValue'>, InputRef>> = {
  ID: IDFilter,
  String: StringFilter,
  Boolean: BooleanFilter,
  Int: IntFilter,
  Float: FloatFilter,
  Date: DateFilter,
  DateTime: DateTimeFilter,
  Money: MoneyFilter,
  Quantity: QuantityFilter,
  Name: NamesFilter,
  Identifier: IdentifiersFilter,
};

const isComposite = (type: Property['type']): type is CompositeName => typeof type === 'string' && type in COMPOSITES;

/** The GraphQL type of a property. */
export function typeOf({ type, list }: Property): TypeParam<Types> {
  const one = isComposite(type) ? COMPOSITES[type] : typeof type === 'string' ? type : enumOf(type);
  return list ? [one] : one;
}

/** The input type that chooses by a property, if there is one. */
export function propertyFilterOf({ type, compared }: Property): InputRef | undefined {
  if (!compared || type === 'ClaimValue') return undefined;
  if (typeof type !== 'string') return enumFilterOf(type);
  return compared.as === 'list' ? TextListFilter : FILTERS[type];
}
