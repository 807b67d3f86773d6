/** The drawing in the page: follows what is shown, and moves entities by the layout that is chosen. */
import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { byKind, byTime, inCircle } from '../arrange.ts';
import { Canvas } from '../canvas.ts';
import { Force } from '../force.ts';
import type { Graph, Point } from '../graph.ts';
import { startOf } from '../start.ts';
import { expandAll, looks, looksAt, pick, pin, positions, scene, shown, traced } from '../state.ts';
import { text } from '../text/text.ts';
import { canvas, isMoving } from './canvas-of-page.ts';

const ARRANGED = { circle: inCircle, kind: byKind, time: byTime } as const;
const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export function Drawing() {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    let end = begin(container.current!);
    const again = (): void => {
      end();
      end = begin(container.current!);
    };
    dark.addEventListener('change', again);
    return () => {
      dark.removeEventListener('change', again);
      end();
    };
  }, []);
  return <div class="drawing" ref={container} role="img" aria-label={text.value.graphHelp} />;
}

/** Draws until the returned function is called. */
function begin(container: HTMLElement): () => void {
  const drawn = new Canvas(container, { onPick: pick, onExpand: (id) => void expandAll(id), onDrop: pin });
  canvas.value = drawn;
  const force = new Force();
  let arranged = '';
  const ends = [
    effect(() => {
      const graph = shown.value;
      startOf(graph, positions);
      drawn.show(graph, looks.value, positions, { selected: scene.value.selected, traced: traced.value });
      if (graph.entities.size) performance.mark('drawn');
      const { layout, pins } = scene.value;
      const key = [layout, JSON.stringify(pins), ...graph.entities.keys(), ...graph.links.keys()].join(' ');
      if (key === arranged) return;
      arranged = key;
      arrange(drawn, force, graph);
    }),
    effect(() => {
      if (looksAt.value !== null && shown.value.entities.has(looksAt.value)) drawn.focus(looksAt.value, !isStill());
    }),
  ];
  return () => {
    for (const stop of ends) stop();
    force.stop();
    drawn.kill();
  };
}

function arrange(drawn: Canvas, force: Force, graph: Graph): void {
  const { layout, pins } = scene.peek();
  const move = (points: ReadonlyMap<string, Point>): Map<string, Point> => {
    const all = new Map([...points].map(([id, point]) => [id, pins[id] ?? point]));
    for (const [id, point] of all) positions.set(id, point);
    return all;
  };
  force.stop();
  isMoving.value = undefined;
  if (layout !== 'force') drawn.place(move(ARRANGED[layout](graph)), !isStill());
  else if (graph.entities.size > 0) moveByForce(drawn, force, graph, move);
}

function moveByForce(drawn: Canvas, force: Force, graph: Graph, move: (points: ReadonlyMap<string, Point>) => Map<string, Point>): void {
  const { pins } = scene.peek();
  isMoving.value = () => {
    force.stop();
    isMoving.value = undefined;
  };
  force.start(
    graph,
    move(new Map([...graph.entities.keys()].map((id) => [id, positions.get(id)!]))),
    pins,
    !isStill(),
    (points, isLast) => {
      drawn.place(move(points));
      if (isLast) {
        isMoving.value = undefined;
        performance.mark('settled');
      }
    },
  );
}
