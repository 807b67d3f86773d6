/** Runs an operation as the server does, without HTTP. */
import { execute, parse, validate } from 'graphql';
import { schema } from '../../schema/index.ts';
import { createContext, type Executed } from '../../src/context.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { baseOf } from '../../src/ingest/graph.ts';
import { chooseTier, type Tier } from '../../src/tier.ts';

export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
  readonly executed: readonly Executed[];
}

/** The same text is the same document, as it is in the server's cache. */
const documents = new Map<string, ReturnType<typeof parse>>();
const documentOf = (query: string) => {
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  return document;
};

export async function run(
  engine: Engine,
  query: string,
  variables: Record<string, unknown> = {},
  tier: Tier = 'single',
  operationName?: string,
): Promise<Answer> {
  const document = documentOf(query);
  const invalid = validate(schema, document);
  if (invalid.length) throw new Error(invalid.map((error) => error.message).join('\n'));
  const contextValue = createContext({ engine, runsWhole: chooseTier(tier, engine), timeoutMs: 60_000, labelOf: baseOf });
  const { data, errors } = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue,
    operationName: operationName ?? null,
  });
  const plain = JSON.parse(JSON.stringify({ data, errors })) as Omit<Answer, 'executed'>;
  return { ...plain, executed: contextValue.executed };
}
