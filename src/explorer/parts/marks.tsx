/** Small marks: of a kind, of an entity that can be chosen, of something to look out for. */
import type { ComponentChildren } from 'preact';
import type { Look } from '../graph.ts';
import { lookOfKind } from '../look.ts';
import { looksAt, open, scene, select, shown } from '../state.ts';
import { kindName, text } from '../text/text.ts';

const SHAPES: Readonly<Record<Look['shape'], string>> = {
  circle: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13',
  square: 'M2.5 2.5h11v11h-11z',
  diamond: 'M8 0.5L15.5 8L8 15.5L0.5 8z',
  triangle: 'M8 1.5L15 14H1z',
};

export function KindMark({ kind, color }: { readonly kind: string; readonly color?: string }) {
  const look = lookOfKind(kind);
  return (
    <svg class="mark" viewBox="0 0 16 16" role="img" aria-label={kindName(kind)}>
      <path d={SHAPES[look.shape]} fill={color ?? look.color} />
    </svg>
  );
}

interface Named {
  readonly id: string;
  readonly kind?: string;
  readonly name: string;
}

/** An entity by its name: choosing it selects it, and brings it in where it is not shown. */
export function EntityButton({ id, kind, name }: Named) {
  const choose = (): void => {
    if (!shown.value.entities.has(id)) return void open(id);
    select(id);
    looksAt.value = id;
  };
  return (
    <button type="button" class="entity" aria-pressed={scene.value.selected === id} onClick={choose}>
      {kind && <KindMark kind={kind} />}
      {name}
    </button>
  );
}

export const Flag = ({ tone, children }: { readonly tone: 'good' | 'bad' | 'plain'; readonly children: ComponentChildren }) => (
  <span class={`flag ${tone}`}>{children}</span>
);

export const Waiting = ({ error }: { readonly error?: string | undefined }) => (
  <p role={error ? 'alert' : 'status'} class={error ? 'problem' : 'waiting'}>
    {error ?? text.value.loading}
  </p>
);
