/** Logs a line for every operation, and one for every statement that was slow. Variables are logged only where a setting says so. */
import { createHash } from 'node:crypto';
import { type ExecutionResult, type GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { GraphQLParams, Plugin, YogaInitialContext } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { statementName } from '../cypher/statements.ts';
import type { Context } from '../plan/context.ts';
import { requestIdOf } from './request-id.ts';
import { codeOf } from './use-errors.ts';

/** Tells planned statements apart, which have no name. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

type Executing = Context & YogaInitialContext;
/** `count` is told how each operation ended: `OK`, or the code of its first error. */
export function useOperationLog(log: Logger, { SLOW_MS, LOG_VARIABLES }: Config, count: (code: string) => void): Plugin {
  const starts = new WeakMap<object, number>();
  const executing = new WeakMap<GraphQLParams, { readonly context: Executing; readonly ast: OperationDefinitionNode | null | undefined }>();
  return {
    onParams({ context }) {
      starts.set(context, performance.now());
    },
    onExecute({ args }) {
      const context = args.contextValue as unknown as Executing;
      executing.set(context.params, { context, ast: getOperationAST(args.document, args.operationName) });
    },
    onExecutionResult({ result, request, context }) {
      const { params } = context as unknown as YogaInitialContext;
      const executed = params && executing.get(params);
      const [error] = ((result as ExecutionResult).errors ?? []) as readonly GraphQLError[];
      const code = error && codeOf(error);
      count(code ?? 'OK');
      const requestId = requestIdOf(request);
      const operation = executed?.ast?.name?.value ?? params?.operationName;
      log.info(
        {
          requestId,
          ...(operation && { operation }),
          ...(executed && { type: executed.ast?.operation, cost: Math.ceil(executed.context.cost()) }),
          milliseconds: Math.round(10 * (performance.now() - (starts.get(context) ?? Number.NaN))) / 10,
          ...(code && { code }),
          ...(LOG_VARIABLES && params?.variables && { variables: params.variables }),
        },
        'operation',
      );
      for (const { text, milliseconds, rows } of executed?.context.executed ?? []) {
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
