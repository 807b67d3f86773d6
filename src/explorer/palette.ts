/** The colours of the style sheet, for what is drawn. */
import type { Link } from './graph.ts';

/** The colours of the page, as its style sheet has them. */
export function palette(): Record<'ink' | 'paper' | 'veil' | 'line' | 'contested' | 'traced', string> {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => plain(style.getPropertyValue(`--${name}`));
  return { ink: of('ink'), paper: of('paper'), veil: of('veil'), line: of('line'), contested: of('contested'), traced: of('traced') };
}

/** A colour in one of the two forms that sigma reads, `#rrggbb` or `rgba(...)`, however the style sheet was shortened. */
function plain(color: string): string {
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = color.trim();
  return context.fillStyle;
}

/** The colours of links that are set apart: on the path, or contested. */
export function lineColorsOf(links: ReadonlyMap<string, Link>, traced: ReadonlySet<string>): Map<string, string> {
  const colors = palette();
  const apart = [...links.values()].filter(({ id, contested }) => contested || traced.has(id));
  return new Map(apart.map(({ id }) => [id, traced.has(id) ? colors.traced : colors.contested]));
}
