/** Refuses operations that may read too many rows or follow too many links, before any statement runs. */
import { type ExecutionArgs, GraphQLError, getArgumentValues, getOperationAST, getVariableValues } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { graphError } from '../errors.ts';
import { costOf } from '../plan/bind.ts';
import { MOST_STEPS, planOf, tooManySteps } from '../plan/plans.ts';
import { collectFields, fragmentsOf } from '../plan/selection.ts';

export const useCost = (maxCost: number): Plugin => ({
  onExecute({ args, setResultAndStopExecution }) {
    const error = check(args as ExecutionArgs, maxCost);
    if (error) setResultAndStopExecution({ errors: [error] });
  },
});

function check(args: ExecutionArgs, maxCost: number): GraphQLError | undefined {
  try {
    const cost = measure(args);
    return cost <= maxCost ? undefined : tooDear(cost, maxCost);
  } catch (error) {
    // What is wrong with an argument, the executor says where it stands.
    if (error instanceof GraphQLError) return error.extensions['code'] === 'QUERY_TOO_COMPLEX' ? error : undefined;
    throw error;
  }
}

const tooDear = (cost: number, maxCost: number): GraphQLError =>
  graphError(
    'QUERY_TOO_COMPLEX',
    `The operation may read ${cost} rows; at most ${maxCost} are allowed. Ask for smaller pages (first:) where links are nested.`,
    { extensions: { cost, maxCost } },
  );

/** The rows that all root fields may read together; what the executor will refuse anyway counts nothing. */
function measure({ schema, document, operationName, variableValues }: ExecutionArgs): number {
  const operation = getOperationAST(document, operationName);
  const parentType = operation && schema.getRootType(operation.operation);
  const variables = operation && getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  if (!operation || !parentType || !variables?.coerced) return 0;
  const fragments = fragmentsOf(document);
  const request = { schema, fragments, operation, parentType, variableValues: variables.coerced };
  const roots = collectFields({ schema, fragments, variables: variables.coerced }, parentType, [operation.selectionSet]);
  let [cost, steps] = [0, 0];
  for (const [key, [node]] of roots) {
    const plan = planOf(request, key);
    const root = plan?.root;
    if (!plan || !root) continue;
    steps += plan.steps.length;
    if (steps > MOST_STEPS) throw tooManySteps();
    const keys = root.by === 'keys' ? root.keys(getArgumentValues(plan.field, node!, variables.coerced)).length : 1;
    cost += costOf(plan, variables.coerced, keys);
  }
  return cost;
}
