/** Does what may fail, and says so in the page, with a way to try again. */
import { isAbort } from './api.ts';
import { explain, problem, waits } from './state.ts';

/** `of` names the work: when it succeeds, what went wrong with it before is no longer said. */
export async function attempt(of: string, work: () => Promise<void>, retry: () => void = () => void attempt(of, work)): Promise<void> {
  waits.value = waits.peek() + 1;
  try {
    await work();
    if (problem.peek()?.of === of) problem.value = null;
  } catch (error) {
    if (!isAbort(error)) problem.value = { of, text: explain(error), retry };
  } finally {
    waits.value = waits.peek() - 1;
  }
}
