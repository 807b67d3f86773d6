/** GraphiQL with example queries in its tabs; its page asks no other host for anything. */
import { readdirSync, readFileSync } from 'node:fs';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { inProject } from '../root.ts';

/** The examples, in the order of their file names; a file may have variables beside it. */
export function readExamples(): { readonly query: string; readonly variables: string | null }[] {
  const folder = inProject('schema', 'examples');
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => {
      const variables = file.replace('.graphql', '.json');
      return {
        query: readFileSync(`${folder}/${file}`, 'utf8'),
        variables: files.includes(variables) ? readFileSync(`${folder}/${variables}`, 'utf8') : null,
      };
    });
}

export const graphiqlPage = (endpoint: string): string =>
  renderGraphiQL({ title: 'Pledgegraph', endpoint, defaultTabs: readExamples().map(({ query, variables }) => ({ query, variables })) });
