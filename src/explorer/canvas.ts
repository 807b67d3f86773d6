/** The drawing: sigma over a graph that is kept the same as what is shown. */
import type { Attributes } from 'graphology-types';
import type Sigma from 'sigma';
import { animateNodes } from 'sigma/utils';
import type { Graph, Link, Look, Point } from './graph.ts';
import { SYMMETRIC } from './model.ts';
import { Names } from './names.ts';
import { colorOf, palette } from './palette.ts';
import { QuietGraph } from './quiet-graph.ts';
import { draw } from './stage.ts';

/** What the drawing tells of. */
export interface Hands {
  readonly onPick: (id: string | null, event: MouseEvent | TouchEvent) => void;
  readonly onExpand: (id: string) => void;
  readonly onDrop: (id: string, at: Point) => void;
  /** The first time that something is on the screen. */
  readonly onDrawn: () => void;
}

/** What is set apart from the rest. */
export interface Marks {
  readonly selected: string | null;
  readonly traced: ReadonlySet<string>;
}

export const hasWebgl = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

/** Whether there is no graphics card, or none that may be used. */
function drawsInSoftware(context: WebGL2RenderingContext): boolean {
  const info = context.getExtension('WEBGL_debug_renderer_info');
  return info !== null && /swiftshader|llvmpipe|software/i.test(String(context.getParameter(info.UNMASKED_RENDERER_WEBGL)));
}

/** How far the pointer may slip in a click, in pixels. */
const SLIP = 4;
const MOVE_MS = 400;
const MOST_WHILE_MOVING = 1500;

export class Canvas {
  /** One and the same for good: sigma's edge index and its drag keep the first that they are given. */
  private readonly graph = new QuietGraph();
  private readonly sigma: Sigma;
  private readonly names: Names;
  private readonly colors = palette();
  private readonly isSlow: boolean;
  private stopMoving: (() => void) | undefined;

  constructor(container: HTMLElement, hands: Hands) {
    this.sigma = draw(this.graph, container, this.colors);
    const { sigma } = this;
    this.names = new Names(sigma, this.graph, this.colors);
    this.isSlow = drawsInSoftware(sigma.getWebGLContext());
    this.followPointer(hands);
    this.followDrag(hands);
    sigma.once('afterRender', () => hands.onDrawn());
    Object.assign(container, { sigma }); // for whoever looks into the page from outside
  }

  private followPointer({ onPick, onExpand }: Hands): void {
    const { sigma, names } = this;
    sigma.on('clickNode', ({ node, event }) => onPick(node, event.original));
    sigma.on('clickStage', ({ event }) => onPick(names.at(event) ?? null, event.original));
    sigma.on('doubleClickNode', (event) => {
      event.preventSigmaDefault();
      onExpand(event.node);
    });
    sigma.on('enterNode', ({ node }) => {
      names.near = node;
    });
    sigma.on('leaveNode', () => {
      names.near = null;
    });
  }

  /** While an entity is dragged, the rest keeps its scale, so that the entity stays under the pointer. */
  private followDrag({ onDrop }: Hands): void {
    const { sigma } = this;
    let begun: Point = { x: 0, y: 0 };
    sigma.on('nodeDragStart', ({ event }) => {
      begun = { x: event.x, y: event.y };
      sigma.setCustomBBox(sigma.getBBox());
    });
    sigma.on('nodeDragEnd', ({ node, event }) => {
      sigma.setCustomBBox(null);
      if (Math.hypot(event.x - begun.x, event.y - begun.y) > SLIP) onDrop(node, this.pointOf(node));
    });
  }

  /** Makes the drawing the same as what is shown; new entities stand where `positions` says. */
  show({ entities, links }: Graph, looks: ReadonlyMap<string, Look>, positions: ReadonlyMap<string, Point>, marks: Marks): void {
    const stood = this.forget(entities, links);
    const { graph } = this;
    this.spare(links.size);
    const lit = litBy(links, marks);
    graph.quietly(() => {
      for (const [id, { name }] of entities) {
        const { color, size, shape } = looks.get(id)!;
        const isSelected = id === marks.selected;
        const opacity = lit === undefined || lit.has(id) ? 1 : 0.25;
        const point = graph.hasNode(id) ? {} : (stood.get(id) ?? positions.get(id));
        graph.mergeNode(id, { ...point, name, color, shape, size: isSelected ? size + 4 : size, opacity, isSelected });
      }
      for (const [id, link] of links) graph.mergeDirectedEdgeWithKey(id, link.from, link.to, this.lineOf(link, marks));
    });
    this.names.rank();
    this.sigma.scheduleRefresh();
  }

  /**
   * Where something is no longer shown, all begins anew, and this is where it stood. What is empty is drawn at once, so that
   * nothing that is gone can be pointed at or dragged on.
   */
  private forget(entities: Graph['entities'], links: Graph['links']): ReadonlyMap<string, Point> {
    const { graph } = this;
    if (graph.nodes().every((id) => entities.has(id)) && graph.edges().every((id) => links.has(id))) return new Map();
    this.stopMoving?.();
    const stood = new Map(graph.nodes().map((id) => [id, this.pointOf(id)]));
    graph.clear();
    this.names.rank();
    this.sigma.setCustomBBox(null).refresh();
    return stood;
  }

  /** Without a graphics card, many links would make the drawing follow the pointer late: they are left out while it moves. */
  private spare(links: number): void {
    const hidesLinks = this.isSlow && links > MOST_WHILE_MOVING;
    if (hidesLinks !== this.sigma.getSetting('hideEdgesOnMove')) this.sigma.setSetting('hideEdgesOnMove', hidesLinks);
  }

  private lineOf(link: Link, { selected, traced }: Marks): Record<string, unknown> {
    const { colors } = this;
    const isTraced = traced.has(link.id);
    const isLit = traced.size ? isTraced : selected === null || link.from === selected || link.to === selected;
    return {
      color: colorOf(link, traced, colors) ?? colors.line,
      size: isTraced ? 4 : 1.2 + (link.confidence ?? 0),
      opacity: isLit ? 0.9 : 0.2,
      head: SYMMETRIC.includes(link.type) ? 'none' : 'arrow',
    };
  }

  /** Moves entities to where they are to stand; `onPlaced` once they are there. */
  place(points: ReadonlyMap<string, Point>, isAnimated = false, onPlaced: () => void = () => undefined): void {
    this.stopMoving?.();
    const isDragged = (id: string): boolean => this.sigma.getNodeState(id).isDragged;
    if (!isAnimated) {
      const move = (id: string, attributes: Attributes): Attributes => (isDragged(id) ? attributes : { ...attributes, ...points.get(id) });
      this.graph.updateEachNodeAttributes(move, { attributes: ['x', 'y'] });
      onPlaced();
      return;
    }
    const moved = [...points].filter(([id]) => this.graph.hasNode(id) && !isDragged(id));
    const targets = Object.fromEntries(moved.map(([id, { x, y }]) => [id, { x, y }]));
    this.stopMoving = animateNodes(this.graph, targets, { duration: MOVE_MS }, onPlaced);
  }

  /** Moves the view to an entity, if it is there. */
  focus(id: string, isAnimated: boolean): void {
    const at = this.sigma.getNodeDisplayData(id);
    if (!at) return;
    const camera = this.sigma.getCamera();
    const state = { x: at.x, y: at.y, ratio: Math.min(camera.ratio, 0.6) };
    if (isAnimated) void camera.animate(state, { duration: MOVE_MS });
    else camera.setState(state);
  }

  showAll = (): void => void this.sigma.getCamera().reset();
  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    camera.setState({ ratio: camera.ratio / factor });
  }

  private pointOf(id: string): Point {
    const { x, y } = this.graph.getNodeAttributes(id) as Point;
    return { x, y };
  }

  kill(): void {
    this.stopMoving?.();
    this.sigma.kill();
  }
}

/** The entities that are not to be faded: those of what is traced, or else the selected one and its neighbors; all where nothing is. */
function litBy(links: ReadonlyMap<string, Link>, { selected, traced }: Marks): Set<string> | undefined {
  if (traced.size === 0 && selected === null) return undefined;
  const lit = new Set(selected === null ? [] : [selected]);
  for (const { id, from, to } of links.values())
    if (traced.size ? traced.has(id) : from === selected || to === selected) for (const end of [from, to]) lit.add(end);
  return lit;
}
