/** The colours of the style sheet, for what is drawn. */
import type { Link } from './graph.ts';

/** The colours of the page, as its style sheet has them. */
export type Palette = Record<'ink' | 'paper' | 'line' | 'contested' | 'traced', string>;
export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => plain(style.getPropertyValue(`--${name}`));
  return { ink: of('ink'), paper: of('paper'), line: of('line'), contested: of('contested'), traced: of('traced') };
}

/** A colour in one of the two forms that sigma reads, `#rrggbb` or `rgba(...)`, however the style sheet was shortened. */
function plain(color: string): string {
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = color.trim();
  return context.fillStyle;
}

/** The colour of a link that is set apart: on the path, or contested. */
export const colorOf = ({ id, contested }: Link, traced: ReadonlySet<string>, colors: Palette): string | undefined =>
  traced.has(id) ? colors.traced : contested ? colors.contested : undefined;

/** The colours of all that are. */
export function lineColorsOf(links: ReadonlyMap<string, Link>, traced: ReadonlySet<string>): Map<string, string> {
  const colors = palette();
  const pairs = [...links.values()].map((link) => [link.id, colorOf(link, traced, colors)] as const);
  return new Map(pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}
