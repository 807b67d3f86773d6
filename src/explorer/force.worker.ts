/** The layout by forces (ForceAtlas2), away from the page's own thread: sends where entities stand, some steps at a time. */
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { ForceTask } from './force.ts';

/** How many steps are taken in all; fewer for large graphs, which are dear. */
const stepsOf = (size: number): number => Math.round(Math.min(600, 120 + 60_000 / Math.max(1, size)));
const AT_ONCE = 10;

/** About as long as a frame, so that what is sent can be seen. */
const FRAME_MS = 14;

self.onmessage = async ({ data }: MessageEvent<ForceTask>) => {
  const { ids, points, fixed, ends, isAnimated } = data;
  const graph = new Graph({ type: 'undirected', multi: false });
  ids.forEach((id, i) => void graph.addNode(id, { x: points[2 * i]!, y: points[2 * i + 1]!, fixed: fixed[i] === 1 }));
  for (let i = 0; i < ends.length; i += 2) graph.mergeEdge(ids[ends[i]!]!, ids[ends[i + 1]!]!);
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    gravity: 0.6,
    scalingRatio: 12,
    slowDown: 1 + Math.log(ids.length + 1),
    barnesHutOptimize: ids.length > 300,
  };
  const steps = stepsOf(ids.length);
  for (let step = 0; step < steps; step += AT_ONCE) {
    forceAtlas2.assign(graph, { iterations: AT_ONCE, settings });
    const isLast = step + AT_ONCE >= steps;
    if (isAnimated || isLast) send(graph, ids, isLast);
    if (isAnimated) await new Promise((resolve) => setTimeout(resolve, FRAME_MS));
  }
};

function send(graph: Graph, ids: readonly string[], isLast: boolean): void {
  const points = new Float32Array(2 * ids.length);
  ids.forEach((id, i) => {
    const { x, y } = graph.getNodeAttributes(id);
    points[2 * i] = x;
    points[2 * i + 1] = y;
  });
  self.postMessage({ points, isLast }, { transfer: [points.buffer] });
}
