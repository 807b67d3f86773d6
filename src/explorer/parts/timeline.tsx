/** The date that is looked at: a slider from the first that is known to today, and a field to write it. */
import { useEffect, useState } from 'preact/hooks';
import { setView } from '../actions.ts';
import { ask } from '../api.ts';
import { dateOf, dayOf, today } from '../day.ts';
import { EARLIEST } from '../queries.ts';
import { MEANINGS } from '../scene.ts';
import { scene } from '../state.ts';
import { text } from '../text/text.ts';
import { Select } from './view.tsx';

/** The first day from which something is known or was published; a year back where that cannot be told. */
function useEarliest(): number {
  const [day, setDay] = useState(today() - 365);
  useEffect(() => {
    ask(EARLIEST, {}).then(
      ({ claims, sources }) => {
        const dates = [...claims!.nodes.map((one) => one.recordedAt), ...sources!.nodes.map((one) => one.publishedOn!)];
        if (dates.length) setDay(Math.min(...dates.map(dayOf)) - 1);
      },
      () => undefined, // the slider then begins a year back; what is wrong with the server is said where the scene is loaded
    );
  }, []);
  return day;
}

/** How long the slider may pause before its date is asked about. */
const PAUSE_MS = 150;

export function Timeline() {
  const first = useEarliest();
  const { on, means } = scene.value;
  const [at, setAt] = useState<number>();
  const last = today();
  const day = at ?? (on === null ? last : dayOf(on));
  useEffect(() => {
    if (at === undefined) return undefined;
    const waiting = setTimeout(() => {
      setView({ on: at >= last ? null : dateOf(at) });
      setAt(undefined);
    }, PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [at]);
  const { date, now, onDate, means: meansLabel, meanings } = text.value;
  const shownDate = at === undefined ? (on ?? now) : at >= last ? now : dateOf(at);
  return (
    <fieldset class="timeline">
      <legend class="unseen">{date}</legend>
      <input
        type="range"
        aria-label={date}
        aria-valuetext={shownDate}
        min={first}
        max={last}
        value={day}
        onInput={(event) => setAt(Number(event.currentTarget.value))}
      />
      <input
        type="date"
        aria-label={on === null ? date : onDate(on)}
        value={on ?? ''}
        min={dateOf(first)}
        max={dateOf(last)}
        onChange={(event) => {
          // While a year is typed, it goes by the years 2, 20 and 202.
          if (event.currentTarget.validity.valid) setView({ on: event.currentTarget.value || null });
        }}
      />
      <output>{shownDate}</output>
      {on !== null && (
        <>
          <Select label={meansLabel} value={means} all={MEANINGS} names={meanings} onChange={(one) => setView({ means: one })} />
          <button type="button" onClick={() => setView({ on: null })}>
            {now}
          </button>
        </>
      )}
    </fieldset>
  );
}
