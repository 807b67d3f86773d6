/** `seed`: loads seed files into the graph. */
import { systemClock } from '../clock.ts';
import { readSeedFiles } from '../ingest/files.ts';
import { loadSeeds } from '../ingest/load.ts';
import { withGraph } from './prepare.ts';

/** One line that is written over, on a terminal. */
const showProgress = (doing: string): void => void process.stderr.write(`\r\x1b[K${doing}`);

export const seed = (files: readonly string[], prune: boolean): Promise<void> =>
  withGraph(async (engine) => {
    const options = { prune, ...(process.stderr.isTTY && { onProgress: showProgress }) };
    const { written, unchanged, pruned } = await loadSeeds(engine, readSeedFiles(files), systemClock, options);
    if (process.stderr.isTTY) showProgress('');
    const tookBack = prune || pruned.length ? `, ${pruned.length} taken back` : '';
    process.stdout.write(`${written.length} loaded, ${unchanged.length} unchanged${tookBack}\n`);
    for (const { source, file } of pruned) process.stdout.write(`taken back: ${source}, known from ${file}\n`);
  });
