/** Every link of an entity as a list, each with its evidence, some at a time. */
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../api.ts';
import { type EntityAnswer, entityOf } from '../load.ts';
import { LINKS } from '../queries.ts';
import { asOf, explain, within } from '../state.ts';
import { percent, text, typeName } from '../text/text.ts';
import { type ClaimAnswer, Claims } from './claims.tsx';
import { EntityButton, Flag, Waiting } from './marks.tsx';

export interface LinkAnswer {
  readonly id: string;
  readonly type: string;
  readonly role: string | null;
  readonly purpose: string | null;
  readonly confidence: number | null;
  readonly contested: boolean | null;
  readonly independentSourceCount?: number | null;
  readonly since?: string | null;
  readonly until?: string | null;
}
interface EdgeAnswer {
  readonly direction: string;
  readonly node: EntityAnswer;
  readonly link: LinkAnswer;
  readonly claims: { readonly nodes: readonly ClaimAnswer[] };
}
interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly EdgeAnswer[];
}

export function Links({ id, name }: { readonly id: string; readonly name: string }) {
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [error, setError] = useState<string>();
  const time = asOf.value;
  const load = (after: string | null, before: readonly Page[]): void => {
    ask<{ entity: { links: Page } | null }>({ query: LINKS, variables: { id, after }, ...within() }).then(
      ({ entity }) => setPages(entity ? [...before, entity.links] : before),
      (reason: unknown) => setError(explain(reason)),
    );
  };
  useEffect(() => {
    setPages([]);
    setError(undefined);
    load(null, []);
  }, [id, time]);
  const { links: title, linksOf, more } = text.value;
  const last = pages.at(-1);
  return (
    <section aria-label={linksOf(name)}>
      <h3>{title}</h3>
      {!last && <Waiting error={error} />}
      <ul class="links">
        {pages
          .flatMap(({ edges }) => edges)
          .map((edge) => (
            <LinkRow key={`${edge.link.id} ${edge.direction}`} {...edge} />
          ))}
      </ul>
      {last?.pageInfo.hasNextPage && (
        <button type="button" onClick={() => load(last.pageInfo.endCursor, pages)}>
          {more}
        </button>
      )}
    </section>
  );
}

function LinkRow({ direction, node, link, claims }: EdgeAnswer) {
  const { kind, ...entity } = entityOf(node);
  return (
    <li>
      <p>
        <span class="type">{typeName(link.type, direction)}</span> <EntityButton id={entity.id} kind={kind} name={entity.name} />
      </p>
      <LinkFacts {...link} />
      <details>
        <summary>{text.value.claims(claims.nodes.length)}</summary>
        <Claims claims={claims.nodes} />
      </details>
    </li>
  );
}

/** What a link says of itself, in one line. */
export function LinkFacts({ role, purpose, confidence, contested, independentSourceCount, since, until }: LinkAnswer) {
  const { confidence: sure, contested: mark, sources } = text.value;
  const facts = [
    role?.toLowerCase().replaceAll('_', ' '),
    purpose,
    (since || until) && `${since ?? ''}–${until ?? ''}`,
    confidence !== null && `${sure} ${percent(confidence)}`,
    independentSourceCount && sources(independentSourceCount),
  ].filter(Boolean);
  return (
    <p class="fine">
      {contested && <Flag tone="bad">{mark}</Flag>} {facts.join(' · ')}
    </p>
  );
}
