/** The tables of `docs/model.md`: kinds, properties, links and enums, as the schema and the JSON Schema of seeds have them. */
import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { schema } from '../../schema/index.ts';
import { type FollowedLink, followedLinks } from './followed-links.ts';
import { seedFields } from './seed-fields.ts';
import { tableOf, valuesOf } from './table.ts';

const enumOf = (name: string): GraphQLEnumType => schema.getType(name) as GraphQLEnumType;
const typesOfKinds = (): GraphQLObjectType[] =>
  enumOf('Kind')
    .getValues()
    .map(({ name }) => schema.getType(name[0] + name.slice(1).toLowerCase()) as GraphQLObjectType);

/** Every part that is printed of the model, by its name. */
export async function printedModel(): Promise<ReadonlyMap<string, string>> {
  const kinds = typesOfKinds();
  const links = await followedLinks(kinds);
  const fields = seedFields();
  const isEvidence = ({ type }: FollowedLink): boolean => !fields.ofLink.has(type);
  const linkTable = (some: readonly FollowedLink[]): string =>
    tableOf(
      ['Type', 'States', 'Ends', 'Fields', 'Properties'],
      some.map((link) => linkRow(link, fields.ofLink.get(link.type))),
    );
  return new Map([
    ['kinds', tableOf(['Kind', 'Ids', 'Is also', 'What it is'], kinds.map(kindRow))],
    [
      'properties',
      tableOf(
        ['Kind', 'Property', 'Meaning', 'Stated'],
        kinds.flatMap((kind) => propertyRows(kind, fields)),
      ),
    ],
    ['links', linkTable(links.filter((link) => !isEvidence(link)))],
    ['links of evidence', linkTable(links.filter(isEvidence))],
    ['enums', enumsOfAnswers().map(enumSection).join('\n\n')],
  ]);
}

const kindRow = (kind: GraphQLObjectType): string[] => [
  kind.name,
  `\`${kind.name.toLowerCase()}:...\``,
  kind
    .getInterfaces()
    .map(({ name }) => name)
    .filter((name) => name !== 'Node')
    .join(', '),
  kind.description!,
];

/** What a kind has of its own, in the order in which seeds have it. */
function propertyRows(kind: GraphQLObjectType, { ofKind, stated }: ReturnType<typeof seedFields>): string[][] {
  const own = kind.getFields();
  const shared = schema.getType('Entity');
  const isShared = (name: string): boolean =>
    name !== 'type' && isInterfaceType(shared) && kind.getInterfaces().includes(shared) && name in shared.getFields();
  const prefix = kind.name.toLowerCase();
  return [...(ofKind.get(prefix) ?? []), ...(stated.get(prefix) ?? [])]
    .filter((name) => name !== 'id' && own[name] && !isList(own[name]) && !isShared(name))
    .map((name) => [kind.name, `\`${name}\``, own[name]!.description!, stated.get(prefix)?.includes(name) ? 'yes' : '']);
}

const isList = (field: GraphQLField<unknown, unknown>): boolean => /Connection$/.test(getNamedType(field.type).name);

function linkRow({ type, from, to, out, back, edge }: FollowedLink, properties: readonly string[] | undefined): string[] {
  const meaning = enumOf('LinkType').getValue(type)!.description!;
  const own = properties ?? edge.filter((name) => !COMMON.includes(name));
  const fields = [...new Set([out, ...(back ? [back] : [])])].map((name) => `\`${name}\``).join(' / ');
  const ends = back ? `${endOf(from)} → ${endOf(to)}` : `${endOf(from)} — ${endOf(from)}`;
  return [`\`${type}\``, meaning, ends, fields, own.map((name) => `\`${name}\``).join(', ')];
}

/** What every edge has, or every link. */
const COMMON = ['cursor', 'node', 'linkId', 'recordedAt', 'retractedAt'];

/** Kinds by the largest interface that all of its kinds are among them, and the others likewise, or one by one. */
function endOf(names: ReadonlySet<string>): string {
  const within = Object.values(schema.getTypeMap())
    .filter(isInterfaceType)
    .map((type) => ({ name: type.name, kinds: schema.getPossibleTypes(type).map((one) => one.name) }))
    .filter(({ kinds }) => kinds.length > 1 && kinds.every((kind) => names.has(kind)))
    .toSorted((a, b) => b.kinds.length - a.kinds.length)[0];
  if (!within) return [...names].join(' or ');
  const others = new Set([...names].filter((name) => !within.kinds.includes(name)));
  return others.size ? `${within.name} or ${endOf(others)}` : within.name;
}

/** The enums that stand in answers, and have no table of their own above. */
function enumsOfAnswers(): GraphQLEnumType[] {
  const types = Object.values(schema.getTypeMap());
  const fields = types.filter((type) => isObjectType(type) || isInterfaceType(type)).flatMap((type) => Object.values(type.getFields()));
  const given = new Set(fields.map(({ type }) => getNamedType(type)));
  return types.filter(isEnumType).filter((type) => given.has(type) && !/^__|^Kind$|^LinkType$/.test(type.name));
}

const enumSection = (type: GraphQLEnumType): string => `### ${type.name}\n\n${type.description}\n\n${valuesOf(type)}`;
