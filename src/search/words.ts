/** Text as it is searched: compatible characters, letter case and Latin accents folded, and cut into words. */
import { folded as foldedText } from '../../model/folding.ts';

const NO_WORD = /[^\p{L}\p{N}\p{M}]+/gu;

/** Folded, with everything but letters and digits made one blank. */
export const folded = (text: string): string => foldedText(text).replace(NO_WORD, ' ').trim();

/** Scripts that write no blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+/gu;

/** A word of letters, or a run of characters of a script without blanks. */
export interface Word {
  readonly text: string;
  readonly isUnspaced: boolean;
}

/** The words of folded text, in their order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const part of text.split(/\s+/)) {
    let at = 0;
    for (const { 0: run, index } of part.matchAll(UNSPACED)) {
      if (index > at) words.push({ text: part.slice(at, index), isUnspaced: false });
      words.push({ text: run, isUnspaced: true });
      at = index + run.length;
    }
    if (at < part.length) words.push({ text: part.slice(at), isUnspaced: false });
  }
  return words;
}

/** What an index holds of folded text: words, and of runs without blanks each character, and each two that follow one another. */
export const termsOf = (text: string): string[] =>
  wordsOf(text).flatMap(({ text: word, isUnspaced }) => (isUnspaced ? [...new Set([...word, ...pairsOf(word)])] : [word]));

/** What is looked up of a run: its pairs, or the one character there is. */
export const pairsOf = (run: string): string[] => {
  const characters = [...run];
  return characters.length < 2 ? characters : characters.slice(1).map((character, i) => characters[i]! + character);
};

/** English words that tell nothing beside others: those that Lucene's analyzers leave out (`EnglishAnalyzer.ENGLISH_STOP_WORDS_SET`, `CJKAnalyzer`). */
const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be but by for if in into is it no not of on or s such t that the their then there these they this to was will with www'.split(
    ' ',
  ),
);

/** The words that tell something; all, where none does. */
export function tellingOf(words: readonly Word[]): readonly Word[] {
  const telling = words.filter(({ text }) => !STOP_WORDS.has(text));
  return telling.length ? telling : words;
}

/** From how many letters on a word may be misspelt. */
export const MISSPELT_FROM = 4;
