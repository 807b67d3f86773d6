/** Reads the lines that `export ndjson` writes into an empty graph, in one transaction. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { LABELS } from '../../model/ids.ts';
import { kinds } from '../../model/kinds.ts';
import { linkTypes } from '../../model/links.ts';
import { statementText } from '../cypher/statements.ts';
import type { Engine } from '../engine/engine.ts';
import { changeStore, MODEL_VERSION } from '../engine/store.ts';
import type { End, Head } from '../export/ndjson.ts';
import type { LinkLine, NodeLine } from '../export/stored.ts';
import { difference } from './difference.ts';
import { type Problem, SeedError } from './document.ts';
import { EMPTY, type Graph, type LinkRow, type NodeRow } from './graph.ts';

const values = z.record(z.string(), z.unknown());
const KINDS = ['Entity', ...LABELS, ...kinds.keys()] as const;
const TYPES = ['IDENTIFIES', 'STATES', 'LACKS', 'CONFLICT_OF', 'CHANGE_OF', ...linkTypes.keys()] as const;
const head = z.object({ format: z.literal('pledgegraph'), modelVersion: z.literal(MODEL_VERSION) }) satisfies z.ZodType<
  Omit<Head, 'licence'>
>;
const node = z.strictObject({ id: z.string(), kind: z.enum(KINDS), values }) satisfies z.ZodType<NodeLine>;
const link = z.strictObject({
  id: z.string(),
  type: z.enum(TYPES),
  from: z.string(),
  to: z.string(),
  values,
}) satisfies z.ZodType<LinkLine>;
const line = z.union([z.strictObject({ node }), z.strictObject({ link })]);
const end = z.strictObject({ end: z.strictObject({ nodes: z.number(), links: z.number(), sha256: z.string() }) }) satisfies z.ZodType<{
  end: End;
}>;

/** How many nodes and links were read. */
export interface Imported {
  readonly nodes: number;
  readonly links: number;
}

export async function importNdjson(engine: Engine, file: string): Promise<Imported> {
  const graph = await readGraph(file);
  return changeStore(engine, async () => {
    await refuseFull(engine, file);
    return { statements: difference(EMPTY, graph), result: { nodes: graph.nodes.size, links: graph.links.size } };
  });
}

async function refuseFull(engine: Engine, file: string): Promise<void> {
  for (const BASE of ['Entity', 'Document']) {
    const [count] = await engine.read(statementText('countNodes', { BASE }), {}, { timeoutMs: 60_000 });
    if (count!['nodes']) throw new SeedError([{ file, line: 1, message: 'the graph is not empty: it is moved into an empty one only' }]);
  }
}

/** Reads all lines: the head, nodes, links between nodes above, and the end. */
async function readGraph(file: string): Promise<Graph> {
  const nodes = new Map<string, NodeRow>();
  const links = new Map<string, LinkRow>();
  const problems: Problem[] = [];
  const hash = createHash('sha256');
  let [number, ended] = [0, undefined as End | undefined];
  for await (const text of linesOf(file)) {
    number++;
    const refuse = (message: string) => void problems.push({ file, line: number, message });
    const value = parse(text);
    if (ended) refuse('stands after the end');
    ended ??= end.safeParse(value).data?.end;
    if (ended) continue;
    hash.update(`${text}\n`);
    if (number === 1) {
      if (!head.safeParse(value).success) refuse(`is not an export of a graph of model ${MODEL_VERSION}`);
      continue;
    }
    const result = line.safeParse(value);
    if (!result.success) refuse('is neither a node nor a link of the model');
    else if ('node' in result.data) nodes.set(result.data.node.id, result.data.node);
    else links.set(result.data.link.id, result.data.link);
    if (result.success && 'link' in result.data)
      for (const end of [result.data.link.from, result.data.link.to]) if (!nodes.has(end)) refuse(`"${end}" exists nowhere above`);
  }
  const whole: End = { nodes: nodes.size, links: links.size, sha256: hash.digest('hex') };
  if (!isDeepStrictEqual(ended, whole)) problems.push({ file, line: Math.max(number, 1), message: wrongEnd(number, ended) });
  if (problems.length) throw new SeedError(problems);
  return { nodes, links };
}

const wrongEnd = (lines: number, ended: End | undefined): string => {
  if (!lines) return 'is empty';
  return ended ? 'does not tell what stands above: the file was changed' : 'is not the end of an export: the file was cut';
};

/** Lines end with a line feed alone: a text may hold whatever else Unicode takes for the end of a line. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest) yield rest;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
