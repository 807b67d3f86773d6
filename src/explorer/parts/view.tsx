/** How the scene is looked at: layout, colours, sizes, and what is left out. */
import type { ComponentChildren } from 'preact';
import { setFilters, setView } from '../actions.ts';
import { kindsWith } from '../look.ts';
import { CHOICES, COLORS, LAYOUTS, MOST_SOURCES, NO_FILTERS, SIZES, typesWith } from '../scene.ts';
import { hiddenCount, present, scene } from '../state.ts';
import { kindName, sureness, text, typeName } from '../text/text.ts';
import { KindMark } from './marks.tsx';

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly all: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

export function Select<Value extends string>({ label, value, all, names, onChange }: SelectProps<Value>) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Value)}>
        {all.map((one) => (
          <option key={one} value={one} selected={one === value}>
            {names[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

export function View() {
  const { layout, colors, sizes, filters } = scene.value;
  const { layout: arranged, layouts, colors: colored, colorings, sizes: sized, sizings, selfReported, contested, choices } = text.value;
  const { minConfidence, minSources, clearFilters, hiddenByFilters } = text.value;
  return (
    <form class="view" onSubmit={(event) => event.preventDefault()}>
      <Select label={arranged} value={layout} all={LAYOUTS} names={layouts} onChange={(one) => setView({ layout: one })} />
      <Select label={colored} value={colors} all={COLORS} names={colorings} onChange={(one) => setView({ colors: one })} />
      <Select label={sized} value={sizes} all={SIZES} names={sizings} onChange={(one) => setView({ sizes: one })} />
      <label>
        {minConfidence} {sureness(filters.minConfidence)}
        <input
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={filters.minConfidence}
          onInput={(event) => setFilters({ minConfidence: Number(event.currentTarget.value) }, 'minConfidence')}
        />
      </label>
      <label>
        {minSources}
        <input
          type="number"
          min={0}
          max={MOST_SOURCES}
          value={filters.minSources}
          onInput={(event) =>
            setFilters({ minSources: Math.min(MOST_SOURCES, Math.max(0, Math.floor(Number(event.currentTarget.value)))) }, 'minSources')
          }
        />
      </label>
      <Select
        label={selfReported}
        value={filters.selfReported}
        all={CHOICES}
        names={choices}
        onChange={(one) => setFilters({ selfReported: one })}
      />
      <Select
        label={contested}
        value={filters.contested}
        all={CHOICES}
        names={choices}
        onChange={(one) => setFilters({ contested: one })}
      />
      <Shown />
      <p class="fine" role="status">
        {hiddenCount.value > 0 && hiddenByFilters(hiddenCount.value)}
      </p>
      <button type="button" onClick={() => setFilters(NO_FILTERS)}>
        {clearFilters}
      </button>
    </form>
  );
}

function Shown() {
  const { hiddenKinds, hiddenTypes } = scene.value.filters;
  const { kindsShown, typesShown } = text.value;
  const [kinds, types] = [kindsWith(present.value.entities.values()), typesWith(present.value.links.values())];
  return (
    <>
      <Checks legend={kindsShown} all={kinds} hidden={hiddenKinds} onChange={(next) => setFilters({ hiddenKinds: next })}>
        {(kind) => (
          <>
            <KindMark kind={kind} /> {kindName(kind)}
          </>
        )}
      </Checks>
      <Checks legend={typesShown} all={types} hidden={hiddenTypes} onChange={(next) => setFilters({ hiddenTypes: next })}>
        {(type) => typeName(type, 'OUT')}
      </Checks>
    </>
  );
}

interface ChecksProps {
  readonly legend: string;
  readonly all: readonly string[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
  readonly children: (one: string) => ComponentChildren;
}

/** A box to check for each word that may be hidden. */
function Checks({ legend, all, hidden, onChange, children }: ChecksProps) {
  const toggled = (one: string): readonly string[] => (hidden.includes(one) ? hidden.filter((other) => other !== one) : [...hidden, one]);
  return (
    <fieldset>
      <legend>{legend}</legend>
      {all.map((one) => (
        <label key={one} class="check">
          <input type="checkbox" checked={!hidden.includes(one)} onChange={() => onChange(toggled(one))} />
          {children(one)}
        </label>
      ))}
    </fieldset>
  );
}
