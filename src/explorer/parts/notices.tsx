/** What went wrong, or is to be known, said in the page. */
import { useEffect } from 'preact/hooks';
import { isLoading, missing, notice, problem } from '../state.ts';
import { text } from '../text/text.ts';

/** How long a notice stays. */
const STAYS_MS = 8000;

export function Notices() {
  const said = notice.value;
  useEffect(() => {
    if (!said) return undefined;
    const waiting = setTimeout(() => {
      notice.value = '';
    }, STAYS_MS);
    return () => clearTimeout(waiting);
  }, [said]);
  const { retry, loading, missing: notThere } = text.value;
  const wrong = problem.value;
  return (
    <div class="notices">
      <div role="alert">
        {wrong && (
          <p class="problem">
            {wrong.text}{' '}
            {wrong.retry && (
              <button type="button" onClick={wrong.retry}>
                {retry}
              </button>
            )}
          </p>
        )}
      </div>
      <div role="status">
        {isLoading.value && <p class="waiting">{loading}</p>}
        {said && <p>{said}</p>}
        {missing.value.length > 0 && <p>{notThere(missing.value)}</p>}
      </div>
    </div>
  );
}
