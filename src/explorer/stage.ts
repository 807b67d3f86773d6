/** How sigma draws: shapes and lines by the attributes of a graph. */
import type { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { extremityArrow, pathCurved, pathLine, sdfCircle, sdfDiamond, sdfSquare, sdfTriangle } from 'sigma/rendering';
import type { Palette } from './palette.ts';

type Attributes = Readonly<Record<string, unknown>>;
interface State {
  readonly isHovered: boolean;
}
/** Whether an entity is selected or under the pointer. */
const isNear = (attributes: Attributes, { isHovered }: State): boolean => attributes['isSelected'] === true || isHovered;

export function draw(graph: MultiDirectedGraph, container: HTMLElement, { paper }: Palette): Sigma {
  return new Sigma(graph, container, {
    primitives: {
      nodes: { shapes: [sdfCircle(), sdfSquare(), sdfDiamond(), sdfTriangle()] },
      edges: { paths: [pathLine(), pathCurved()], extremities: [extremityArrow()], defaultHead: 'none' },
    },
    styles: {
      nodes: {
        x: { attribute: 'x' },
        y: { attribute: 'y' },
        size: { attribute: 'size' },
        color: { attribute: 'color' },
        shape: { attribute: 'shape' },
        opacity: { attribute: 'opacity' },
        depth: (_: Attributes, state: State) => (state.isHovered ? 'topNodes' : 'nodes'),
        backdropVisibility: (attributes: Attributes, state: State) => (isNear(attributes, state) ? 'visible' : 'hidden'),
        backdropColor: paper,
        backdropShadowColor: 'rgba(0, 0, 0, 0.4)',
        backdropShadowBlur: 8,
        backdropPadding: 4,
        cursor: 'pointer',
      },
      edges: {
        size: { attribute: 'size' },
        color: { attribute: 'color' },
        opacity: { attribute: 'opacity' },
        head: { attribute: 'head' },
        path: 'line',
        parallelPath: 'curved',
      },
    },
    settings: {
      itemSizesReference: 'screen',
      stagePadding: 60,
      enableNodeDrag: true,
      renderLabels: false,
      minCameraRatio: 0.05,
      maxCameraRatio: 4,
    },
  });
}
