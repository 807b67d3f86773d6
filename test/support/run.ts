/** Runs an operation as the server does, without HTTP. */
import { type ExecutionArgs, execute, parse, validate } from 'graphql';
import { expect } from 'vitest';
import { schema } from '../../schema/index.ts';
import type { Clock } from '../../src/clock.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type Context, createContext, type Executed } from '../../src/plan/context.ts';
import { answerDirectly } from '../../src/plan/direct.ts';
import { chooseTier, type Tier } from '../../src/plan/tier.ts';
import { testClock } from './clock.ts';

export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
  readonly executed: readonly Executed[];
  /** Whether it can be answered without the executor. */
  readonly isDirect: boolean;
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
  clock: Clock = testClock,
): Promise<Answer> {
  const document = documentOf(query);
  const invalid = validate(schema, document);
  if (invalid.length) throw new Error(invalid.map((error) => error.message).join('\n'));
  const contextValue = createContext({
    engine,
    clock,
    runsWhole: chooseTier(tier, engine),
    timeoutMs: 60_000,
    maxCost: 1e9,
  });
  const args = { schema, document, variableValues: variables, contextValue, operationName: operationName ?? null };
  const { data, errors } = await execute(args);
  const plain = JSON.parse(JSON.stringify({ data, errors })) as Omit<Answer, 'executed'>;
  const answer = { ...plain, executed: [...contextValue.executed] };
  return { ...answer, isDirect: await isDirectToo(args, answer) };
}

/** Answers once more without the executor, from what the context has read: the same bytes and no statement more, or nothing. */
async function isDirectToo(args: ExecutionArgs, { data, errors, executed }: Omit<Answer, 'isDirect'>): Promise<boolean> {
  const context = args.contextValue as Context;
  const tier = context.tier;
  const result = await answerDirectly(args);
  if (!result) return false;
  expect({ text: result.stringify(result), errors, executed: context.executed.length, tier }).toEqual({
    text: JSON.stringify({ data }),
    executed: executed.length,
    tier: 'single',
  });
  return true;
}
