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
    Decimal: { Input: string; Output: string | number };
    Currency: { Input: string; Output: string };
  };
}>({ defaultFieldNullability: false });

builder.queryType({ description: 'Everything that can be asked of the graph.' });

/** Reads a scalar of a request; what fails the check is an error that says why and, in a document, where. */
function readBy(name: string, check: ZodType<string>) {
  const read = (value: unknown, nodes: readonly ValueNode[] = []): string => {
    const { success, data, error } = check.safeParse(value);
    return success ? data : refuse(`${name}: ${JSON.stringify(value)} ${error.issues[0]!.message}.`, { nodes });
  };
  return { parseValue: (value: unknown) => read(value), parseLiteral: (node: ValueNode) => read(valueFromASTUntyped(node), [node]) };
}

/** The same, where a number is taken as it is written: what JavaScript makes of it may be another. */
function readNumbersBy(name: string, check: ZodType<string>) {
  const { parseValue, parseLiteral } = readBy(name, check);
  return {
    parseValue: (value: unknown) => parseValue(typeof value === 'number' ? String(value) : value),
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
    'A decimal number as text or number, such as `"10000000000"`. Comparisons and sums are in double precision: 15 digits are sure.',
  serialize: (value) => (typeof value === 'number' && Number.isInteger(value) ? BigInt(value).toString() : String(value)),
  ...readNumbersBy('Decimal', checks.decimalText),
});

builder.scalarType('Currency', {
  description: 'A currency by its code of ISO 4217, such as `USD`.',
  serialize: String,
  ...readBy('Currency', checks.currency),
});
