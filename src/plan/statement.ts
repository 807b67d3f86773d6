/** Steps and clauses as Cypher text. Names are positional and values are parameters, so that the text is that of the shape alone. */
import type { Row } from '../engine/engine.ts';
import type { Clause } from './clause.ts';
import type { Computed } from './computed.ts';
import { isOfKinds, not } from './conditions.ts';
import { DUE, dueText } from './due.ts';
import { orderText } from './order.ts';
import type { Plan, Projection, Step } from './plan.ts';
import type { Time } from './time.ts';

/** `deep`: with all links below in the same statement; otherwise the rows alone, with every column of their kinds. */
export type Depth = 'deep' | 'flat';

/** What a statement is made with, beside its plan. */
export interface Draft {
  readonly clauses: readonly (Clause | undefined)[];
  readonly depth: Depth;
  readonly time: Time;
}

/** The columns that a step adds to the row of its parent. */
export const slotsOf = ({ wants, rows, total, behind, measures }: Step): string[] => [
  ...(wants.rows ? [rows] : []),
  ...(wants.total ? [total] : []),
  ...(wants.next || wants.previous ? [behind] : []),
  ...measures.map(({ slot }) => slot),
];

/** What they hold. */
export const slotValues = (step: Step, row: Row): unknown[] => slotsOf(step).map((slot) => row[slot]);

const memo = new WeakMap<Projection, Partial<Record<Depth, readonly string[]>>>();
/** The names of a node's values, in the order its row lists them. */
export function nodeColumns(projection: Projection, depth: Depth): readonly string[] {
  const known = memo.get(projection) ?? {};
  memo.set(projection, known);
  known[depth] ??=
    depth === 'deep'
      ? [...[...projection.columns].sort(), ...projection.steps.flatMap(slotsOf)]
      : [...new Set([...projection.every, ...projection.columns])].sort();
  return known[depth];
}

const CURSOR = 'cursor';
const NODE = 'node';
const edgeMemo = new WeakMap<Step, readonly string[]>();
/** The names of an edge's values: those of the link, then its cursor, then its node. */
export function edgeColumns(step: Step): readonly string[] {
  const columns = edgeMemo.get(step) ?? [
    ...[...step.edge.columns].sort(),
    ...step.edge.steps.flatMap(slotsOf),
    ...(step.wants.cursor ? [CURSOR] : []),
    NODE,
  ];
  edgeMemo.set(step, columns);
  return columns;
}

const isSlot = (name: string): boolean => /^([xcb]\d+|m\d+_\d+)$/.test(name);
/** What a link is beside its properties, by the names that its columns have for it. */
const OF_A_LINK: Readonly<Record<string, (link: string, node: string, time: Time) => string>> = {
  ':type': (link) => `type(${link})`,
  ':comesIn': (link, node) => `startNode(${link}) = ${node}`,
  [DUE]: (_, node, time) => dueText(node, time),
};
const valueText = (variable: string, name: string, { read }: Time): string => (isSlot(name) ? name : read(variable, name));
const nodeText = (variable: string, projection: Projection, { depth, time }: Draft): string =>
  `[${nodeColumns(projection, depth)
    .map((name) => valueText(variable, name, time))
    .join(', ')}]`;

function edgeText(step: Step, draft: Draft): string {
  const special: Record<string, () => string> = {
    [NODE]: () => nodeText(step.node, step.target, draft),
    [CURSOR]: () => `[${draft.clauses[step.index]!.order.map(({ text }) => text).join(', ')}]`,
  };
  return `[${edgeColumns(step)
    .map((name) => special[name]?.() ?? OF_A_LINK[name]?.(step.link, step.node, draft.time) ?? valueText(step.link, name, draft.time))
    .join(', ')}]`;
}

const whereText = (terms: readonly string[]): string => (terms.some(Boolean) ? ` WHERE ${terms.filter(Boolean).join(' AND ')}` : '');

/** The subqueries of a step below the variables `from` and `edge`: the one function that writes them, nested or standing alone. */
export function linkText(step: Step, from: string, edge: string, draft: Draft): string {
  const { side, node, link, wants, among, on } = step;
  const { time } = draft;
  const clause = draft.clauses[step.index]!;
  const scope = side.scope.map((name) => (name === 'from' ? from : edge)).join(', ');
  const guard = on.size < among ? isOfKinds(from, [...on]) : ''; // on other kinds there is nothing to find
  const call = `CALL (${scope}${guard && !side.scope.includes('from') ? `, ${from}` : ''}) {`;
  if (clause.gathering) return `${call} ${clause.gathering(from, step.rows)} }\n`;
  const head = `${call} ${side.match({ from, edge, link, to: node, types: clause.types, time })}`;
  const stands = side.linked ? time.stands(link, node) : time.isLive(node);
  const belongs = [guard, side.regardless ? '' : stands];
  const variables = clause.isDistinct ? `DISTINCT ${node}` : side.linked || side.carries ? `${link}, ${node}` : node;
  /** What the pattern finds, as far as it belongs to the connection, with all that is computed of it. */
  const found = (computed: readonly Computed[], condition = ''): string =>
    computed.length
      ? `${head}${whereText(belongs)} ${computed.map(({ call }) => call).join(' ')} WITH ${[variables, ...namesOf(computed)].join(', ')}${whereText([clause.where, condition])}`
      : `${head}${whereText([...belongs, clause.where, condition])}`;
  const byOrder = clause.order.flatMap(({ computed }) => computed ?? []);
  const rows = (condition: string): string => found([...clause.computed, ...byOrder], condition);
  let text = '';
  if (wants.rows) {
    const row = step.hasEdges ? edgeText(step, draft) : nodeText(node, step.target, draft);
    const ordered = `${[variables, ...namesOf(byOrder)].join(', ')} ORDER BY ${orderText(clause.order, clause.isBackward)} LIMIT ${clause.limit}`;
    text += `${rows(clause.after)} WITH ${ordered}\n${belowText(step, draft)}RETURN collect(${row}) AS ${step.rows} }\n`;
  }
  if (wants.total) text += `${found(clause.computed)} RETURN count(${clause.isDistinct ? 'DISTINCT ' : ''}${node}) AS ${step.total} }\n`;
  if (wants.next || wants.previous) text += behindText(step, clause, rows);
  for (const { condition, body } of clause.measures) text += `${found(clause.computed, condition)} ${body} }\n`;
  return text;
}

const namesOf = (computed: readonly Computed[]): string[] => computed.flatMap(({ names }) => names);

/** Whether anything stands on the other side of the cursor. */
const behindText = ({ node, behind, wants }: Step, { after, isBackward }: Clause, rows: (condition: string) => string): string =>
  after && (isBackward ? wants.next : wants.previous)
    ? `${rows(not(after))} WITH ${node} LIMIT 1 RETURN count(${node}) AS ${behind} }\n`
    : `WITH *, 0 AS ${behind}\n`;

/** What hangs on the edges always comes with them; what hangs on the nodes comes where the statement is deep. */
const belowText = (step: Step, draft: Draft): string => {
  const deep = { ...draft, depth: 'deep' } as const;
  return [
    ...(draft.depth === 'deep' ? step.target.steps.map((below) => linkText(below, step.node, '', deep)) : []),
    ...step.edge.steps.map((below) => linkText(below, step.node, step.link, deep)),
  ].join('');
};

/** The steps that one statement reads from `step` on. */
export function stepsFrom(step: Step, depth: Depth): Step[] {
  return [
    step,
    ...(depth === 'deep' ? step.target.steps.flatMap((below) => stepsFrom(below, 'deep')) : []),
    ...step.edge.steps.flatMap((below) => stepsFrom(below, 'deep')),
  ];
}

/** The statement of a root field; empty where nothing is to be read. */
export function rootText(plan: Plan, labels: ReadonlySet<string>, draft: Draft): string {
  const root = plan.root!;
  if (root.by === 'keys')
    return root.ofLinks ? linksText(plan, root.match(labels, draft.time), draft) : keysText(plan, root.match(labels, draft.time), draft);
  const slots = plan.top.steps.flatMap(slotsOf);
  return slots.length ? `${plan.top.steps.map((step) => linkText(step, '', '', draft)).join('')}RETURN ${slots.join(', ')}` : '';
}

function keysText({ top }: Plan, match: string, draft: Draft): string {
  const below = draft.depth === 'deep' ? top.steps.map((step) => linkText(step, 'n0', '', draft)).join('') : '';
  return `UNWIND $p.keys AS key\n${match}\nWITH key, n0 WHERE ${draft.time.isLive('n0')}\n${below}RETURN key, ${nodeText('n0', top, draft)} AS row`;
}

/** What hangs on links comes with them in either tier: a link is found by its ends, not by an id alone. */
function linksText({ top }: Plan, match: string, draft: Draft): string {
  const deep = { ...draft, depth: 'deep' } as const;
  const below = top.steps.map((step) => linkText(step, '', 'r0', deep)).join('');
  const values = nodeColumns(top, 'deep').map((name) => OF_A_LINK[name]?.('r0', '', draft.time) ?? valueText('r0', name, draft.time));
  return `UNWIND $p.keys AS key\n${match}\nWITH key, r0 WHERE ${draft.time.isLive('r0')}\n${below}RETURN key, [${values.join(', ')}] AS row`;
}

/** The subquery of a step for a batch of parents given by id. */
export const batchText = (step: Step, label: string, draft: Draft): string =>
  slotsOf(step).length === 0
    ? ''
    : `UNWIND $p.keys AS key\nMATCH (n0:${label} {id: key})\n${linkText(step, 'n0', '', draft)}RETURN key, ${slotsOf(step).join(', ')}`;

/** How deep Grafeo's parser goes into brackets: 28 were read, 29 refused. */
const MOST_BRACKETS = 26;

/** Whether a statement nests brackets no deeper than an engine reads. */
export function isReadable(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[([{}\])]/g)) {
    depth += '([{'.includes(bracket) ? 1 : -1;
    if (depth > MOST_BRACKETS) return false;
  }
  return true;
}

/** How deep an engine nests what it plans: Grafeo refuses more than 128 levels, a sibling subquery takes one, a nested one up to five. */
const MOST_LEVELS = 100;
const LEVELS_OF_A_SUBQUERY = 5;

function levelsOf(steps: readonly Step[]): number {
  const below = steps.map((step) => LEVELS_OF_A_SUBQUERY + levelsOf([...step.target.steps, ...step.edge.steps]));
  return steps.flatMap(slotsOf).length + Math.max(0, ...below);
}

/** Whether one statement can hold these steps and all below them; otherwise their rows are read alone, and what is below them in batches. */
export const fitsOneStatement = (steps: readonly Step[]): boolean => levelsOf(steps) <= MOST_LEVELS;
