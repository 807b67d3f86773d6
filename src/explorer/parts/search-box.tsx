/** A box to search entities by name, with results as one types: a combobox as the ARIA practices have it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { entityOf } from '../load.ts';
import { SEARCH, type SearchQuery } from '../queries.ts';
import { kindName, text } from '../text/text.ts';
import { KindMark } from './marks.tsx';
import { StatedAmount } from './stated.tsx';
import { useAnswer } from './use-answer.ts';

type Found = NonNullable<SearchQuery['search']>['edges'][number];
interface SearchBoxProps {
  readonly label: string;
  readonly onChoose: (id: string) => void;
  /** Whether `/` leads here from anywhere on the page. */
  readonly isMain?: boolean;
}

/** How long typing may pause before it is searched. */
const PAUSE_MS = 120;

export function SearchBox({ label, onChoose, isMain = false }: SearchBoxProps) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [isAwaited, setAwaited] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const wanted = typed.trim();
  const query = useSettled(wanted);
  const { data, error } = useAnswer(query ? SEARCH : null, { query });
  const found = (query && data?.search?.edges) || [];
  useEffect(() => setActive(0), [data]);
  useSlash(isMain, input);
  const choose = ({ node }: Found): void => {
    setTyped('');
    setOpen(false);
    setAwaited(false);
    onChoose(node.id);
  };
  // Enter that came before the answer to what was typed chooses the first of it.
  useEffect(() => {
    if (isAwaited && query === wanted && found[0]) choose(found[0]);
  }, [data, isAwaited]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // What is still being composed, as Japanese is, is not for us.
    if (event.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isCurrent = query === wanted && data !== undefined;
    if (step) setActive((active + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter' && isCurrent && found[active]) choose(found[active]);
    else if (event.key === 'Enter' && wanted && !isCurrent) setAwaited(true);
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isShown = isOpen && query !== '';
  const { nothingFound, results, searchHint } = text.value;
  return (
    <div class="search" onFocusOut={(event) => (event.currentTarget as Element).contains(event.relatedTarget as Node) || setOpen(false)}>
      <input
        ref={input}
        type="text"
        inputMode="search"
        role="combobox"
        aria-label={label}
        aria-expanded={isShown && found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isShown && found[active] ? `${list}-${active}` : undefined}
        placeholder={isMain ? searchHint : label}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAwaited(false);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={label} hidden={!isShown || found.length === 0} class="results">
        {found.map((one, i) => (
          <div
            key={one.node.id}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            onMouseEnter={() => setActive(i)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(one)}
            onKeyDown={onKeyDown}
          >
            <Result {...one} />
          </div>
        ))}
      </div>
      <div role="status" class={isShown && (error || (data && !found.length)) ? 'results' : 'unseen'}>
        {error ?? (isShown && data ? (found.length ? results(found.length) : nothingFound(query)) : '')}
      </div>
    </div>
  );
}

function Result({ field, snippet, node }: Found) {
  const { kind, name, amount } = entityOf(node);
  return (
    <>
      <KindMark kind={kind} />
      <span>{name}</span>
      <small>{field === 'name' ? kindName(kind) : snippet}</small>
      {amount && <StatedAmount amount={amount} />}
    </>
  );
}

/** What was typed, once it rests. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(typed), typed ? PAUSE_MS : 0);
    return () => clearTimeout(waiting);
  }, [typed]);
  return settled;
}

function useSlash(isMain: boolean, input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    if (!isMain) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || (event.target as Element).matches('input, textarea, select')) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isMain]);
}
