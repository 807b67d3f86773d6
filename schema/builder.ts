/** The one SchemaBuilder: scalars and defaults; it defines no type of the model. */
import SchemaBuilder from '@pothos/core';
import { Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import type { ZodType } from 'zod';
import type { Context } from '../src/context.ts';
import { refuse } from '../src/errors.ts';
import * as checks from './scalars.ts';

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
    Currency: { Input: string; Output: string };
  };
}>({ defaultFieldNullability: false });

builder.queryType({
  description: 'Everything that can be asked of the graph. A field that is in error is null, and takes no answer from the others.',
});

/** Reads a scalar of a request; what fails the check is an error that says why and, in a document, where. */
function readBy(name: string, check: ZodType<string>) {
  const read = (value: unknown, nodes: readonly ValueNode[] = []): string => {
    const { success, data, error } = check.safeParse(value);
    return success ? data : refuse(`${name}: ${JSON.stringify(value)} ${error.issues[0]!.message}.`, { nodes });
  };
  return { parseValue: (value: unknown) => read(value), parseLiteral: (node: ValueNode) => read(valueFromASTUntyped(node), [node]) };
}

/** The same, where a number is taken as it is written: one that JavaScript may have rounded is refused. */
function readNumbersBy(name: string, check: ZodType<string>) {
  const { parseValue, parseLiteral } = readBy(name, check);
  const isExact = (value: number): boolean => checks.isSure(String(value)) && !/e\+/.test(String(value));
  return {
    parseValue: (value: unknown) => {
      if (typeof value !== 'number') return parseValue(value);
      return isExact(value) ? parseValue(String(value)) : refuse(`${name}: ${value} ${checks.NOT_SURE}.`);
    },
    parseLiteral: (node: ValueNode) => parseLiteral('value' in node ? { ...node, kind: Kind.STRING, value: String(node.value) } : node),
  };
}

builder.scalarType('Date', {
  description: 'A date of ISO 8601, possibly partial: `2030`, `2030-06` or `2030-06-30`.',
  serialize: String,
  ...readBy('Date', checks.date),
});

builder.scalarType('DateTime', {
  description:
    'A point in time of RFC 3339, answered in UTC, such as `2026-04-03T00:00:00Z`. Other offsets are taken, `2026-04-03T09:00:00+09:00` for the same. The graph counts whole seconds: fractions are cut off. `24:00:00` and leap seconds are refused.',
  serialize: String,
  ...readBy('DateTime', checks.dateTime as ZodType<string>),
});

builder.scalarType('Decimal', {
  description:
    'A decimal number, exact, such as `"10000000000"` or `"0.0000001"`: given back as text, without an exponent. It has at most 38 digits, before and after the point together; only a sum may have more. Given, it may be text or a number, with a plus, leading zeros or an exponent too; as a variable, a number of more than 15 digits has to be text, since JSON would round it.',
  serialize: String,
  ...readNumbersBy('Decimal', checks.givenDecimal),
});

builder.scalarType('Currency', {
  description: 'A currency by its code of ISO 4217, such as `USD`.',
  serialize: String,
  ...readBy('Currency', checks.currency),
});
