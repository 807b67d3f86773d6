/** The one SchemaBuilder: scalars and defaults; it defines no type of the model. */
import SchemaBuilder, { type ArgBuilder } from '@pothos/core';
import { Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import type { ZodType } from 'zod';
import { refuse } from '../src/errors.ts';
import type { Context } from '../src/plan/context.ts';
import './plugin.ts';
import * as checks from '../model/scalars.ts';

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

export type Types = typeof builder.$inferSchemaTypes;

/** What makes the arguments of a field, whatever it is a field of. */
export interface Arguments {
  readonly arg: ArgBuilder<Types>;
}
/** What makes fields of an object of this shape. */
export type FieldsOf<Shape> = PothosSchemaTypes.ObjectFieldBuilder<Types, Shape>;
/** What makes fields, whatever they are fields of. */
export type Fields = Arguments &
  Pick<PothosSchemaTypes.RootFieldBuilder<Types, unknown>, 'link' | 'columns' | 'property' | 'part' | 'measure'>;

builder.queryType({
  description: 'Everything that can be asked of the graph. A root field that fails is null, and the others are answered all the same.',
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
  description: 'A date in ISO 8601, which may be partial: `2030`, `2030-06` or `2030-06-30`.',
  serialize: String,
  ...readBy('Date', checks.date),
});

builder.scalarType('DateTime', {
  description:
    'A point in time in RFC 3339. Answers are in UTC, such as `2026-04-03T00:00:00Z`; input may have another offset, such as `2026-04-03T09:00:00+09:00` for the same time. Fractions of a second are cut off. `24:00:00` and leap seconds are refused.',
  serialize: String,
  ...readBy('DateTime', checks.dateTime as ZodType<string>),
});

builder.scalarType('Decimal', {
  description:
    'An exact decimal number, such as `"10000000000"` or `"0.0000001"`. Answers are text without an exponent, with at most 38 digits before and after the point together; only a sum may have more. Input may be text or a number, and may have a plus sign, leading zeros or an exponent. In variables, a number of more than 15 digits must be text, since JSON would round it.',
  serialize: String,
  ...readNumbersBy('Decimal', checks.givenDecimal),
});

builder.scalarType('Currency', {
  description: 'A currency by its ISO 4217 code, such as `USD`.',
  serialize: String,
  ...readBy('Currency', checks.currency),
});
