/** What a value must look like in a seed: zod schemas of the model's scalars and composite values. */
import { z } from 'zod';
import { NameKind, Qualifier } from './enums.ts';
import { currency, decimal, language, text, url } from './scalars.ts';

export * from './scalars.ts';

const positiveDecimal = decimal.refine((text) => !text.startsWith('-'), 'is below zero');

export const qualifier = z.enum(Qualifier.words).default('EXACT');
export const money = z.strictObject({ value: positiveDecimal, currency, qualifier });
export const quantity = z.strictObject({ value: decimal, unit: text, qualifier });
export const names = z.array(z.strictObject({ value: text, language: language.optional(), kind: z.enum(NameKind.words).default('ALIAS') }));
export const identifiers = z.array(
  z.strictObject({ scheme: z.string().regex(/^[a-z][a-z0-9-]*$/, 'is not a scheme like wikidata'), value: text, url: url.optional() }),
);
