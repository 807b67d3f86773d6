/** Quotes are proved against the text of their source: found where they are, refused where they are not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findFolded, fold } from '../src/ingest/fold.ts';
import { fillPositions } from '../src/ingest/positions.ts';
import { createFinder, normalizeText, proveQuotes } from '../src/ingest/quotes.ts';
import { hashOf } from '../src/ingest/read.ts';
import { RIGHT, seedOf } from './support/seed-text.ts';

const TEXT = `A headline\n\n警察庁 pays for it, and it works with B for a year.\n${'Words that nobody quotes. '.repeat(5)}`;
const withHash = (seed: string, text: string) => seed.replace('  title: A test', `  title: A test\n  contentHash: "${hashOf(text)}"`);
const problemsOf = (seed: string, text: string) =>
  proveQuotes(seedOf(seed), text).problems.map(({ line, message }) => `${line}: ${message}`);

test('a quote is found with its offsets and paragraph', () => {
  const { positions, covered, problems } = proveQuotes(seedOf(withHash(RIGHT, TEXT)), TEXT);
  expect(problems).toEqual([]);
  expect([...positions]).toEqual([
    ['said', { start: 36, end: 48, paragraph: 2 }],
    ['paid', { start: 16, end: 20, paragraph: 2 }],
  ]);
  expect(covered).toBeCloseTo(16 / TEXT.length);
});

test('what is wrong is said, with its line', () => {
  const seed = withHash(RIGHT, TEXT);
  expect(problemsOf(seed.replace('works with B }', 'works with C }'), TEXT)).toEqual(['12: the quote "works with C" is not in the text']);
  expect(problemsOf(seed.replace('quote: pays', 'quote: it'), TEXT)).toEqual([
    '13: the quote "it" is in the text 3 times: give a longer one',
  ]);
  expect(problemsOf(seed.replace('quote: pays', 'quote: pays, start: 17, end: 21, paragraph: 2'), TEXT)).toEqual([
    '13: the quote stands at 16 to 20 in paragraph 2',
  ]);
  expect(problemsOf(seed, `${TEXT}.`)).toEqual([`4: the text given has the hash ${hashOf(`${TEXT}.`)}`]);
  expect(problemsOf(RIGHT, TEXT)).toEqual([`1: the source has no contentHash; this text's is ${hashOf(TEXT)}`]);
  expect(problemsOf(withHash(RIGHT, 'pays, works with B'), 'pays, works with B')).toEqual([
    '11: the quotes cover 88.9% of the text, more than 20%',
  ]);
});

test('any part of any text is found where it was cut out', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.nat(),
      fc.integer({ min: 1, max: 20 }),
      (text, at, length) => {
        const start = at % text.length;
        const quote = text.slice(start, start + length);
        const { finding, places } = createFinder(text)(quote);
        expect(finding).toBe('EXACT');
        expect(places.map((one) => one.start)).toContain(start);
        for (const one of places) expect(text.slice(one.start, one.end)).toBe(quote);
      },
    ),
  );
});

test('line ends are LF, nothing else is changed', () => {
  expect(normalizeText('a\r\nb\rc\n d\u00a0\ufeff')).toBe('a\nb\rc\n d\u00a0\ufeff');
});

test('filling in positions twice changes nothing', () => {
  const { positions } = proveQuotes(seedOf(withHash(RIGHT, TEXT)), TEXT);
  const filled = fillPositions('test.yaml', RIGHT, positions);
  expect(fillPositions('test.yaml', filled, positions)).toBe(filled);
  expect(seedOf(filled).document?.claims['said']).toMatchObject({ start: 36, end: 48, paragraph: 2 });
});

test('words of the text that are filled in are read back exactly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (quote) => {
      const filled = fillPositions('test.yaml', RIGHT, new Map([['said', { quote, start: 0, end: quote.length, paragraph: 1 }]]));
      expect(parse(filled).claims.said).toMatchObject({ quote, start: 0 });
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [
    'CRLF line ends are kept',
    RIGHT.replace(
      'said: { statement: A works with B., quote: works with B }',
      'said:\n    statement: A works with B.\n    quote: works with B',
    ).replaceAll('\n', '\r\n'),
    'quote: works with B\r\n    start: 36\r\n    end: 48\r\n    paragraph: 2\r\n',
  ],
  [
    'quoted text',
    RIGHT.replace('quote: works with B', "quote: 'works with B'"),
    "quote: 'works with B', start: 36, end: 48, paragraph: 2 }",
  ],
  ['a claim with a number for a name', RIGHT.replace('said: {', '2030: {').replace('[said]', '["2030"]'), 'quote: works with B, start: 36'],
])('%s', (_, yaml, filled) => {
  const { positions } = proveQuotes(seedOf(withHash(yaml, TEXT)), TEXT);
  expect(fillPositions('test.yaml', yaml, positions)).toContain(filled);
});

test.each([
  ['an alias', RIGHT.replace('said: {', 'said: &s {').replace('paid: { statement: A pays., quote: pays }', 'paid: *s'), 12],
  [
    'a block',
    RIGHT.replace(
      'said: { statement: A works with B., quote: works with B }',
      'said:\n    statement: A works with B.\n    quote: >-\n      works with B',
    ),
    11,
  ],
])('where a claim is %s, its file is left as it is, and the line told', (_, yaml, line) => {
  const { positions } = proveQuotes(seedOf(withHash(yaml, TEXT)), TEXT);
  expect(() => fillPositions('test.yaml', yaml, positions)).toThrow(`test.yaml:${line}: the claim`);
});

const spaced = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ');

test('folding is NFKC with runs of white space as one, and knows where each piece comes from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { text: folded, starts, ends } = fold(text);
      expect(folded).toBe(spaced(text));
      for (let i = 0; i < folded.length; i++) expect(spaced(text.slice(starts[i]!, ends[i]!))).toContain(folded[i]);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['white space', 'one\u00a0\n  two', 'one two', 0, 10],
  ['full-width letters', 'with ＮＴＴ today', 'NTT today', 5, 14],
  ['half-width kana with their sound marks', 'a ﾏｲｸﾛｿﾌﾄ ｶﾞ b', 'マイクロソフト ガ', 2, 12],
  ['ligatures', 'the ﬁrst one', 'first', 4, 8],
  ['combining marks', 'Zu\u0308rich', 'Zürich', 0, 7],
  ['Hangul in its parts', '\u1112\u1161\u11ab', '한', 0, 3],
])('%s are folded, with offsets in the original', (_, text, quote, start, end) => {
  expect(createFinder(text)(quote)).toEqual({ finding: 'FOLDED', places: [{ start, end, paragraph: 1 }] });
});

test('nothing is found that is not there', () => {
  const any = fc.string({
    unit: fc.constantFrom('a', 'A', ' ', '\n', 'é', 'e\u0301', 'ｶ', 'ﾞ', 'ガ', 'ﬁ', 'f', 'i'),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(any, any, (text, quote) => {
      const { finding, places } = createFinder(text)(quote);
      const phrase = spaced(quote).trim();
      const isThere = text.includes(quote) || (phrase !== '' && spaced(text).includes(phrase));
      expect(finding !== 'ABSENT').toBe(isThere);
      if (finding === 'EXACT') for (const { start, end } of places) expect(text.slice(start, end)).toBe(quote);
      if (finding === 'FOLDED') for (const { start, end } of places) expect(spaced(text.slice(start, end))).toContain(phrase);
    }),
    { numRuns: 3000 },
  );
});

test('a quote that is only white space is nowhere', () => {
  expect(findFolded(fold('a b'), '\u3000')).toEqual([]);
});
