/** Refuses operations that would cost too much or follow too many links, before any statement runs, and tells what they cost who asks. */
import { type ExecutionArgs, type ExecutionResult, GraphQLError, getArgumentValues, getOperationAST, getVariableValues } from 'graphql';
import type { Context } from '../plan/context.ts';
import { type Cost, costsOf } from '../plan/cost.ts';
import { MOST_STEPS, planOf, tooManySteps } from '../plan/plans.ts';
import { collectFields, fragmentsOf } from '../plan/selection.ts';
import type { ServerPlugin } from './server-plugin.ts';

/** A request with this header, and any value but 0, is told what it costs. */
export const COST_HEADER = 'graph-cost';

export const useCost = (): ServerPlugin => ({
  onExecute({ args, setResultAndStopExecution }) {
    const context = args.contextValue;
    const isAsked = (context.request.headers.get(COST_HEADER) ?? '0') !== '0';
    const error = check(args as ExecutionArgs);
    if (error) return void setResultAndStopExecution({ errors: [error], ...(isAsked && { extensions: told(context) }) });
    return isAsked ? { onExecuteDone: ({ result }) => tell(result as ExecutionResult, context) } : undefined;
  },
});

const told = ({ cost, maxCost }: Context) => ({ cost: { requested: Math.ceil(cost()), limit: maxCost } });

/** The result keeps how it is written. */
const tell = (result: ExecutionResult, context: Context): void =>
  void Object.assign(result, { extensions: { ...result.extensions, ...told(context) } });

/** Why an operation is not to be executed, if so; its context has then spent what it costs. */
export function check(args: ExecutionArgs): GraphQLError | undefined {
  const context = args.contextValue as Context;
  try {
    context.spend(measure(args, context));
    return undefined;
  } catch (error) {
    // What is wrong with an argument, the executor says where it stands.
    if (error instanceof GraphQLError) return error.extensions['code'] === 'QUERY_TOO_COMPLEX' ? error : undefined;
    throw error;
  }
}

/** What all root fields cost together; what the executor will refuse anyway costs nothing. */
function measure({ schema, document, operationName, variableValues }: ExecutionArgs, { census }: Context): Cost[] {
  const operation = getOperationAST(document, operationName);
  const parentType = operation && schema.getRootType(operation.operation);
  const variables = operation && getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  if (!operation || !parentType || !variables?.coerced) return [];
  const fragments = fragmentsOf(document);
  const request = { schema, fragments, operation, parentType, variableValues: variables.coerced };
  const roots = collectFields({ schema, fragments, variables: variables.coerced }, parentType, [operation.selectionSet]);
  const costs: Cost[] = [];
  let steps = 0;
  for (const [key, [node]] of roots) {
    const plan = planOf(request, key);
    const root = plan?.root;
    if (!plan || !root) continue;
    steps += plan.steps.length;
    if (steps > MOST_STEPS) throw tooManySteps();
    const keys = root.by === 'keys' ? root.keys(getArgumentValues(plan.field, node!, variables.coerced)).length : 1;
    costs.push(...costsOf(plan, variables.coerced, keys, census));
  }
  return costs;
}
