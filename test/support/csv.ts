/** Reads exported CSV back, and forgives nothing. */
import { expect } from 'vitest';

/** Strict RFC 4180: throws at a bare quote, a bare CR or LF, and at rows of different lengths. */
export function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  while (cell.lastIndex < csv.length) {
    const at = cell.lastIndex;
    const [, raw, end] = cell.exec(csv) ?? fail(`no cell at ${at}: ${JSON.stringify(csv.slice(at, at + 40))}`);
    rows.at(-1)!.push(raw!.startsWith('"') ? raw!.slice(1, -1).replaceAll('""', '"') : raw!);
    if (end === '\r\n') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  for (const row of rows) expect(row).toHaveLength(rows[0]!.length);
  return rows;
}
const fail = (message: string): never => {
  throw new Error(message);
};
