/** Executes so many operations at once. What asks nothing of the graph does not wait for what does, nor what costs little for what may take long. */
import { type ExecutionArgs, getOperationAST, Kind } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import type { Queues, Refusal } from '../engine/queue.ts';
import { graphError } from '../errors.ts';
import type { Context } from '../plan/context.ts';

export const useQueue = (queues: Queues): Plugin => ({
  onExecute({ args, executeFn, setExecuteFn }) {
    if (!asksTheGraph(args as ExecutionArgs)) return;
    setExecuteFn(async (args: ExecutionArgs) => {
      const { request, left, isDear } = args.contextValue as YogaInitialContext & Context;
      const queue = queues[isDear() ? 'dear' : 'cheap'];
      const refusal = await queue.enter(left(), request.signal);
      if (refusal) throw busy(refusal);
      try {
        return await executeFn(args);
      } finally {
        queue.leave();
      }
    });
  },
});

const asksTheGraph = ({ document, operationName }: ExecutionArgs): boolean =>
  !getOperationAST(document, operationName)?.selectionSet.selections.every(
    (one) => one.kind === Kind.FIELD && one.name.value.startsWith('__'),
  );

const MESSAGES: Readonly<Record<Refusal, string>> = {
  full: 'The server executes as many operations as it can, and as many as it lets wait do (MAX_CONCURRENT, MAX_QUEUED); try again later.',
  late: 'The operation waited to be executed for as long as it may take (ENGINE_TIMEOUT_MS); try again later.',
  gone: 'The client has gone away.',
};

const busy = (refusal: Refusal) =>
  graphError('SERVER_BUSY', MESSAGES[refusal], { extensions: { http: { status: 503, headers: { 'retry-after': '1' } } } });
