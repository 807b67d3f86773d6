/** The arguments of one link field, as the clauses of its subquery. */
import { getArgumentValues } from 'graphql';
import { type Code, graphError } from '../errors.ts';
import { beyond, decodeCursor, fingerprint } from './cursor.ts';
import type { Step } from './plan.ts';

/** Takes a value of the request and gives the parameter that stands for it. */
export interface Parameters {
  value(value: unknown): string;
  limit(value: number): string;
}

/** What the arguments of a step make of its subquery. */
export interface Clause {
  /** Conditions on what belongs to the connection; they hold for `totalCount` too. */
  readonly where: string;
  /** The condition that continues after a cursor. */
  readonly after: string;
  readonly order: readonly string[];
  readonly limit: string;
  readonly size: number;
  readonly question: string;
  readonly isResumed: boolean;
}

const MOST = 100;
const USUAL = 20;

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly kinds?: readonly string[] | null;
}

type Variables = Readonly<Record<string, unknown>>;
const argumentsOf = (step: Step, variables: Variables): PageArguments => getArgumentValues(step.field, step.nodes[0]!, variables);

/** How many nodes a step may give for each of its parents. */
export const sizeOf = (step: Step, variables: Variables): number =>
  step.side.many ? Math.min(Math.max(argumentsOf(step, variables).first ?? USUAL, 0), MOST) : 1;

/** The condition that a node is of one of `kinds`, which are labels. */
const isOneOf = (node: string, kinds: readonly string[]): string =>
  kinds.length
    ? `(${[...new Set(kinds)]
        .sort()
        .map((kind) => `${node}:${kind}`)
        .join(' OR ')})`
    : 'false';

/** Binds the arguments of a step; a wrong one is an error that names it. */
export function bindClause(step: Step, variables: Variables, parameters: Parameters): Clause {
  const { first, after, kinds } = argumentsOf(step, variables);
  const fail =
    (argument: string) =>
    (code: Code, message: string): never => {
      throw graphError(code, `${step.coordinate}(${argument}:) ${message}.`, { nodes: step.nodes, ...(step.path && { path: step.path }) });
    };
  const size = step.side.many ? (first ?? USUAL) : 1;
  if (size < 0 || size > MOST) fail('first')('BAD_USER_INPUT', `is from 0 to ${MOST}, not ${size}`);
  const order = [`${step.node}.${step.side.order}`, `${step.node}.id`, ...(step.side.linked ? [`${step.link}.id`] : [])];
  const question = step.wants.cursor || after != null ? fingerprint([step.field.extensions.question, [...new Set(kinds)].sort()]) : '';
  const resume = after == null ? [] : decodeCursor(after, question, order.length, fail('after')).map((value) => parameters.value(value));
  return {
    where: kinds == null ? '' : isOneOf(step.node, kinds),
    after: resume.length ? beyond(order, resume) : '',
    order,
    size,
    question,
    isResumed: after != null,
    limit: parameters.limit(size + (step.wants.more ? 1 : 0)),
  };
}
