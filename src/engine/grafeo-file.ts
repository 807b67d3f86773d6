/** The file of the embedded engine: opened to be written, or to be read where nothing can be written or another process holds it. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import { EngineError } from './engine.ts';
import { storeError } from './faults.ts';
import { copyHeld, copyStill } from './held.ts';

/** Keeps nothing: for tests. */
export const IN_MEMORY = ':memory:';
const FILE = 'graph.grafeo';

export interface OpenFile {
  readonly db: GrafeoDB;
  readonly isReadOnly: boolean;
  /** Writes a copy of it, while nobody in this process writes to it. */
  copyTo(file: string): Promise<void>;
  close(): void;
}

/** Opens the graph in a folder, which is made where it is missing; on a read-only disk a graph that is there is read. */
export function openFile(dataDir: string): OpenFile {
  if (dataDir === IN_MEMORY) {
    const db = grafeo.GrafeoDB.create();
    return { ...opened(db, dataDir), copyTo: async (file) => db.save(file) };
  }
  const file = join(dataDir, FILE);
  try {
    mkdirSync(dataDir, { recursive: true });
    return opened(grafeo.GrafeoDB.create(file), file);
  } catch (error) {
    if (!isUnwritable(error) || !existsSync(file)) throw explainFile(error, file);
    return openReadOnly(file);
  }
}

/** Opens a graph to be read alone: itself, or a copy of it while another process holds it. */
export function openToRead(dataDir: string): OpenFile {
  const file = join(dataDir, FILE);
  if (!existsSync(file)) throw storeError('STORE_MISSING', `${file} does not exist: nothing was loaded into DATA_DIR=${dataDir}.`);
  try {
    return openReadOnly(file);
  } catch (error) {
    if (!isHeld((error as Error).cause)) throw error;
    return openCopy(file);
  }
}

function openReadOnly(file: string): OpenFile {
  try {
    return { ...opened(grafeo.GrafeoDB.openReadOnly(file), file), isReadOnly: true };
  } catch (error) {
    throw explainFile(error, file);
  }
}

function openCopy(file: string): OpenFile {
  const folder = mkdtempSync(join(tmpdir(), 'pledgegraph-'));
  const discard = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = openReadOnly(copyHeld(file, folder));
    const close = () => {
      copy.close();
      discard();
    };
    return { ...copy, close };
  } catch (error) {
    discard();
    throw error;
  }
}

function opened(db: GrafeoDB, file: string): OpenFile {
  const close = () => {
    try {
      db.close();
    } catch (error) {
      throw explainFile(error, file);
    }
  };
  return { db, isReadOnly: false, copyTo: (to) => copyStill(file, to), close };
}

const isHeld = (error: unknown): boolean => /cannot be locked|locked by another process/.test(String(error));
const isUnwritable = (error: unknown): boolean =>
  /Read-only file system|Permission denied|EROFS|EACCES|ENOENT: no such file or directory, mkdir/i.test(String(error));
const isFull = (error: unknown): boolean => /No space left|quota exceeded|File too large|ENOSPC|EDQUOT|EFBIG/i.test(String(error));
const isDamaged = (error: unknown): boolean => /GRAFEO-(S|X002)|is damaged|checksum/.test(String(error));

/** What an error of the file means to whoever runs the server; what is not an error of the file is given back as it is. */
export function explainFile(error: unknown, file: string): unknown {
  if (error instanceof EngineError) return error;
  const where = `${file} (DATA_DIR)`;
  if (isHeld(error))
    return storeError(
      'STORE_HELD',
      `${file} is held by another process; a file has one. Stop the other server, or set DATA_DIR to another folder.`,
      error,
    );
  if (isFull(error))
    return storeError(
      'STORE_FULL',
      `${where} cannot grow: the disk is full. Nothing of this was written, and all that was written before is kept. Make room, then run it again.`,
      error,
    );
  if (isUnwritable(error))
    return storeError(
      'STORE_READ_ONLY',
      `${where} cannot be written, or not even read: ${textOf(error)}. Check the disk and the owner of the folder.`,
      error,
    );
  if (isDamaged(error))
    return storeError(
      'STORE_DAMAGED',
      `${where} was cut or changed: ${textOf(error)}. Nothing was changed now. Move the folder away and run "pledgegraph restore" with your last backup.`,
      error,
    );
  return error;
}

/** An error of the engine without its numbers. */
const textOf = (error: unknown): string =>
  (error as Error).message.replace(/ \(os error \d+\)/, '').replace(/^(?:[A-Z][\w ]* error: )?GRAFEO-\w+: (?:[A-Z][\w/ ]* error: )?/, '');
