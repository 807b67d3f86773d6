/** Documents that tell queries with their answers: each is asked, and an answer that is another now is written anew. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { type Answer, run } from './run.ts';

const TOLD = /```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g;
/** As wide as the format check lets a line be, with its comma. */
const WIDTH = 139;

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${inline(one)}`);
  return parts.length ? `{ ${parts.join(', ')} }` : '{}';
}

/** JSON with whatever fits on one line; `before` is what stands there already. */
function written(value: unknown, indent = '', before = indent): string {
  const line = inline(value);
  if (before.length + line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const part = (one: unknown, key = ''): string => deeper + key + written(one, deeper, deeper + key);
  const parts = Array.isArray(value)
    ? value.map((one) => part(one))
    : Object.entries(value).map(([key, one]) => part(one, `${JSON.stringify(key)}: `));
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

export interface Retold {
  /** The document as it should be: itself, where all it tells is so. */
  readonly text: string;
  readonly examples: readonly { readonly query: string; readonly answer: Answer }[];
}

export async function retell(engine: Engine, document: string): Promise<Retold> {
  let text = document;
  const examples = [];
  for (const [example, query, told] of document.matchAll(TOLD)) {
    const answer = await run(engine, query!);
    expect(answer.errors, query).toBeUndefined();
    examples.push({ query: query!, answer });
    const isSo = isDeepStrictEqual(JSON.parse(told!), answer.data);
    if (!isSo) text = text.replace(example, () => `\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`json\n${written(answer.data)}\n\`\`\``);
  }
  return { text, examples };
}
