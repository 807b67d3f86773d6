/** GraphiQL with example queries in its tabs; its page asks no other host for anything. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { inProject } from '../root.ts';

/** The examples, in the order of their file names; a file may have variables beside it. */
function readExamples(): { readonly query: string; readonly variables: string | null }[] {
  const folder = inProject('schema', 'examples');
  const files = readdirSync(folder).sort(new Intl.Collator('en', { numeric: true }).compare);
  return files
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => {
      const variables = file.replace('.graphql', '.json');
      const hasVariables = files.includes(variables);
      return {
        query: readFileSync(inProject('schema', 'examples', file), 'utf8'),
        variables: hasVariables ? readFileSync(inProject('schema', 'examples', variables), 'utf8') : null,
      };
    });
}

/**
 * Three faults of GraphiQL 5 mended: a preset tab jumps from under the pointer at the first click, since an
 * unfinished animation shifts it; a reload opens the query in the address as one more tab; and so does a
 * reload soon after a change of tabs, as the query is stored sooner than the tab it stands in.
 */
const MENDED = `<style>.graphiql-tab { transform: none !important }</style>
<script>
if (performance.getEntriesByType('navigation')[0]?.type === 'reload') history.replaceState({}, '', location.pathname);
try {
  const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'));
  for (const part of ['query', 'variables']) localStorage.setItem('graphiql:' + part, tabs[activeTabIndex][part] ?? '');
} catch {}
</script>
</head>`;

/** Its scripts are those that stand in the page, and no others; it asks nobody but this server, and nobody embeds it. */
export function graphiqlHeaders(page: string): Readonly<Record<string, string>> {
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
  );
  const policy = {
    'default-src': "'none'",
    'script-src': scripts.join(' '),
    'style-src': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'worker-src': 'blob:',
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  };
  return {
    'content-security-policy': Object.entries(policy)
      .map((one) => one.join(' '))
      .join('; '),
  };
}

export const graphiqlPage = (endpoint: string): string =>
  renderGraphiQL({ title: 'Pledgegraph', endpoint, defaultTabs: readExamples() }).replace('</head>', () => MENDED);
