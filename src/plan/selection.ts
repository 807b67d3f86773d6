/** Walks GraphQL selections: the fields by response key, with fragments, @skip and @include applied. */
import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** What a walk needs to know of the request. */
export interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}
export type Fields = Map<string, FieldNode[]>;

const fragments = new WeakMap<DocumentNode, Walk['fragments']>();
/** The fragments of a document by name, gathered once a document. */
export function fragmentsOf(document: DocumentNode): Walk['fragments'] {
  const isFragment = (one: { kind: string }): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION;
  const found = fragments.get(document) ?? Object.fromEntries(document.definitions.filter(isFragment).map((one) => [one.name.value, one]));
  fragments.set(document, found);
  return found;
}

/** The types that nodes of `type` may have, in the order of names, so that no statement depends on the order of declarations. */
export const nodeTypes = ({ schema }: Walk, type: GraphQLNamedOutputType): readonly GraphQLObjectType[] =>
  isAbstractType(type)
    ? schema
        .getPossibleTypes(type)
        .filter(({ extensions }) => !extensions.isLink)
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    : [type as GraphQLObjectType];

export const objectTypeOf = (type: GraphQLOutputType): GraphQLObjectType => getNamedType(type) as GraphQLObjectType;

/** The selection sets of all `nodes`. */
export const setsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] => nodes.flatMap((node) => node.selectionSet ?? []);

/** The fields that `sets` select on the object type `type`, in the order of the response. */
export function collectFields(
  walk: Walk,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  into: Fields = new Map(),
  seen = new Set<string>(),
): Fields {
  for (const set of sets) {
    for (const node of set.selections) {
      if (!isIncluded(walk, node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        into.set(key, [...(into.get(key) ?? []), node]);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : unseen(walk, node.name.value, seen);
      if (fragment && applies(walk, fragment, type)) collectFields(walk, type, [fragment.selectionSet], into, seen);
    }
  }
  return into;
}

function isIncluded({ variables }: Walk, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
  );
}

function unseen({ fragments }: Walk, name: string, seen: Set<string>): FragmentDefinitionNode | undefined {
  if (seen.has(name)) return undefined;
  seen.add(name);
  return fragments[name];
}

function applies({ schema }: Walk, { typeCondition }: FragmentDefinitionNode | InlineFragmentNode, type: GraphQLObjectType): boolean {
  if (!typeCondition) return true;
  const condition = schema.getType(typeCondition.name.value);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}

const conditions = new WeakMap<OperationDefinitionNode, readonly string[]>();

/** The variables of @skip and @include as bits: the part of the variables that changes the shape of the selection. */
export function shapeOf(operation: OperationDefinitionNode, { fragments, variables }: Walk): string {
  const names = conditions.get(operation) ?? conditionVariables(operation, fragments);
  conditions.set(operation, names);
  return names.map((name) => (variables[name] == null ? 'n' : variables[name] ? '1' : '0')).join('');
}

function conditionVariables(operation: OperationDefinitionNode, fragments: Walk['fragments']): string[] {
  const names = new Set<string>();
  const visitor: ASTVisitor = {
    Directive({ name, arguments: args = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  };
  for (const node of [operation, ...Object.values(fragments)]) visit(node, visitor);
  return [...names].sort();
}
