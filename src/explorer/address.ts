/** The scene in the address, each act of the reader an entry of the browser's history: Back takes one back, a link that is pasted opens. */
import { effect } from '@preact/signals';
import { openLargest, take } from './actions.ts';
import { isEmbedded } from './embedded.ts';
import { placeOf } from './history.ts';
import { keep, placeIn } from './kept.ts';
import { fromHash, toHash } from './scene-url.ts';
import { acts, history, scene } from './state.ts';

const hashNow = (): string => location.hash || '#';

export function followAddress(): void {
  let [written, counted] = ['', acts.peek().count];
  effect(() => {
    const hash = `#${toHash(scene.value)}`;
    const { count } = acts.value;
    // What follows from an act by itself belongs to the entry of that act. A page around this one keeps a history of its own.
    const isNew = count !== counted && hash !== written && !isEmbedded;
    [written, counted] = [hash, count];
    const entry = [{ place: placeOf(history.value) }, '', hash === hashNow() ? undefined : hash] as const;
    if (isNew) window.history.pushState(...entry);
    else window.history.replaceState(...entry);
  });
  window.addEventListener('popstate', ({ state }) => {
    if (hashNow() === written) return;
    const next = fromHash(location.hash);
    take(next, placeIn(state));
    if (next.ids.length === 0) void openLargest();
  });
  if (isEmbedded) return;
  // The tab of a phone may be dropped without a word once it is out of sight.
  for (const event of ['pagehide', 'visibilitychange']) window.addEventListener(event, () => keep(history.peek()));
}
