/** Logs a line for every operation, and one for every statement that was slow. Variables are logged only where a setting says so. */
import { createHash } from 'node:crypto';
import { type ExecutionResult, type GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { statementName } from '../cypher/statements.ts';
import type { Context } from '../plan/context.ts';
import { requestIdOf } from './request-id.ts';
import { codeOf } from './use-errors.ts';

/** Tells planned statements apart, which have no name. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** What is noted of an operation, in its own context: a WeakMap of contexts would keep the young ones alive over a collection. */
interface Noted {
  startedAt?: number;
  ast?: OperationDefinitionNode | null | undefined;
}
/** An operation that was refused before it was executed has no context of ours. */
type Ended = Noted & Partial<YogaInitialContext & Pick<Context, 'cost' | 'executed'>>;

/** `count` is told how each operation ended: `OK`, or the code of its first error. */
export function useOperationLog(log: Logger, { SLOW_MS, LOG_VARIABLES }: Config, count: (code: string) => void): Plugin {
  return {
    onParams({ context }) {
      Object.assign(context, { startedAt: performance.now() } satisfies Noted);
    },
    onExecute({ args }) {
      Object.assign(args.contextValue as object, { ast: getOperationAST(args.document, args.operationName) } satisfies Noted);
    },
    onExecutionResult({ result, request, context }) {
      const { startedAt = Number.NaN, ast, params, cost, executed = [] } = context as Ended;
      const [error] = ((result as ExecutionResult).errors ?? []) as readonly GraphQLError[];
      const code = error && codeOf(error);
      count(code ?? 'OK');
      const requestId = requestIdOf(request);
      const operation = ast?.name?.value ?? params?.operationName;
      log.info(
        {
          requestId,
          ...(operation && { operation }),
          ...(ast && cost && { type: ast.operation, cost: Math.ceil(cost()) }),
          milliseconds: Math.round(10 * (performance.now() - startedAt)) / 10,
          ...(code && { code }),
          ...(LOG_VARIABLES && params?.variables && { variables: params.variables }),
        },
        'operation',
      );
      for (const { text, milliseconds, rows } of executed) {
        if (SLOW_MS && milliseconds >= SLOW_MS)
          log.warn(
            {
              requestId,
              ...(operation && { operation }),
              statement: statementName(text) ?? shortHash(text),
              milliseconds: Math.round(milliseconds),
              rows,
            },
            'slow statement',
          );
      }
    },
  };
}
