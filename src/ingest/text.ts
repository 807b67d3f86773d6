/** Text files: read as UTF-8 or refused in words that name the file and the line, and replaced as a whole or not at all. */

import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { SeedError } from './document.ts';

/** Why a file cannot be read, by the code of the error. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a folder: name the files in it',
  EACCES: 'may not be read',
};

/** The text of a file; throws a SeedError where there is none. */
export function readText(file: string): string {
  const bytes = readBytes(file);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const lines = bytes.toString('latin1').split('\n');
  const line = 1 + lines.findIndex((one) => !isUtf8(Buffer.from(one, 'latin1')));
  throw new SeedError([{ file, line, message: 'is not UTF-8 text from here on: save the file as UTF-8' }]);
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new SeedError([{ file, message: REASONS[code] ?? message }]);
  }
}

/** Puts another text in the place of a file's, which stays where it lies, and whose mode stays. */
export function replaceText(file: string, text: string): void {
  const target = realpathSync(file);
  const next = `${target}.${randomUUID()}`;
  try {
    writeFileSync(next, text);
    chmodSync(next, statSync(target).mode);
    renameSync(next, target);
  } finally {
    rmSync(next, { force: true });
  }
}
