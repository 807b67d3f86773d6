/** Where names stand beside their shapes: where they cover nothing, as far as there is such a place. */
import type { Point } from '../graph.ts';
import { isolated } from '../label.ts';
import { type Box, boxAround, type Drawn, rounded, shortened, widthOf, wrapped } from './svg-box.ts';
import { element, escapeXml } from './xml.ts';

export const FONT = 12;
const LINE = 14;
const MOST_WIDE = 200;
const MOST_LINES = 3;
const GAP = 4;

/** A shape with its name: how far it reaches from its middle. */
export interface Named {
  readonly name: string;
  readonly at: Point;
  readonly reach: number;
}
type Anchor = 'start' | 'end' | 'middle';
interface Label {
  readonly box: Box;
  readonly anchor: Anchor;
  readonly lines: readonly string[];
}

/** The labels of all, in the order given; those of the largest shapes choose first. */
export function drawLabels(all: readonly Named[]): Drawn[] {
  const taken: Box[] = all.map(({ at, reach }) => boxAround([at], reach));
  const placed = new Map<Named, Label>();
  for (const one of [...all].sort((a, b) => b.reach - a.reach)) {
    const label = bestOf(candidatesOf(one), taken);
    taken.push(label.box);
    placed.set(one, label);
  }
  return all.map((one) => drawLabel(placed.get(one)!));
}

/** To the right, to the left, below and above. */
function candidatesOf({ name, at: { x, y }, reach }: Named): Label[] {
  const lines = shortened(wrapped(name, MOST_WIDE, FONT), MOST_LINES);
  const [width, height] = [Math.max(0, ...lines.map((line) => widthOf(line, FONT))), Math.max(1, lines.length) * LINE];
  const away = reach + GAP;
  const label = (left: number, top: number, anchor: Anchor): Label => ({ lines, anchor, box: { x: left, y: top, width, height } });
  return [
    label(x + away, y - height / 2, 'start'),
    label(x - away - width, y - height / 2, 'end'),
    label(x - width / 2, y + away, 'middle'),
    label(x - width / 2, y - away - height, 'middle'),
  ];
}

/** The first that covers nothing, or else what covers least. */
function bestOf(labels: readonly Label[], taken: readonly Box[]): Label {
  const covers = labels.map(({ box }) => taken.reduce((sum, other) => sum + overlap(box, other), 0));
  return labels[covers.indexOf(Math.min(...covers))]!;
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

function drawLabel({ box, anchor, lines }: Label): Drawn {
  const x = rounded(box.x + { start: 0, middle: box.width / 2, end: box.width }[anchor]);
  const rowAt = (row: number): number => rounded(box.y + LINE * row + LINE * 0.75);
  const rows = lines.map((line, row) => element('tspan', { x, y: rowAt(row) }, [escapeXml(isolated(line))]));
  const xml = element('text', { 'text-anchor': anchor === 'start' ? null : anchor }, rows);
  return { xml, reach: [box, { x: box.x + box.width, y: box.y + box.height }] };
}
