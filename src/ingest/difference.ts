/** The difference of two graphs with their histories, as the statements that write it. */
import { labelOf } from '../../model/ids.ts';
import { statementText } from '../cypher/statements.ts';
import type { Row, Statement } from '../engine/engine.ts';
import { groupedBy } from '../grouped.ts';
import type { Graph, LinkRow, NodeRow } from './graph.ts';

/** How many rows one statement writes. */
const BATCH = 1000;

/** The statements that turn one graph into another: new and changed rows are written; those of which there is no history any longer were never known. */
export function difference(before: Graph, after: Graph): Statement[] {
  const changed = <Item extends NodeRow | LinkRow>(old: ReadonlyMap<string, Item>, now: ReadonlyMap<string, Item>) =>
    [...now.values()].filter((row) => JSON.stringify(old.get(row.id)) !== JSON.stringify(row));
  const missingFrom = <Item extends NodeRow | LinkRow>(old: ReadonlyMap<string, Item>, now: ReadonlyMap<string, Item>) =>
    [...old.values()].filter(({ id }) => !now.has(id));
  return [
    ...writeNodes(changed(before.nodes, after.nodes)),
    ...writeLinks(changed(before.links, after.links)),
    ...forgetLinks(missingFrom(before.links, after.links)),
    ...forgetNodes(missingFrom(before.nodes, after.nodes)),
  ];
}

const labelsOf = ({ id, kind }: NodeRow): string => `${labelOf(id)} ${kind}`;
const labelsAndTypeOf = ({ from, to, type }: LinkRow): string => `${labelOf(from)} ${labelOf(to)} ${type}`;

const writeNodes = (rows: readonly NodeRow[]): Statement[] =>
  batches(
    rows,
    labelsOf,
    ([BASE, KIND]) => statementText('upsertNodes', { BASE: BASE!, KIND: KIND! }),
    ({ id, values }) => ({ id, values }),
  );
const writeLinks = (rows: readonly LinkRow[]): Statement[] =>
  batches(
    rows,
    labelsAndTypeOf,
    ([FROM_BASE, TO_BASE, TYPE]) => statementText('upsertLinks', { FROM_BASE: FROM_BASE!, TO_BASE: TO_BASE!, TYPE: TYPE! }),
    ({ id, from, to, values }) => ({ id, from, to, values }),
  );
const forgetNodes = (rows: readonly NodeRow[]): Statement[] =>
  batches(
    rows,
    labelsOf,
    ([BASE]) => statementText('forgetNodes', { BASE: BASE! }),
    ({ id }) => ({ id }),
  );
const forgetLinks = (rows: readonly LinkRow[]): Statement[] =>
  batches(
    rows,
    labelsAndTypeOf,
    ([FROM_BASE, TO_BASE, TYPE]) => statementText('forgetLinks', { FROM_BASE: FROM_BASE!, TO_BASE: TO_BASE!, TYPE: TYPE! }),
    ({ id, from, to }) => ({ id, from, to }),
  );

/** One statement for up to BATCH rows of the same labels and type. */
function batches<Item>(
  rows: readonly Item[],
  keyOf: (row: Item) => string,
  textOf: (key: readonly string[]) => string,
  rowOf: (row: Item) => Row,
): Statement[] {
  return groupedBy(rows, keyOf).flatMap((group) => {
    const text = textOf(keyOf(group[0]!).split(' '));
    return Array.from({ length: Math.ceil(group.length / BATCH) }, (_, i) => ({
      text,
      parameters: { p: { rows: group.slice(i * BATCH, (i + 1) * BATCH).map(rowOf) } },
    }));
  });
}
