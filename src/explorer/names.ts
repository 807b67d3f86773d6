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
interface Written {
  readonly id: string;
  readonly text: string;
  readonly left: number;
  readonly width: number;
  readonly middle: number;
  readonly isNear: boolean;
  readonly isFaded: boolean;
}

/** Of a row, and between an entity and its name. */
const [HEIGHT, GAP] = [18, 5];
/** How wide a name may be; and that of an entity which is selected or pointed at. */
const [ROOM, ROOM_NEAR] = [220, 400];
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
    const written: Written[] = [];
    const near = this.near !== null && this.graph.hasNode(this.near) ? [this.near] : [];
    for (const id of new Set([...near, ...this.order])) {
      if (written.length >= most) break;
      const one = this.placed(id, width, height);
      if (one && (one.isNear || !written.some((other) => overlap(one, other)))) written.push(one);
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

  /** On the right of its entity, or on the left where it would run out; none where the entity is not in sight. */
  private placed(id: string, width: number, height: number): Written | undefined {
    const { name, size, opacity, isSelected, ...point } = this.of(id);
    const { x, y } = this.sigma.graphToViewport(point);
    if (x < 0 || x > width || y < 0 || y > height) return undefined;
    const isNear = isSelected || id === this.near;
    const widthOf = (text: string): number => this.context.measureText(text).width;
    const text = shortened(name, Math.min(isNear ? ROOM_NEAR : ROOM, width - 2 * GAP), widthOf);
    const own = widthOf(text);
    const reach = this.sigma.scaleSize(size) + GAP;
    const beside = x + reach + own <= width ? x + reach : x - reach - own;
    const left = Math.max(GAP, Math.min(beside, width - GAP - own));
    return { id, text, left, width: own, middle: y, isNear, isFaded: opacity < 1 };
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

const overlap = (a: Written, b: Written): boolean =>
  Math.abs(a.middle - b.middle) < HEIGHT && a.left < b.left + b.width + GAP && b.left < a.left + a.width + GAP;
