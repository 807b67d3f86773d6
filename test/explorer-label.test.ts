/** Names as they are written into a drawing: shortened to the room there is, in their own direction. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directionOf, isolated, shortened } from '../src/explorer/label.ts';

const widthOf = (text: string): number => [...text].length;

test.each([
  ['Microsoft', 9, 'Microsoft'],
  ['Microsoft', 8, 'Microso…'],
  ['Ab cd', 4, 'Ab…'],
  ['W'.repeat(200), 30, `${'W'.repeat(29)}…`],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 9, '👩‍👩‍👧‍👦…'],
  ['', 0, ''],
])('%s in %i', (name, room, expected) => {
  expect(shortened(name, room, widthOf)).toBe(expected);
});

test('no name is wider than its room, and none that fits is shortened', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 12, max: 60 }), (name, room) => {
      const text = shortened(name, room, widthOf);
      expect(text === name || widthOf(text) <= room).toBe(true);
      expect(text === name).toBe(widthOf(name) <= room);
    }),
  );
});

test.each([
  ['مايكروسوفت', 'rtl'],
  ['משרד הדיגיטל', 'rtl'],
  ['2026 مبادرة', 'rtl'],
  ['Aramco أرامكو', 'ltr'],
  ['警察庁', 'ltr'],
  ['100 %', 'ltr'],
])('%s reads %s', (name, direction) => {
  expect(directionOf(name)).toBe(direction);
});

test('only what reads the other way is kept apart from its sentence', () => {
  expect(isolated('Microsoft')).toBe('Microsoft');
  expect(isolated('Aramco أرامكو')).toBe('\u2068Aramco أرامكو\u2069');
});
