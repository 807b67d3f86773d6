/** Pictures as CSV, read back, and safe to open in a spreadsheet. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../src/explorer/export/csv.ts';
import { parseCsv } from './support/csv.ts';
import { anyText, NASTY, picture, rich } from './support/pictures.ts';
import { entity, link } from './support/shown.ts';

describe('CSV', () => {
  test('has one row a link, and one for an entity without any', () => {
    expect(parseCsv(toCsv(rich))).toEqual([
      [
        ...['fromId', 'fromName', 'fromKind', 'linkId', 'type', 'toId', 'toName', 'toKind', 'confidence', 'independentSourceCount'],
        ...['contested', 'isSelfReported', 'since', 'until', 'role', 'purpose'],
      ],
      [
        ...['agency:a', NASTY, 'Agency', 'link:1', 'PARTY_TO', 'commitment:b', 'commitment:b', 'Commitment', '0.75', '2'],
        ...['true', 'false', '2025', '2026-06', 'FUNDING', NASTY],
      ],
      [
        ...['agency:a', NASTY, 'Agency', 'link:2', 'PARTY_TO', 'commitment:b', 'commitment:b', 'Commitment', '', ''],
        ...['false', 'false', '', '', 'LEAD', ''],
      ],
      [
        ...['commitment:b', 'commitment:b', 'Commitment', 'link:3', 'PARTNERS_WITH', 'agency:a', NASTY, 'Agency', '', ''],
        ...['false', 'true', '', '', '', ''],
      ],
      ['person:c', 'person:c', 'Person', ...Array(13).fill('')],
    ]);
  });
  test.each(['=1+1', '+81 3', '-x', '@cosme', '\tx', '\rx', '=HYPERLINK("https://x","y")', '-1+cmd', '-', '+1\n=2'])(
    'guards %j',
    (name) => {
      expect(parseCsv(toCsv(picture([entity('a:a', { name })])))[1]![1]).toBe(`'${name}`);
    },
  );
  test.each(['-5', '+3.25', '-1e9', '7', 'a=b', ' =1', "'x", '株式会社'])('leaves %j as it is', (name) => {
    expect(parseCsv(toCsv(picture([entity('a:a', { name })])))[1]![1]).toBe(name);
  });
  test('any name and purpose can be read back', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, purpose) => {
        const [, row] = parseCsv(toCsv(picture([entity('a:a', { name })], [link('link:1', 'a:a', 'a:a', { purpose })])));
        for (const [cell, text] of [[row![1], name] as const, [row![15], purpose] as const]) {
          expect(cell!.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(text.replace(/^'(?=[=+\-@\t\r])/, ''));
          expect(cell).not.toMatch(/^[=@\t\r]|^[+-](?![\d.e+-]*$)/i);
        }
      }),
    );
  });
});
