/** Names beside the entities, set by the browser's own text engine: sigma sets letter by letter, which is wrong for Arabic, and lets names lie over one another. */
import type { MultiDirectedGraph } from 'graphology';
import type Sigma from 'sigma';
import type { Point } from './graph.ts';
import { directionOf, shortened } from './label.ts';
import type { Palette } from './palette.ts';

/** What the graph of the drawing holds of an entity. */
export interface Drawn extends Point {
  readonly name: string;
  readonly size: number;
  readonly opacity: number;
  readonly isSelected: boolean;
}
/** Of what stands in the drawing, in its pixels. */
interface Box {
  readonly left: number;
  readonly width: number;
  readonly middle: number;
  readonly height: number;
}
interface Written extends Box {
  readonly id: string;
  readonly text: string;
  readonly isNear: boolean;
  readonly isFaded: boolean;
}

/** Of a row, and between an entity and its name. */
const [HEIGHT, GAP] = [18, 5];
/** How wide a name may be; and that of an entity which is selected or pointed at; and any, as a part of the drawing. */
const [ROOM, ROOM_NEAR, PART] = [220, 400, 0.4];
/** For how many square pixels there is one name. */
const AREA = 7000;
const FADED = 0.35;
/** How much of what is behind it the name of such an entity covers. */
const COVER = 0.85;

export class Names {
  /** Under the pointer. */
  near: string | null = null;
  private readonly sigma: Sigma;
  private readonly graph: MultiDirectedGraph;
  private readonly colors: Palette;
  private readonly context: CanvasRenderingContext2D;
  private readonly font: string;
  private readonly fits = new Map<string, readonly [text: string, width: number]>();
  private order: readonly string[] = [];
  private written: readonly Written[] = [];

  constructor(sigma: Sigma, graph: MultiDirectedGraph, colors: Palette) {
    this.sigma = sigma;
    this.graph = graph;
    this.colors = colors;
    this.font = `13px ${getComputedStyle(sigma.getContainer()).fontFamily}`;
    const canvas = sigma.createCanvas('names', { afterLayer: 'stage', style: { pointerEvents: 'none' } });
    this.context = canvas.getContext('2d')!;
    sigma.on('afterRender', () => this.draw());
  }

  get canvas(): HTMLCanvasElement {
    return this.context.canvas;
  }

  /** Takes note of what is drawn: the selected comes first, then what is not faded, then the largest. */
  rank(): void {
    const rankOf = (id: string): number => {
      const { isSelected, opacity, size } = this.of(id);
      return (isSelected ? 1e6 : 0) + 1000 * opacity + size;
    };
    const ranks = new Map(this.graph.nodes().map((id) => [id, rankOf(id)]));
    this.order = [...ranks.keys()].sort((a, b) => ranks.get(b)! - ranks.get(a)! || (a < b ? -1 : 1));
  }

  /** Whose name stands at a point of the drawing. */
  at({ x, y }: Point): string | undefined {
    return this.written.find(({ left, width, middle }) => x >= left && x <= left + width && Math.abs(y - middle) <= HEIGHT / 2)?.id;
  }

  private of = (id: string): Drawn => this.graph.getNodeAttributes(id) as Drawn;

  private draw(): void {
    const { width, height } = this.sigma.getDimensions();
    this.clear(width, height);
    const most = (width * height) / AREA;
    const [written, taken]: [Written[], Box[]] = [[], []];
    const near = this.near !== null && this.graph.hasNode(this.near) ? [this.near] : [];
    for (const id of new Set([...near, ...this.order])) {
      if (written.length >= most) break;
      const spot = this.spotOf(id);
      if (spot.left < -spot.width || spot.left > width || spot.middle < 0 || spot.middle > height) continue;
      const sides = this.sidesOf(id, spot, width);
      const free = sides.find((one) => !taken.some((other) => overlap(one, other))) ?? sides.find(({ isNear }) => isNear);
      taken.push(spot, ...(free ? [free] : []));
      if (free) written.push(free);
    }
    this.written = written;
    for (const one of written.toReversed()) this.write(one);
  }

  private clear(width: number, height: number): void {
    const { context } = this;
    const { canvas } = context;
    const ratio = devicePixelRatio;
    [canvas.width, canvas.height] = [width * ratio, height * ratio];
    Object.assign(context, { font: this.font, textBaseline: 'middle', textAlign: 'left', lineJoin: 'round', lineWidth: 3 });
    context.scale(ratio, ratio);
  }

  /** Where an entity itself stands. */
  private spotOf(id: string): Box {
    const { size, x, y } = this.of(id);
    const at = this.sigma.graphToViewport({ x, y });
    const reach = this.sigma.scaleSize(size);
    return { left: at.x - reach, width: 2 * reach, middle: at.y, height: 2 * reach };
  }

  /** Its name on its right, and on its left, as far as it does not run out there. */
  private sidesOf(id: string, spot: Box, width: number): Written[] {
    const { name, opacity, isSelected } = this.of(id);
    const isNear = isSelected || id === this.near;
    const [text, own] = this.fitted(name, isNear ? Math.min(ROOM_NEAR, width - 2 * GAP) : Math.min(ROOM, PART * width));
    const sides = [spot.left + spot.width + GAP, spot.left - GAP - own];
    const inside = sides.filter((left) => left >= 0 && left + own <= width);
    const kept = inside.length || !isNear ? inside : [Math.max(GAP, width - GAP - own)];
    return kept.map((left) => ({ id, text, left, width: own, middle: spot.middle, height: HEIGHT, isNear, isFaded: opacity < 1 }));
  }

  /** As much of a name as there is room for, and how wide that is: measured once, and drawn many times. */
  private fitted(name: string, room: number): readonly [text: string, width: number] {
    const key = `${room} ${name}`;
    const known = this.fits.get(key);
    if (known) return known;
    const widthOf = (text: string): number => this.context.measureText(text).width;
    const text = shortened(name, room, widthOf);
    const fit = [text, widthOf(text)] as const;
    this.fits.set(key, fit);
    return fit;
  }

  private write({ text, left, width, middle, isNear, isFaded }: Written): void {
    const { context, colors } = this;
    context.direction = directionOf(text);
    context.fillStyle = context.strokeStyle = colors.paper;
    context.globalAlpha = COVER;
    if (isNear) context.fillRect(left - GAP, middle - HEIGHT / 2, width + 2 * GAP, HEIGHT);
    context.globalAlpha = isFaded && !isNear ? FADED : 1;
    context.strokeText(text, left, middle);
    context.fillStyle = colors.ink;
    context.fillText(text, left, middle);
  }
}

const overlap = (a: Box, b: Box): boolean =>
  2 * Math.abs(a.middle - b.middle) < a.height + b.height && a.left < b.left + b.width && b.left < a.left + a.width;
