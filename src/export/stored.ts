/** All that is stored, a node or a link at a time: what was retracted too, and the documents. */
import { LABELS } from '../../model/ids.ts';
import { statementText } from '../cypher/statements.ts';
import type { Engine, Row } from '../engine/engine.ts';

export interface NodeLine {
  readonly id: string;
  /** The kind, or the label of what is not knowledge. */
  readonly kind: string;
  readonly values: Row;
}
export interface LinkLine {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly values: Row;
}

const TIMEOUT = { timeoutMs: 600_000 };
/** The mark of the store is not moved: the store that is moved to has its own. */
const MOVED = LABELS.filter((label) => label !== 'Store');

export async function* storedNodes(engine: Engine): AsyncGenerator<NodeLine> {
  for (const BASE of MOVED)
    for await (const rows of pagesOf(engine, BASE))
      for (const { id, labels, values } of rows)
        yield { id: id as string, kind: kindAmong(labels as string[], BASE), values: sorted(values as Row) };
}

export async function* storedLinks(engine: Engine): AsyncGenerator<LinkLine> {
  for (const BASE of MOVED) {
    for await (const rows of pagesOf(engine, BASE)) {
      const links = await engine.read(statementText('exportLinks', { BASE }), { p: { keys: rows.map(({ id }) => id) } }, TIMEOUT);
      for (const { from, type, to, values } of links as (Row & LinkLine)[])
        yield { id: values['id'] as string, type, from, to, values: sorted(values) };
    }
  }
}

/** Engines give properties in orders of their own. */
export const sorted = (values: Row): Row => Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
const kindAmong = (labels: readonly string[], base: string): string => labels.find((label) => label !== base) ?? base;

async function* pagesOf(engine: Engine, BASE: string): AsyncGenerator<Row[]> {
  for (let after = ''; ; ) {
    const rows = await engine.read(statementText('exportNodes', { BASE }), { p: { after } }, TIMEOUT);
    if (!rows.length) return;
    yield rows;
    after = rows.at(-1)!['id'] as string;
  }
}
