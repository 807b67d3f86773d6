/** The queries of the page as TypeScript: each a text as short as it can be, with the types of what it takes and of its answer. */
import { readdirSync, readFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { inProject } from '../../src/root.ts';

const FOLDER = inProject('src', 'explorer', 'queries');
const HEAD = `/** What the page asks, written from \`queries/\` by \`npm run record\`. */
import type { Query } from './api.ts';
`;
const config = {
  scalars: { ID: 'string', Currency: 'string', Date: 'string', DateTime: 'string', Decimal: 'string' },
  strictScalars: true,
  immutableTypes: true,
  arrayInputCoercion: false,
  skipTypename: true,
  disableDescriptions: true,
  inlineFragmentTypes: 'combine',
};

/** What is in `src/explorer/queries/`, for a schema as it is printed. */
export async function typedQueries(schema: string): Promise<string> {
  const documents = readdirSync(FOLDER).map((file) => ({ location: file, document: parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) }));
  const [filename, plugins, pluginMap] = ['queries.ts', [{ operations: {} }], { operations }];
  const types = await codegen({ filename, schema: parse(schema), documents, config, plugins, pluginMap });
  return [HEAD, types, ...constantsOf(documents.flatMap(({ document }) => document.definitions as Definition[]))].join('\n');
}

type Definition = OperationDefinitionNode | FragmentDefinitionNode;

/** A constant for each fragment, and one for each query with the fragments that it uses. */
function constantsOf(all: readonly Definition[]): string[] {
  const isFragment = (one: Definition): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION;
  const fragments = new Map(all.filter(isFragment).map((one) => [one.name.value, one]));
  const written = (one: Definition): string => JSON.stringify(stripIgnoredCharacters(print(one)));
  const queries = all
    .filter((one) => !isFragment(one))
    .map((one) => {
      const name = one.name!.value;
      const texts = [written(one), ...usedIn(one, fragments)].join(' + ');
      return `export const ${constantCase(name)} = (${texts}) as Query<${name}Query, ${name}QueryVariables>;`;
    });
  return [...[...fragments].map(([name, one]) => `const ${name} = ${written(one)};`), ...queries, ''];
}

/** The names of the fragments that a definition uses, and of those that these use. */
function usedIn(one: Definition, fragments: ReadonlyMap<string, Definition>, found = new Set<string>()): ReadonlySet<string> {
  visit(one, {
    FragmentSpread({ name: { value } }) {
      if (found.has(value)) return;
      found.add(value);
      usedIn(fragments.get(value)!, fragments, found);
    },
  });
  return found;
}

const constantCase = (name: string): string => name.replace(/\B[A-Z]/g, '_$&').toUpperCase();
