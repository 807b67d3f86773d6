/** The values that claims give to the properties of an entity, and what is not known of it. */
import { type RestsAnswer, restsOf } from '../rests.ts';
import type { Value as ClaimedValue } from '../text/stated.ts';
import { propertyName, text, word } from '../text/text.ts';
import { Claims, type ClaimsAnswer } from './claims.tsx';
import { Flag } from './marks.tsx';
import { Stated } from './stated.tsx';

export interface ValueAnswer extends RestsAnswer {
  readonly rank: string;
  readonly value: ClaimedValue | null;
  readonly claims: ClaimsAnswer;
}
export interface UnknownAnswer {
  readonly property: string;
  readonly reason: string;
}

export function Values({ values, unknowns }: { readonly values: readonly ValueAnswer[]; readonly unknowns: readonly UnknownAnswer[] }) {
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
          <b>{propertyName(property)}</b> {unknown}: {reasons[reason as keyof typeof reasons] ?? reason}
        </p>
      ))}
    </section>
  );
}

function Value({ claims, ...stated }: ValueAnswer) {
  const { property, isProjected, agreement, rank, independentSourceCount, value } = stated;
  const { agreement: agreements, notProjected, deprecated, sources } = text.value;
  const agreed =
    agreement === null || agreement === 'CONTESTED' ? null : (agreements[agreement as keyof typeof agreements] ?? word(agreement));
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
