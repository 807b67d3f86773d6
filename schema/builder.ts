/** The one SchemaBuilder: scalars and defaults; it defines no type of the model. */
import SchemaBuilder from '@pothos/core';
import type { Context } from '../src/context.ts';

export const builder = new SchemaBuilder<{
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
  };
}>({ defaultFieldNullability: false });

builder.queryType({ description: 'Everything that can be asked of the graph.' });

builder.scalarType('Date', {
  description: 'A date of ISO 8601, possibly partial: `2030`, `2030-06` or `2030-06-30`.',
  serialize: String,
});

builder.scalarType('DateTime', {
  description: 'A point in time of ISO 8601 in UTC, such as `2026-04-03T00:00:00Z`.',
  serialize: String,
});
