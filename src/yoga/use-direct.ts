/** Answers what needs no resolver straight from the rows of its statement. */
import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { answerDirectly } from '../plan/direct.ts';

export const useDirect = (): Plugin => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn(async (args: ExecutionArgs) => (await answerDirectly(args)) ?? executeFn(args));
  },
});
