/** `check --document FILE --write`: places are filled in whatever stood there, and nothing else of the file is touched. */
import { chmodSync, lstatSync, readdirSync, readFileSync, readlinkSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { check } from '../src/commands/check.ts';
import { problemText } from '../src/ingest/document.ts';
import { hashOf } from '../src/ingest/read.ts';
import { newFolder } from './support/folder.ts';
import { RIGHT } from './support/seed-text.ts';

const TEXT = `A headline\n\nIt pays for it all, and it works with B for a year.\n${'More words that nobody quotes. '.repeat(4)}`;
const PLACED = 'start: 39, end: 51, paragraph: 2';
const QUOTE = 'quote: works with B';

let [seed, document] = ['', ''];
beforeEach(() => {
  const folder = newFolder();
  [seed, document] = [join(folder, 'seed.yaml'), join(folder, 'document.txt')];
});

/** Writes a text and a right seed that quotes it, with one part of the seed changed; gives the seed. */
function given(from: string, to: string, text = TEXT): string {
  const yaml = RIGHT.replace('  title: A test', `  title: A test\n  contentHash: "${hashOf(text)}"`).replace(from, to);
  writeFileSync(document, text);
  writeFileSync(seed, yaml);
  return yaml;
}

let told: string[] = [];
/** Checks the seed, and gives what was told or what was wrong. */
async function checked(options: { write?: boolean; json?: boolean } = {}): Promise<string> {
  told = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  try {
    await check([seed], { document, ...options });
  } catch (error) {
    return (error as Error).message;
  } finally {
    spy.mockRestore();
  }
  return told.join('');
}

describe('places given are ignored before they are filled in', () => {
  test.each([
    ['of a longer quote', 'start: 3, end: 40, paragraph: 2'],
    ['of another place', 'start: 0, end: 12, paragraph: 1'],
    ['in part', 'start: 3'],
    ['that are no numbers', 'start: here, end: [there], paragraph: ~'],
    ['without a value', 'start: , end: , paragraph: '],
  ])('%s', async (_, places) => {
    const before = given(QUOTE, `${QUOTE}, ${places}`);
    expect(await checked({ write: true })).toContain('1 checked, nothing wrong');
    expect(await checked()).toContain('EXACT 39-51 in paragraph 2 "works with B"');
    const after = readFileSync(seed, 'utf8').split('\n')[11]!;
    if (places.includes('paragraph')) expect(after.replaceAll(' ,', ',')).toBe(before.split('\n')[11]!.replace(places.trim(), PLACED));
  });

  test('in block style too', async () => {
    given(
      `said: { statement: A works with B., ${QUOTE} }`,
      `said:\n    start:\n    ${QUOTE}\n    statement: A works with B.\n    paragraph:`,
    );
    expect(await checked({ write: true })).toContain('1 checked, nothing wrong');
    expect(await checked()).toContain('EXACT 39-51 in paragraph 2 "works with B"');
  });
});

describe('a quote that the text has in another length', () => {
  const TAIL = `\n${'More words that nobody quotes. '.repeat(20)}`;
  const other = (words: string): string => `It pays for it all, and it ${words} for a year.${TAIL}`;

  test.each([
    ['double blanks', 'works  with B', 'quote: works with B'],
    ['a line between', 'works with\n\n B', 'quote: works with B'],
    ['quotes and a backslash', 'works\\ \u00a0"with  B"', `quote: 'works\\ "with B"'`],
    ['full-width forms', 'works with \u{1d401}', 'quote: works with B'],
    ['a mark that YAML reads', 'works:  # with B', `quote: "works: # with B"`],
  ])('is FOLDED, and with --write the words of the text, EXACT: %s', async (_, words, quote) => {
    given(QUOTE, `${quote}`, other(words));
    expect(await checked()).toContain('FOLDED 27-');
    const before = readFileSync(seed, 'utf8');
    expect(await checked({ write: true })).toContain('1 checked, nothing wrong');
    expect(await checked()).toContain(`EXACT 27-${27 + words.length} in paragraph 1 "${words}"`);
    const place = `, start: 27, end: ${27 + words.length}, paragraph: 1`;
    expect(readFileSync(seed, 'utf8').split('\n')[11]).toBe(
      before.split('\n')[11]!.replace(quote, `quote: ${JSON.stringify(words)}${place}`),
    );
  });

  test('of the same length stays as it is written', async () => {
    given(QUOTE, QUOTE, other('works\u00a0with B'));
    expect(await checked({ write: true })).toContain('1 checked, nothing wrong');
    expect(readFileSync(seed, 'utf8')).toContain('quote: works with B, start: 27, end: 39, paragraph: 1');
  });

  test.each([['too long', `works${' '.repeat(80)}with B`, 'longer than 80 characters']])(
    'is left where the words of the text break a rule, and its line told: %s',
    async (_, words, problem) => {
      const before = given('  paid:', '  # One more line\n  paid:', other(words)).replace('said: {', 'said: { start: 3,');
      writeFileSync(seed, before);
      const message = await checked({ write: true });
      expect(message).toContain(`${seed}:12: `);
      expect(message).toContain(problem);
      expect(readFileSync(seed, 'utf8')).toBe(before);
    },
  );
});

test.each([
  ['in block style', `said:\n    statement: A works with B.\n    ${QUOTE}  # why`, `${QUOTE}  # why\n    start: 39\n`],
  ['with CRLF', `said:\r\n    statement: A works with B.\r\n    ${QUOTE} # why\r`, `${QUOTE} # why\r\n    start: 39\r\n`],
  ['in flow style', `said: { statement: A works with B.,\n    ${QUOTE} # why\n   }`, `${QUOTE}, ${PLACED} # why\n`],
])('a comment stays behind the quote: %s', async (_, claim, filled) => {
  given(`said: { statement: A works with B., ${QUOTE} }`, claim);
  expect(await checked({ write: true })).toContain('1 checked, nothing wrong');
  expect(readFileSync(seed, 'utf8')).toContain(filled);
});

test('a link is written through, a mode stays, and nothing is left behind', async () => {
  given(QUOTE, QUOTE);
  const target = `${seed.slice(0, -5)}-itself.yaml`;
  renameSync(seed, target);
  symlinkSync(target, seed);
  chmodSync(target, 0o640);
  expect(await checked({ write: true })).toContain('1 checked, nothing wrong');
  expect(readFileSync(target, 'utf8')).toContain(PLACED);
  expect(lstatSync(seed).isSymbolicLink() && readlinkSync(seed)).toBe(target);
  expect(statSync(target).mode & 0o777).toBe(0o640);
  expect(readdirSync(dirname(seed)).toSorted()).toEqual(['document.txt', 'seed-itself.yaml', 'seed.yaml']);
});

describe('with --json all that is wrong is told as JSON too', () => {
  const wrong = async (options = {}) => {
    const message = await checked({ json: true, ...options });
    const json = JSON.parse(told.join('')) as { quotes: unknown[]; problems: { file: string; line?: number; message: string }[] };
    expect(json.problems.map(problemText).join('\n')).toBe(message);
    expect(message).not.toBe('');
    return json;
  };

  test('in the seed', async () => {
    given('type: POLICE', 'type: COMPANY');
    expect(await wrong()).toMatchObject({ quotes: [], problems: [{ file: seed, line: 9 }] });
  });
  test('in what only the whole tells', async () => {
    given('to: agency:b', 'to: agency:nobody');
    expect(await wrong()).toMatchObject({ quotes: [], problems: [{ file: seed, line: 15, message: '"agency:nobody" exists nowhere' }] });
  });
  test('where the text is missing', async () => {
    given(QUOTE, QUOTE);
    renameSync(document, `${document}.away`);
    expect(await wrong()).toMatchObject({ problems: [{ file: document }] });
  });
  test('where places cannot be filled in', async () => {
    const yaml = given('said: {', 'said: &said {');
    writeFileSync(seed, yaml.replace('  paid:', '  more: *said\n  paid:').replace('[paid] }\nvalues', '[paid, more] }\nvalues'));
    expect(await wrong({ write: true })).toMatchObject({ quotes: [{ finding: 'EXACT' }, {}, {}], problems: [{ file: seed, line: 13 }] });
  });
});
