/** The whole graph as lines of JSON, for keeping and moving it: a head, every node, every link, and an end that proves that nothing is missing. */
import { createHash } from 'node:crypto';
import type { Engine } from '../engine/engine.ts';
import { ConflictError } from '../engine/faults.ts';
import { markOf } from '../engine/store.ts';
import { type LinkLine, type NodeLine, storedLinks, storedNodes } from './stored.ts';

/** What the first line tells. */
export interface Head {
  readonly format: 'pledgegraph';
  readonly modelVersion: number;
  readonly licence: string;
}
/** What the last line tells: how much there is above, and the SHA-256 of its bytes. */
export interface End {
  readonly nodes: number;
  readonly links: number;
  readonly sha256: string;
}

const LICENCE = 'CC BY 4.0 for the facts; quotes stay their owners’';

/** The lines of one moment. Throws ConflictError, before the end, where the graph was written meanwhile. */
export const exportNdjson = (engine: Engine): AsyncGenerator<string> => sealed(linesOf(engine));

async function* linesOf(engine: Engine): AsyncGenerator<Head | { readonly node: NodeLine } | { readonly link: LinkLine }> {
  const { modelVersion, generation } = await markOf(engine);
  yield { format: 'pledgegraph', modelVersion, licence: LICENCE };
  for await (const node of storedNodes(engine)) yield { node };
  for await (const link of storedLinks(engine)) yield { link };
  if ((await markOf(engine)).generation !== generation) throw new ConflictError();
}

/** What is to be kept, a line each, and the end. */
export async function* sealed(all: AsyncIterable<object> | Iterable<object>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const count = { nodes: 0, links: 0 };
  for await (const one of all) {
    if ('node' in one) count.nodes++;
    if ('link' in one) count.links++;
    const text = line(one);
    hash.update(text);
    yield text;
  }
  yield line({ end: { ...count, sha256: hash.digest('hex') } satisfies End });
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
