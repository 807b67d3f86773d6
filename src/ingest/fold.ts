/** Finds a phrase in a text: as it stands, or else with compatible characters (NFKC) and runs of white space taken for one. */

/** UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text folded, with the span of the original that each unit of it comes from. */
interface Folded {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * What NFKC puts together is never cut: a character with all that may join it, which are marks, the sound marks of
 * half-width kana, and the vowels and finals of Hangul (Unicode Standard Annex 15).
 */
const UNIT = /[\s\S][\p{M}\u{FF9E}\u{FF9F}\u{1160}-\u{11FF}\u{D7B0}-\u{D7FF}\u{FFA0}-\u{FFDC}]*/gu;

export function fold(original: string): Folded {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: unit, index } of original.matchAll(UNIT)) {
    for (const character of unit.normalize('NFKC').replace(/\s/g, ' ')) {
      const end = index + unit.length;
      if (character === ' ' && characters.at(-1) === ' ') {
        ends[ends.length - 1] = end;
        continue;
      }
      characters.push(character);
      for (let i = 0; i < character.length; i++) {
        starts.push(index);
        ends.push(end);
      }
    }
  }
  return { text: characters.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

function everyPlace(text: string, phrase: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(phrase); at !== -1 && phrase; at = text.indexOf(phrase, at + 1)) places.push(at);
  return places;
}

export const findExactly = (text: string, phrase: string): Span[] =>
  everyPlace(text, phrase).map((start) => ({ start, end: start + phrase.length }));

/** Where the folded phrase stands in the folded text, as spans of the original. */
export function findFolded({ text, starts, ends }: Folded, phrase: string): Span[] {
  const folded = fold(phrase).text.trim();
  return everyPlace(text, folded).map((at) => ({ start: starts[at]!, end: ends[at + folded.length - 1]! }));
}
