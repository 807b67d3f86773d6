/** Stated values: each distinct value of a property is a projection of the claims that state it, as a link is. */
import type { Agreement, WordOf } from '../../model/enums.ts';
import { StatedValue as Shape } from '../../model/stated-value.ts';
import type { Money } from '../../model/values.ts';
import { groupedBy } from '../grouped.ts';
import { bestOf, compare, isSaid, isSupporting, overlap, type StatedClaim, type StatedValue, standingOf, typedValue } from './claims.ts';
import { digest, encode, known, type LinkRow, type NodeRow, plainLink } from './graph.ts';
import type { Origins } from './origins.ts';

/** What the claims about one property of one node come to. */
export interface Settled extends StatedValue {
  /** The value that the node has: the best claim's, whatever others say. */
  readonly best: unknown;
  readonly agreement: WordOf<typeof Agreement> | null;
  /** The claims of each distinct value, or reason why it is not known; those of the value that stands first. */
  readonly groups: readonly (readonly StatedClaim[])[];
}

const keyOf = ({ value, unknown }: Pick<StatedClaim, 'value' | 'unknown'>): string => JSON.stringify(value ?? { unknown });

export function settle(stated: StatedValue, origins: Origins): Settled {
  const groups = groupedBy(stated.claims, keyOf).map((claims) => claims.toSorted(standingOf));
  const best = bestOf(stated.claims);
  const comesFirst = (claims: readonly StatedClaim[]): number => Number(best !== undefined && keyOf(claims[0]!) === keyOf(best));
  return {
    ...stated,
    best: best?.value,
    agreement: agreementOf(groups, origins),
    groups: groups.toSorted((a, b) => comesFirst(b) - comesFirst(a) || standingOf(a[0]!, b[0]!)),
  };
}

/** More than one value that is not known to be wrong is contested, even within one source. */
function agreementOf(groups: readonly (readonly StatedClaim[])[], { originOf }: Origins): Settled['agreement'] {
  const supported = groups
    .map((claims) => claims.filter((one) => isSupporting(one) && one.value !== undefined))
    .filter(({ length }) => length);
  if (!supported.length) return null;
  if (supported.some((one, i) => supported.slice(i + 1).some((other) => isRival(one, other)))) return 'CONTESTED';
  return supported.some((claims) => new Set(claims.filter(isSaid).map(originOf)).size > 1) ? 'UNANIMOUS' : 'SINGLE_SOURCE';
}

/** Whether only one of two values can be right: a sum in another currency converts it, and a value that ended before replaces it. */
const isRival = (one: readonly StatedClaim[], other: readonly StatedClaim[]): boolean =>
  currencyOf(one) === currencyOf(other) && overlap(validityOf(one), validityOf(other));
const currencyOf = ([first]: readonly StatedClaim[]): unknown => (first!.value as Partial<Money>).currency;

/** Every value claimed, as a node that the entity states. */
export const valueNodes = (settled: readonly Settled[], origins: Origins): NodeRow[] =>
  settled.flatMap(({ of, property, best, agreement, groups }) =>
    groups
      // What is known after all is not unknown, and neither is what nobody says any longer.
      .filter((claims) => claims[0]!.unknown === undefined || (best === undefined && claims.some(isSupporting)))
      .map((claims, position) => {
        const { value, unknown: reason, claim } = claims[0]!;
        const isProjected = best !== undefined && position === 0;
        const given = { ...origins.weigh(claims), ...validityOf(claims), position, reason, isProjected, rank: claim.rank, agreement };
        return valueNode(of, property, value, given);
      }),
  );

/** From the first day that its claims give to the last; without that bound where one of them gives none. */
function validityOf(claims: readonly StatedClaim[]): { since?: string | undefined; until?: string | undefined } {
  const all = (name: 'since' | 'until') => {
    const dates = claims.filter(isSupporting).map(({ claim }) => claim[name]);
    return dates.every((date) => date !== undefined) ? (dates as string[]).toSorted(compare) : [];
  };
  return { since: all('since')[0], until: all('until').at(-1) };
}

/** A value of a property; without one, the `reason` why it is not known. */
export function valueNode(of: string, property: string, value: unknown, rest: Readonly<Record<string, unknown>>): NodeRow {
  const id = `value:${digest([of, property, value ?? null, rest['reason'] ?? null])}`;
  const typed = value === undefined ? null : typedValue(value, property);
  const { claimIds, sourceTypes, reason, due, position } = rest;
  const hidden = known({ id, of, claimIds, sourceTypes, reason, due, position });
  return { id, kind: 'StatedValue', values: { ...encode(Shape.properties, { ...rest, property, value: typed }), ...hidden } };
}

export const valueLinks = (nodes: readonly NodeRow[]): LinkRow[] =>
  nodes.map(({ id, values: { reason, of, since, until } }) =>
    plainLink(reason === undefined ? 'STATES' : 'LACKS', of as string, id, { since, until }),
  );
