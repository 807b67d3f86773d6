/** What colours, shapes and sizes mean. */

import { traced } from '../answers.ts';
import { COMMUNITY_COLORS, NO_COMMUNITY } from '../look.ts';
import { measures, scene, shown } from '../state.ts';
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
      {sizes === 'promised' && measures.value.currency && <p>{promisedIn(measures.value.currency)}</p>}
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
  const sizes = measures.value.communitySizes.slice(0, COMMUNITY_COLORS.length);
  const rows = [
    ...sizes.map((size, i) => ({ color: COMMUNITY_COLORS[i]!, label: communityOf(i + 1, size) })),
    { color: NO_COMMUNITY, label: noCommunity },
  ];
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
