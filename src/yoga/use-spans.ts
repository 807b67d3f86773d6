/** Every operation is a span of OpenTelemetry, with the attributes that are agreed on for GraphQL; whoever starts an SDK gets them. */
import { SpanStatusCode, trace } from '@opentelemetry/api';
import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';

const tracer = trace.getTracer('pledgegraph');

/** https://opentelemetry.io/docs/specs/semconv/graphql/graphql-spans/ */
export const useSpans = (): Plugin => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn((args: ExecutionArgs) => {
      const operation = getOperationAST(args.document, args.operationName);
      const attributes = {
        ...(operation && { 'graphql.operation.type': operation.operation }),
        ...(operation?.name && { 'graphql.operation.name': operation.name.value }),
        ...(args.document.loc && { 'graphql.document': args.document.loc.source.body }),
      };
      return tracer.startActiveSpan(`GraphQL ${operation?.operation ?? 'operation'}`, { attributes }, async (span) => {
        try {
          const result = (await executeFn(args)) as ExecutionResult;
          if (result.errors?.length) span.setStatus({ code: SpanStatusCode.ERROR });
          return result;
        } catch (error) {
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      });
    });
  },
});
