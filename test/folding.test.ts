/** How words are put in order, whatever their case, accents, width and encoding. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composed, orderOfText } from '../model/folding.ts';
import { compareText } from './support/predicate.ts';

const inOrder = (texts: readonly string[]): string[] => texts.toSorted((a, b) => compareText(orderOfText(a), orderOfText(b)));

test.each([
  ['letter case', ['apple', 'Banana', 'cherry']],
  ['accents', ['Ebene', 'Éclair', 'edel', 'Zoo', 'Žuk', 'zwei']],
  ['letters of their own', ['Løre', 'Lorf', 'Straßa', 'Strassb', 'Weiß', 'Weisz']],
  ['width', ['aa', 'Ａb', 'ac', 'ｶﾂ', 'カテ', 'ガ']],
  ['kana, whose marks tell letters apart', ['カ', 'ガ', 'キ', 'ハ', 'バ', 'パ']],
  ['Hangul, in syllables and in letters', ['가', '나'.normalize('NFD'), '한국', '한글'.normalize('NFD')]],
  ['Greek', ['Αθήνα', 'Σίς', 'ΣΊΣΥΦΟΣ', 'τέλος']],
  ['blanks', ['a  b', 'a b c', 'a\tb d', 'ab']],
  ['what lies beyond the first plane', ['東京', '\uFFFD', '😀']],
])('%s', (_, texts) => {
  expect(inOrder(texts.toReversed())).toEqual(texts);
});

test('the encoding of a text does not move it, and what is folded is short and never empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
      const order = orderOfText(text);
      const [before] = order.split(`\u0001${composed(text)}`) as [string];
      expect(orderOfText(text.normalize('NFD'))).toBe(order);
      expect(composed(composed(text))).toBe(composed(text));
      expect(order).toBe(`${before}\u0001${composed(text)}`);
      expect([...before].length).toBeLessThanOrEqual(100);
      expect(before).not.toBe('');
    }),
    { numRuns: 500 },
  );
  expect(orderOfText('\u0301')).toBe('\u0301\u0001\u0301');
});

test('of texts that are folded alike the text itself decides, and one stands before those that it begins', () => {
  expect(inOrder(['Éa', 'ea', 'EA', 'e'])).toEqual(['e', 'EA', 'ea', 'Éa']);
  const long = 'x'.repeat(120);
  expect(inOrder([`${long}b`, `${long}a`])).toEqual([`${long}a`, `${long}b`]);
});
