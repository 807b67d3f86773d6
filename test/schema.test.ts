/** The schema that clients rely on: what differs from the committed one is named, with what it breaks; names of types follow a rule. */
import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, type GraphQLObjectType, getNamedType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { capitalized, linkFieldNames, linkFieldsNamed, linkNameOf } from '../schema/fields.ts';
import { schema } from '../schema/index.ts';
import { printedSchema } from '../schema/print.ts';
import { inProject } from '../src/root.ts';

const committed = readFileSync(inProject('schema', 'schema.graphql'), 'utf8');

/** What changes from one schema to the other: first what breaks clients, then what may, then the rest. */
async function changesBetween(before: string, after: string): Promise<string[]> {
  const levels = [CriticalityLevel.Breaking, CriticalityLevel.Dangerous, CriticalityLevel.NonBreaking];
  const changes = await diff(buildSchema(before), buildSchema(after));
  return levels.flatMap((level) =>
    changes.filter(({ criticality }) => criticality.level === level).map(({ message }) => `${level}: ${message}`),
  );
}

describe('the committed schema', () => {
  test('is the one that is printed; `npm run print` commits what differs', async () => {
    expect(await changesBetween(committed, printedSchema())).toEqual([]);
    expect(printedSchema() === committed, 'they differ in how they are written alone').toBe(true);
  });

  test('is compared by what a change does to clients', async () => {
    const before = 'type Query { "A text." a: String b: Int level: Level } enum Level { LOW }';
    const after = 'type Query { "Some text." a: String level: Level } enum Level { LOW HIGH }';
    expect(await changesBetween(before, after)).toEqual([
      "BREAKING: Field 'b' was removed from object type 'Query'",
      "DANGEROUS: Enum value 'HIGH' was added to enum 'Level'",
      "NON_BREAKING: Field 'Query.a' description changed from 'A text.' to 'Some text.'",
    ]);
  });
});

test('the types of a link field are named by it, whatever else there is', () => {
  const pages = [...linkFieldNames()].flatMap((name) => linkFieldsNamed(name).filter(({ side }) => side.gives === 'page'));
  const names = pages.map(({ on, field: name }) => {
    const field = (schema.getType(on.name) as GraphQLObjectType).getFields()[name]!;
    const typeOf = (argument: string) => getNamedType(field.args.find((one) => one.name === argument)!.type).name;
    return [on.name, name, getNamedType(field.type).name, typeOf('where'), typeOf('orderBy')];
  });
  const wanted = pages.map(({ on, field, side, target }) => {
    const [type, link] = [capitalized(field), side.linked ? linkNameOf(field) : target.name];
    return [on.name, field, `${type}Connection`, `${link}Filter`, `${link}Order`];
  });
  expect(names).toEqual(wanted);
  expect(names).toContainEqual(['Claim', 'evidence', 'EvidenceConnection', 'EvidenceLinkFilter', 'EvidenceLinkOrder']);
  expect(names).toContainEqual(['Entity', 'links', 'LinksConnection', 'LinkFilter', 'LinkOrder']);
});
