/** The recipes of CONTRIBUTING.md as data: the files that each names, its worked example, and what must come of it. */
import { textOf } from '../support/pages.ts';

export interface Recipe {
  readonly title: string;
  /** The files that it says it touches. */
  readonly files: readonly string[];
  readonly created: readonly { readonly file: string; readonly text: string }[];
  readonly patches: readonly string[];
  /** Blocks of commands that must succeed once all recipes are applied. */
  readonly commands: readonly string[];
  /** Queries with the answers that a server must give then. */
  readonly queries: readonly { readonly query: string; readonly answer: unknown }[];
}

interface Block {
  readonly language: string;
  /** What is written behind the language: the name of a new file, or `applied`. */
  readonly mark: string | undefined;
  readonly text: string;
}

const blocksIn = (section: string): Block[] =>
  [...section.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(([, language, mark, text]) => ({
    language: language!,
    mark,
    text: text!,
  }));

function recipeIn(section: string): Recipe[] {
  const named = /^Files: ([\s\S]*?)\n\n/m.exec(section)?.[1];
  if (named === undefined) return [];
  const blocks = blocksIn(section);
  const textsOf = (language: string) => blocks.filter((block) => block.language === language).map(({ text }) => text);
  return [
    {
      title: /^## (.+)$/m.exec(section)![1]!,
      files: [...named.matchAll(/`([^`]+)`/g)].map(([, file]) => file!),
      created: blocks.flatMap(({ mark, text }) => (mark?.includes('/') ? [{ file: mark, text }] : [])),
      patches: textsOf('diff'),
      commands: textsOf('sh'),
      queries: blocks.flatMap(({ mark, text }, i) =>
        mark === 'applied' ? [{ query: text, answer: JSON.parse(blocks[i + 1]!.text) }] : [],
      ),
    },
  ];
}

export const RECIPES: readonly Recipe[] = textOf('CONTRIBUTING.md')
  .split(/^(?=## )/m)
  .flatMap(recipeIn);
