/** An engine of which every statement is timed, and is a span of OpenTelemetry. */
import { SpanStatusCode, trace } from '@opentelemetry/api';
import { statementName } from '../cypher/statements.ts';
import type { Engine } from './engine.ts';

const tracer = trace.getTracer('pledgegraph');

/** `begin` is called when one begins, and what it returns when that ends. */
export const observed = (engine: Engine, begin: () => () => void): Engine => ({
  ...engine,
  read: (text, ...rest) => {
    const attributes = { 'db.system.name': engine.name, 'db.operation.name': statementName(text) ?? 'planned' };
    return tracer.startActiveSpan('engine read', { attributes }, async (span) => {
      const end = begin();
      try {
        return await engine.read(text, ...rest);
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
        throw error;
      } finally {
        end();
        span.end();
      }
    });
  },
});
