/** `print-schema`: prints the GraphQL schema, or the JSON Schema of seeds. */
import { printedSchema } from '../../schema/print.ts';
import { seedSchema } from '../ingest/shape.ts';

export async function printSchema(seeds: boolean): Promise<void> {
  process.stdout.write(seeds ? `${JSON.stringify(seedSchema(), null, 2)}\n` : printedSchema());
}
