/** How what is stored differs from what the documents say: the graph is a function of them, so that every column is compared. */
import { isDeepStrictEqual } from 'node:util';
import type { Engine } from '../engine/engine.ts';
import { type LinkLine, type NodeLine, sorted, storedLinks, storedNodes } from '../export/stored.ts';
import type { Graph, LinkRow, NodeRow } from './graph.ts';
import { historyOf } from './history.ts';
import type { Stored } from './stored.ts';

type AnyRow = NodeRow | LinkRow;

/** What is stored under an id, and what the documents make of it; one of them may be missing. */
export interface Difference {
  readonly id: string;
  readonly stored: AnyRow | undefined;
  readonly stated: AnyRow | undefined;
}

export interface Agreement {
  readonly nodes: number;
  readonly links: number;
  readonly differences: readonly Difference[];
}

/** Compares all of it. What is forgotten, and stated by no document, is as it should be. */
export async function compareStored(engine: Engine, stored: readonly Stored[]): Promise<Agreement> {
  const graph = historyOf(stored);
  const documents = new Set(stored.map(({ id }) => id));
  const nodes = await compareRows(storedNodes(engine), graph.nodes, ({ id, kind }) => kind === 'Document' && documents.has(id));
  const links = await compareRows(storedLinks(engine), graph.links, () => false);
  return { nodes: nodes.count, links: links.count, differences: [...nodes.differences, ...links.differences] };
}

async function compareRows<Line extends NodeLine | LinkLine>(
  lines: AsyncIterable<Line>,
  stated: Graph['nodes'] | Graph['links'],
  isApart: (line: Line) => boolean,
): Promise<{ count: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  const seen = new Set<string>();
  let count = 0;
  for await (const stored of lines) {
    count++;
    if (isApart(stored)) continue;
    const row = stated.get(stored.id);
    const isRight = row ? !seen.has(stored.id) && isDeepStrictEqual(plain(row), { ...stored }) : isForgotten(stored);
    if (!isRight) differences.push({ id: stored.id, stored, stated: row });
    if (row) seen.add(stored.id);
  }
  const missing = [...stated.values()].filter(({ id }) => !seen.has(id));
  return { count, differences: [...differences, ...missing.map((row) => ({ id: row.id, stored: undefined, stated: row }))] };
}

/** A row as an engine gives it back. */
const plain = (row: AnyRow): AnyRow => ({ ...row, values: sorted(row.values) });

const isForgotten = ({ values }: AnyRow): boolean => values['retractedAt'] === (values['recordedAt'] ?? '');
