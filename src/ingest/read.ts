/** Reads a seed file step by step, each of which tells all its mistakes, with their lines, before the next is taken. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { startOf } from '../../model/date.ts';
import { kindOf } from '../../model/ids.ts';
import { type Problem, type SeedClaim, type SeedDocument, SeedError } from './document.ts';
import { documentFrame, entityShape, frameToPlace, linkShape, valueShape } from './shape.ts';
import { readText } from './text.ts';
import { fieldNameOf, oneOf, wording } from './wording.ts';
import { type Path, readYaml } from './yaml.ts';

export type Report = (path: Path, message: string) => void;
type Frame = typeof documentFrame | typeof frameToPlace;

/** A seed file as read: its document where it is right, its problems where it is not. */
export interface SeedFile {
  readonly file: string;
  readonly hash: string;
  readonly document: SeedDocument | undefined;
  readonly problems: readonly Problem[];
  /** The line of a place in the document. */
  lineOf(path: Path): number;
  /** What stands at a place, right or wrong. */
  given(path: Path): unknown;
}

export const hashOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** Reads a seed file; one that is no text has that as its problem. */
export function readSeedFile(file: string, frame: Frame = documentFrame): SeedFile {
  try {
    return readSeed(file, readText(file), frame);
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    return { ...readSeed(file, ''), problems: error.problems };
  }
}
/** Reads a seed file whose quotes are about to be placed anew. */
export const readSeedToPlace = (file: string): SeedFile => readSeedFile(file, frameToPlace);

/** Reads the text of a seed file, then its YAML, the frame of the document, and all within; `file` is how problems name it. */
export function readSeed(file: string, text: string, frame: Frame = documentFrame): SeedFile {
  const { value, mistakes, lineOf, given } = readYaml(text);
  const problems: Problem[] = mistakes.map((mistake) => ({ file, ...mistake }));
  const report: Report = (path, message) => void problems.push({ file, line: lineOf(path), message });
  const document = problems.length ? undefined : checkDocument(frame, value, report);
  return { file, hash: hashOf(text), problems, document: problems.length ? undefined : document, lineOf, given };
}

function checkDocument(shape: Frame, value: unknown, report: Report): SeedDocument | undefined {
  const frame = parse(shape, value, [], report);
  if (!frame) return undefined;
  const entities = frame.entities.map((entity, i) => checkEntity(entity, ['entities', i], report));
  const links = frame.links.map((link, i) => checkLink(link, ['links', i], report));
  const values = frame.values.map((entry, i) => ({ ...entry, is: checkValue(entry, ['values', i], report) }));
  const claims = Object.fromEntries(
    Object.entries(frame.claims).map(([name, claim]) => [name, completeClaim(claim, ['claims', name], report)]),
  );
  const { recordedOn, ...source } = frame.source as typeof frame.source & Record<string, unknown>;
  const day = recordedOn ?? source['retrievedOn'];
  if (!day) report(['source'], 'the source has neither recordedOn nor retrievedOn');
  return { ...frame, source, recordedAt: day ? startOf(day as string) : '', entities, links, values, claims } as unknown as SeedDocument;
}

/** Parses with a zod schema; what does not fit is reported at its place. */
function parse<Shape extends z.ZodType>(shape: Shape, value: unknown, at: Path, report: Report): z.output<Shape> | undefined {
  const result = shape.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = [...at, ...issue.path];
    if (issue.code !== 'unrecognized_keys') report(path, wording(issue, at));
    else for (const key of issue.keys) report([...path, key], `${key}: no such field in ${fieldNameOf(path)}`);
  }
  return undefined;
}

function checkEntity(entity: { id: string }, at: Path, report: Report): unknown {
  const kind = kindOf(entity.id);
  const shape = kind && entityShape.get(kind);
  if (!shape) return void report([...at, 'id'], `id "${entity.id}" names no kind of entity`);
  const stated = [...valueShape.get(kind)!.keys()].filter((name) => name in entity);
  for (const name of stated) report([...at, name], `${name} is a stated value: it stands under \`values\`, with claims`);
  return stated.length ? undefined : parse(shape, entity, at, report);
}

function checkLink(link: { type: string }, at: Path, report: Report): unknown {
  const shape = linkShape.get(link.type);
  return shape ? parse(shape, link, at, report) : report([...at, 'type'], `type "${link.type}" is not a link type that a seed may state`);
}

function checkValue(
  { of, property, is, unknown }: { of: string; property: string; is?: unknown; unknown?: string | undefined },
  at: Path,
  report: Report,
): unknown {
  const kind = kindOf(of);
  if (!kind) return report([...at, 'of'], `id "${of}" names no kind`);
  const shape = valueShape.get(kind)?.get(property);
  if (!shape) return report([...at, 'property'], `${oneOf(kind)} has no stated property "${property}"`);
  if ((is === undefined) === (unknown === undefined)) return report(at, 'a value is either known or not: give `is` or `unknown`');
  return unknown === undefined ? parse(shape, is, [...at, 'is'], report) : undefined;
}

/** The usual confidence of each basis. */
const USUAL: Readonly<Record<string, number>> = { QUOTED: 0.9, INFERRED: 0.7, DISPUTED: 0.5, BACKGROUND: 0.9, DATASET: 0.9, DERIVED: 0.7 };

type GivenClaim = z.output<Frame>['claims'][string];

function completeClaim(claim: GivenClaim, at: Path, report: Report): SeedClaim {
  const { quote, confidence } = claim;
  const basis = claim.basis ?? (quote === undefined ? '' : 'QUOTED');
  if (!basis) report(at, 'a claim without a quote needs a basis');
  if (basis === 'QUOTED' && quote === undefined) report(at, 'basis QUOTED needs a quote');
  if (basis === 'BACKGROUND' && quote !== undefined) report([...at, 'quote'], 'basis BACKGROUND has no quote');
  if (basis === 'DISPUTED' && (confidence ?? 0) > 0.5) report([...at, 'confidence'], 'the confidence of a DISPUTED claim is at most 0.5');
  checkPosition(claim, at, report);
  // Common knowledge is not what the document says.
  const stance = claim.stance ?? (basis === 'BACKGROUND' ? 'MENTIONS' : 'SUPPORTS');
  return { ...claim, basis, stance, confidence: confidence ?? USUAL[basis] ?? 0 } as unknown as SeedClaim;
}

/** Offsets and paragraph come together, and span the quote. */
function checkPosition({ quote, start, end, paragraph }: GivenClaim, at: Path, report: Report): void {
  const given = [start, end, paragraph].filter((one) => one !== undefined).length;
  if (given === 0) return;
  if (quote === undefined) report(at, 'start, end and paragraph are those of a quote');
  else if (given < 3) report(at, 'start, end and paragraph come together: `check --document FILE --write` fills them in');
  else if (end! - start! !== quote.length) report([...at, 'start'], `the quote is ${quote.length} long, not ${end! - start!}`);
}
