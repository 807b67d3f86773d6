/** Finds seed files: those named, or all of `seeds/` and its folders. */
import { readdirSync, realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { inProject } from '../root.ts';
import { readSeedFile, type SeedFile } from './read.ts';

const isSeed = (file: string): boolean => /\.ya?ml$/.test(file);

/** The seeds of the project, named from the folder the program runs in. */
const allSeeds = (): string[] =>
  readdirSync(inProject('seeds'), { recursive: true, encoding: 'utf8' })
    .filter(isSeed)
    .sort()
    .map((file) => relative(process.cwd(), inProject('seeds', file)));

/** Where a file really lies, whatever links lead to it. */
export function locate(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}

/** Reads seed files, each once however often and by whatever name it is given. */
export const readSeedFiles = (files: readonly string[]): SeedFile[] =>
  [...new Map((files.length ? files : allSeeds()).map((file) => [locate(file), file])).values()].map((file) => readSeedFile(file));
