/** The values that claims give to the properties of an entity, and what is not known of it. */
import type { DetailsQuery } from '../queries.ts';
import { restsOf } from '../rests.ts';
import { propertyName, text } from '../text/text.ts';
import { Claims } from './claims.tsx';
import { Flag } from './marks.tsx';
import { Stated } from './stated.tsx';

type Known = Pick<NonNullable<DetailsQuery['entity']>, 'values' | 'unknowns'>;

export function Values({ values, unknowns }: Known) {
  const { values: title, unknown, unknowns: reasons } = text.value;
  if (values.length === 0 && unknowns.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {values.map((value) => (
        <Value key={value.property + JSON.stringify(value.value)} {...value} />
      ))}
      {unknowns.map(({ property, reason }) => (
        <p key={property}>
          <b>{propertyName(property)}</b> {unknown}: {reasons[reason]}
        </p>
      ))}
    </section>
  );
}

function Value({ claims, ...stated }: Known['values'][number]) {
  const { property, isProjected, agreement, rank, independentSourceCount, value } = stated;
  const { agreement: agreements, notProjected, deprecated, sources } = text.value;
  const agreed = agreement === null || agreement === 'CONTESTED' ? null : agreements[agreement];
  return (
    <details class="value">
      <summary>
        <b>{propertyName(property)}</b> {value ? <Stated of={value} rests={restsOf(stated)} /> : '—'}{' '}
        {!isProjected && <Flag tone={rank === 'DEPRECATED' ? 'bad' : 'plain'}>{rank === 'DEPRECATED' ? deprecated : notProjected}</Flag>}
        {agreed && <Flag tone="plain">{agreed}</Flag>}
        {independentSourceCount > 0 && <Flag tone="plain">{sources(independentSourceCount)}</Flag>}
      </summary>
      <Claims {...claims} />
    </details>
  );
}
