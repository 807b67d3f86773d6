/** `check`: checks seed files without a database, and proves quotes against the text of a source. */
import { resolve } from 'node:path';
import { type Problem, SeedError } from '../ingest/document.ts';
import { readSeedFiles } from '../ingest/files.ts';
import { fillPositions } from '../ingest/positions.ts';
import { type Filling, normalizeText, type Proof, proveQuotes } from '../ingest/quotes.ts';
import { hashOf, readSeed, readSeedToPlace, type SeedFile } from '../ingest/read.ts';
import { readText, replaceText } from '../ingest/text.ts';
import { validate } from '../ingest/validate.ts';

interface Options {
  /** The text of a source, whose quotes are to be proved. */
  readonly document?: string | undefined;
  /** Whether offsets are filled in. */
  readonly write?: boolean | undefined;
  /** Whether what became of the quotes is told as JSON. */
  readonly json?: boolean | undefined;
}

export async function check(files: readonly string[], { document, write = false, json = false }: Options): Promise<void> {
  const seeds = readSeedFiles(files);
  if (document === undefined) refuse(problemsOf(seeds, files));
  else checkQuotes(seeds, files, document, { write, json });
  if (!json) process.stdout.write(`${seeds.length} checked, nothing wrong\n`);
}

/** Files named alone are checked beside the other seeds of the project, as `seed` checks them beside those loaded. */
function problemsOf(seeds: readonly SeedFile[], files: readonly string[]): Problem[] {
  const given = new Set(files.map((file) => resolve(file)));
  return validate(seeds, files.length ? readSeedFiles([]).filter(({ file }) => !given.has(resolve(file))) : []);
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length) throw new SeedError(problems);
}

type Told = Required<Pick<Options, 'write' | 'json'>>;

function checkQuotes(seeds: readonly SeedFile[], files: readonly string[], document: string, { write, json }: Told): void {
  const text = normalizeText(readText(document));
  const quoting = quotingSeed(seeds, document, text);
  const seed = write ? readSeedToPlace(quoting.file) : quoting;
  refuse(
    problemsOf(
      seeds.map((one) => (one === quoting ? seed : one)),
      files,
    ),
  );
  const proof = proveQuotes(seed, text);
  process.stdout.write(json ? jsonOf(seed, proof) : textOf(seed, proof));
  refuse(proof.problems);
  if (!write) return;
  refuse(proof.unfit);
  writePositions(seed, proof.positions);
}

/** The seed that quotes a text: the only one given, or the only one with its hash. */
function quotingSeed(seeds: readonly SeedFile[], file: string, text: string): SeedFile {
  const hash = hashOf(text);
  const [seed, ...more] = seeds.length === 1 ? seeds : seeds.filter((one) => one.given(['source', 'contentHash']) === hash);
  if (seed && !more.length) return seed;
  throw new SeedError([{ file, line: 1, message: `no seed has the contentHash ${hash}: name the seed that quotes this text` }]);
}

/** A line a quote: where it stands in the seed, how it was found, and where in the text. */
function textOf({ file }: SeedFile, { quotes, positions, covered }: Proof): string {
  const lines = quotes.map(({ line, finding, quote, places }) => {
    const where = places.map(({ start, end, paragraph }) => ` ${start}-${end} in paragraph ${paragraph}`).join(',');
    return `${file}:${line}: ${finding}${where} "${quote}"\n`;
  });
  return `${lines.join('')}${file}: ${positions.size} quotes found, covering ${(covered * 100).toFixed(1)}% of the text\n`;
}

const jsonOf = ({ file }: SeedFile, { quotes, covered, problems }: Proof): string =>
  `${JSON.stringify({ file, covered, quotes, problems }, null, 2)}\n`;

/** Writes the file as a whole, once what is to be written is known to be a right seed. */
function writePositions({ file }: SeedFile, positions: ReadonlyMap<string, Filling>): void {
  const filled = fillPositions(file, readText(file), positions);
  refuse(readSeed(file, filled).problems);
  replaceText(file, filled);
}
