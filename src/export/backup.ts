/** Writes a backup: an export of one moment in one file, which is there whole or not at all. */
import { createWriteStream, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Engine } from '../engine/engine.ts';
import { untilAlone } from '../engine/store.ts';
import { exportNdjson } from './ndjson.ts';

/** Written beside, and put in the place of `file` once it is on the disk: the backup before it stays until then. */
export async function backUp(engine: Engine, file: string): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await untilAlone(() => pipeline(exportNdjson(engine), createWriteStream(beside, { mode: 0o600 })));
    await flush(beside);
    await rename(beside, file);
    await flush(dirname(file));
  } finally {
    rmSync(beside, { force: true });
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
