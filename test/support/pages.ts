/** The documents that people read, wherever they lie: one that is added is among them. */
import { readdirSync, readFileSync } from 'node:fs';
import { inProject } from '../../src/root.ts';

const isPage = (file: string): boolean => file.endsWith('.md');
const pagesIn = (folder: string): string[] =>
  readdirSync(inProject(folder), { recursive: folder !== '.', encoding: 'utf8' })
    .filter(isPage)
    .map((file) => (folder === '.' ? file : `${folder}/${file}`))
    .sort();

/** The pages of `docs/`. */
export const DOCS = pagesIn('docs');
/** The documents at the root: README, CONTRIBUTING ... */
export const AT_ROOT = pagesIn('.');
/** Documents beside what they are about. */
export const BESIDE = ['bench/README.md', ...pagesIn('src')];

export const textOf = (page: string): string => readFileSync(inProject(...page.split('/')), 'utf8');

/** The blocks of code that are marked as one of `languages`. */
export const blocksOf = (text: string, ...languages: readonly string[]): string[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, mark]) => languages.includes(mark!)).map(([, , block]) => block!);

/** The text without its blocks of code. */
const proseOf = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '');

/** The headings of a page below its title, with the names that GitHub gives them. */
export const headingsOf = (text: string): { level: number; title: string; anchor: string }[] =>
  [...proseOf(text).matchAll(/^(##*) (.+)$/gm)].map(([, marks, title]) => ({
    level: marks!.length,
    title: title!,
    anchor: title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  }));

/** The links of a page, as they are written: to a file, to a heading, or to an address. */
export const linksOf = (text: string): string[] =>
  [...proseOf(text).matchAll(/\]\(([^)]*)\)|<(https?:[^>]*)>/g)].map(([, link, address]) => link ?? address!);
