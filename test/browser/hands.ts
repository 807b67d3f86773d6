/** Works the controls of the explorer from inside its page, as fast as it answers. */
import type { Page } from 'playwright-core';

/** One thing that is done to a control: the first that is matched, or the first of these words. */
export type Deed =
  | { readonly press: string; readonly saying?: string }
  | { readonly set: string; readonly to: string; readonly event: 'input' | 'change' }
  | { readonly go: 1 | -1 };

/** Does them one after the other, each once the page rests. */
export const work = (page: Page, deeds: readonly Deed[]): Promise<void> =>
  page.evaluate(async (all) => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const rest = async (): Promise<void> => {
      do await frame();
      while (document.querySelector('[role="status"].waiting, [role="status"] .waiting'));
    };
    const find = async (selector: string, words?: string): Promise<HTMLElement> => {
      for (const end = performance.now() + 20_000; performance.now() < end; await frame()) {
        const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
          (one) => words === undefined || [one.textContent, one.getAttribute('aria-label')].includes(words),
        );
        if (found) return found;
      }
      throw new Error(`There is no ${selector}, ${words}.`);
    };
    if (all.length === 0) await rest();
    for (const deed of all) {
      if ('press' in deed) (await find(deed.press, deed.saying)).click();
      else if ('set' in deed) {
        const field = (await find(deed.set)) as HTMLInputElement;
        field.value = deed.to;
        field.dispatchEvent(new Event(deed.event, { bubbles: true }));
      } else {
        const gone = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
        history.go(deed.go);
        await gone;
      }
      await rest();
    }
  }, deeds);
