/** Plain objects and lists of an answer, built no further than the answer may be long. */
import type { Bound } from './bind.ts';

export type Values = readonly unknown[];

/** Turns a value of the rows of a bound statement into what it is in the answer. */
export type Shape<Value = Values> = (value: Value, bound: Bound) => unknown;

/** How many characters an answer may still have. */
export interface Room {
  left: number;
}
/** The answer would be longer than it may be. */
export class TooLong extends Error {}

/** Takes no more than JSON will have: an answer that fits is never refused, and one that does not is never built whole. */
export function take(room: Room, characters: number): void {
  room.left -= characters;
  if (room.left < 0) throw new TooLong();
}

/** An object that inherits nothing: keys are the client's, `__proto__` too. */
export class Plain {
  [key: string]: unknown;
}
Object.setPrototypeOf(Plain.prototype, null);

/** An object with these members, in their order. */
export function objectOf<Value>(members: ReadonlyMap<string, Shape<Value>>): Shape<Value> {
  const [keys, shapes] = [[...members.keys()], [...members.values()]];
  const length = keys.join('":,"').length;
  return (value, bound) => {
    take(bound.room, length);
    const object = new Plain();
    for (let i = 0; i < keys.length; i++) object[keys[i]!] = shapes[i]!(value, bound);
    return object;
  };
}

export const listOf =
  <Value>(shape: Shape<Value>): Shape<readonly Value[]> =>
  (values, bound) =>
    values.map((value) => shape(value, bound));
