/** Measures an operation with its fragments spread out: how deep it is, and how many fields, aliases and directives it has. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Measure {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** How often it asks for the schema. */
  readonly introspections: number;
}
const NOTHING: Measure = { depth: 0, fields: 0, aliases: 0, directives: 0, introspections: 0 };

const beside = (a: Measure, b: Measure): Measure => ({ ...sum(a, b), depth: Math.max(a.depth, b.depth) });
const sum = (a: Measure, b: Measure): Measure => ({
  depth: a.depth + b.depth,
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  introspections: a.introspections + b.introspections,
});

interface Decorated {
  readonly directives?: readonly unknown[] | undefined;
}
const withDirectives = (measure: Measure, ...nodes: readonly (Decorated | undefined)[]): Measure => ({
  ...measure,
  directives: nodes.reduce((count, node) => count + (node?.directives?.length ?? 0), measure.directives),
});

const ofField = ({ alias, name }: FieldNode): Measure => ({
  ...NOTHING,
  depth: 1,
  fields: 1,
  aliases: alias ? 1 : 0,
  introspections: /^__(schema|type)$/.test(name.value) ? 1 : 0,
});

/** Each fragment is measured once, and a cycle as nothing, since another rule reports it. */
export function measureWith(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (operation: OperationDefinitionNode) => Measure {
  const known = new Map<string, Measure>();
  function ofFragment(name: string): Measure {
    const found = known.get(name);
    if (found) return found;
    known.set(name, NOTHING);
    const fragment = fragments.get(name);
    const measured = withDirectives(ofSet(fragment?.selectionSet), fragment);
    known.set(name, measured);
    return measured;
  }
  function ofSelection(node: SelectionNode): Measure {
    const inner = node.kind === Kind.FRAGMENT_SPREAD ? ofFragment(node.name.value) : ofSet(node.selectionSet);
    return withDirectives(node.kind === Kind.FIELD ? sum(ofField(node), inner) : inner, node);
  }
  const ofSet = (set: SelectionSetNode | undefined): Measure => (set?.selections ?? []).map(ofSelection).reduce(beside, NOTHING);
  return (operation) => withDirectives(ofSet(operation.selectionSet), operation, ...(operation.variableDefinitions ?? []));
}
