/** `check`: checks seed files without a database, and proves quotes against the text of a source. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { SeedError } from '../ingest/document.ts';
import { readSeedFiles } from '../ingest/files.ts';
import { fillPositions, normalizeText, type Position, proveQuotes } from '../ingest/quotes.ts';
import { hashOf, readSeed, type SeedFile } from '../ingest/read.ts';
import { validate } from '../ingest/validate.ts';

export async function check(files: readonly string[], document: string | undefined, write: boolean): Promise<void> {
  const seeds = readSeedFiles(files);
  const problems = validate(seeds, files.length ? known(seeds) : []);
  if (problems.length) throw new SeedError(problems);
  if (document !== undefined) checkQuotes(seeds, document, write);
  process.stdout.write(`${seeds.length} checked, nothing wrong\n`);
}

/** What the other seeds of the project declare: files named alone may link to it. */
const known = (seeds: readonly SeedFile[]) => {
  const ids = new Set(seeds.map(({ document }) => document?.source.id));
  return readSeedFiles([]).flatMap(({ document }) => (document && !ids.has(document.source.id) ? [document] : []));
};

function checkQuotes(seeds: readonly SeedFile[], file: string, write: boolean): void {
  const text = normalizeText(readFileSync(file, 'utf8'));
  const [seed, ...more] = seeds.length === 1 ? seeds : seeds.filter((one) => one.document?.source.contentHash === hashOf(text));
  if (!seed || more.length)
    throw new SeedError([{ file, line: 1, message: `no seed has the contentHash ${hashOf(text)}: name the seed that quotes this text` }]);
  const { problems, misplaced, positions, covered } = proveQuotes(seed, text);
  if (problems.length || (misplaced.length && !write)) throw new SeedError([...problems, ...misplaced]);
  if (write) writePositions(seed, positions);
  process.stdout.write(`${seed.file}: ${positions.size} quotes found, covering ${(covered * 100).toFixed(1)}% of the text\n`);
}

/** Writes the file as a whole, once what is to be written is known to be a right seed. */
function writePositions({ file }: SeedFile, positions: ReadonlyMap<string, Position>): void {
  const filled = fillPositions(file, readFileSync(file, 'utf8'), positions);
  const { problems } = readSeed(file, filled);
  if (problems.length) throw new SeedError(problems);
  writeFileSync(`${file}.new`, filled);
  renameSync(`${file}.new`, file);
}
