/** Parts of documents that are printed from the code, each between two marks: `<!-- printed: NAME -->` and `<!-- /printed -->`. */
import { readdirSync } from 'node:fs';
import type { GraphQLEnumType } from 'graphql';
import { schema } from '../../schema/index.ts';
import { program } from '../../src/commands/program.ts';
import { settingsTable } from '../../src/config.ts';
import { CODES } from '../../src/errors.ts';
import { inProject } from '../../src/root.ts';
import { enumSections, kindTable, linkTable, propertyTable } from './model-tables.ts';
import { headingsOf, textOf } from './pages.ts';
import { tableOf, valuesOf } from './table.ts';

const PRINTED = /<!-- printed: (.+?) -->\n[\s\S]*?<!-- \/printed -->/g;

/** What can be printed into a page, by the name of the part. */
const PARTS: readonly (readonly [name: RegExp, print: (page: string, ...given: string[]) => string])[] = [
  [/^contents$/, (page) => contentsOf(page)],
  [/^settings$/, () => tableOf(['Setting', 'Default', 'Meaning'], settingsTable.map(settingRow))],
  [
    /^errors$/,
    () =>
      tableOf(
        ['Code', 'Meaning'],
        Object.entries(CODES).map(([code, meaning]) => [`\`${code}\``, meaning]),
      ),
  ],
  [/^commands$/, () => tableOf(['Command', 'What it does'], program.commands.flatMap(commandRows))],
  [/^kinds$/, kindTable],
  [/^properties$/, propertyTable],
  [/^links$/, () => linkTable(false)],
  [/^links of evidence$/, () => linkTable(true)],
  [/^enums$/, enumSections],
  [/^values of (\w+)$/, (_, name) => valuesOf(schema.getType(name!) as GraphQLEnumType)],
  [/^table (\d+) of (\S+)$/, (_, number, page) => tableIn(textOf(page!), Number(number))],
  [/^seeds$/, seedsSentence],
  [/^(\S+\.yaml)$/, (_, file) => `\`\`\`yaml\n${textOf(file!)}\`\`\``],
];

/** The text with its printed parts as they should be. */
export const withPrinted = (text: string): string =>
  text.replace(PRINTED, (_, name: string) => `<!-- printed: ${name} -->\n\n${partOf(name, text)}\n\n<!-- /printed -->`);

function partOf(name: string, page: string): string {
  for (const [pattern, print] of PARTS) {
    const match = pattern.exec(name);
    if (match) return print(page, ...match.slice(1));
  }
  throw new Error(`nothing is printed as "${name}"`);
}

export const hasContents = (text: string): boolean => text.includes('<!-- printed: contents -->');

const contentsOf = (page: string): string =>
  headingsOf(page)
    .filter(({ level }) => level === 2)
    .map(({ title, anchor }) => `- [${title}](#${anchor})`)
    .join('\n');

const settingRow = ({ name, usual, description }: (typeof settingsTable)[number]): string[] => [
  `\`${name}\``,
  usual && `\`${usual}\``,
  description,
];

/** A row for the command, and one for each option. */
function commandRows(command: (typeof program.commands)[number]): string[][] {
  const help = command.createHelp();
  const options = command.options.map((option) => [`\`${command.name()} ${help.optionTerm(option)}\``, option.description]);
  return [[`\`${help.subcommandTerm(command)}\``, command.description()], ...options];
}

/** How many sources there are, and from how many countries: each has a folder. */
function seedsSentence(): string {
  const entries = readdirSync(inProject('seeds'), { recursive: true, withFileTypes: true });
  const [files, folders] = [entries.filter(({ name }) => name.endsWith('.yaml')), entries.filter((entry) => entry.isDirectory())];
  return `It comes with ${files.length} sources on pledges of AI infrastructure, skills and cybersecurity in ${folders.length} countries, one file each in\n[\`seeds/\`](seeds).`;
}

/** The n-th table of a document, in the form of ours. */
function tableIn(text: string, number: number): string {
  const table = [...text.matchAll(/(?:^\|.*\n)+/gm)][number - 1]![0];
  const [head, , ...rows] = table
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return tableOf(head!, rows);
}
