/** What went wrong, or is to be known, said in the page. */
import { useEffect } from 'preact/hooks';
import { startOver } from '../actions.ts';
import { missing, notice, problem, seen, shown, waits } from '../state.ts';
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
        {waits.value > 0 && <p class="waiting">{loading}</p>}
        {said && <p>{said}</p>}
        {missing.value.length > 0 && <p>{notThere(missing.value, seen.value.on)}</p>}
        {waits.value === 0 && shown.value.entities.size === 0 && <Nothing />}
      </div>
    </div>
  );
}

/** Filters, a date, or hiding may leave nothing. */
const Nothing = () => (
  <p>
    {text.value.nothingShown}{' '}
    <button type="button" onClick={() => void startOver()}>
      {text.value.startOver}
    </button>
  </p>
);
