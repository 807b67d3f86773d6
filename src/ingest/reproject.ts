/** Makes the rows of a store anew from its documents: what agrees with them stays, and so does all history. */
import type { Engine } from '../engine/engine.ts';
import { changeStore } from '../engine/store.ts';
import { compareStored, type Difference } from './agreement.ts';
import { difference } from './difference.ts';
import type { Graph, LinkRow, NodeRow } from './graph.ts';
import { readStored } from './stored.ts';

export interface Reprojected {
  readonly written: number;
  readonly forgotten: number;
}

export const reprojectStore = (engine: Engine): Promise<Reprojected> =>
  changeStore(engine, async () => {
    const { differences } = await compareStored(engine, await readStored(engine));
    const [before, after] = [graphOf(differences, 'stored'), graphOf(differences, 'stated')];
    const stated = differences.filter((one) => one.stated).length;
    return { statements: difference(before, after), result: { written: stated, forgotten: differences.length - stated } };
  });

/** One side of what differs, as a graph. */
function graphOf(differences: readonly Difference[], side: 'stored' | 'stated'): Graph {
  const rows = differences.flatMap((one) => one[side] ?? []);
  const isLink = (row: NodeRow | LinkRow): row is LinkRow => 'from' in row;
  return {
    links: new Map(rows.filter(isLink).map((row) => [row.id, row])),
    nodes: new Map(rows.filter((row): row is NodeRow => !isLink(row)).map((row) => [row.id, row])),
  };
}
