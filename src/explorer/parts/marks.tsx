/** Small marks: of a kind, of an entity that can be chosen, of something to look out for. */
import type { ComponentChildren } from 'preact';
import { isThere, open, select } from '../actions.ts';
import type { Look } from '../graph.ts';
import { lookOfKind } from '../look.ts';
import { looksAt, selected } from '../state.ts';
import { kindName, text } from '../text/text.ts';

/** In a box of 16 by 16. */
export const OUTLINES: Readonly<Record<Look['shape'] | 'patch', string>> = {
  circle: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13',
  square: 'M2.5 2.5h11v11h-11z',
  diamond: 'M8 0.5L15.5 8L8 15.5L0.5 8z',
  triangle: 'M8 1.5L15 14H1z',
  patch: 'M1 1h14v14H1z',
};

/** The shape of a kind, beside its name or that of an entity. */
export function KindMark({ kind, isAlone = false }: { readonly kind: string; readonly isAlone?: boolean }) {
  const look = lookOfKind(kind);
  const named = isAlone ? { role: 'img' as const, 'aria-label': kindName(kind) } : { 'aria-hidden': true as const };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is named, or hidden, by what is spread
    <svg class="mark" viewBox="0 0 16 16" {...named}>
      <path d={OUTLINES[look.shape]} fill={look.color} />
    </svg>
  );
}

interface Named {
  readonly id: string;
  readonly kind?: string;
  readonly name: string;
}

/** What is chosen takes the place of the details that the button stands in: the reader stays there. A list stays as it is. */
function keepFocus(button: Element): void {
  if (!button.closest('.list')) button.closest<HTMLElement>('[role="tabpanel"]')?.focus();
}

/** An entity by its name: choosing it selects it, and brings it in where it is not there. */
export function EntityButton({ id, kind, name }: Named) {
  const choose = (event: MouseEvent): void => {
    keepFocus(event.currentTarget as Element);
    if (!isThere(id)) return void open(id);
    select(id);
    looksAt.value = id;
  };
  return (
    <button type="button" class="entity" dir="auto" aria-pressed={selected.value === id} onClick={choose}>
      {kind && <KindMark kind={kind} isAlone />}
      {name}
    </button>
  );
}

interface FlagProps {
  /** `told` is the outline of `good`: so it is said, but by nobody independent. */
  readonly tone: 'good' | 'told' | 'bad' | 'plain';
  readonly help?: string;
  readonly children: ComponentChildren;
}
export const Flag = ({ tone, help, children }: FlagProps) => (
  <span class={`flag ${tone}`} title={help}>
    {children}
  </span>
);

/** That something is waited for; or what went wrong with it, and the way to try again. */
export const Waiting = ({ error, onRetry }: { readonly error?: string | undefined; readonly onRetry?: (() => void) | undefined }) => (
  <p role={error ? 'alert' : 'status'} class={error ? 'problem' : 'waiting'}>
    {error ?? text.value.loading}{' '}
    {error && onRetry && (
      <button type="button" onClick={onRetry}>
        {text.value.retry}
      </button>
    )}
  </p>
);
