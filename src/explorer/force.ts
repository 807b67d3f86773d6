/** Has the layout by forces computed by a worker, and tells where entities stand as it goes. */
import type { Graph, Point } from './graph.ts';

export interface ForceTask {
  readonly ids: readonly string[];
  readonly points: Float32Array;
  readonly fixed: Uint8Array;
  /** Places in `ids`: of the two ends of each link. */
  readonly ends: Uint32Array;
  /** Whether the steps are to be seen, or only where they end. */
  readonly isAnimated: boolean;
}

export class Force {
  private worker: Worker | undefined;

  /** Moves all but the pinned, from where they stand. `onMove` is told of each step, and whether it is the last. */
  start(
    graph: Graph,
    from: ReadonlyMap<string, Point>,
    pins: Readonly<Record<string, Point>>,
    isAnimated: boolean,
    onMove: (to: Map<string, Point>, isLast: boolean) => void,
  ): void {
    const ids = [...graph.entities.keys()];
    const task = taskOf(graph, ids, from, pins, isAnimated);
    this.worker ??= new Worker(new URL('./force.worker.ts', import.meta.url), { type: 'module' });
    this.worker.onmessage = ({ data }: MessageEvent<{ points: Float32Array; isLast: boolean }>) =>
      onMove(new Map(ids.map((id, i) => [id, { x: data.points[2 * i]!, y: data.points[2 * i + 1]! }])), data.isLast);
    this.worker.postMessage(task);
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }
}

function taskOf(
  { links }: Graph,
  ids: readonly string[],
  from: ReadonlyMap<string, Point>,
  pins: Readonly<Record<string, Point>>,
  isAnimated: boolean,
): ForceTask {
  const places = new Map(ids.map((id, i) => [id, i]));
  return {
    ids,
    points: Float32Array.from(ids.flatMap((id) => [from.get(id)!.x, from.get(id)!.y])),
    fixed: Uint8Array.from(ids, (id) => (pins[id] ? 1 : 0)),
    ends: Uint32Array.from([...links.values()].flatMap(({ from: a, to: b }) => [places.get(a)!, places.get(b)!])),
    isAnimated,
  };
}
