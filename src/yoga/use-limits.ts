/** Refuses documents that are too long, too deep or ask too much at once, and variables that are too deep, before they are executed. */
import {
  type ASTNode,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { graphError } from '../errors.ts';
import { parseWithin } from './parse-within.ts';

/** The limits: generous for people and code generators, small for machines that mean harm. */
export const LIMITS = { tokens: 5000, brackets: 150, depth: 30, aliases: 100, variables: 50, introspections: 10 } as const;

const tooMuch = (message: string, nodes?: readonly ASTNode[]) => graphError('QUERY_TOO_COMPLEX', message, { ...(nodes && { nodes }) });

export const useLimits = (): Plugin => ({
  onParams({ params }) {
    if (isDeeper(params.variables, LIMITS.variables))
      throw graphError('BAD_USER_INPUT', `The variables are nested more than ${LIMITS.variables} deep.`);
  },
  onParse: ({ setParseFn }) => setParseFn(parseWithin(LIMITS)),
  onValidate({ addValidationRule }) {
    addValidationRule(LimitsRule);
    return ({ result, setResult }) => {
      // So graphql-js ends a comparison of fields that may be one in the answer.
      if ((result as readonly Error[]).some(({ message }) => message === 'Validation aborted.'))
        setResult([tooMuch('The operation selects too many fields of the same name.')]);
    };
  },
});

const isDeeper = (value: unknown, depth: number): boolean =>
  value !== null && typeof value === 'object' && (depth === 0 || Object.values(value).some((one) => isDeeper(one, depth - 1)));

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
        const measured = measure(definition.selectionSet);
        for (const [name, tell] of TOLD) {
          if (measured[name] > LIMITS[name])
            context.reportError(tooMuch(`The operation ${tell(measured[name])}; at most ${LIMITS[name]} are allowed.`, [definition]));
        }
      }
    },
  };
}

interface Measure {
  readonly depth: number;
  readonly aliases: number;
  /** How often it asks for the schema. */
  readonly introspections: number;
}
const NOTHING: Measure = { depth: 0, aliases: 0, introspections: 0 };

const TOLD: readonly (readonly [keyof Measure, (count: number) => string])[] = [
  ['depth', (count) => `is ${count} fields deep`],
  ['aliases', (count) => `has ${count} aliases`],
  ['introspections', (count) => `asks ${count} times for the schema`],
];

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
    return (set?.selections ?? []).reduce((all, node) => {
      const inner = node.kind === Kind.FRAGMENT_SPREAD ? ofFragment(node.name.value) : ofSet(node.selectionSet);
      const own = node.kind === Kind.FIELD ? ofField(node) : NOTHING;
      return {
        depth: Math.max(all.depth, inner.depth + own.depth),
        aliases: all.aliases + inner.aliases + own.aliases,
        introspections: all.introspections + inner.introspections + own.introspections,
      };
    }, NOTHING);
  }
  return ofSet;
}

const ofField = ({ alias, name }: FieldNode): Measure => ({
  depth: 1,
  aliases: alias ? 1 : 0,
  introspections: /^__(schema|type)$/.test(name.value) ? 1 : 0,
});
