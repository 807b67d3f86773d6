/** The answers to what is asked of several entities: paths between two, or whom they are all linked to. */
import { useEffect } from 'preact/hooks';
import { type EntityAnswer, entityOf } from '../load.ts';
import { COMMON, PATHS } from '../queries.ts';
import { addAll, choose, scene, setAsked, shown, traced } from '../state.ts';
import { percent, text, typeName } from '../text/text.ts';
import { type ClaimAnswer, Claims } from './claims.tsx';
import { type LinkAnswer, LinkFacts } from './links.tsx';
import { EntityButton, Flag, Waiting } from './marks.tsx';
import { useAnswer } from './use-answer.ts';

interface HopAnswer {
  readonly direction: string;
  readonly link: LinkAnswer & { readonly claims: { readonly nodes: readonly ClaimAnswer[] } };
}
interface PathAnswer {
  readonly length: number;
  readonly confidence: number;
  readonly weakestHop: { readonly link: { readonly id: string } } | null;
  readonly nodes: readonly EntityAnswer[];
  readonly hops: readonly HopAnswer[];
}
interface Bounded {
  readonly truncated: boolean;
  readonly reason: string | null;
}
interface PartnerAnswer {
  readonly node: EntityAnswer;
  readonly links: readonly { readonly id: string; readonly type: string }[];
}

export function Answers() {
  const { asked } = scene.value;
  if (!asked) return null;
  const { paths, common, close } = text.value;
  return (
    <section class="answer" aria-label={asked.what === 'path' ? paths : common}>
      <button type="button" class="close" aria-label={close} onClick={() => setAsked(null)}>
        ×
      </button>
      {asked.what === 'path' ? <Paths of={asked.of} chosen={asked.chosen} /> : <Common of={asked.of} />}
    </section>
  );
}

/** What holds for every link of the scene holds on every hop; types are left out where they are hidden. */
function useBounds(): Readonly<Record<string, unknown>> {
  const { minConfidence, minSources, hiddenTypes } = scene.value.filters;
  const types = hiddenTypes.length ? Object.keys(text.value.types).filter((type) => !hiddenTypes.includes(type)) : null;
  return { types, minConfidence: minConfidence || null, minSources: minSources || null };
}

const nameOf = (id: string): string => shown.value.entities.get(id)?.name ?? id;

function Paths({ of, chosen }: { readonly of: readonly string[]; readonly chosen: number }) {
  const [from, to] = of as readonly [string, string];
  const { data, error } = useAnswer<{ paths: Bounded & { paths: readonly PathAnswer[] } }>(PATHS, { from, to, ...useBounds() });
  const found = data?.paths.paths ?? [];
  const path = found[chosen] ?? found[0];
  useEffect(() => {
    traced.value = new Set(path?.hops.map(({ link }) => link.id));
    if (path?.nodes.some(({ id }) => !scene.value.ids.includes(id))) addAll(path.nodes.map(({ id }) => id));
  }, [path]);
  const { pathsBetween, noPath, hops, truncated } = text.value;
  const named = (id: string): string => [...(path?.nodes ?? [])].find((node) => node.id === id)?.name ?? nameOf(id);
  return (
    <>
      <h2>{pathsBetween(named(from), named(to))}</h2>
      {!data && <Waiting error={error} />}
      {data && !path && <p>{noPath}</p>}
      {data?.paths.truncated && <p class="fine">{truncated(data.paths.reason ?? '')}</p>}
      {found.length > 1 && (
        <fieldset class="actions" aria-label={text.value.paths}>
          {found.map((one, i) => (
            <button type="button" key={one.hops.map(({ link }) => link.id).join()} aria-pressed={one === path} onClick={() => choose(i)}>
              {hops(one.length)} · {percent(one.confidence)}
            </button>
          ))}
        </fieldset>
      )}
      {path && <Hops {...path} />}
    </>
  );
}

function Hops({ nodes, hops, weakestHop }: PathAnswer) {
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
          <Claims claims={link.claims.nodes} />
          <EntityButton {...entities[i + 1]!} />
        </li>
      ))}
    </ol>
  );
}

function Common({ of }: { readonly of: readonly string[] }) {
  const { data, error } = useAnswer<{ commonPartners: Bounded & { partners: readonly PartnerAnswer[] } }>(COMMON, { of, ...useBounds() });
  const partners = data?.commonPartners.partners ?? [];
  useEffect(() => {
    traced.value = new Set(partners.flatMap(({ links }) => links.map(({ id }) => id)));
  }, [data]);
  const { commonOf, noCommon, showThese, truncated } = text.value;
  return (
    <>
      <h2>{commonOf(of.map(nameOf))}</h2>
      {!data && <Waiting error={error} />}
      {data && !partners.length && <p>{noCommon}</p>}
      {data?.commonPartners.truncated && <p class="fine">{truncated(data.commonPartners.reason ?? '')}</p>}
      <ul class="links">
        {partners.map(({ node, links }) => (
          <li key={node.id}>
            <EntityButton {...entityOf(node)} /> <small>{[...new Set(links.map(({ type }) => typeName(type, 'OUT')))].join(', ')}</small>
          </li>
        ))}
      </ul>
      {partners.length > 0 && (
        <button type="button" onClick={() => addAll([...of, ...partners.map(({ node }) => node.id)])}>
          {showThese}
        </button>
      )}
    </>
  );
}
