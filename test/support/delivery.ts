/** Delivery, progress and completeness over plain data: what model.md says, in TypeScript, with no Cypher. */
import { compareExactly } from './exact.ts';
import type { Along, Pair } from './predicate.ts';
import type { PlainNode } from './random-graph.ts';

interface Amount {
  readonly value: string;
  readonly unit?: string;
  readonly currency?: string;
  readonly qualifier?: string;
}
const DAY = 864e5;
/** Milliseconds of the first and the last day of a partial date. */
function periodOf(date: string): [number, number] {
  const parts = date.split('-').map(Number) as [number, number?, number?];
  const [year, month, day] = parts;
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (day) return [first, first];
  return [first, (month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)) - DAY];
}
const lastOf = (date: string): number => periodOf(date)[1];
const firstOf = (date: string): number => periodOf(date)[0];

const nodesOf = (pairs: readonly Pair[] | undefined): PlainNode[] => (pairs ?? []).map(({ node }) => node);

/** A baseline in another unit is none. */
function baselineOf(target: PlainNode): Amount | undefined {
  const baseline = target['baseline'] as Amount | undefined;
  return baseline?.unit === (target['quantity'] as Amount | undefined)?.unit ? baseline : undefined;
}

interface Aim {
  readonly goal: Amount;
  readonly baseline: Amount | undefined;
  readonly observations: readonly PlainNode[];
}

/** Targets with a quantity, and the amount where there is an end date. */
function aimsOf(commitment: PlainNode, along: Along, on: number): Aim[] {
  const observed = (owner: PlainNode, unit: unknown) =>
    nodesOf(along('observations', owner)).filter((one) => {
      const end = (one['endsOn'] ?? one['startsOn']) as string | undefined;
      return (one['quantity'] as Amount | undefined)?.unit === unit && (end === undefined || lastOf(end) <= on);
    });
  const targets = nodesOf(along('targets', commitment)).filter((target) => target['quantity']);
  const amount = commitment['endsOn'] ? (commitment['amount'] as Amount | undefined) : undefined;
  return [
    ...targets.map((target) => {
      const goal = target['quantity'] as Amount;
      return { goal, baseline: baselineOf(target), observations: observed(target, goal.unit) };
    }),
    ...(amount ? [{ goal: amount, baseline: undefined, observations: observed(commitment, amount.currency) }] : []),
  ];
}

const isDown = ({ goal, baseline }: Aim): boolean =>
  baseline ? compareExactly(baseline.value, goal.value) > 0 : goal.qualifier === 'LESS_THAN';

function reaches(aim: Aim, seen: Amount): boolean {
  const ahead = compareExactly(seen.value, aim.goal.value) * (isDown(aim) ? -1 : 1);
  const [strict, vague] = isDown(aim) ? ['LESS_THAN', ['AT_LEAST', 'MORE_THAN']] : ['MORE_THAN', ['UP_TO', 'LESS_THAN']];
  if (vague.includes(seen.qualifier ?? 'EXACT')) return false;
  return ahead > 0 || (ahead === 0 && (aim.goal.qualifier !== strict || seen.qualifier === strict));
}
function moves(aim: Aim, seen: Amount): boolean {
  if (isDown(aim)) return aim.baseline ? compareExactly(seen.value, aim.baseline.value) < 0 : true;
  return compareExactly(seen.value, aim.baseline?.value ?? '0') > 0;
}

const amountsOf = ({ observations }: Aim): Amount[] => observations.map((one) => one['quantity'] as Amount);

function standing(commitment: PlainNode, day: string, along: Along) {
  const on = firstOf(day);
  const aims = aimsOf(commitment, along, on);
  const targets = nodesOf(along('targets', commitment));
  const dues = [commitment['endsOn'], ...targets.map((target) => target['dueOn'])].filter((one) => one != null) as string[];
  return {
    isWithdrawn: commitment['strength'] === 'WITHDRAWN',
    isSuperseded: nodesOf(along('supersededBy', commitment)).length > 0,
    isMeasurable: dues.length > 0 && (commitment['amount'] != null || targets.some((target) => target['quantity'])),
    isMet: aims.length > 0 && aims.every((aim) => amountsOf(aim).some((seen) => reaches(aim, seen))),
    isPast: dues.length > 0 && dues.every((due) => lastOf(due) < on),
    isSeen: aims.some((aim) => amountsOf(aim).length > 0),
    hasMoved: aims.some((aim) => amountsOf(aim).some((seen) => moves(aim, seen))),
  };
}

export function deliveryOf(commitment: PlainNode, day: string, along: Along): string {
  const it = standing(commitment, day, along);
  if (it.isWithdrawn) return 'WITHDRAWN';
  if (it.isSuperseded) return 'SUPERSEDED';
  if (!it.isMeasurable) return 'NOT_MEASURABLE';
  if (it.isMet) return 'MET';
  if (it.isPast) return it.hasMoved ? 'PARTIALLY_MET' : 'NO_EVIDENCE';
  return it.isSeen ? 'IN_PROGRESS' : 'NOT_YET_DUE';
}

export function isOverdueOn(commitment: PlainNode, day: string, along: Along): boolean {
  const { isPast, isWithdrawn, isSuperseded, isMet } = standing(commitment, day, along);
  return isPast && !isWithdrawn && !isSuperseded && !isMet;
}

export function completenessOf(commitment: PlainNode, along: Along) {
  const targets = nodesOf(along('targets', commitment));
  const parties = along('parties', commitment) ?? [];
  const accountable = parties.filter(({ link }) => link!['role'] === 'ACCOUNTABLE').map(({ node }) => node);
  const amount = commitment['amount'] as Amount | undefined;
  const WORKING = ['FUNDING', 'IMPLEMENTING', 'EXTENDING', 'SUPPLYING', 'COOPERATING'];
  const found = {
    ACCOUNTABLE_PARTY: accountable.length > 0,
    AMOUNT_OR_TARGET: amount != null || targets.some((target) => target['quantity']),
    UNIT: amount != null || targets.some((target) => target['quantity']),
    BASELINE: targets.some((target) => target['baseline']),
    DUE_DATE: commitment['endsOn'] != null || targets.some((target) => target['dueOn']),
    NAMED_PARTNER: parties.some(({ link, node }) => WORKING.includes(link!['role'] as string) && !accountable.includes(node)),
    INDEPENDENT_SOURCE: parties.some(({ link }) => (link!['independentSourceCount'] as number) > 0),
  };
  const missing = Object.entries(found).flatMap(([word, isThere]) => (isThere ? [] : [word]));
  return { score: (7 - missing.length) / 7, missing };
}

/** Observations of a target, the latest first; those without dates last. */
export function latestOf(target: PlainNode, along: Along): PlainNode[] {
  const end = (one: PlainNode) => (one['endsOn'] ?? one['startsOn']) as string | undefined;
  return nodesOf(along('observations', target)).toSorted((a, b) => {
    const [x, y] = [end(a), end(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined) || (a.id < b.id ? -1 : 1);
    return x === y ? (a.id < b.id ? -1 : 1) : `${x}~` > `${y}~` ? -1 : 1;
  });
}

function shareOf(target: PlainNode, observations: readonly PlainNode[]): number | null {
  const goal = target['quantity'] as Amount | undefined;
  const seen = observations.find((one) => goal && (one['quantity'] as Amount | undefined)?.unit === goal.unit)?.['quantity'] as
    | Amount
    | undefined;
  const start = Number(baselineOf(target)?.value ?? 0);
  return goal && seen && Number(goal.value) !== start ? (Number(seen.value) - start) / (Number(goal.value) - start) : null;
}

export const progressOf = (target: PlainNode, along: Along): number | null => shareOf(target, latestOf(target, along));

export function isOnTrackOn(target: PlainNode, day: string, along: Along): boolean | null {
  const [commitment] = nodesOf(along('targetOf', target)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const begun = latestOf(target, along).filter((one) => {
    const end = (one['endsOn'] ?? one['startsOn']) as string | undefined;
    return end === undefined || lastOf(end) <= firstOf(day);
  });
  const share = shareOf(target, begun);
  const start = (commitment?.['startsOn'] ?? commitment?.['announcedOn']) as string | undefined;
  const due = (target['dueOn'] ?? commitment?.['endsOn']) as string | undefined;
  if (share === null || !start || !due) return null;
  const [gone, all] = [firstOf(day) - firstOf(start), lastOf(due) - firstOf(start)];
  return share >= (gone >= all ? 1 : Math.max(gone / all, 0));
}
