/** The composite values of the model: schema.org's MonetaryAmount and QuantitativeValue, names and identifiers. */
import type { NameKind, Qualifier, WordOf } from './enums.ts';

export interface Money {
  readonly value: string;
  readonly currency: string;
  readonly qualifier: WordOf<typeof Qualifier>;
}
export interface Quantity {
  readonly value: string;
  readonly unit: string;
  readonly qualifier: WordOf<typeof Qualifier>;
}
export interface Name {
  readonly value: string;
  readonly language?: string | null;
  readonly kind: WordOf<typeof NameKind>;
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
