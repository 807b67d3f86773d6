/** Boxes, and how wide and in how many lines text is set, for what is drawn as SVG. */
import type { Point } from '../graph.ts';

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
/** XML, and the points as far as which it reaches. */
export interface Drawn {
  readonly xml: string;
  readonly reach: readonly Point[];
}

export function boxAround(points: readonly Point[], margin = 0): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y };
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** About how wide a sans-serif sets it: East Asian characters are square. */
export const widthOf = (text: string, font: number): number =>
  [...text].reduce((width, character) => width + (character < '\u1100' ? 0.56 : 1), 0) * font;

/** Words, and the signs of Chinese and Japanese, which need no blanks between them. */
const PIECES = /\s*(?:[\u2E80-\uFF60]|[^\s\u2E80-\uFF60]+)/gu;
const LETTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Lines that are no wider than this, broken at blanks, where none are needed, and within words that are too long. */
export function wrapped(text: string, room: number, font: number): string[] {
  const fits = (line: string): boolean => widthOf(line.trim(), font) <= room;
  const pieces = (text.match(PIECES) ?? []).flatMap((word) =>
    fits(word) ? [word] : [...LETTERS.segment(word)].map(({ segment }) => segment),
  );
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1) ?? ''}${piece}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(piece.trimStart());
  }
  return lines;
}

/** The first lines, the last of them with a sign that there are more. */
export const shortened = (lines: readonly string[], most: number): string[] =>
  lines.length <= most ? [...lines] : [...lines.slice(0, most - 1), `${lines[most - 1]!.replace(/\P{Cs}$/u, '')}…`];
