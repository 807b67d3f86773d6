/** The answers to what is asked of several entities: paths between two, or whom they are all linked to. */
import { addAll, choose, setAsked } from '../actions.ts';
import { answer, askAgain, path } from '../answers.ts';
import { isolated } from '../label.ts';
import { entityOf } from '../load.ts';
import type { PathFragment } from '../queries.ts';
import { present, scene } from '../state.ts';
import { sureness, text, typeName } from '../text/text.ts';
import { Claims } from './claims.tsx';
import { LinkFacts } from './links.tsx';
import { EntityButton, Flag, Waiting } from './marks.tsx';

export function Answers() {
  const { asked } = scene.value;
  if (!asked) return null;
  const { paths, common, close, truncated } = text.value;
  const { data, error } = answer.value;
  return (
    <section class="answer" aria-label={asked.what === 'path' ? paths : common}>
      <button type="button" class="close" aria-label={close} onClick={() => setAsked(null)}>
        ×
      </button>
      {asked.what === 'path' ? <Paths of={asked.of} /> : <Common of={asked.of} />}
      {!data && <Waiting error={error} onRetry={askAgain} />}
      {data?.truncated != null && <p class="fine">{truncated(data.truncated)}</p>}
    </section>
  );
}

const nameOf = (id: string): string =>
  isolated(present.value.entities.get(id)?.name ?? path.value?.nodes.find((node) => node.id === id)?.name ?? id);

function Paths({ of }: { readonly of: readonly string[] }) {
  const [from, to] = of as readonly [string, string];
  const { data } = answer.value;
  const { pathsBetween, noPath, hops } = text.value;
  return (
    <>
      <h2>{pathsBetween(nameOf(from), nameOf(to))}</h2>
      {data && !path.value && <p>{noPath}</p>}
      {data && data.paths.length > 1 && (
        <fieldset class="actions" aria-label={text.value.paths}>
          {data.paths.map((one, i) => (
            <button
              type="button"
              key={one.hops.map(({ link }) => link.id).join()}
              aria-pressed={one === path.value}
              onClick={() => choose(i)}
            >
              {hops(one.length)} · {sureness(one.confidence)}
            </button>
          ))}
        </fieldset>
      )}
      {path.value && <Hops {...path.value} />}
    </>
  );
}

function Hops({ nodes, hops, weakestHop }: PathFragment) {
  const entities = nodes.map(entityOf);
  return (
    <ol class="hops">
      <li>
        <EntityButton {...entities[0]!} />
      </li>
      {hops.map(({ direction, link }, i) => (
        <li key={link.id}>
          <p>
            <span class="type">{typeName(link.type, direction)}</span>{' '}
            {hops.length > 1 && weakestHop?.link.id === link.id && <Flag tone="plain">{text.value.weakest}</Flag>}
          </p>
          <LinkFacts {...link} />
          <Claims {...link.claims} />
          <EntityButton {...entities[i + 1]!} />
        </li>
      ))}
    </ol>
  );
}

function Common({ of }: { readonly of: readonly string[] }) {
  const { data } = answer.value;
  const { commonOf, noCommon, showThese } = text.value;
  return (
    <>
      <h2>{commonOf(of.map(nameOf))}</h2>
      {data && !data.partners.length && <p>{noCommon}</p>}
      <ul class="links">
        {data?.partners.map(({ node, links }) => (
          <li key={node.id}>
            <EntityButton {...entityOf(node)} /> <small>{[...new Set(links.map(({ type }) => typeName(type, 'OUT')))].join(', ')}</small>
          </li>
        ))}
      </ul>
      {data && data.partners.length > 0 && (
        <button type="button" onClick={() => addAll([...of, ...data.partners.map(({ node }) => node.id)])}>
          {showThese}
        </button>
      )}
    </>
  );
}
