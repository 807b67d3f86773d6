/** Tables of Markdown, aligned as the format check wants them. */

import type { GraphQLEnumType } from 'graphql';

/** As it stands in a cell. */
const escaped = (cell: string): string => cell.replaceAll(/(?<!\\)\|/g, '\\|').replaceAll('\n', ' ');

export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(escaped));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [first, ...rest] = cells;
  return [line(first!), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

/** The values of an enumeration, each with its meaning. */
export const valuesOf = (type: GraphQLEnumType): string =>
  tableOf(
    ['Value', 'Meaning'],
    type.getValues().map(({ name, description }) => [`\`${name}\``, description ?? '']),
  );
