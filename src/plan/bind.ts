/** A plan and the arguments of a request, as one statement. The text is assembled once for each shape of arguments. */
import { LRUCache } from 'lru-cache';
import type { Row } from '../engine/engine.ts';
import { versionOf } from './as-of.ts';
import { bindClause, type Clause, type Parameters } from './clause.ts';
import { orderText } from './order.ts';
import type { Room } from './plain.ts';
import type { Plan, Step } from './plan.ts';
import { batchText, type Depth, type Draft, isReadable, rootText, stepsFrom } from './statement.ts';
import { type AsOf, timeOf } from './time.ts';
import { weighText } from './weigh.ts';

export interface Bound {
  /** Empty where nothing is to be read. */
  readonly text: string;
  /** Whether an engine can read it, so deep it nests. */
  readonly isReadable: boolean;
  readonly parameters: { readonly p: Row } & Row;
  readonly clauses: readonly (Clause | undefined)[];
  /** The time asked about, as text. */
  readonly version: string;
  /** How much room the answer has for what is read. */
  readonly room: Room;
  /** Read by levels, since the engine has not planned the whole statement yet. */
  readonly waits?: boolean;
}

type Variables = Readonly<Record<string, unknown>>;

interface Assembled {
  readonly text: string;
  readonly isReadable: boolean;
}
let texts: LRUCache<string, Assembled>;

/** From now on texts are kept in so many bytes: shapes of arguments are the client's, memory is ours. */
export function keepTexts(bytes: number): void {
  texts = new LRUCache({ maxSize: bytes, sizeCalculation: ({ text }, shape) => weighText(text) + weighText(shape) });
}
keepTexts(10_000_000);

function keep(shape: string, text: string): Assembled {
  const assembled = { text, isReadable: isReadable(text) };
  texts.set(shape, assembled);
  return assembled;
}

/** Values go into one map parameter, since Neo4j plans anew for every size class of a list or text; limits stay plain, since Grafeo wants them so. */
function collect(): Parameters & { readonly bound: Bound['parameters'] } {
  const p: Row = {};
  const bound: { readonly p: Row } & Row = { p };
  let [values, limits] = [0, 0];
  return {
    bound,
    value: (value) => {
      p[`v${++values}`] = value;
      return `$p.v${values}`;
    },
    limit: (value) => {
      bound[`l${++limits}`] = value;
      return `$l${limits}`;
    },
  };
}

/** What a clause adds to the text, and so to the name of the text. */
const shapeOf = ({ where, computed, after, order, isBackward, isDistinct, limit, types, measures, gathering }: Clause): string =>
  [
    where,
    after,
    orderText(order, isBackward),
    ...[...computed, ...order.flatMap((term) => term.computed ?? [])].map(({ call }) => call),
    isDistinct,
    limit,
    types,
    ...measures.flatMap(({ condition, body }) => [condition, body]),
    gathering?.('', '') ?? '',
  ].join();

/** What a request gives a plan: its variables, the time it asks about, and the day it came. */
export interface Asked {
  readonly variables: Variables;
  readonly asOf: AsOf;
  /** The day on which it is asked. */
  readonly today: string;
  /** How much room the answer has; any where absent. */
  readonly room?: Room;
  /** What was prepared: more parameters. */
  readonly prepared?: Row;
}

function bind(
  plan: Plan,
  steps: readonly Step[],
  { variables, asOf, today, room = { left: Number.POSITIVE_INFINITY }, prepared }: Asked,
  depth: Depth,
  labels: string,
  assemble: (draft: Draft) => string,
): Bound {
  const parameters = collect();
  const time = timeOf(asOf);
  Object.assign(parameters.bound.p, asOf, prepared);
  const clauses: (Clause | undefined)[] = [];
  let shape = `${plan.number} ${depth} ${time.form} ${labels}`;
  for (const step of steps) {
    const clause = bindClause(step, variables, parameters, { asOf, time, today });
    clauses[step.index] = clause;
    shape += `;${shapeOf(clause)}`;
  }
  const assembled = texts.get(shape) ?? keep(shape, assemble({ clauses, depth, time }));
  return { ...assembled, parameters: parameters.bound, clauses, version: versionOf(asOf), room };
}

/** The statement of a root field; `labels` are those that its keys may have. */
export function bindRoot(plan: Plan, labels: ReadonlySet<string>, asked: Asked, depth: Depth): Bound {
  const root = plan.root!;
  // What hangs on links comes with them in either tier.
  const isWhole = depth === 'deep' || (root.by === 'keys' && root.ofLinks);
  const own = root.by === 'page' ? plan.top.steps.flatMap((step) => stepsFrom(step, depth)) : isWhole ? plan.steps : [];
  return bind(plan, own, asked, depth, [...labels].sort().join(), (draft) => rootText(plan, labels, draft));
}

/** The statement that reads a link field for a batch of parents of the label `label`. */
export function bindBatch(step: Step, label: string, asked: Asked, depth: Depth): Bound {
  return bind(step.plan, stepsFrom(step, depth), asked, depth, label, (draft) => batchText(step, label, draft));
}
