/** The explorer as it was built into `dist/explorer`: its page, and files whose names change with their content. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { inProject } from '../root.ts';
import type { Page } from './use-page.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** Nothing comes from, or goes to, another host, and no script or style stands in the page itself. Other sites may embed it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
const HEADERS = { 'content-security-policy': POLICY };
const FOREVER = { ...HEADERS, 'cache-control': 'public, max-age=31536000, immutable' };

/** None where it was not built. */
export function explorerPages(folder = inProject('dist', 'explorer')): Page[] {
  if (!existsSync(join(folder, 'index.html'))) return [];
  const assets = readdirSync(join(folder, 'assets')).map(
    (name): Page => ({
      path: `/assets/${name}`,
      contentType: TYPES[extname(name)]!,
      headers: FOREVER,
      render: () => readFileSync(join(folder, 'assets', name), 'utf8'),
    }),
  );
  const render = (): string => readFileSync(join(folder, 'index.html'), 'utf8');
  return [{ path: '/', contentType: 'text/html; charset=utf-8', headers: HEADERS, render }, ...assets];
}
