/** The values that claims give to the properties of an entity, and what is not known of it. */
import { money, number, propertyName, text, word } from '../text/text.ts';
import { Claims, type ClaimsAnswer } from './claims.tsx';
import { Flag } from './marks.tsx';

interface ClaimedValue {
  readonly value?: string;
  readonly currency?: string;
  readonly unit?: string;
  readonly qualifier?: string;
  readonly date?: string;
  readonly text?: string;
}
export interface ValueAnswer {
  readonly property: string;
  readonly isProjected: boolean;
  readonly agreement: string | null;
  readonly rank: string;
  readonly independentSourceCount: number;
  readonly value: ClaimedValue | null;
  readonly claims: ClaimsAnswer;
}
export interface UnknownAnswer {
  readonly property: string;
  readonly reason: string;
}

const SIGNS: Readonly<Record<string, string>> = { AT_LEAST: '≥ ', ABOUT: '≈ ', UP_TO: '≤ ', MORE_THAN: '> ', LESS_THAN: '< ' };

export function shownValue({ value, currency, unit, qualifier, date, text: said }: ClaimedValue): string {
  if (value === undefined) return date ?? word(said ?? '');
  const sign = SIGNS[qualifier ?? ''] ?? '';
  return sign + (currency ? money({ value, currency }) : [number(value), unit && word(unit)].filter(Boolean).join(' '));
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

function Value({ property, isProjected, agreement, rank, independentSourceCount, value, claims }: ValueAnswer) {
  const { agreement: agreements, notProjected, deprecated, sources } = text.value;
  return (
    <details class="value">
      <summary>
        <b>{propertyName(property)}</b> {value ? shownValue(value) : '—'}{' '}
        {!isProjected && <Flag tone={rank === 'DEPRECATED' ? 'bad' : 'plain'}>{rank === 'DEPRECATED' ? deprecated : notProjected}</Flag>}
        {agreement && <Flag tone={agreement === 'CONTESTED' ? 'bad' : 'plain'}>{agreements[agreement as keyof typeof agreements]}</Flag>}
        {independentSourceCount > 0 && <Flag tone="plain">{sources(independentSourceCount)}</Flag>}
      </summary>
      <Claims {...claims} />
    </details>
  );
}
