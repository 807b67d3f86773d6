/** How the scene is looked at: layout, colours, sizes, and what is left out. */

import { setFilters, setView } from '../actions.ts';
import { KIND_NAMES } from '../look.ts';
import { CHOICES, COLORS, LAYOUTS, LINK_TYPES, MOST_SOURCES, NO_FILTERS, SIZES } from '../scene.ts';
import { hiddenCount, scene } from '../state.ts';
import { kindName, percent, text, typeName } from '../text/text.ts';
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
        {minConfidence} {percent(filters.minConfidence)}
        <input
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={filters.minConfidence}
          onInput={(event) => setFilters({ minConfidence: Number(event.currentTarget.value) })}
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
            setFilters({ minSources: Math.min(MOST_SOURCES, Math.max(0, Math.floor(Number(event.currentTarget.value)))) })
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
  const toggled = (all: readonly string[], one: string): string[] =>
    all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
  const { kindsShown, typesShown } = text.value;
  return (
    <>
      <fieldset>
        <legend>{kindsShown}</legend>
        {KIND_NAMES.map((kind) => (
          <label key={kind} class="check">
            <input
              type="checkbox"
              checked={!hiddenKinds.includes(kind)}
              onChange={() => setFilters({ hiddenKinds: toggled(hiddenKinds, kind) })}
            />
            <KindMark kind={kind} /> {kindName(kind)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{typesShown}</legend>
        {LINK_TYPES.map((type) => (
          <label key={type} class="check">
            <input
              type="checkbox"
              checked={!hiddenTypes.includes(type)}
              onChange={() => setFilters({ hiddenTypes: toggled(hiddenTypes, type) })}
            />
            {typeName(type, 'OUT')}
          </label>
        ))}
      </fieldset>
    </>
  );
}
