/** Tells what a reply cost, in `extensions.graph` or in the log: each statement with its rows and milliseconds, and the tier. */
import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Context, Executed } from '../plan/context.ts';
import { requestIdOf } from './request-id.ts';
import type { ServerPlugin } from './server-plugin.ts';

/** The log has it at the level `debug`; replies only where they are to. */
export const useExplain = (log: Logger, inReplies: boolean): ServerPlugin => ({
  onExecute({ args }) {
    return {
      onExecuteDone({ result }) {
        const context = args.contextValue;
        const graph = explain(context);
        log.debug({ requestId: requestIdOf(context.request), graph }, 'answered');
        const one = result as ExecutionResult;
        if (inReplies) Object.assign(one, { extensions: { ...one.extensions, graph } }); // the result keeps how it is written
      },
    };
  },
});

const explain = ({ executed, tier }: Context) => ({
  statements: executed.map(explainStatement),
  rows: executed.reduce((sum, one) => sum + one.rows, 0),
  milliseconds: round(executed.reduce((sum, one) => sum + one.milliseconds, 0)),
  tier,
});

/** Of its parameters only the names: values may be anybody's. */
const explainStatement = ({ text, rows, milliseconds }: Executed) => ({
  text,
  parameters: [...new Set([...text.matchAll(/\$(\w+(?:\.\w+)?)/g)].map(([, name]) => name!))],
  rows,
  milliseconds: round(milliseconds),
});

const round = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;
