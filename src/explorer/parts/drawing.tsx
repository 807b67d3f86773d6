/** The drawing in the page: follows what is shown, and moves entities by the layout that is chosen. */
import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { expandAll, pick, pin } from '../actions.ts';
import { traced } from '../answers.ts';
import { byKind, byTime, inCircle } from '../arrange.ts';
import { Canvas } from '../canvas.ts';
import { Force } from '../force.ts';
import type { Graph, Point } from '../graph.ts';
import { startOf } from '../start.ts';
import { looks, looksAt, positions, scene, selected, shown } from '../state.ts';
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

/** Marks a moment of the page's life, for those who measure it. */
const mark = (name: 'drawn' | 'settled'): void => {
  if (performance.getEntriesByName(name).length === 0) performance.mark(name);
};

/** Draws until the returned function is called. */
function begin(container: HTMLElement): () => void {
  const drawn = new Canvas(container, { onPick: pick, onExpand: (id) => void expandAll(id), onDrop: pin, onDrawn: () => mark('drawn') });
  canvas.value = drawn;
  const force = new Force();
  let arranged = '';
  const ends = [
    effect(() => {
      const graph = shown.value;
      const { layout, pins } = scene.value;
      startOf(graph, positions);
      drawn.show(graph, looks.value, positions, { selected: selected.value, traced: traced.value });
      const key = [layout, JSON.stringify(pins), ...graph.entities.keys(), ...graph.links.keys()].join(' ');
      if (key === arranged) return;
      arranged = key;
      arrange(drawn, force, graph);
    }),
    effect(() => {
      if (looksAt.value !== null && !isMoving.value) lookAt(drawn);
    }),
  ];
  return () => {
    for (const stop of ends) stop();
    force.stop();
    drawn.kill();
  };
}

/** Moves the view to what is to be looked at, once it is there. */
function lookAt(drawn: Canvas): void {
  const id = looksAt.peek()!;
  if (!shown.peek().entities.has(id)) return;
  drawn.focus(id, !isStill());
  looksAt.value = null;
}

/** Moves all by the layout that is chosen; pins stay. */
function arrange(drawn: Canvas, force: Force, graph: Graph): void {
  const { layout, pins } = scene.peek();
  const move = (points: ReadonlyMap<string, Point>): Map<string, Point> => {
    const all = new Map([...points].map(([id, point]) => [id, pins[id] ?? point]));
    for (const [id, point] of all) positions.set(id, point);
    return all;
  };
  const rest = (): void => {
    isMoving.value = undefined;
    mark('settled');
  };
  force.stop();
  isMoving.value = undefined;
  if (graph.entities.size === 0) return;
  isMoving.value = () => {
    force.stop();
    rest();
  };
  if (layout !== 'force') {
    drawn.place(move(ARRANGED[layout](graph)), !isStill(), rest);
    return;
  }
  const from = move(new Map([...graph.entities.keys()].map((id) => [id, positions.get(id)!])));
  force.start(graph, from, pins, !isStill(), (points, isLast) => {
    drawn.place(move(points));
    if (isLast) rest();
  });
}
