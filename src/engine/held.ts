/** Copies the file of a graph and its log, also of one that another process writes to: between checkpoints its file stays as it is, and its log only grows. */
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { copyFile, cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { storeError } from './faults.ts';

const TRIES = 20;

/** A copy in `folder` of all that was committed by some moment. What the log holds of a commit that is under way does not count. */
export function copyHeld(file: string, folder: string): string {
  const copy = join(folder, basename(file));
  for (let tries = 0; tries < TRIES; tries++) if (isCopied(file, copy)) return copy;
  throw storeError('STORE_CONFLICT', `${file} was written anew each time that it was copied. Try again.`);
}

/** Whether the copy is of one moment: no checkpoint came between. */
function isCopied(file: string, copy: string): boolean {
  const before = stateOf(file);
  rmSync(logOf(copy), { recursive: true, force: true });
  try {
    copyFileSync(file, copy);
    mkdirSync(logOf(copy));
    for (const name of logsOf(file)) copyFileSync(join(logOf(file), name), join(logOf(copy), name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false; // a checkpoint took a log away
    throw error;
  }
  return stateOf(file) === before;
}

const logOf = (file: string): string => `${file}.wal`;
const logsOf = (file: string): string[] => (existsSync(logOf(file)) ? readdirSync(logOf(file)).sort() : []);

/** What a checkpoint changes, and a commit does not. */
function stateOf(file: string): string {
  const { ino, size, mtimeNs } = statSync(file, { bigint: true });
  return [ino, size, mtimeNs, ...logsOf(file)].join();
}

/** A copy of what nobody writes to meanwhile; where the file system can, both share what they store. */
export async function copyStill(file: string, to: string): Promise<void> {
  await copyFile(file, to, constants.COPYFILE_FICLONE);
  if (existsSync(logOf(file))) await cp(logOf(file), logOf(to), { recursive: true });
}
