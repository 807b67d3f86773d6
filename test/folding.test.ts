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

test('the encoding of a text does not move it, and its order is short and never empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
      const order = orderOfText(text);
      expect(orderOfText(text.normalize('NFD'))).toBe(order);
      expect(composed(composed(text))).toBe(composed(text));
      expect([...order].length).toBeLessThanOrEqual(100);
      expect(order).not.toBe('');
    }),
    { numRuns: 500 },
  );
  expect(orderOfText('\u0301')).toBe('\u0301');
});
