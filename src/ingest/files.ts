/** Finds seed files: those named, or all of `seeds/` and its folders. */
import { readdirSync } from 'node:fs';
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

/** Reads seed files, each once however often it is named. */
export const readSeedFiles = (files: readonly string[]): SeedFile[] =>
  [...new Map((files.length ? files : allSeeds()).map((file) => [resolve(file), file])).values()].map((file) => readSeedFile(file));
