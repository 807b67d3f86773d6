/** The one way from a value to words: how it is meant, and what it rests on. Nothing else writes numbers of the graph. */
import type { Rests } from '../graph.ts';
import type { Text } from './en.ts';
import { wordIn } from './readable.ts';

/** A value, as claims give it: money, a quantity, a date or a text. */
export interface Value {
  readonly value?: string;
  /** The greatest that it can be, where `value` is only the least. */
  readonly most?: string;
  readonly currency?: string;
  readonly unit?: string;
  readonly qualifier?: string;
  readonly date?: string;
  readonly text?: string;
  /** Of a whole, 1. */
  readonly share?: number;
}
export type Mark = keyof Rests;
const MARKS: readonly Mark[] = ['isContested', 'isSelfReported', 'isDoubtful'];

/** A value and how it is meant; what it rests on stands beside it, as marks. */
export function wordsOf({ value, most = value, currency, unit, qualifier = 'EXACT', date, text: said, share }: Value, text: Text): string {
  // Nine tenths and a bit of the last one are not all of it.
  if (share !== undefined) return percentIn(text, Math.floor(share * 100) / 100);
  if (value === undefined) return date ?? wordIn(text.words, said ?? '');
  const counted = currency ?? (unit && wordIn(text.words, unit));
  const digits =
    most === undefined || most === value ? decimalIn(text, value) : text.between(decimalIn(text, value), decimalIn(text, most));
  const number = [digits, counted].filter(Boolean).join(' ');
  return text.qualified[qualifier]?.(number) ?? `${wordIn(text.words, qualifier)} ${number}`;
}

export const marksOf = (rests: Rests): Mark[] => MARKS.filter((mark) => rests[mark]);

/** A value with all its marks, for where only text may stand. */
export function inWords(value: Value, rests: Rests, text: Text): string {
  return [wordsOf(value, text), ...markWords(rests, text)].join(' ');
}
/** All marks in brackets; nothing where there is none. */
export function markWords(rests: Rests, text: Text): string[] {
  const marks = marksOf(rests).map((mark) => text.marks[mark].toLowerCase());
  return marks.length ? [`(${marks.join(', ')})`] : [];
}

/** In full, as the language writes it; decimal text stays exact. */
const decimalIn = ({ language }: Text, value: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(value as Intl.StringNumericLiteral);

/** How sure something is, or how far: no value of the graph's own. */
export const percentIn = ({ language }: Text, value: number): string => new Intl.NumberFormat(language, { style: 'percent' }).format(value);
