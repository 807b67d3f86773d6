/** The whole graph as lines of JSON, for keeping and moving it: a head, every node, every link, and an end that proves that nothing is missing. */
import { createHash } from 'node:crypto';
import type { Engine } from '../engine/engine.ts';
import { ConflictError } from '../engine/faults.ts';
import { markOf } from '../store.ts';
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
export async function* exportNdjson(engine: Engine): AsyncGenerator<string> {
  const { modelVersion, generation } = await markOf(engine);
  const hash = createHash('sha256');
  const told = (value: unknown): string => {
    const text = line(value);
    hash.update(text);
    return text;
  };
  const count = { nodes: 0, links: 0 };
  yield told({ format: 'pledgegraph', modelVersion, licence: LICENCE } satisfies Head);
  for await (const node of storedNodes(engine)) {
    count.nodes++;
    yield told({ node } satisfies { node: NodeLine });
  }
  for await (const link of storedLinks(engine)) {
    count.links++;
    yield told({ link } satisfies { link: LinkLine });
  }
  if ((await markOf(engine)).generation !== generation) throw new ConflictError();
  yield line({ end: { ...count, sha256: hash.digest('hex') } satisfies End });
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
