/** What a scalar of the model must look like, in a seed and in a request, as zod schemas. */
import { z } from 'zod';
import { isDate, toUtc } from './date.ts';
import { canonical, fits, MOST_DIGITS } from './decimal.ts';

const currencies = new Set(Intl.supportedValuesOf('currency'));
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const isRegion = (code: string): boolean => /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined;
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
const isUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** The form of every id: readable, stable, the same in seeds, database and API. */
export const ID_PATTERN = /^[a-z]+:[a-z0-9][a-z0-9._-]*$/;

/** The longest text: databases index it, and their keys are bounded. */
const LONGEST = 1000;
/** Text is kept composed (NFC), so that it is found however its accents are typed. */
export const text = z.string().normalize().trim().min(1, 'is empty').max(LONGEST, `is longer than ${LONGEST} characters`);
export const id = z.string().regex(ID_PATTERN, 'is not an id like organization:microsoft');
const NO_DATE = 'is not a date like 2030, 2030-06 or 2030-06-30';
export const date = z.string(NO_DATE).refine(isDate, NO_DATE).meta({ pattern: '^\\d{4}(-\\d\\d(-\\d\\d)?)?$' });
const NO_TIME = 'is not a time like 2026-04-03T00:00:00Z or 2026-04-03T09:00:00+09:00';
export const dateTime = z
  .string(NO_TIME)
  .refine((text) => toUtc(text) !== undefined, NO_TIME)
  .transform((text) => toUtc(text)!);
export const language = z.string().refine(isLanguage, 'is not a BCP 47 language tag');
export const country = z.string().refine(isRegion, 'is not an ISO 3166-1 alpha-2 country').meta({ pattern: '^[A-Z]{2}$' });
const NO_CURRENCY = 'is not an ISO 4217 currency';
export const currency = z
  .string(NO_CURRENCY)
  .refine((code) => currencies.has(code), NO_CURRENCY)
  .meta({ pattern: '^[A-Z]{3}$' });
export const url = z.string().normalize().refine(isUrl, 'is not an http or https address');
export const fraction = z.number().min(0).max(1);
export const contentHash = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'is not a hash like sha256:<64 hex digits>');

/** How many digits a plain number is sure to hold. */
const SURE_DIGITS = 15;
export const NOT_SURE = `has more than ${SURE_DIGITS} digits: write it as text`;
/** Whether a number, as it is written, is held without a loss. */
export const isSure = (number: string): boolean => number.replace(/e.*$|[^\d]/gi, '').replace(/^0+/, '').length <= SURE_DIGITS;

const NO_NUMBER = 'is not a decimal number';
/** A decimal number as text, written plainly; read in its one form. */
export const decimalText = z
  .string(NO_NUMBER)
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/, NO_NUMBER)
  .transform(canonical)
  .refine(fits, `has more than ${MOST_DIGITS} digits`);

/** A decimal number, written plainly or, where it is longer than 15 digits, as text. */
export const decimal = z.union([
  z
    .number()
    .refine((n) => isSure(String(n)) && !/e/.test(String(n)), NOT_SURE)
    .transform(String),
  decimalText,
]);

/** A decimal number as a client may write it: with a plus, leading zeros or an exponent, too. */
export const givenDecimal = z.string(NO_NUMBER).transform(canonical).pipe(decimalText);
