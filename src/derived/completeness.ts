/** What makes a commitment one that can be followed up, as conditions of Cypher in the order of `Ingredient`. */
import { Ingredient } from '../../model/enums.ts';
import { exists } from '../plan/conditions.ts';
import { gathering } from '../plan/patterns.ts';
import type { Time } from '../plan/time.ts';

const PARTNERS = `['FUNDING', 'IMPLEMENTING', 'EXTENDING', 'SUPPLYING', 'COOPERATING']`;

function ingredientsOf(c: string, { isLive, read }: Time): readonly string[] {
  const hasTarget = (column: string) =>
    exists(`MATCH (${c})-[h:HAS_TARGET]->(t:Target) WHERE ${isLive('h')} AND ${read('t', column)} IS NOT NULL`);
  const hasParty = (condition: string) => exists(`MATCH (${c})<-[p:PARTY_TO]-(a) WHERE ${isLive('p')} AND ${condition}`);
  const answers = exists(`MATCH (a)-[q:PARTY_TO]->(${c}) WHERE ${isLive('q')} AND q.role = 'ACCOUNTABLE'`);
  const isStated = exists(`MATCH (${c})-[:STATES]->(v:StatedValue) WHERE ${isLive('v')} AND ${read('v', 'independentSourceCount')} > 0`);
  const isKnown = (column: string) => `${read(c, column)} IS NOT NULL`;
  return [
    hasParty(`p.role = 'ACCOUNTABLE'`),
    `(${isKnown('amountValue')} OR ${hasTarget('quantityValue')})`,
    `(${isKnown('amountCurrency')} OR ${hasTarget('quantityUnit')})`,
    hasTarget('baselineValue'),
    `(${isKnown('endsOn')} OR ${hasTarget('dueOn')})`,
    hasParty(`p.role IN ${PARTNERS} AND NOT ${answers}`),
    `(${isStated} OR ${hasParty(`${read('p', 'independentSourceCount')} > 0`)})`,
  ];
}

/** Which of the ingredients there are, and the share of them. */
export const completeness = gathering(
  (_, { time }) =>
    (from, slot) =>
      `RETURN [${ingredientsOf(from, time).join(', ')}] AS ${slot}`,
  (held) => {
    const missing = Ingredient.words.filter((_, i) => !(held as boolean[])[i]);
    return { score: (Ingredient.words.length - missing.length) / Ingredient.words.length, missing };
  },
  (census) => 3 * (census.spread('HAS_TARGET', 'OUT').each + census.spread('PARTY_TO', 'IN').each) + census.spread('STATES', 'OUT').each,
);
