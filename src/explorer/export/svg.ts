/** The picture as an SVG that stands for itself: shapes, arrows and labels as on the screen, with what they mean and where they are from. */
import type { Entity, Look, Point } from '../graph.ts';
import { SYMMETRIC } from '../model.ts';
import { FIRM } from '../rests.ts';
import { inWords, markWords } from '../text/stated.ts';
import { toJsonld } from './jsonld.ts';
import type { Picture } from './picture.ts';
import { type Box, boxAround, type Drawn, rounded } from './svg-box.ts';
import { drawFoot, drawHead } from './svg-frame.ts';
import { drawLabels, FONT, type Named } from './svg-labels.ts';
import { OUTLINES, REACH } from './svg-outlines.ts';
import { DECLARATION, element, escapeXml } from './xml.ts';

const MARGIN = 24;
const LEAST_WIDTH = 640;
/** The longer side of the drawing is this times the root of the number of entities, whatever the units of the positions. */
const ROOM = 160;
/** Between links that join the same two points. */
const APART = 18;
const ORIGIN: Point = { x: 0, y: 0 };
const PLAIN: Look = { color: '#888888', size: 6, shape: 'circle' };
const LIGHT = { ground: '#ffffff', text: '#1b1f24', line: '#7a8594' };
const DARK = { ground: '#12161c', text: '#e6e9ee', line: '#7f8a99' };

/** One SVG document. What it rests on is in it as well, as JSON-LD. */
export function toSvg(picture: Picture): string {
  const { text, line, ground } = picture.isDark ? DARK : LIGHT;
  const places = placesOf(picture);
  const links = drawLinks(picture, places, line);
  const shapes = picture.entities.map((entity) => drawShape(entity, places.get(entity.id)!, picture));
  const labels = drawLabels(picture.entities.map((entity) => named(entity, places, picture)));
  const drawing = wideEnough(boxAround([ORIGIN, ...[...links, ...shapes, ...labels].flatMap(({ reach }) => reach)]));
  const [head, [legend, caption]] = [drawHead(picture, drawing), drawFoot(picture, drawing) as [Drawn, Drawn]];
  const whole = boxAround([...head.reach, ...legend.reach, ...caption.reach], MARGIN);
  return sheet(whole, ground, [
    titled(picture.title),
    element('metadata', {}, [escapeXml(toJsonld(picture))]),
    element('defs', {}, [line, ...new Set(picture.lineColors.values())].map(arrow)),
    element('g', { class: 'links', fill: 'none' }, links.map(xmlOf)),
    element('g', { class: 'entities' }, shapes.map(xmlOf)),
    element(
      'g',
      { class: 'labels', fill: text, stroke: ground, 'stroke-width': 3, 'paint-order': 'stroke', 'font-size': FONT },
      labels.map(xmlOf),
    ),
    element('g', { class: 'head', fill: text, 'font-size': 20, 'font-weight': 'bold' }, [head.xml]),
    element('g', { class: 'signs', fill: text, 'font-size': 11 }, [legend.xml]),
    element('g', { class: 'caption', fill: text, 'font-size': 11 }, [caption.xml]),
  ]);
}

/** Room for the lines around it. */
function wideEnough(box: Box): Box {
  const more = Math.max(0, LEAST_WIDTH - box.width);
  return { ...box, x: box.x - more / 2, width: box.width + more };
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

const lookOf = ({ id }: Entity, { looks }: Picture): Look => looks.get(id) ?? PLAIN;

const named = (entity: Entity, places: ReadonlyMap<string, Point>, picture: Picture): Named => ({
  name: entity.name,
  at: places.get(entity.id)!,
  reach: REACH * lookOf(entity, picture).size,
});

function drawShape(entity: Entity, { x, y }: Point, picture: Picture): Drawn {
  const { name, kind, amount } = entity;
  const { text } = picture;
  const { color, size, shape } = lookOf(entity, picture);
  const title = `${name} (${text.kinds[kind] ?? kind})${amount ? `: ${inWords(amount, amount.rests, text)}` : ''}`;
  const path = element('path', { d: OUTLINES[shape], transform: `translate(${x} ${y}) scale(${size})`, fill: color });
  const half = REACH * size;
  return {
    xml: element('g', {}, [titled(title), path]),
    reach: [
      { x: x - half, y: y - half },
      { x: x + half, y: y + half },
    ],
  };
}

function drawLinks(picture: Picture, places: ReadonlyMap<string, Point>, usual: string): Drawn[] {
  const { entities, links, looks, lineColors } = picture;
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
    const marks = markWords({ ...FIRM, isContested: link.contested, isSelfReported: link.isSelfReported }, picture.text);
    const title = [names.get(link.from) ?? link.from, link.type, names.get(link.to) ?? link.to, ...marks].join(' ');
    const gap = SYMMETRIC.includes(link.type) ? null : (looks.get(link.to) ?? PLAIN).size;
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

const written = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;
