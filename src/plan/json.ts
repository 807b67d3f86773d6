/** Writers of JSON: closures that make text of values, put together once and run for every row. */
import type { GraphQLLeafType } from 'graphql';
import type { Bound } from './bind.ts';

/** Something here is not as it should be: the executor has to say what. */
export class Misfit extends Error {}
/** The answer would be longer than it may be. */
export class TooLong extends Error {}
export const misfit = (): never => {
  throw new Misfit();
};

/** Writes a value of the rows of a bound statement. */
export type Write<Value> = (value: Value, bound: Bound) => string;
export type Member<Value> = readonly [key: string, write: Write<Value>];

/** An object with these members, in their order. */
export function objectOf<Value>(members: readonly Member<Value>[]): Write<Value> {
  const heads = members.map(([key], i) => `${i ? ',' : '{'}${JSON.stringify(key)}:`);
  const writers = members.map(([, write]) => write);
  return (value, bound) => {
    let text = '';
    for (let i = 0; i < writers.length; i++) {
      text += heads[i]! + writers[i]!(value, bound);
      if (text.length > bound.longest) throw new TooLong();
    }
    return text ? `${text}}` : '{}';
  };
}

export function listOf<Value>(write: Write<Value>): Write<readonly Value[]> {
  return (values, bound) => {
    let text = '[';
    for (let i = 0; i < values.length; i++) {
      text += (i ? ',' : '') + write(values[i]!, bound);
      if (text.length > bound.longest) throw new TooLong();
    }
    return `${text}]`;
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON escapes
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;
const LONG = 200;
const textOf = (value: string): string => (value.length < LONG && !ESCAPED.test(value) ? `"${value}"` : JSON.stringify(value));

/** A scalar or word as its type serializes it. */
export const leafOf = (type: GraphQLLeafType): Write<unknown> => {
  if (type.name === 'ID' || type.name === 'String') return (value) => (typeof value === 'string' ? textOf(value) : misfit());
  return (value) => JSON.stringify(type.serialize(value));
};
