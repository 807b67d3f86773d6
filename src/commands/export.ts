/** `export`: writes the graph to the standard output, while it serves too. */
import { pipeline } from 'node:stream/promises';
import { FORMATS, type Format } from '../export/formats.ts';
import { withStored } from './prepare.ts';

export async function exportGraph(format: Format): Promise<void> {
  const write = await FORMATS[format]();
  await withStored((engine) => pipeline(write(engine), process.stdout, { end: false }));
}
