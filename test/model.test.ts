/** The schema says what the model says: kinds, links, fields, descriptions, and one type a field name. */
import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { kindOf, LABELS, labelOf, typeNameOf } from '../model/ids.ts';
import { kinds } from '../model/kinds.ts';
import { linkTypes } from '../model/links.ts';
import { schema } from '../schema/index.ts';

const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));
const objectOf = (name: string) => schema.getType(name) as GraphQLObjectType;

/** Everything in a type that needs a description, by coordinate. */
function* described(type: GraphQLNamedType): Generator<readonly [string, string | null | undefined]> {
  yield [type.name, type.description];
  if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    yield [`${type.name}.${field.name}`, field.description];
    if ('args' in field) for (const argument of field.args) yield [`${type.name}.${field.name}(${argument.name}:)`, argument.description];
  }
}

test('every type, field, argument and enum value is described', () => {
  const bare = [
    ...types.flatMap((type) => [...described(type)]),
    ...schema
      .getDirectives()
      .filter((one) => !isSpecifiedDirective(one))
      .map((one) => [one.name, one.description] as const),
  ];
  expect(bare.length).toBeGreaterThan(500);
  expect(bare.filter(([, description]) => !description?.trim()).map(([coordinate]) => coordinate)).toEqual([]);
});

test('a field name has one output type over all kinds', () => {
  const found = new Map<string, Set<string>>();
  for (const { name } of kinds.values())
    for (const field of Object.values(objectOf(name).getFields()))
      found.set(field.name, (found.get(field.name) ?? new Set()).add(String(field.type)));
  expect([...found].filter(([, outputs]) => outputs.size > 1).map(([name, outputs]) => `${name}: ${[...outputs]}`)).toEqual([]);
});

test('no edge has an id: client stores would take it for the key of a record', () => {
  const edges = types.filter((type): type is GraphQLObjectType => isObjectType(type) && type.name.endsWith('Edge'));
  expect(edges.length).toBeGreaterThan(30);
  expect(edges.filter((edge) => edge.getFields()['id']).map(({ name }) => name)).toEqual([]);
});

test('the kinds of the model are there', () => {
  const found = [...kinds.values()].map(({ name, prefix }) => `${name} ${prefix}`);
  const wanted = [
    'Agency agency',
    'Claim claim',
    'Commitment commitment',
    'Observation observation',
    'Organization organization',
    'Person person',
    'Place place',
    'Product product',
    'Program program',
    'Source source',
    'Target target',
  ];
  expect(found).toEqual(expect.arrayContaining(wanted));
  const interfacesOf = (name: string) =>
    objectOf(name)
      .getInterfaces()
      .map((one) => one.name)
      .sort();
  expect(interfacesOf('Organization')).toEqual(['Actor', 'Body', 'Entity', 'Node']);
  expect(interfacesOf('Person')).toEqual(['Actor', 'Entity', 'Node']);
  expect(interfacesOf('Commitment')).toEqual(['Entity', 'Node']);
  expect(interfacesOf('Claim')).toEqual(['Node']);
});

test.each([
  ['organization:a', 'Organization', 'Organization', 'Entity'],
  ['observation:a', 'Observation', 'Observation', 'Entity'],
  ['source:a', 'Source', 'Source', 'Source'],
  ['claim:a', 'Claim', 'Claim', 'Claim'],
  ['value:a', undefined, 'StatedValue', 'StatedValue'],
  ['conflict:a', undefined, 'Conflict', 'Conflict'],
  ['revised:a', undefined, 'Revised', 'Change'],
  ['link:a', undefined, 'Link', 'LinkKey'],
  ['document:a@2026', undefined, 'Document', 'Document'],
  ['wikidata Q1', undefined, undefined, 'Identifier'],
  ['nothing:a', undefined, undefined, 'Entity'],
])('the id %s tells the kind %s, the type %s and the label %s', (id, kind, type, label) => {
  expect([kindOf(id)?.name, typeNameOf(id), labelOf(id)]).toEqual([kind, type, label]);
  expect(LABELS).toContain(label);
});

/** The table of the model: type, fields on from and to, properties of its own. */
const LINKS = `
PARTNERS_WITH partners partners purpose
UNIT_OF parents units
PARTY_TO commitments parties role
RUNS programs operators role
UNDER programs commitments
PART_OF partOf parts
BUILDS_ON buildsOn builtOnBy newMoney
SUPERSEDES supersedes supersededBy
DIRECTED_AT places commitments
ANNOUNCED_AT announcedAt announcements occasion
COVERS products coveredBy purpose
MAKES products makers
HOLDS_OFFICE_AT offices officers title
LOCATED_IN locations located
SAME_AS sameAs sameAs
HAS_TARGET targets targetOf
OBSERVED_AS observations observationOf
ABOUT subjects claims
SUPPORTED_BY evidence claims quote start end paragraph proven stance
ATTRIBUTED_TO attributedTo attributedClaims
PUBLISHED_BY publishers publications
DERIVED_FROM derivedFrom derivedSources`
  .trim()
  .split('\n');

describe('links', () => {
  test('of the model are there', () => {
    const found = [...linkTypes.values()].map(({ name, out, in: back, properties }) =>
      [name, out, back ?? out, ...Object.keys(properties)].join(' '),
    );
    expect(found).toEqual(expect.arrayContaining(LINKS));
  });

  test.each([...linkTypes.values()])('$name has its fields and edges', ({ from, to, out, in: back, properties, evidence }) => {
    const common = evidence
      ? ['recordedAt', 'retractedAt']
      : ['since', 'until', 'recordedAt', 'retractedAt', 'confidence', 'sourceCount', 'independentSourceCount', 'contested', 'claims'];
    for (const [ends, field] of [
      [from, out],
      [to, back ?? out],
    ] as const) {
      for (const { name } of ends) {
        const connection = getNamedType(objectOf(name).getFields()[field]!.type) as GraphQLObjectType;
        expect(Object.keys(connection.getFields()).sort()).toEqual(['aggregate', 'edges', 'nodeCount', 'nodes', 'pageInfo', 'totalCount']);
        const edge = getNamedType(connection.getFields()['edges']!.type) as GraphQLObjectType;
        expect(Object.keys(edge.getFields())).toEqual(
          expect.arrayContaining(['cursor', 'node', 'linkId', ...Object.keys(properties), ...common]),
        );
      }
    }
  });
});

test('every kind has its root fields', () => {
  const ofKinds = [...kinds.values()].flatMap(({ name, one, many }) => [
    `${one} ${name}`,
    `${many}Aggregate ${name}Aggregate`,
    `${many} Query${many[0]!.toUpperCase()}${many.slice(1)}Connection`,
  ]);
  const found = Object.values(schema.getQueryType()!.getFields()).map(({ name, type }) => `${name} ${type}`);
  expect(found).toEqual(expect.arrayContaining(ofKinds));
});

test('any root field may be null: one that fails takes no answer from the others', () => {
  const fields = Object.values(schema.getQueryType()!.getFields());
  expect(fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual([]);
});
