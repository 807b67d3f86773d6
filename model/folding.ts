/** Text as people take it for the same, or put it in order, whatever its letter case, accents and encoding. */

/** Accents of Latin, Greek and Cyrillic letters; the sound marks of kana tell letters apart, and stay. */
const ACCENTS = /[\u0300-\u036f]/g;

/** Letters that are no letter with an accent, and are written so by those who have none of them. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ς: 'σ' };
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Compatible characters, letter case and accents folded. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(LETTER, (letter) => LETTERS[letter]!);

/** Accented letters as one character each, however they were typed: the form in which text is stored and compared. */
export const composed = (text: string): string => text.normalize('NFC');

/** How many folded characters of a text order it: of those that begin alike the text itself decides. */
const MOST = 100;
/** Comes before every letter and blank: a text stands before those that it begins. */
const THEN = '\u0001';

/** What orders a text, in one column: it is folded, with blanks as one, and followed by the text itself. What nothing is left of orders itself. */
export const orderOfText = (text: string): string =>
  `${[...folded(text).replace(/\s+/g, ' ').trim()].slice(0, MOST).join('') || text.slice(0, MOST)}${THEN}${composed(text)}`;
