/** `print-schema`: prints the GraphQL schema, or the JSON Schema of seeds. */
import { seedSchema } from '../ingest/shape.ts';
import { printedSchema } from '../server.ts';

export async function printSchema(seeds: boolean): Promise<void> {
  process.stdout.write(seeds ? `${JSON.stringify(seedSchema(), null, 2)}\n` : printedSchema());
}
