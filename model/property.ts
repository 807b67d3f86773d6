/** The properties of the model, by the type of their values: each is told what it says, and whether it is required or stated. */
import { z } from 'zod';
import * as checks from './checks.ts';
import type { Enumeration } from './enums.ts';
import { composed } from './folding.ts';
import { composite, ORDER, prose, records, scalar, type ValueType } from './value-type.ts';

export interface Property extends ValueType {
  readonly description: string;
  readonly required: boolean;
  /** A stated value: it may only stand under a seed's `values`, with claims. */
  readonly stated: boolean;
}
export type Properties = Readonly<Record<string, Property>>;

interface Options {
  readonly required?: boolean;
  readonly stated?: boolean;
}
type Define = (description: string, options?: Options) => Property;

const define =
  (type: ValueType): Define =>
  (description, { required = false, stated = false } = {}) => ({ ...type, description, required, stated });
const recurring = (type: ValueType): Define => define({ ...type, recurs: true });

export const text = define(prose());
/** Words of a source, which stay as they stand there; they are compared as text is. */
export const quotation = define(prose(['Composed'], { Composed: composed }));
/** A text that is not words of people, such as the name of a property. */
export const code = define(scalar('String', checks.text));
export const identity = define(scalar('ID', checks.id));
export const date = define(scalar('Date', checks.date));
export const dateTime = define(scalar('DateTime', checks.dateTime));
export const country = recurring(scalar('String', checks.country));
export const language = recurring(scalar('String', checks.language));
export const url = define(scalar('String', checks.url));
export const hash = define(scalar('String', checks.contentHash));
export const fraction = define(scalar('Float', checks.fraction, 'number'));
export const integer = define(scalar('Int', z.int().min(0), 'number'));
export const flag = recurring(scalar('Boolean', z.boolean(), 'flag'));
export const texts = recurring({
  type: 'String',
  list: true,
  check: z.array(checks.text),
  parts: [''],
  encode: (value) => [value ?? []],
  decode: ([value]) => value ?? [],
  compared: { as: 'list' },
});
export const money = define(composite('Money', checks.money, ['value', 'currency', 'qualifier']));
export const quantity = define(composite('Quantity', checks.quantity, ['value', 'unit', 'qualifier']));
export const names = define(records('Name', checks.names, ['value', 'language', 'kind']));
export const identifiers = define(records('Identifier', checks.identifiers, ['scheme', 'value', 'url']));

/** One word of an enumeration; `only` narrows the words a seed may use. */
export const word = <Word extends string>(
  enumeration: Enumeration<Word>,
  description: string,
  options: Options & { only?: readonly Word[] } = {},
): Property => recurring(scalar(enumeration, z.enum(options.only ?? enumeration.words)))(description, options);

/** What a claim says a value is: a Money, Quantity, date or text, told apart by its first column. */
export const claimValue = define({
  type: 'ClaimValue',
  check: z.never(),
  parts: ['Type', '', 'Unit', 'Qualifier'],
  encode: (value) => {
    const { __typename, value: main, currency, unit, qualifier } = (value ?? {}) as Record<string, string | undefined>;
    return [__typename ?? null, main ?? null, currency ?? unit ?? null, qualifier ?? null];
  },
  decode: ([type, value, unit, qualifier]) => {
    if (type == null) return null;
    return { __typename: type, value, ...(type === 'Money' ? { currency: unit } : { unit }), qualifier };
  },
});

/** The columns of a property named `name`, in the order of its parts. */
export const columnsOf = (name: string, { parts }: Pick<Property, 'parts'>): string[] => parts.map((part) => name + part);

/** The column that orders texts named `name`, by letters, whatever their case and accents, and only then as they stand. */
export const textOrder = (name: string): string => name + ORDER;
