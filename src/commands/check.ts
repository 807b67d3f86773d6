/** `check`: checks seed files without a database, and proves quotes against the text of a source. */
import { type Problem, SeedError } from '../ingest/document.ts';
import { locate, readSeedFiles } from '../ingest/files.ts';
import { fillPositions } from '../ingest/positions.ts';
import { normalizeText, type Proof, proveQuotes } from '../ingest/quotes.ts';
import { hashOf, readSeed, readSeedToPlace, type SeedFile } from '../ingest/read.ts';
import { readText, replaceText } from '../ingest/text.ts';
import { validate } from '../ingest/validate.ts';

interface Options {
  /** The text of a source, whose quotes are to be proved. */
  readonly document?: string | undefined;
  /** Whether offsets are filled in. */
  readonly write?: boolean | undefined;
  /** Whether what became of the quotes, and all that is wrong, is told as JSON. */
  readonly json?: boolean | undefined;
}

/** What a check finds: what is wrong; the seed that quotes a text, with the proof; and its YAML as it is to be written. */
interface Found {
  readonly problems: readonly Problem[];
  readonly seed?: SeedFile;
  readonly proof?: Proof;
  readonly filled?: string;
}

export async function check(files: readonly string[], { document, write = false, json = false }: Options): Promise<void> {
  const seeds = readSeedFiles(files);
  const { problems, seed, proof, filled } = attempt(() =>
    document === undefined ? { problems: problemsOf(seeds, files) } : prove(seeds, files, document, write),
  );
  if (json)
    process.stdout.write(
      `${JSON.stringify({ file: seed?.file, covered: proof?.covered, quotes: proof?.quotes ?? [], problems }, null, 2)}\n`,
    );
  else if (seed && proof) process.stdout.write(textOf(seed, proof));
  if (problems.length) throw new SeedError(problems);
  if (seed && filled !== undefined) replaceText(seed.file, filled);
  if (!json) process.stdout.write(`${seeds.length} checked, nothing wrong\n`);
}

/** What is thrown as wrong is found too. */
function attempt(find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    if (error instanceof SeedError) return { problems: error.problems };
    throw error;
  }
}

/**
 * Files named alone are checked beside the other seeds of the project, as `seed` checks them beside those loaded. A copy
 * stands in the place of what it is a copy of: it is where one tries things.
 */
function problemsOf(seeds: readonly SeedFile[], files: readonly string[]): Problem[] {
  const given = new Set(files.map(locate));
  const sources = new Set(seeds.map((one) => one.given(['source', 'id'])));
  const isOther = (one: SeedFile): boolean => !given.has(locate(one.file)) && !sources.has(one.given(['source', 'id']));
  return validate(seeds, files.length ? readSeedFiles([]).filter(isOther) : []);
}

function prove(seeds: readonly SeedFile[], files: readonly string[], document: string, write: boolean): Found {
  const text = normalizeText(readText(document));
  const quoting = quotingSeed(seeds, document, text);
  const seed = write ? readSeedToPlace(quoting.file) : quoting;
  const checked = seeds.map((one) => (one === quoting ? seed : one));
  const wrong = problemsOf(checked, files);
  if (wrong.length) return { problems: wrong };
  const proof = proveQuotes(seed, text);
  const problems = [...proof.problems, ...(write ? proof.unfit : [])];
  return { seed, proof, problems, ...(write && !problems.length && attempt(() => fill(seed, proof))) };
}

/** What is to be written is known to be a right seed. */
function fill({ file }: SeedFile, { positions }: Proof): Found {
  const filled = fillPositions(file, readText(file), positions);
  return { filled, problems: readSeed(file, filled).problems };
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
