/** The whole graph as lines of JSON, for moving it: a head, then every node, then every link; nothing is left out, what was retracted neither. */
import type { Engine, Row } from '../engine/engine.ts';
import { LABELS } from '../engine/labels.ts';
import { statementText } from '../statements.ts';
import { MODEL_VERSION } from '../store.ts';

/** What the first line tells. */
export interface Head {
  readonly format: 'pledgegraph';
  readonly modelVersion: number;
  readonly licence: string;
}
export interface NodeLine {
  readonly id: string;
  /** The kind, or the label of what is no knowledge. */
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

const LICENCE = 'CC BY 4.0 for the facts; quotes stay their owners’';
const TIMEOUT = { timeoutMs: 600_000 };
/** The version of the store is not moved: the store that is moved to has its own. */
const MOVED = LABELS.filter((label) => label !== 'Store');

export async function* exportNdjson(engine: Engine): AsyncGenerator<string> {
  const head: Head = { format: 'pledgegraph', modelVersion: MODEL_VERSION, licence: LICENCE };
  yield line(head);
  for (const BASE of MOVED) {
    for await (const rows of pagesOf(engine, BASE)) {
      for (const { id, labels, values } of rows)
        yield line({ node: { id, kind: kindAmong(labels as string[], BASE), values: sorted(values as Row) } });
    }
  }
  for (const BASE of MOVED) {
    for await (const rows of pagesOf(engine, BASE)) {
      const links = await engine.read(statementText('exportLinks', { BASE }), { p: { keys: rows.map(({ id }) => id) } }, TIMEOUT);
      for (const { from, type, to, values } of links)
        yield line({ link: { id: (values as Row)['id'], type, from, to, values: sorted(values as Row) } });
    }
  }
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
/** Engines give properties in orders of their own. */
const sorted = (values: Row): Row => Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
const kindAmong = (labels: readonly string[], base: string): string => labels.find((label) => label !== base) ?? base;

async function* pagesOf(engine: Engine, BASE: string): AsyncGenerator<Row[]> {
  for (let after = ''; ; ) {
    const rows = await engine.read(statementText('exportNodes', { BASE }), { p: { after } }, TIMEOUT);
    if (!rows.length) return;
    yield rows;
    after = rows.at(-1)!['id'] as string;
  }
}
