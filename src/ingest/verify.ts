/** Checks a store: every row is what the documents say, with its history, and every document is whole. */
import type { Engine, Row } from '../engine/engine.ts';
import { readOfOneMoment } from '../engine/store.ts';
import { compareStored, type Difference } from './agreement.ts';
import { documentIdOf } from './graph.ts';
import { readStored, type Stored } from './stored.ts';

/** What is stored is not what the documents say. */
export class FaultyStoreError extends Error {}

/** How much was found to be right. */
export interface Verified {
  readonly nodes: number;
  readonly links: number;
  readonly documents: number;
}

/** How many faults are told one by one. */
const TOLD = 5;

/** Throws FaultyStoreError with the first faults. */
export async function verifyStore(engine: Engine): Promise<Verified> {
  const { nodes, links, documents, faults } = await readOfOneMoment(engine, () => examine(engine));
  if (faults.length) throw new FaultyStoreError(textOf(faults));
  return { nodes, links, documents };
}

async function examine(engine: Engine): Promise<Verified & { faults: string[] }> {
  const stored = await readStored(engine);
  const broken = stored.filter(isBroken);
  if (broken.length) return { nodes: 0, links: 0, documents: stored.length, faults: broken.map(({ id }) => `${id} is not whole`) };
  const { nodes, links, differences } = await compareStored(engine, stored);
  return { nodes, links, documents: stored.length, faults: differences.map(faultOf) };
}

const PARTS = ['source', 'sources', 'entities', 'claims', 'links', 'values'] as const;

/** Of a document a part is missing, or it is kept as the version of another. */
const isBroken = ({ id, source, recordedAt, document }: Stored): boolean =>
  id !== documentIdOf(source, recordedAt) ||
  (document !== undefined && (PARTS.some((part) => !document[part]) || document.source.id !== source));

const textOf = (faults: readonly string[]): string => {
  const rest = faults.length > TOLD ? `\n… and ${faults.length - TOLD} more` : '';
  return `The store is not what its documents say: ${faults.length} faults (STORE_FAULTY). Run "pledgegraph reproject", or restore a backup.\n${faults.slice(0, TOLD).join('\n')}${rest}`;
};

function faultOf({ id, stored, stated }: Difference): string {
  if (!stored) return `${id} is missing`;
  if (!stated) return `${id} is stated by no document`;
  const [is, was] = [stored, stated].map(({ values, ...rest }) => ({ ...rest, ...values }) as Row);
  const columns = [...new Set([...Object.keys(is!), ...Object.keys(was!)])].filter(
    (one) => JSON.stringify(is![one]) !== JSON.stringify(was![one]),
  );
  return columns.length ? `${id} differs in ${columns.join(', ')}` : `${id} is there twice`;
}
