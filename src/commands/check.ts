/** `check`: checks seed files without a database, and proves quotes against the text of a source. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { SeedError } from '../ingest/document.ts';
import { readSeedFiles } from '../ingest/files.ts';
import { fillPositions, normalizeText, type Position, type Proof, proveQuotes } from '../ingest/quotes.ts';
import { hashOf, readSeed, type SeedFile } from '../ingest/read.ts';
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
  const problems = validate(seeds, files.length ? known(seeds) : []);
  if (problems.length) throw new SeedError(problems);
  if (document !== undefined) checkQuotes(seeds, document, { write, json });
  if (!json) process.stdout.write(`${seeds.length} checked, nothing wrong\n`);
}

/** What the other seeds of the project declare: files named alone may link to it. */
const known = (seeds: readonly SeedFile[]) => {
  const ids = new Set(seeds.map(({ document }) => document?.source.id));
  return readSeedFiles([]).flatMap(({ document }) => (document && !ids.has(document.source.id) ? [document] : []));
};

function checkQuotes(seeds: readonly SeedFile[], file: string, { write, json }: Required<Pick<Options, 'write' | 'json'>>): void {
  const text = normalizeText(readFileSync(file, 'utf8'));
  const [seed, ...more] = seeds.length === 1 ? seeds : seeds.filter((one) => one.document?.source.contentHash === hashOf(text));
  if (!seed || more.length)
    throw new SeedError([{ file, line: 1, message: `no seed has the contentHash ${hashOf(text)}: name the seed that quotes this text` }]);
  const proof = proveQuotes(seed, text);
  process.stdout.write(json ? jsonOf(seed, proof) : textOf(seed, proof));
  const { problems, misplaced, positions } = proof;
  if (problems.length || (misplaced.length && !write)) throw new SeedError([...problems, ...misplaced]);
  if (write) writePositions(seed, positions);
}

/** A line a quote: where it stands in the seed, how it was found, and where in the text. */
function textOf({ file }: SeedFile, { quotes, positions, covered }: Proof): string {
  const lines = quotes.map(({ line, finding, quote, places }) => {
    const where = places.map(({ start, end, paragraph }) => ` ${start}-${end} in paragraph ${paragraph}`).join(',');
    return `${file}:${line}: ${finding}${where} "${quote}"\n`;
  });
  return `${lines.join('')}${file}: ${positions.size} quotes found, covering ${(covered * 100).toFixed(1)}% of the text\n`;
}

const jsonOf = ({ file }: SeedFile, { quotes, covered, problems, misplaced }: Proof): string =>
  `${JSON.stringify({ file, covered, quotes, problems: [...problems, ...misplaced] }, null, 2)}\n`;

/** Writes the file as a whole, once what is to be written is known to be a right seed. */
function writePositions({ file }: SeedFile, positions: ReadonlyMap<string, Position>): void {
  const filled = fillPositions(file, readFileSync(file, 'utf8'), positions);
  const { problems } = readSeed(file, filled);
  if (problems.length) throw new SeedError(problems);
  writeFileSync(`${file}.new`, filled);
  renameSync(`${file}.new`, file);
}
