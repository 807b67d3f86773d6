/** How far a target has come: read in Cypher, computed here. */
import { firstDay, lastDay } from '../../model/date.ts';
import type { Census } from '../plan/census.ts';
import type { LinkSide } from '../plan/extensions.ts';
import type { Term } from '../plan/order.ts';
import { along, gathering } from '../plan/patterns.ts';
import type { Time } from '../plan/time.ts';
import { dayOf, endedBy } from './delivery.ts';

/** When an observation ends: a month ends after each of its days. */
const endOf = (node: string, { read }: Time): string => `coalesce(${read(node, 'endsOn')}, ${read(node, 'startsOn')}) + '~'`;
const latestFirst = (node: string, time: Time): readonly Term[] => [{ text: endOf(node, time), isDescending: true, isNullable: true }];

/** The latest observation of a target. */
export const latestObservation: LinkSide = { ...along('OBSERVED_AS', 'OUT', { order: 'name', gives: 'one' }), usual: latestFirst };

/** The number of the latest observation in the unit of the target, as a list of at most one; up to a day where one is given. */
function observedText(target: string, slot: string, time: Time, end?: string): string {
  const inUnit = `${time.read('o', 'quantityUnit')} = ${time.read(target, 'quantityUnit')}`;
  const ended = end === undefined ? '' : ` AND ${endedBy('o', end, time)}`;
  const last = endOf('o', time);
  return `CALL (${target}) { MATCH (${target})-[r:OBSERVED_AS]->(o:Observation) WHERE ${time.isLive('r')} AND ${inUnit}${ended} WITH o ORDER BY ${last} IS NULL, ${last} DESC, o.id LIMIT 1 RETURN collect(${time.read('o', 'quantityValue')}) AS ${slot} }`;
}

type Texts = readonly (string | null)[];
const number = (text: string | null | undefined): number | null => (text == null ? null : Number(text));

/** The share of the way from baseline, or else 0, to quantity. */
function shareOf([quantity, baseline]: Texts, [seen]: Texts): number | null {
  const [goal, start, now] = [number(quantity), number(baseline) ?? 0, number(seen)];
  const share = goal === null || now === null ? Number.NaN : (now - start) / (goal - start);
  return Number.isFinite(share) ? share : null; // no number, or no way to go
}

/** A baseline in another unit is none. */
const goalText = (target: string, { read }: Time): string =>
  `[${read(target, 'quantityValue')}, CASE ${read(target, 'baselineUnit')} WHEN ${read(target, 'quantityUnit')} THEN ${read(target, 'baselineValue')} END]`;

const observationsOf = (census: Census): number => census.spread('OBSERVED_AS', 'OUT').each;

export const progress = gathering(
  (_, { time }) =>
    (from, slot) =>
      `${observedText(from, `${slot}o`, time)} RETURN [${goalText(from, time)}, ${slot}o] AS ${slot}`,
  (held) => shareOf(...(held as [Texts, Texts])),
  observationsOf,
);

/** Linear from the start of the commitment, or else the day it was announced, to the due date of the target, or else its end. */
export const onTrack = gathering(
  ({ on }, making) => {
    const { time } = making;
    const day = dayOf(on, making);
    const { isLive, read } = time;
    const period = `coalesce(${read('c', 'startsOn')}, ${read('c', 'announcedOn')}, ''), coalesce(${read('c', 'endsOn')}, '')`;
    return (from, slot) =>
      [
        observedText(from, `${slot}o`, time, day.end),
        `CALL (${from}) { MATCH (${from})<-[r:HAS_TARGET]-(c:Commitment) WHERE ${isLive('r')} WITH c ORDER BY c.id LIMIT 1 RETURN collect([${period}]) AS ${slot}c }`,
        `RETURN [${goalText(from, time)}, ${slot}o, ${slot}c, ${read(from, 'dueOn')}, ${day.on}] AS ${slot}`,
      ].join(' ');
  },
  (held) => isOnTrack(held as Course),
  (census) => observationsOf(census) + census.spread('HAS_TARGET', 'IN').each,
);

/** What is aimed at and was seen, the period of the commitment, when it is due, and the day that is asked about. */
type Course = [goal: Texts, seen: Texts, period: Texts[], dueOn: string | null, on: string];

function isOnTrack([goal, seen, [period], dueOn, on]: Course): boolean | null {
  const [share, start, due] = [shareOf(goal, seen), period?.[0], dueOn ?? period?.[1]];
  if (share === null || !start || !due) return null;
  const [gone, all] = [firstDay(on) - firstDay(start), lastDay(due) - firstDay(start)];
  return share >= (gone >= all ? 1 : Math.max(gone / all, 0));
}
