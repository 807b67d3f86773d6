/** What colours, shapes and sizes mean. */
import { COMMUNITY_COLORS, NO_COMMUNITY } from '../look.ts';
import { communitySizes, currency, scene, shown, traced } from '../state.ts';
import { kindName, text } from '../text/text.ts';
import { KindMark } from './marks.tsx';

export function Legend() {
  const { colors, sizes } = scene.value;
  const { legend, degreeMeans, promisedIn, contestedLink, pathLink } = text.value;
  const entities = [...shown.value.entities.values()];
  const kinds = [...new Set(entities.map(({ kind }) => kind))].sort();
  const isContested = [...shown.value.links.values()].some(({ contested }) => contested);
  return (
    <aside class="legend" aria-label={legend}>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <KindMark kind={kind} {...(colors === 'community' && { color: 'currentColor' })} /> {kindName(kind)}
          </li>
        ))}
        {colors === 'community' && <Communities />}
        {isContested && <Line name="contested" label={contestedLink} />}
        {traced.value.size > 0 && <Line name="traced" label={pathLink} />}
      </ul>
      {sizes === 'degree' && <p>{degreeMeans}</p>}
      {sizes === 'promised' && currency.value && <p>{promisedIn(currency.value)}</p>}
    </aside>
  );
}

const Line = ({ name, label }: { readonly name: 'contested' | 'traced'; readonly label: string }) => (
  <li>
    <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M0 8h16" class={name} />
    </svg>{' '}
    {label}
  </li>
);

function Communities() {
  const { communityOf, noCommunity } = text.value;
  const rows = communitySizes.value
    .slice(0, COMMUNITY_COLORS.length)
    .map((size, i) => ({ color: COMMUNITY_COLORS[i]!, label: communityOf(i + 1, size) }));
  if (communitySizes.value.length > COMMUNITY_COLORS.length) rows.push({ color: NO_COMMUNITY as never, label: noCommunity });
  return (
    <>
      {rows.map(({ color, label }) => (
        <li key={label}>
          <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M1 1h14v14H1z" fill={color} />
          </svg>{' '}
          {label}
        </li>
      ))}
    </>
  );
}
