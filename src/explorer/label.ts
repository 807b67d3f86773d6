/** A name as it is written into a drawing: no wider than there is room, in the direction in which it reads. */

const LETTERS = new Intl.Segmenter('en');

/** As many of its letters as fit, and then an ellipsis. */
export function shortened(name: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(name) <= room) return name;
  const letters = [...LETTERS.segment(name)].map(({ segment }) => segment);
  let [fits, tooMany] = [1, letters.length];
  while (tooMany - fits > 1) {
    const half = (fits + tooMany) >> 1;
    if (widthOf(cut(letters, half)) <= room) fits = half;
    else tooMany = half;
  }
  return cut(letters, fits);
}
const cut = (letters: readonly string[], count: number): string => `${letters.slice(0, count).join('').trimEnd()}…`;

/** Hebrew, Arabic and the scripts beside them, as Unicode allots them. */
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** The direction of the first letter that has one. */
export function directionOf(name: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(name)?.[0];
  return first !== undefined && FROM_THE_RIGHT.test(first) ? 'rtl' : 'ltr';
}
/** Kept apart from the sentence around it, where it reads the other way than our languages do. */
export const isolated = (name: string): string => (FROM_THE_RIGHT.test(name) ? `\u2068${name}\u2069` : name);
