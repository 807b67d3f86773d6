/** The page: the drawing, and around it what leads to it and what explains it. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { open, redo, startOver, undo } from '../actions.ts';
import { hasWebgl } from '../canvas.ts';
import { isEmbedded } from '../embedded.ts';
import { toHash } from '../scene-url.ts';
import { canRedo, canUndo, scene, seen, selected } from '../state.ts';
import { changeLanguage, text } from '../text/text.ts';
import { Answers } from './answers.tsx';
import { canvas, isMoving } from './canvas-of-page.ts';
import { Details } from './details.tsx';
import { Drawing } from './drawing.tsx';
import { Legend } from './legend.tsx';
import { List } from './list.tsx';
import { Notices } from './notices.tsx';
import { Printed } from './printed.tsx';
import { SearchBox } from './search-box.tsx';
import { Share } from './share.tsx';
import { Timeline } from './timeline.tsx';
import { View } from './view.tsx';

const PANELS = { details: Details, list: List, view: View, share: Share } as const;
type Panel = keyof typeof PANELS;
const NAMES: readonly Panel[] = ['details', 'list', 'view', 'share'];
const panel = signal<Panel>('details');

const canDraw = hasWebgl();

export function App() {
  useShortcuts();
  usePanel();
  if (isEmbedded) return <Embedded />;
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('panel')?.focus()}>
        {text.value.skip}
      </button>
      <Header />
      <main>
        <Stage />
        <Side />
      </main>
    </>
  );
}

/** What is selected, or asked, is looked at in the details, unless it was chosen from the list. */
function usePanel(): void {
  const { asked } = seen.value;
  const id = selected.value;
  useEffect(() => {
    if (id === null && asked === null) return;
    if (!document.activeElement?.closest('.side .list')) panel.value = 'details';
  }, [id, asked]);
}

function Header() {
  const { title, tagline, search, undo: back, redo: again, startOver: anew, other } = text.value;
  return (
    <header class="top">
      <h1 title={tagline}>{title}</h1>
      <SearchBox label={search} onChoose={(id) => void open(id)} isMain />
      <div class="actions">
        <button type="button" disabled={!canUndo.value} onClick={undo}>
          {back}
        </button>
        <button type="button" disabled={!canRedo.value} onClick={redo}>
          {again}
        </button>
        <button type="button" onClick={() => void startOver()}>
          {anew}
        </button>
        <a href="/graphql">GraphiQL</a>
        <button type="button" onClick={changeLanguage}>
          {other}
        </button>
      </div>
    </header>
  );
}

function Stage() {
  const { graph, noWebgl, stop, zoomIn, zoomOut, showAll } = text.value;
  return (
    <section class="stage" aria-label={graph}>
      <Notices />
      {canDraw ? <Drawing /> : <p class="problem">{noWebgl}</p>}
      {!canDraw && <List />}
      {canDraw && (
        <div class="zoom">
          <button type="button" aria-label={zoomIn} onClick={() => canvas.value?.zoom(1.5)}>
            +
          </button>
          <button type="button" aria-label={zoomOut} onClick={() => canvas.value?.zoom(1 / 1.5)}>
            −
          </button>
          <button type="button" aria-label={showAll} onClick={() => canvas.value?.showAll()}>
            ⤢
          </button>
          {isMoving.value && (
            <button type="button" onClick={isMoving.value}>
              {stop}
            </button>
          )}
        </div>
      )}
      <Legend />
      <Printed />
      {!isEmbedded && <Timeline />}
    </section>
  );
}

function Side() {
  const chosen = panel.value;
  const Chosen = PANELS[chosen];
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = NAMES[(NAMES.indexOf(chosen) + step + NAMES.length) % NAMES.length]!;
    panel.value = next;
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="side">
      <Answers />
      <div role="tablist" aria-label={text.value.panels} onKeyDown={onKeyDown}>
        {NAMES.map((name) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`tab-${name}`}
            aria-selected={name === chosen}
            aria-controls="panel"
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => {
              panel.value = name;
            }}
          >
            {text.value[name]}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a tab panel is to be reached, as the ARIA practices have it */}
      <div id="panel" role="tabpanel" aria-labelledby={`tab-${chosen}`} tabIndex={0}>
        <Chosen />
      </div>
    </div>
  );
}

/** Only the drawing, with the way to the whole page. */
const Embedded = () => (
  <main class="embedded">
    <Stage />
    <a class="whole" href={`${location.pathname}#${toHash(scene.value)}`} target="_blank" rel="noreferrer">
      {text.value.title}
      {seen.value.on !== null && ` · ${text.value.onDate(seen.value.on)}`}
    </a>
  </main>
);

function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTyping = (event.target as Element).matches('input:not([type=checkbox], [type=range]), textarea');
      if (isTyping || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
