/** Where the project lies: sources run from the checkout, built files from `dist/` below it. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The absolute path of a file or folder of the project. */
export const inProject = (...parts: string[]): string => join(root, ...parts);
