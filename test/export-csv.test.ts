/** Pictures as CSV, read back, and safe to open in a spreadsheet. */

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../src/explorer/export/csv.ts';
import type { Picture } from '../src/explorer/export/picture.ts';
import { toZip } from '../src/explorer/export/zip.ts';
import { parseCsv } from './support/csv.ts';
import { anyText, EMPTY, founded, NASTY, picture } from './support/pictures.ts';
import { entity, link } from './support/shown.ts';

const TABLES = ['about.csv', 'entities.csv', 'values.csv', 'links.csv', 'claims.csv'];
/** A table as records; empty cells are left out. */
function rowsOf(shown: Picture, name: string): Record<string, string>[] {
  const csv = toCsv(shown)[name]!;
  expect(csv.startsWith('\uFEFF'), 'Excel takes it for UTF-8').toBe(true);
  const [columns, ...rows] = parseCsv(csv.slice(1));
  return rows.map((row) => Object.fromEntries(columns!.map((column, i) => [column, row[i]!] as const).filter(([, cell]) => cell !== '')));
}

describe('CSV', () => {
  test('says what it is, and what may be done with it', () => {
    expect(rowsOf(founded, 'about.csv').map(({ what, is }) => [what, is])).toEqual([
      ['title', founded.title],
      ['url', founded.url],
      ['asOf', '2026-05-01'],
      ['asOfMeans', 'both'],
      ['madeOn', '2026-11-30'],
      ['licence', 'https://creativecommons.org/licenses/by/4.0/'],
      ['attribution', founded.text.licence],
    ]);
  });

  test('has a row for each entity, its amount and date with their marks', () => {
    expect(rowsOf(founded, 'entities.csv')).toEqual([
      { id: 'agency:a', name: NASTY, kind: 'Agency', type: 'MINISTRY' },
      {
        ...{
          id: 'commitment:b',
          name: 'commitment:b',
          kind: 'Commitment',
          amount: '10000000000.5',
          currency: 'USD',
          amountQualifier: 'UP_TO',
        },
        ...{ amountContested: 'true', amountSelfReported: 'false', amountDoubtful: 'false' },
        ...{ amountInWords: 'up to 10,000,000,000.5 USD (contested)', date: '2026-04-03', dateOf: 'announcedOn' },
        ...{ dateContested: 'false', dateSelfReported: 'true', dateDoubtful: 'false' },
      },
      { id: 'person:c', name: 'person:c', kind: 'Person' },
    ]);
  });

  test('has a row for each value, each link, and each source of each claim under what rests on it', () => {
    expect(
      rowsOf(founded, 'values.csv').map(({ property, inWords, contested, claimCount }) => [property, inWords, contested, claimCount]),
    ).toEqual([
      ['amount', 'up to 10,000,000,000.5 USD (contested)', 'true', '1'],
      ['announcedOn', '2026-04-03 (self-reported)', 'false', '0'],
    ]);
    const [first, second, third] = rowsOf(founded, 'links.csv');
    expect(first).toEqual({
      ...{ id: 'link:1', type: 'PARTY_TO', fromId: 'agency:a', fromName: NASTY, fromKind: 'Agency' },
      ...{ toId: 'commitment:b', toName: 'commitment:b', toKind: 'Commitment', symmetric: 'false', confidence: '0.75' },
      ...{ independentSourceCount: '2', contested: 'true', isSelfReported: 'false', since: '2025', until: '2026-06' },
      ...{ role: 'FUNDING', purpose: NASTY, claimCount: '2' },
    });
    expect([second!['role'], third!['symmetric'], third!['isSelfReported']]).toEqual(['LEAD', 'true', 'true']);
    const claims = rowsOf(founded, 'claims.csv');
    expect(claims.map(({ aboutId, property, claimId, saidBy, quote }) => [aboutId, property, claimId, saidBy, quote])).toEqual([
      ['commitment:b', 'amount', 'claim:1', undefined, "'=“up to $10 bn”"],
      ['link:1', 'PARTY_TO', 'claim:1', undefined, "'=“up to $10 bn”"],
      ['link:1', 'PARTY_TO', 'claim:2', 'A; B', undefined],
    ]);
    expect(claims[0]).toMatchObject({
      statement: NASTY,
      sourceId: 'source:s',
      sourceTitle: NASTY,
      sourceUrl: 'https://example.org/s?a=1&b=2',
    });
  });

  test('its tables are one ZIP, which unpacks to them', () => {
    const files = unzipSync(toZip(toCsv(founded)));
    expect(Object.keys(files)).toEqual(TABLES);
    for (const name of TABLES) expect(Buffer.from(files[name]!).toString()).toBe(toCsv(founded)[name]!.replaceAll('\ud800', '\ufffd'));
  });

  const nameIn = (name: string) => rowsOf(picture([entity('a:a', { name })]), 'entities.csv')[0]!['name'] ?? '';
  test.each(['=1+1', '+81 3', '-x', '@cosme', '\tx', '\rx', '\n=x', '＝1', '=HYPERLINK("https://x","y")', '-1+cmd', '-', '+1\n=2'])(
    'guards %j',
    (name) => {
      expect(nameIn(name)).toBe(`'${name}`);
    },
  );
  test.each(['-5', '+3.25', '-1e9', '7', 'a=b', ' =1', "'x", '株式会社'])('leaves %j as it is', (name) => {
    expect(nameIn(name)).toBe(name);
  });
  test('any name and purpose can be read back', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, purpose) => {
        const [row] = rowsOf(picture([entity('a:a', { name })], [link('link:1', 'a:a', 'a:a', { purpose })]), 'links.csv');
        for (const [cell, text] of [[row!['fromName'] ?? '', name] as const, [row!['purpose'] ?? '', purpose] as const]) {
          expect(cell.replace(/^'(?=[=+\-@\t\r\n])/, '')).toBe(text.replace(/^'(?=[=+\-@\t\r\n])/, ''));
          expect(cell).not.toMatch(/^[=@\t\r\n]|^[+-](?![\d.e+-]*$)/i);
        }
      }),
    );
  });
  test('of nothing has its tables, empty', () => {
    expect(TABLES.slice(1).map((name) => rowsOf(EMPTY, name).length)).toEqual([0, 0, 0, 0]);
  });
});
