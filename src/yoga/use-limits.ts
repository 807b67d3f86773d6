/** Refuses documents that are too long, too deep or have too many aliases, and variables that are too deep, before they are executed. */
import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { graphError } from '../errors.ts';

/** The limits: generous for people and code generators, small for machines that mean harm. */
export const LIMITS = { tokens: 5000, depth: 30, aliases: 100, variables: 50 } as const;

const tooMuch = (message: string, nodes?: readonly ASTNode[]) => graphError('QUERY_TOO_COMPLEX', message, { ...(nodes && { nodes }) });

export const useLimits = (): Plugin => ({
  onParams({ params }) {
    if (isDeeper(params.variables, LIMITS.variables))
      throw graphError('BAD_USER_INPUT', `The variables are nested more than ${LIMITS.variables} deep.`);
  },
  onParse: ({ setParseFn }) => setParseFn(parseWithin),
  onValidate: ({ addValidationRule }) => addValidationRule(LimitsRule),
});

const isDeeper = (value: unknown, depth: number): boolean =>
  value !== null && typeof value === 'object' && (depth === 0 || Object.values(value).some((one) => isDeeper(one, depth - 1)));

function parseWithin(source: Parameters<typeof parse>[0]): DocumentNode {
  try {
    return parse(source, { maxTokens: LIMITS.tokens });
  } catch (error) {
    throw error instanceof Error && /contains more tha[nt] \d+ tokens/.test(error.message)
      ? tooMuch(`The document has more than ${LIMITS.tokens} tokens.`)
      : error;
  }
}

function LimitsRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const fragments = new Map(
        document.definitions
          .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
          .map((one) => [one.name.value, one]),
      );
      const measure = measureWith(fragments);
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        const { depth, aliases } = measure(definition.selectionSet);
        if (depth > LIMITS.depth)
          context.reportError(tooMuch(`The operation is ${depth} fields deep; at most ${LIMITS.depth} are allowed.`, [definition]));
        if (aliases > LIMITS.aliases)
          context.reportError(tooMuch(`The operation has ${aliases} aliases; at most ${LIMITS.aliases} are allowed.`, [definition]));
      }
    },
  };
}

interface Measure {
  readonly depth: number;
  readonly aliases: number;
}
const NOTHING: Measure = { depth: 0, aliases: 0 };

/** Measures selections with their fragments; each fragment once, and a cycle as nothing, since another rule reports it. */
function measureWith(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (set: SelectionSetNode | undefined) => Measure {
  const known = new Map<string, Measure>();
  function ofFragment(name: string): Measure {
    const found = known.get(name);
    if (found) return found;
    known.set(name, NOTHING);
    const measured = ofSet(fragments.get(name)?.selectionSet);
    known.set(name, measured);
    return measured;
  }
  function ofSet(set: SelectionSetNode | undefined): Measure {
    let [depth, aliases] = [0, 0];
    for (const node of set?.selections ?? []) {
      const inner = node.kind === Kind.FRAGMENT_SPREAD ? ofFragment(node.name.value) : ofSet(node.selectionSet);
      depth = Math.max(depth, inner.depth + (node.kind === Kind.FIELD ? 1 : 0));
      aliases += inner.aliases + (node.kind === Kind.FIELD && node.alias ? 1 : 0);
    }
    return { depth, aliases };
  }
  return ofSet;
}
