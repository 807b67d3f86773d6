/** The steps of the explorer: taken, taken back and gone back to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begun, done, movedTo, placeOf, redone, undone } from '../src/explorer/history.ts';
import { collapsed, EMPTY, isSame, pinned, removed } from '../src/explorer/scene.ts';
import { fromHash, toHash } from '../src/explorer/scene-url.ts';
import { entity, link } from './support/shown.ts';

const after = (count: number) => Array.from({ length: count }, (_, i) => i + 1).reduce(done<number>, begun(0));

test('are taken back and done again; what comes between ends what was taken back', () => {
  const steps = after(3);
  expect(undone(undone(steps)).present).toBe(1);
  expect(redone(undone(undone(steps))).present).toBe(2);
  expect(redone(done(undone(steps), 9)).present).toBe(9);
  expect(undone(begun(0)).present).toBe(0);
});

test('have places to go back to, as long as they are known', () => {
  fc.assert(
    fc.property(fc.nat({ max: 250 }), fc.nat({ max: 300 }), (count, place) => {
      const steps = after(count);
      expect(placeOf(steps)).toBe(count);
      const isKnown = place <= count && place >= count - 100;
      expect(movedTo(steps, place).present).toBe(isKnown ? place : count);
      expect(placeOf(movedTo(steps, place))).toBe(isKnown ? place : count);
      expect(movedTo(movedTo(steps, place), count)).toEqual(steps);
    }),
  );
  expect(movedTo(after(3), Number.NaN)).toEqual(after(3));
});

test('collapse takes what hangs on nothing else, unless it is pinned', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const links = [
    ['a', 'b'],
    ['a', 'c'],
    ['c', 'd'],
    ['e', 'a'],
  ].map(([from, to]) => link(`${from}-${to}`, from!, to!));
  const graph = { entities: new Map(ids.map((id) => [id, entity(id)])), links: new Map(links.map((one) => [one.id, one])) };
  expect(collapsed(pinned({ ids, pins: {} }, 'e', { x: 1, y: 1 }), graph, 'a').ids).toEqual(['a', 'c', 'd', 'e']);
  expect(removed({ ids: ['a', 'b'], pins: { b: { x: 0, y: 0 } } }, ['b'])).toEqual({ ids: ['a'], pins: {} });
});

test('a step is the same when it comes back from its address, wherever it was pinned', () => {
  const coordinate = fc.double({ min: -1e4, max: 1e4, noNaN: true });
  fc.assert(
    fc.property(coordinate, coordinate, (x, y) => {
      const held = pinned({ ids: ['agency:a'], pins: {} }, 'agency:a', { x, y });
      expect(isSame(held, pinnedIn(fromHash(toHash({ ...EMPTY, ...held }))))).toBe(true);
    }),
  );
});
const pinnedIn = ({ ids, pins }: typeof EMPTY) => ({ ids, pins });
