/** Keeps the page and its scene in step: what is loaded, the title. */
import { computed, effect, signal } from '@preact/signals';
import { openLargest } from './actions.ts';
import { followAddress } from './address.ts';
import { followAsked } from './answers.ts';
import { attempt } from './attempt.ts';
import { loadGraph } from './load.ts';
import { loadMeasures } from './measures.ts';
import { title } from './picture.ts';
import { asOf, history, loaded, measures, notice, problem, seen, shown } from './state.ts';
import { text } from './text/text.ts';

/** Counted up to have everything asked again. */
const again = signal(0);
const askAgain = (): void => {
  again.value++;
};

/** Loads what the scene has and is not loaded yet, whenever either changes. */
function followScene(): void {
  const ids = computed(() => history.value.present.ids);
  let running: AbortController | undefined;
  effect(() => {
    again.value;
    const [wanted, time] = [ids.value, asOf.value];
    const { on } = seen.peek();
    const known = loaded.peek();
    running?.abort();
    if (known.asOf === time && wanted.every((id) => known.graph.entities.has(id) || known.missing.includes(id))) {
      if (problem.peek()?.of === 'scene') problem.value = null;
      return;
    }
    running = new AbortController();
    const { signal } = running;
    const load = async (): Promise<void> => {
      const { reason, ...found } = await loadGraph(wanted, { asOf: time, signal });
      if (reason !== null) notice.value = text.peek().truncated(reason);
      loaded.value = { ...found, asOf: time, on };
    };
    void attempt('scene', load, askAgain);
  });
}

/** Loads communities and totals once they are looked at. */
function followView(): void {
  const wanted = computed(() => seen.value.colors === 'community' || seen.value.sizes === 'promised');
  let running: AbortController | undefined;
  effect(() => {
    again.value;
    const time = asOf.value;
    running?.abort();
    if (!wanted.value) return;
    running = new AbortController();
    const { signal } = running;
    const load = async (): Promise<void> => {
      measures.value = await loadMeasures({ asOf: time, signal });
    };
    void attempt('measures', load, askAgain);
  });
}

export function begin(): void {
  const isEmpty = history.peek().present.ids.length === 0;
  followScene();
  followView();
  followAsked();
  followAddress();
  effect(() => {
    document.title = shown.value.entities.size ? `${title()} · ${text.value.title}` : text.value.title;
  });
  if (isEmpty) void openLargest();
}
