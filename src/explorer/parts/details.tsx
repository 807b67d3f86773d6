/** Everything known of the entity that is selected, and what can be done with it. */
import { useState } from 'preact/hooks';
import { askCommon, askPath, collapse, expand, expandAll, hide, pin, unpin } from '../actions.ts';
import { entityOf } from '../load.ts';
import { DETAILS, type DetailsQuery } from '../queries.ts';
import { looksAt, positions, present, scene, selected, shown } from '../state.ts';
import { kindName, text, typeName, word } from '../text/text.ts';
import { canvas } from './canvas-of-page.ts';
import { Delivery } from './delivery.tsx';
import { Links } from './links.tsx';
import { KindMark, Waiting } from './marks.tsx';
import { SearchBox } from './search-box.tsx';
import { StatedAmount } from './stated.tsx';
import { useAnswer } from './use-answer.ts';
import { Values } from './values.tsx';

type Answer = NonNullable<DetailsQuery['entity']>;

export function Details() {
  const id = selected.value;
  const { data, error, retry } = useAnswer(id === null ? null : DETAILS, { id: id ?? '' });
  if (id === null) return <Welcome />;
  if (!data) return <Waiting error={error} onRetry={retry} />;
  if (!data.entity) return <p class="problem">{text.value.errors['NOT_FOUND']}</p>;
  return <Found key={id} {...data.entity} />;
}

const Welcome = () => (
  <>
    <p>{text.value.tagline}</p>
    <p class="waiting">{text.value.nothingSelected}</p>
  </>
);

function Found(answer: Answer) {
  const { summary, values, unknowns, linkCounts } = answer;
  const { id, kind, name, amount } = entityOf(answer);
  return (
    <article aria-label={name}>
      <header>
        <p class="fine">
          <KindMark kind={kind} /> {kindName(kind)} {answer.type && word(answer.type)}
        </p>
        <h2 tabIndex={-1}>{name}</h2>
        <Names {...answer} />
        {amount && (
          <p class="amount">
            {text.value.promised}: <StatedAmount amount={amount} />
          </p>
        )}
        {[answer.__typename === 'Commitment' && answer.statement, summary]
          .filter((one) => one)
          .map((one) => (
            <p key={one}>{one}</p>
          ))}
      </header>
      <Actions id={id} />
      <Expansion id={id} counts={linkCounts} />
      <Standing {...answer} />
      <Values values={values} unknowns={unknowns} />
      <Links id={id} name={name} />
    </article>
  );
}

/** The delivery of a commitment, or of the one that a target belongs to. */
function Standing(answer: Answer) {
  if (answer.__typename === 'Commitment') return <Delivery standing={answer} targets={answer.targets.nodes} />;
  if (answer.__typename === 'Target' && answer.commitment) return <Delivery standing={answer.commitment} targets={[answer]} />;
  return null;
}

function Names({ names, identifiers }: Pick<Answer, 'names' | 'identifiers'>) {
  return (
    <>
      {names.length > 0 && (
        <ul class="names" aria-label={text.value.names}>
          {names.map(({ value, language }) => (
            <li key={value + language} lang={language ?? undefined}>
              {value} {language && <small>{language}</small>}
            </li>
          ))}
        </ul>
      )}
      {identifiers.length > 0 && (
        <ul class="names" aria-label={text.value.identifiers}>
          {identifiers.map(({ scheme, value, url }) => (
            <li key={scheme + value}>
              <small>{scheme}</small>{' '}
              {url && /^https?:/.test(url) ? (
                <a href={url} rel="noreferrer" target="_blank">
                  {value}
                </a>
              ) : (
                value
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Actions({ id }: { readonly id: string }) {
  const [asks, setAsks] = useState<'path' | 'common'>();
  const isShown = shown.value.entities.has(id);
  const { collapse: collapses, hide: hides, pin: pins, unpin: unpins, lookAt: looks, pathTo, commonWith } = text.value;
  const isPinned = scene.value.pins[id] !== undefined;
  const lookAt = (): void => {
    looksAt.value = id;
  };
  return (
    <div class="actions">
      {isShown && (
        <>
          <button type="button" onClick={lookAt}>
            {looks}
          </button>
          <button type="button" onClick={() => collapse(id)}>
            {collapses}
          </button>
          <button type="button" onClick={() => hide(id)}>
            {hides}
          </button>
          {canvas.value && (
            <button
              type="button"
              aria-pressed={isPinned}
              onClick={() => (isPinned ? unpin(id) : pin(id, positions.get(id) ?? { x: 0, y: 0 }))}
            >
              {isPinned ? unpins : pins}
            </button>
          )}
        </>
      )}
      <button type="button" aria-expanded={asks === 'path'} onClick={() => setAsks(asks === 'path' ? undefined : 'path')}>
        {pathTo}
      </button>
      <button type="button" aria-expanded={asks === 'common'} onClick={() => setAsks(asks === 'common' ? undefined : 'common')}>
        {commonWith}
      </button>
      {asks && <SearchBox key={asks} label={asks === 'path' ? pathTo : commonWith} onChoose={(other) => askOf(asks, id, other)} />}
    </div>
  );
}

/** What is asked of two entities; nothing of one and itself. */
function askOf(what: 'path' | 'common', id: string, other: string): void {
  if (id === other) return;
  if (what === 'path') askPath(id, other);
  else askCommon(id, other);
}

/** How many links of each type there are, how many of them are shown, and the way to the others. */
function Expansion({ id, counts }: { readonly id: string; readonly counts: Answer['linkCounts'] }) {
  const { expand: title, expandAll: all, expandType, shownOf } = text.value;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="counts">
        <li>
          <button type="button" onClick={() => void expandAll(id)}>
            {all}
          </button>
        </li>
        {counts.map(({ type, direction, count }) => {
          const shownOnes = countShown(id, type, direction);
          const name = typeName(type, direction);
          return (
            <li key={type + direction}>
              <button
                type="button"
                disabled={shownOnes >= count}
                aria-label={expandType(name, shownOnes, count)}
                onClick={() => void expand(id, type, direction)}
              >
                {name} <small>{shownOf(shownOnes, count)}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function countShown(id: string, type: string, direction: string): number {
  const leads = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
    (direction !== 'IN' && from === id) || (direction !== 'OUT' && to === id);
  return [...present.value.links.values()].filter((link) => link.type === type && leads(link)).length;
}
