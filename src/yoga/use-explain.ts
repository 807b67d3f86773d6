/** Tells in `extensions.graph` what a reply cost: statements, rows, milliseconds, tier. */
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';

export const useExplain = (): Plugin => ({
  onExecute({ args }) {
    return {
      onExecuteDone({ result, setResult }) {
        const { executed, tier } = args.contextValue as unknown as Context;
        const graph = {
          statements: executed.length,
          rows: executed.reduce((sum, one) => sum + one.rows, 0),
          milliseconds: Math.round(executed.reduce((sum, one) => sum + one.milliseconds, 0) * 100) / 100,
          tier,
        };
        const one = result as ExecutionResult;
        setResult({ ...one, extensions: { ...one.extensions, graph } });
      },
    };
  },
});
