/** The tables of `docs/model.md`: kinds, properties and links as the model has them, and the enums of answers. */
import { type GraphQLEnumType, getNamedType, isEnumType, isInterfaceType, isObjectType } from 'graphql';
import { Node } from '../../model/entity.ts';
import type { End, Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds.ts';
import type { LinkType } from '../../model/link.ts';
import { linkTypes } from '../../model/links.ts';
import type { Property } from '../../model/property.ts';
import { schema } from '../../schema/index.ts';
import { tableOf, valuesOf } from './table.ts';

export const kindTable = (): string => tableOf(['Kind', 'Ids', 'Is also', 'What it is'], [...kinds.values()].map(kindRow));

const namesOf = (all: readonly End[], between: string): string => all.map(({ name }) => name).join(between);

const kindRow = ({ name, prefix, interfaces, description }: Kind): string[] => [
  name,
  `\`${prefix}:...\``,
  namesOf(
    interfaces.filter((one) => one !== Node),
    ', ',
  ),
  description,
];

export const propertyTable = (): string => tableOf(['Kind', 'Property', 'Meaning', 'Stated'], [...kinds.values()].flatMap(propertyRows));

/** What a kind has of its own, and its `type`; what is stated comes last. */
function propertyRows({ name: kind, own, types, properties }: Kind): string[][] {
  const all = Object.entries(own);
  const type: [string, Property][] = types.length ? [['type', properties['type']!]] : [];
  return [...all.filter(([, { stated }]) => !stated), ...type, ...all.filter(([, { stated }]) => stated)].map(
    ([name, { description, stated }]) => [kind, `\`${name}\``, description, stated ? 'yes' : ''],
  );
}

export const linkTable = (ofEvidence: boolean): string =>
  tableOf(
    ['Type', 'States', 'Ends', 'Fields', 'Properties'],
    [...linkTypes.values()].filter(({ evidence }) => evidence === ofEvidence).map(linkRow),
  );

const quoted = (names: readonly string[], between: string): string => names.map((name) => `\`${name}\``).join(between);

function linkRow({ name, description, ends, symmetric, properties }: LinkType): string[] {
  const pages = ends.filter(({ gives }) => gives === 'page');
  const [from, to = from] = pages.map(({ on }) => namesOf(on, ' or '));
  return [
    `\`${name}\``,
    description,
    `${from} ${symmetric ? '—' : '→'} ${to}`,
    quoted(
      pages.map(({ field }) => field),
      ' / ',
    ),
    quoted(Object.keys(properties), ', '),
  ];
}

/** The enums that stand in answers, and have no table of their own above. */
function enumsOfAnswers(): GraphQLEnumType[] {
  const types = Object.values(schema.getTypeMap());
  const fields = types.filter((type) => isObjectType(type) || isInterfaceType(type)).flatMap((type) => Object.values(type.getFields()));
  const given = new Set(fields.map(({ type }) => getNamedType(type)));
  return types.filter(isEnumType).filter((type) => given.has(type) && !/^__|^Kind$|^LinkType$/.test(type.name));
}

export const enumSections = (): string =>
  enumsOfAnswers()
    .map((type) => `### ${type.name}\n\n${type.description}\n\n${valuesOf(type)}`)
    .join('\n\n');
