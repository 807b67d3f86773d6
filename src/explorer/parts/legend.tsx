/** What colours, shapes and sizes mean, below the drawing. */
import type { LegendRow } from '../export/picture.ts';
import { largestShown, legendRows, sizedIn } from '../legend.ts';
import { scene } from '../state.ts';
import { text } from '../text/text.ts';
import { OUTLINES } from './marks.tsx';
import { Stated } from './stated.tsx';

export function Legend() {
  const { sizes } = scene.value;
  const { legend, degreeMeans, promisedIn } = text.value;
  const currency = sizedIn();
  return (
    <aside class="legend" aria-label={legend}>
      <ul>
        {legendRows().map((row) => (
          <li key={row.label}>
            <RowMark {...row} /> {row.label}
          </li>
        ))}
      </ul>
      {sizes === 'degree' && <p>{degreeMeans}</p>}
      {sizes === 'promised' && currency && (
        <p>
          {promisedIn(currency)} <LargestShown />
        </p>
      )}
    </aside>
  );
}

const RowMark = ({ shape, color }: LegendRow) => (
  <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    {shape === 'line' ? <path d="M0 8h16" class={color} /> : <path d={OUTLINES[shape]} fill={color === 'ink' ? 'currentColor' : color} />}
  </svg>
);

function LargestShown() {
  const most = largestShown();
  if (!most) return null;
  const { name, of, rests, note } = most;
  return (
    <>
      {text.value.largest}: {name} <Stated of={of} rests={rests} note={note} />
    </>
  );
}
