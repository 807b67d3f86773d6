/** The statements behind the network of partners: who has a part in which commitments, and how those hang together. */
import { isOfKinds } from '../plan/conditions.ts';
import type { Asking } from '../plan/expand.ts';
import { type AsOf, timeOf } from '../plan/time.ts';
import { tiesText } from './totals.ts';

/** Which parties and commitments count. */
export interface Parties {
  readonly kinds: readonly string[] | undefined;
  /** Types of commitment. */
  readonly types: readonly string[] | undefined;
  readonly minConfidence: number | undefined;
  readonly minSources: number | undefined;
  readonly asOf: AsOf;
}

/** Commitments of several parties, at most `most` of them: id, amount, currency, and the ids of the parties. */
export function partiesText({ kinds, types, minConfidence, minSources, asOf }: Parties, most: number): Asking {
  const { isLive, read } = timeOf(asOf);
  const conditions = [
    isLive('r'),
    ...(kinds ? [isOfKinds('a', kinds)] : []),
    ...(types ? [`${read('c', 'type')} IN $p.types`] : []),
    ...(minConfidence === undefined ? [] : [`${read('r', 'confidence')} >= $p.confidence`]),
    ...(minSources === undefined ? [] : [`${read('r', 'independentSourceCount')} >= $p.sources`]),
  ];
  const text = [
    `MATCH (c:Commitment)<-[r:PARTY_TO]-(a:Entity) WHERE ${conditions.join(' AND ')}`,
    'WITH c, collect(DISTINCT a.id) AS actors WHERE size(actors) > 1 WITH c, actors ORDER BY c.id LIMIT $most',
    `RETURN c.id AS id, ${read('c', 'amountValue')} AS amount, ${read('c', 'amountCurrency')} AS currency, actors`,
  ].join('\n');
  return { text, parameters: { p: { ...asOf, types, confidence: minConfidence, sources: minSources }, most } };
}

export const allTiesText = (asOf: AsOf): Asking => ({ text: tiesText(timeOf(asOf), 'held'), parameters: { p: { ...asOf } } });
