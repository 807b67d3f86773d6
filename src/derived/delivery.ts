/** Where a commitment stands on a day, as one expression of Cypher: the same text is the field and the filter. */
import { periodOf } from '../../model/date.ts';
import { orderOfDecimal } from '../../model/decimal.ts';
import type { Census } from '../plan/census.ts';
import { exists, OF_NONE } from '../plan/conditions.ts';
import type { Condition, Making } from '../plan/extensions.ts';
import { gathering } from '../plan/patterns.ts';
import type { Time } from '../plan/time.ts';

/** How much is aimed at or was observed, as text: the order of a number, by which numbers are compared, its unit and how it is meant. */
interface Amount {
  readonly value: string;
  readonly unit: string;
  readonly qualifier: string;
}

const amountOf = (variable: string, column: string, unit: string, { read }: Time): Amount => ({
  value: read(variable, `${column}Order`),
  unit: read(variable, `${column}${unit}`),
  qualifier: `coalesce(${read(variable, `${column}Qualifier`)}, 'EXACT')`,
});

/** What is aimed at, and where it starts from. */
interface Aim {
  readonly goal: Amount;
  /** The order of a number; null where it is not known. */
  readonly baseline: string;
}

/** Less is wanted, where the goal lies below the baseline, or is to be stayed below. */
const isDescending = ({ goal, baseline }: Aim): string => `coalesce(${baseline} > ${goal.value}, ${goal.qualifier} = 'LESS_THAN')`;

/** A number that is only said to be on the other side of itself reaches nothing; "more than" the goal is reached by "more than" it. */
const reaches = ({ goal }: Aim, seen: Amount, beyond: '>' | '<', strict: string, vague: string): string =>
  `((${seen.value} ${beyond} ${goal.value} OR (${seen.value} = ${goal.value} AND (${goal.qualifier} <> ${strict} OR ${seen.qualifier} = ${strict}))) AND NOT ${seen.qualifier} IN ${vague})`;

const isReached = (aim: Aim, seen: Amount): string =>
  `CASE WHEN ${isDescending(aim)} THEN ${reaches(aim, seen, '<', `'LESS_THAN'`, `['AT_LEAST', 'MORE_THAN']`)} ELSE ${reaches(aim, seen, '>', `'MORE_THAN'`, `['UP_TO', 'LESS_THAN']`)} END`;

const ZERO = orderOfDecimal('0');
const hasMoved = (aim: Aim, seen: Amount): string =>
  `CASE WHEN ${isDescending(aim)} THEN coalesce(${seen.value} < ${aim.baseline}, true) ELSE ${seen.value} > coalesce(${aim.baseline}, '${ZERO}') END`;

/** The conditions on one commitment that its delivery is made of. */
class Commitment {
  private readonly c: string;
  private readonly on: string;
  private readonly end: string;
  private readonly time: Time;
  constructor(variable: string, { on, end }: Day, time: Time) {
    [this.c, this.on, this.end, this.time] = [variable, on, end, time];
  }

  private read(column: string): string {
    return this.time.read(this.c, column);
  }

  private hasTarget(condition: string): string {
    const { c, time } = this;
    return exists(`MATCH (${c})-[${c}h:HAS_TARGET]->(${c}t:Target) WHERE ${time.isLive(`${c}h`)} AND ${condition}`);
  }
  private ofTarget(column: string): string {
    return this.time.read(`${this.c}t`, column);
  }

  /** Whether something was observed of `owner`, by the day, in the unit of the goal, that fits. */
  private isSeen(owner: string, { goal }: Aim, fits: (seen: Amount) => string): string {
    const [r, o] = [`${owner}r`, `${owner}o`];
    const seen = amountOf(o, 'quantity', 'Unit', this.time);
    const ended = endedBy(o, this.end, this.time);
    return exists(
      `MATCH (${owner})-[${r}:OBSERVED_AS]->(${o}:Observation) WHERE ${this.time.isLive(r)} AND ${seen.unit} = ${goal.unit} AND ${ended} AND ${fits(seen)}`,
    );
  }

  /** Each target with a quantity is an aim. */
  private get target(): Aim {
    const t = `${this.c}t`;
    const baseline = `CASE ${this.ofTarget('baselineUnit')} WHEN ${this.ofTarget('quantityUnit')} THEN ${this.ofTarget('baselineOrder')} END`;
    return { goal: amountOf(t, 'quantity', 'Unit', this.time), baseline };
  }
  /** An amount with an end date is an aim too: observations of the commitment, in its currency, are its own. */
  private get amount(): Aim {
    return { goal: amountOf(this.c, 'amount', 'Currency', this.time), baseline: 'null' };
  }
  private get hasAmountAim(): string {
    return `(${this.read('amountValue')} IS NOT NULL AND ${this.read('endsOn')} IS NOT NULL)`;
  }
  private get hasTargetAim(): string {
    return this.hasTarget(`${this.ofTarget('quantityValue')} IS NOT NULL`);
  }

  get isWithdrawn(): string {
    return `coalesce(${this.read('strength')} = 'WITHDRAWN', false)`;
  }
  get isSuperseded(): string {
    const { c, time } = this;
    return exists(`MATCH (${c})<-[${c}s:SUPERSEDES]-(:Commitment) WHERE ${time.isLive(`${c}s`)}`);
  }
  get hasAim(): string {
    return `(${this.read('amountValue')} IS NOT NULL OR ${this.hasTargetAim})`;
  }
  get hasDue(): string {
    return `(${this.read('endsOn')} IS NOT NULL OR ${this.hasTarget(`${this.ofTarget('dueOn')} IS NOT NULL`)})`;
  }
  /** Past the last of its due and end dates. */
  get isPast(): string {
    const stillRuns = `${this.hasTarget(`${this.ofTarget('dueOn')} + '~' >= ${this.on}`)} OR coalesce(${this.read('endsOn')} + '~' >= ${this.on}, false)`;
    return `(${this.hasDue} AND NOT (${stillRuns}))`;
  }
  /** Every aim was reached, and there is one. */
  get isMet(): string {
    const { c, target, amount } = this;
    const isOpen = this.hasTarget(
      `${this.ofTarget('quantityValue')} IS NOT NULL AND NOT ${this.isSeen(`${c}t`, target, (seen) => isReached(target, seen))}`,
    );
    const isPaid = this.isSeen(c, amount, (seen) => isReached(amount, seen));
    return `((${this.hasAmountAim} OR ${this.hasTargetAim}) AND NOT ${isOpen} AND (NOT ${this.hasAmountAim} OR ${isPaid}))`;
  }
  /** Something was observed of an aim, or even moved it. */
  isSeenAtAll(hasTo: 'be' | 'move'): string {
    const { c, target, amount } = this;
    const fits = (aim: Aim) => (seen: Amount) => (hasTo === 'move' ? hasMoved(aim, seen) : 'true');
    return `(${this.hasTarget(this.isSeen(`${c}t`, target, fits(target)))} OR (${this.hasAmountAim} AND ${this.isSeen(c, amount, fits(amount))}))`;
  }
}

/** The word of `Delivery` for a commitment. */
function deliveryText(variable: string, on: Day, time: Time): string {
  const it = new Commitment(variable, on, time);
  const before = `CASE WHEN ${it.isSeenAtAll('be')} THEN 'IN_PROGRESS' ELSE 'NOT_YET_DUE' END`;
  const after = `CASE WHEN ${it.isSeenAtAll('move')} THEN 'PARTIALLY_MET' ELSE 'NO_EVIDENCE' END`;
  return [
    `CASE WHEN ${it.isWithdrawn} THEN 'WITHDRAWN' WHEN ${it.isSuperseded} THEN 'SUPERSEDED'`,
    `WHEN NOT (${it.hasAim} AND ${it.hasDue}) THEN 'NOT_MEASURABLE' WHEN ${it.isMet} THEN 'MET'`,
    `WHEN ${it.isPast} THEN ${after} ELSE ${before} END`,
  ].join(' ');
}

/** Past due, and not met, withdrawn or superseded. */
function overdueText(variable: string, on: Day, time: Time): string {
  const it = new Commitment(variable, on, time);
  return `(${it.isPast} AND NOT (${it.isWithdrawn} OR ${it.isSuperseded} OR ${it.isMet}))`;
}

/** A day, as parameters: the day itself, and what follows all dates that have ended by it. */
export interface Day {
  readonly on: string;
  readonly end: string;
}

/** An observation counts once its period has ended; one of no period always. */
export const endedBy = (observation: string, end: string, { read }: Time): string =>
  `coalesce(coalesce(${read(observation, 'endsOn')}, ${read(observation, 'startsOn')}) + '~' <= ${end}, true)`;

/** The day that an argument or filter names; where it names none, the day on which it is asked. A part of a date is refused. */
export function dayOf(given: unknown, { add, fail, today }: Making): Day {
  if (given != null && !/^\d{4}-\d\d-\d\d$/.test(given as string))
    fail('on')('BAD_USER_INPUT', `is a whole day such as 2031-01-01, not ${given}`);
  const day = (given ?? today) as string;
  return { on: add(day), end: add(periodOf(day).end) };
}

/** Targets and observations are gone through once a question: whether all are met, whether one was seen, whether it moved. */
function looksAt(census: Census): number {
  const [targets, observations] = [census.spread('HAS_TARGET', 'OUT').each, census.spread('OBSERVED_AS', 'OUT').each];
  return 3 * (targets * (1 + observations) + observations);
}

/** An expression about a commitment on a day, as what a field gathers. */
const onDay = (text: typeof deliveryText) =>
  gathering(
    ({ on }, making) => {
      const day = dayOf(on, making);
      return (from, slot) => `RETURN ${text(from, day, making.time)} AS ${slot}`;
    },
    (held) => held,
    looksAt,
  );

/** The field `delivery`. */
export const delivery = onDay(deliveryText);
/** The field `isOverdue`. */
export const isOverdue = onDay(overdueText);

/** The filter `overdueOn`. */
export const overdueOn: Condition = {
  by: 'derived',
  of: 'node',
  text: (variable, given, making) => overdueText(variable, dayOf(given, { ...making, fail: () => making.fail('') }), making.time),
  reads: looksAt,
};

const OPERATORS: Readonly<Record<string, string>> = { eq: '=', ne: '<>', in: 'IN', notIn: 'IN' };

/** The filter `delivery`. */
export const deliveryOn: Condition = {
  by: 'derived',
  of: 'node',
  text: (variable, given, making) => {
    const { on, ...operators } = given as Readonly<Record<string, unknown>>;
    const word = deliveryText(variable, dayOf(on, making), making.time);
    if (Object.keys(operators).length === 0) making.fail('')('BAD_USER_INPUT', 'asks nothing: say which by eq, ne, in or notIn');
    const terms = Object.entries(operators).map(([name, value]) => {
      if (value === null) making.fail(name)('BAD_USER_INPUT', 'is null');
      if (Array.isArray(value) && value.length === 0) return OF_NONE[name]!;
      return `${name === 'notIn' ? 'NOT ' : ''}${word} ${OPERATORS[name]} ${making.add(value)}`;
    });
    return `(${terms.join(' AND ')})`;
  },
  reads: looksAt,
};
