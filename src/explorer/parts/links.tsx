/** Every link of an entity as a list, each with its evidence, some at a time. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, isAbort } from '../api.ts';
import { isolated } from '../label.ts';
import { entityOf } from '../load.ts';
import { LINKS, type LinkFactsFragment, type LinksQuery } from '../queries.ts';
import { FIRM } from '../rests.ts';
import { asOf, explain, within } from '../state.ts';
import { sureness, text, typeName, word } from '../text/text.ts';
import { Claims } from './claims.tsx';
import { EntityButton, Waiting } from './marks.tsx';
import { Marks, StatedAmount } from './stated.tsx';

type Page = NonNullable<LinksQuery['entity']>['links'];

export function Links({ id, name }: { readonly id: string; readonly name: string }) {
  const { pages, error, loadMore } = usePages(id);
  const { links: title, linksOf, more } = text.value;
  const last = pages.at(-1);
  return (
    <section aria-label={linksOf(isolated(name))}>
      <h3>{title}</h3>
      <ul class="links">
        {pages
          .flatMap(({ edges }) => edges)
          .map((edge) => (
            <LinkRow key={`${edge.link.id} ${edge.direction}`} {...edge} />
          ))}
      </ul>
      {(error || !last) && <Waiting error={error} onRetry={loadMore} />}
      {last?.pageInfo.hasNextPage && (
        <button type="button" onClick={loadMore}>
          {more}
        </button>
      )}
    </section>
  );
}

/** The pages of links that were asked for so far; another entity, or another time, begins anew. */
function usePages(id: string) {
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [error, setError] = useState<string>();
  const running = useRef(new AbortController());
  const time = asOf.value;
  const load = (before: readonly Page[]): void => {
    const { signal } = running.current;
    setError(undefined);
    ask(LINKS, { id, after: before.at(-1)?.pageInfo.endCursor ?? null }, within(signal)).then(
      ({ entity }) => setPages(entity ? [...before, entity.links] : before),
      (reason: unknown) => isAbort(reason) || setError(explain(reason)),
    );
  };
  useEffect(() => {
    running.current = new AbortController();
    setPages([]);
    load([]);
    return () => running.current.abort();
  }, [id, time]);
  return { pages, error, loadMore: () => load(pages) };
}

function LinkRow({ direction, node, link, claims }: Page['edges'][number]) {
  const { kind, amount, ...entity } = entityOf(node);
  return (
    <li>
      <p>
        <span class="type">{typeName(link.type, direction)}</span> <EntityButton id={entity.id} kind={kind} name={entity.name} />{' '}
        {amount && <StatedAmount amount={amount} />}
      </p>
      <LinkFacts {...link} />
      <details>
        <summary>{text.value.claims(claims.totalCount)}</summary>
        <Claims {...claims} />
      </details>
    </li>
  );
}

/** What a link says of itself, in one line. */
export function LinkFacts({ role, purpose, confidence, contested, sourceCount, independentSourceCount, since, until }: LinkFactsFragment) {
  const { confidence: sure, sources } = text.value;
  const isSelfReported = Boolean(sourceCount) && !independentSourceCount;
  const facts = [
    role && word(role),
    purpose,
    (since || until) && `${since ?? ''}–${until ?? ''}`,
    confidence !== null && `${sure} ${sureness(confidence)}`,
    independentSourceCount && sources(independentSourceCount),
  ].filter(Boolean);
  return (
    <p class="fine">
      <Marks rests={{ ...FIRM, isContested: contested ?? false, isSelfReported }} /> {facts.join(' · ')}
    </p>
  );
}
