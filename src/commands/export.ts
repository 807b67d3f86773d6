/** `export`: writes the graph to the standard output, while it serves too. */
import { pipeline } from 'node:stream/promises';
import { exportNdjson } from '../export/ndjson.ts';
import { withStored } from './prepare.ts';

export const exportGraph = (): Promise<void> => withStored((engine) => pipeline(exportNdjson(engine), process.stdout, { end: false }));
