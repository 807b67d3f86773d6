/** The formats in which the whole graph is written, one line each; the file of one is imported when it is asked for. */
import type { Engine } from '../engine/engine.ts';

/** What a format is: the lines of all that is stored. */
type Write = (engine: Engine) => AsyncIterable<string>;

export const FORMATS = {
  ndjson: async () => (await import('./ndjson.ts')).exportNdjson,
} satisfies Readonly<Record<string, () => Promise<Write>>>;

export type Format = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];
