/** The picture as an SVG that stands for itself: shapes, arrows and labels as on the screen, and below them where it is from. */
import { type Entity, type Look, type Picture, type Point, SYMMETRIC } from '../graph.ts';
import { shortened } from '../label.ts';
import { DECLARATION, element, escapeXml } from './xml.ts';

const FONT = 12;
const SMALL = 10;
const MARGIN = 24;
/** How wide a name may be. */
const LONGEST = 360;
const LEAST_WIDTH = 400;
/** The longer side of the drawing is this times the root of the number of entities, whatever the units of the positions. */
const ROOM = 160;
/** Between links that join the same two points. */
const APART = 18;
const ORIGIN: Point = { x: 0, y: 0 };
const PLAIN: Look = { color: '#888888', size: 6, shape: 'circle' };
const LIGHT = { ground: '#ffffff', text: '#1b1f24', line: '#7a8594' };
const DARK = { ground: '#12161c', text: '#e6e9ee', line: '#7f8a99' };
/** Around the origin, of size 1; none reaches further than REACH. */
const OUTLINES: Readonly<Record<Look['shape'], string>> = {
  circle: 'M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0z',
  square: 'M-.9-.9H.9V.9H-.9z',
  diamond: 'M0-1.2L1.2 0L0 1.2L-1.2 0z',
  triangle: 'M0-1.2L1.1.8H-1.1z',
};
const REACH = 1.3;

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
/** XML, and the points as far as which it reaches. */
interface Drawn {
  readonly xml: string;
  readonly reach: readonly Point[];
}

/** One SVG document. */
export function toSvg(picture: Picture): string {
  const { text, line, ground } = picture.isDark ? DARK : LIGHT;
  const places = placesOf(picture);
  const links = drawLinks(picture, places, line);
  const entities = picture.entities.map((entity) => drawEntity(entity, places.get(entity.id)!, picture.looks.get(entity.id) ?? PLAIN));
  const drawing = boxAround([ORIGIN, ...[...links, ...entities].flatMap(({ reach }) => reach)]);
  const caption = drawCaption(picture, drawing);
  return sheet(boxAround([drawing, ...caption.reach], MARGIN), ground, [
    titled(picture.title),
    element('defs', {}, [line, ...new Set(picture.lineColors.values())].map(arrow)),
    element('g', { class: 'links', fill: 'none' }, links.map(xmlOf)),
    element('g', { class: 'entities', fill: text, 'font-size': FONT }, entities.map(xmlOf)),
    element('g', { class: 'caption', fill: text, 'font-size': SMALL }, [caption.xml]),
  ]);
}

function sheet({ x, y, width, height }: Box, ground: string, [title, ...content]: readonly string[]): string {
  const size = { width: rounded(width), height: rounded(height) };
  const corner = { x: rounded(x), y: rounded(y) };
  const viewBox = [corner.x, corner.y, size.width, size.height].join(' ');
  const background = element('rect', { ...corner, ...size, fill: ground });
  const root = { xmlns: 'http://www.w3.org/2000/svg', viewBox, ...size, 'font-family': 'sans-serif' };
  return `${DECLARATION}${element('svg', root, [title!, background, ...content])}\n`;
}

const titled = (text: string): string => element('title', {}, [escapeXml(text)]);
const xmlOf = ({ xml }: Drawn): string => xml;

const arrow = (fill: string): string =>
  element('marker', { id: arrowOf(fill), viewBox: '0 0 10 10', refX: 10, refY: 5, markerWidth: 8, markerHeight: 8, orient: 'auto', fill }, [
    element('path', { d: 'M0 0L10 5L0 10z' }),
  ]);

const arrowOf = (color: string): string => `arrow-${color.slice(1)}`;

/** Where each entity stands on the sheet, whose origin is the middle and whose y points down. */
function placesOf({ entities, positions }: Picture): Map<string, Point> {
  const points = entities.map(({ id }) => positions.get(id) ?? ORIGIN);
  const { x, y, width, height } = boxAround(points);
  const scale = (ROOM * Math.sqrt(points.length)) / (Math.max(width, height) || 1);
  const place = (at: Point): Point => ({ x: rounded((at.x - x - width / 2) * scale), y: rounded((y + height / 2 - at.y) * scale) });
  return new Map(entities.map(({ id }, index) => [id, place(points[index]!)]));
}

function drawEntity({ name, kind }: Entity, { x, y }: Point, { color, size, shape }: Look): Drawn {
  const label = shortened(name, LONGEST, (text) => widthOf(text, FONT));
  const half = Math.max(REACH * size, FONT);
  const start = rounded(x + REACH * size + 4);
  const xml = element('g', {}, [
    titled(`${name} (${kind})`),
    element('path', { d: OUTLINES[shape], transform: `translate(${x} ${y}) scale(${size})`, fill: color }),
    element('text', { x: start, y: rounded(y + FONT / 3) }, [escapeXml(label)]),
  ]);
  const end = { x: start + widthOf(label, FONT), y: y + half };
  return { xml, reach: [{ x: x - half, y: y - half }, end] };
}

function drawLinks({ entities, links, looks, lineColors }: Picture, places: ReadonlyMap<string, Point>, usual: string): Drawn[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const groups = new Map<string, number>();
  const placed = links.map((link) => {
    const [from, to] = [places.get(link.from) ?? ORIGIN, places.get(link.to) ?? ORIGIN];
    const group = [from, to].map(written).sort().join();
    const index = groups.get(group) ?? 0;
    groups.set(group, index + 1);
    return { link, from, to, group, index };
  });
  return placed.map(({ link, from, to, group, index }) => {
    const controls = controlsOf(from, to, index, groups.get(group)!);
    const title = [names.get(link.from) ?? link.from, link.type, names.get(link.to) ?? link.to].join(' ');
    const gap = SYMMETRIC.has(link.type) ? null : (looks.get(link.to) ?? PLAIN).size;
    return drawLink(from, to, controls, { title, gap, color: lineColors.get(link.id) ?? usual });
  });
}

interface LineLook {
  readonly title: string;
  readonly color: string;
  /** With an arrow that stops as far from its end as the shape there reaches; none, and up to its end, for null. */
  readonly gap: number | null;
}

function drawLink(from: Point, to: Point, controls: readonly Point[], { title, color, gap }: LineLook): Drawn {
  const end = gap === null ? to : shortOf(to, controls.at(-1) ?? from, gap);
  const d = `M${written(from)}${'LQC'[controls.length]}${[...controls, end].map(written).join(' ')}`;
  const xml = element('path', { d, stroke: color, 'marker-end': gap === null ? null : `url(#${arrowOf(color)})` }, [titled(title)]);
  return { xml, reach: [from, to, ...controls] };
}

/** None for a straight line; one for a curve, where several join two points; two for a loop, where these are one. */
function controlsOf(from: Point, to: Point, index: number, count: number): Point[] {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const loop = 2 * APART * (index + 1);
  if (!distance) return [-1, 1].map((side) => ({ x: from.x + side * loop, y: from.y - 2 * loop }));
  const isForth = from.x < to.x || (from.x === to.x && from.y < to.y);
  const bend = ((2 * index + 1 - count) * APART * (isForth ? 1 : -1)) / distance;
  const control = { x: (from.x + to.x) / 2 - bend * (to.y - from.y), y: (from.y + to.y) / 2 + bend * (to.x - from.x) };
  return bend ? [control] : [];
}

/** A point by so much nearer to where it is come from, at most halfway. */
function shortOf({ x, y }: Point, from: Point, gap: number): Point {
  const part = Math.min(gap / Math.hypot(from.x - x, from.y - y), 0.5);
  return { x: x + part * (from.x - x), y: y + part * (from.y - y) };
}

function drawCaption({ title, url, asOf }: Picture, { x, y, width, height }: Box): Drawn {
  const room = Math.max(width, LEAST_WIDTH);
  const lines = [title, url, asOf && `As of ${asOf}`].flatMap((line) => (line ? wrapped(line, room) : []));
  const heightAt = (row: number): number => rounded(y + height + 2 * FONT + 1.4 * SMALL * row);
  const xml = lines.map((line, row) => element('text', { x: rounded(x), y: heightAt(row) }, [escapeXml(line)])).join('\n');
  return { xml, reach: [{ x: x + room, y: heightAt(lines.length - 1) }] };
}

/** Lines that are no wider than this. */
function wrapped(text: string, room: number): string[] {
  const lines = [''];
  let width = 0;
  for (const character of text) {
    const more = widthOf(character, SMALL);
    if (width + more > room) lines.push('');
    width = lines.at(-1) === '' ? more : width + more;
    lines.push(lines.pop() + character);
  }
  return lines;
}

/** About how wide a sans-serif sets it: East Asian characters are square. */
const widthOf = (text: string, font: number): number =>
  [...text].reduce((width, character) => width + (character < '\u1100' ? 0.6 : 1), 0) * font;

function boxAround(points: readonly Point[], margin = 0): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const written = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
