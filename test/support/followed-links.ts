/** Which links the fields of kinds follow, as the statements tell that the fields become. */
import { type GraphQLEnumType, type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { schema } from '../../schema/index.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { run } from './run.ts';
import { openEmpty } from './store.ts';

export interface FollowedLink {
  readonly type: string;
  /** The kinds at both ends. */
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  /** The field at `from`; and at `to`, where the link has a direction. */
  readonly out: string;
  readonly back: string | undefined;
  /** The fields of its edges. */
  readonly edge: readonly string[];
}

type Field = GraphQLField<unknown, unknown>;

/** The fields of the edges of a connection along links; none where the field is something else. */
function edgeFields(field: Field): string[] {
  const connection = getNamedType(field.type);
  const edges = isObjectType(connection) ? connection.getFields()['edges'] : undefined;
  const edge = edges && getNamedType(edges.type);
  const names = isObjectType(edge) ? Object.keys(edge.getFields()) : [];
  return names.includes('linkId') ? names : [];
}

const FOLLOWED = /(<?)-\[r\d+:(\w+)[^\]]*\]-(>?)/;

type Found = FollowedLink & { readonly from: Set<string>; readonly to: Set<string> };

/** The links that these kinds have, in the order of the enumeration of their types: all of its types are among them. */
export async function followedLinks(kinds: readonly GraphQLObjectType[]): Promise<readonly FollowedLink[]> {
  const engine = await openEmpty();
  const found = new Map<string, Found>();
  for (const kind of kinds) {
    for (const field of Object.values(kind.getFields()).filter((one) => edgeFields(one).length)) {
      const [, incoming, type, outgoing] = FOLLOWED.exec(await statementOf(engine, kind, field)) ?? [];
      if (type) found.set(type, withEnd(found.get(type), type, kind, field, incoming ? 'to' : outgoing ? 'from' : 'both'));
    }
  }
  await engine.close();
  const types = schema.getType('LinkType') as GraphQLEnumType;
  return types.getValues().map(({ name }) => found.get(name) ?? missing(name));
}

const missing = (type: string): never => {
  throw new Error(`no field follows ${type}`);
};

/** A link with one more kind at one of its ends, or at both. */
function withEnd(known: Found | undefined, type: string, kind: GraphQLObjectType, field: Field, end: 'from' | 'to' | 'both'): Found {
  const link = known ?? { type, from: new Set(), to: new Set(), out: '', back: undefined, edge: edgeFields(field) };
  if (end !== 'to') link.from.add(kind.name);
  if (end !== 'from') link.to.add(kind.name);
  return end === 'to' ? { ...link, back: field.name } : { ...link, out: field.name };
}

async function statementOf(engine: Engine, kind: GraphQLObjectType, field: Field): Promise<string> {
  const query = `{ node(id: "${kind.name.toLowerCase()}:x") { ... on ${kind.name} { ${field.name} { edges { linkId } } } } }`;
  return (await run(engine, query)).executed[0]!.text;
}
