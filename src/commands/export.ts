/** `export`: writes the graph to the standard output. */
import { pipeline } from 'node:stream/promises';
import { exportNdjson } from '../export/ndjson.ts';
import { withGraph } from './prepare.ts';

export const exportGraph = (): Promise<void> => withGraph((engine) => pipeline(exportNdjson(engine), process.stdout, { end: false }));
