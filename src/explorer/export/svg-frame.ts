/** What stands around a drawing: above it what it is of, below it what its signs mean, where it is from, and what may be done with it. */
import { type SourceFacts, sourcesOf } from '../evidence.ts';
import type { Point } from '../graph.ts';
import { isolated } from '../label.ts';
import { aboutLines } from './facts.ts';
import type { LegendRow, Picture } from './picture.ts';
import { type Box, type Drawn, rounded, widthOf, wrapped } from './svg-box.ts';
import { OUTLINES } from './svg-outlines.ts';
import { element, escapeXml } from './xml.ts';

const HEAD = 20;
const SMALL = 11;
const LINE = 1.45;
const MARK = 6;
const BETWEEN = 18;
/** How many sources are named. */
const MOST_SOURCES = 8;

/** The title, above the box. */
export function drawHead({ title }: Picture, { x, y, width }: Box): Drawn {
  const lines = wrapped(title, width, HEAD);
  const top = y - HEAD * (1 + LINE * lines.length);
  return textBlock(lines, { x, y: top }, HEAD, width);
}

/** The legend and the lines of the caption, below the box. */
export function drawFoot(picture: Picture, { x, y, width, height }: Box): Drawn[] {
  const legend = drawLegend(picture.legend, { x, y: y + height + 2 * BETWEEN }, width);
  const below = Math.max(...legend.reach.map((point) => point.y)) + BETWEEN;
  const lines = [...picture.notes, ...aboutLines(picture).slice(1), ...sourceLines(picture)];
  return [
    legend,
    textBlock(
      lines.flatMap((line) => wrapped(line, width, SMALL)),
      { x, y: below },
      SMALL,
      width,
    ),
  ];
}

function textBlock(lines: readonly string[], { x, y }: Point, font: number, width: number): Drawn {
  const rowAt = (row: number): number => rounded(y + font * LINE * (row + 1));
  const xml = lines.map((line, row) => element('text', { x: rounded(x), y: rowAt(row) }, [escapeXml(isolated(line))])).join('\n');
  return {
    xml,
    reach: [
      { x, y },
      { x: x + width, y: rowAt(lines.length - 1) },
    ],
  };
}

/** Signs with their meanings, in as many rows as they need. */
function drawLegend(rows: readonly LegendRow[], start: Point, width: number): Drawn {
  let [x, y] = [start.x, start.y];
  const drawn = rows.map((row) => {
    const wide = 2 * MARK + 6 + widthOf(row.label, SMALL) + BETWEEN;
    if (x > start.x && x + wide > start.x + width) [x, y] = [start.x, y + SMALL * 1.8];
    const xml = drawRow(row, { x: rounded(x + MARK), y: rounded(y) });
    x += wide;
    return xml;
  });
  return { xml: drawn.join('\n'), reach: [start, { x: start.x + width, y: y + SMALL }] };
}

function drawRow({ shape, color, label }: LegendRow, { x, y }: Point): string {
  const sign =
    shape === 'line'
      ? element('path', { d: `M${x - MARK} ${y}h${2 * MARK}`, stroke: color, 'stroke-width': 2 })
      : element('path', { d: OUTLINES[shape], transform: `translate(${x} ${y}) scale(${MARK})`, fill: color });
  return element('g', {}, [sign, element('text', { x: x + MARK + 6, y: rounded(y + SMALL / 3) }, [escapeXml(isolated(label))])]);
}

/** The sources that most of it rests on, by title. */
function sourceLines({ evidence, text }: Picture): string[] {
  const sources = sourcesOf(evidence);
  if (sources.length === 0) return [];
  const named = sources.slice(0, MOST_SOURCES).map(sourceLine);
  const rest = sources.length - named.length;
  return [`${text.citedSources}: ${[...named, ...(rest ? [text.andMore(rest)] : [])].join('; ')}`];
}

const sourceLine = ({ title, publisher, publishedOn }: SourceFacts): string => {
  const from = [publisher, publishedOn].filter((one) => one !== null).join(', ');
  return from ? `${title} (${from})` : title;
};
