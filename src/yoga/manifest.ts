/** Reads a manifest of documents, as the compilers of Relay and Apollo write it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '../config.ts';

const operation = z.object({ id: z.string(), body: z.string() });
const apollo = z
  .object({ format: z.literal('apollo-persisted-query-manifest'), version: z.literal(1), operations: z.array(operation) })
  .transform(({ operations }) => new Map(operations.map(({ id, body }) => [id, body])));
const relay = z.record(z.string(), z.string()).transform((texts) => new Map(Object.entries(texts)));

/** The texts by their ids. Throws ConfigError. */
export function readManifest(path: string): ReadonlyMap<string, string> {
  try {
    return z.union([apollo, relay]).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const why =
      error instanceof z.ZodError || error instanceof SyntaxError ? "is not a manifest of Relay's or Apollo's compiler" : String(error);
    throw new ConfigError(`PERSISTED_ONLY=${path}: ${why}`);
  }
}
