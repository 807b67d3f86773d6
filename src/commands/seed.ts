/** `seed`: loads seed files into the graph. */
import { readConfig } from '../config.ts';
import { readSeedFiles } from '../ingest/files.ts';
import { openEngine } from './open.ts';
import { prepare } from './prepare.ts';

export async function seed(files: readonly string[], prune: boolean): Promise<void> {
  const engine = openEngine(readConfig(process.env));
  try {
    const onProgress = process.stderr.isTTY
      ? (done: number, all: number, file: string) => void process.stderr.write(`\r\x1b[K${done}/${all} ${file}${done === all ? '\n' : ''}`)
      : undefined;
    const { written, unchanged, pruned } = await prepare(engine, readSeedFiles(files), { prune, ...(onProgress && { onProgress }) });
    process.stdout.write(`${written.length} loaded, ${unchanged.length} unchanged${prune ? `, ${pruned.length} taken back` : ''}\n`);
  } finally {
    await engine.close();
  }
}
