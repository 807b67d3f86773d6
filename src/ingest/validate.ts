/** What only all documents together can tell: whether ends exist, links join what they may, and nothing is stated twice. */
import { kindOf } from '../../model/ids.ts';
import type { Kind } from '../../model/kind.ts';
import { linkTypes } from '../../model/links.ts';
import type { Identifier } from '../../model/values.ts';
import { identityOf, spotOf } from './claims.ts';
import { endsOf, type Problem, type SeedDocument, type SeedSource, type SeedValue } from './document.ts';
import { isActor } from './origins.ts';
import { type Former, isWhole, leftBehind, type Other, rivals, type Whole } from './others.ts';
import type { Report, SeedFile } from './read.ts';
import { type Declared, declaredBy, unmetUses } from './uses.ts';
import { oneOf } from './wording.ts';
import type { Path } from './yaml.ts';

/** The problems of `files`, and those they would make for the other seeds known; `former` tells who declared an id before. */
export function validate(files: readonly SeedFile[], others: readonly Other[] = [], former: Former = () => undefined): Problem[] {
  const broken = files.flatMap((one) => one.problems);
  if (broken.length) return broken; // what they declare is not known, so what others link to is not either
  const whole = files.filter(isWhole);
  const replaced = new Set(whole.map(({ document }) => document.source.id));
  const kept = others.filter(({ document }) => !document || !replaced.has(document.source.id));
  const readable = kept.filter(isWhole);
  const declared = declaredBy([...whole, ...readable].map(({ document }) => document));
  const rivalries = rivals(whole, others);
  const unreadable = kept.filter((one) => !isWhole(one));
  const isAllKnown = !rivalries.length && !unreadable.length;
  const own = whole.flatMap((one) => validateOne(one, declared));
  return [
    ...own,
    ...(own.length ? unreadable.map(({ file }) => ({ file, line: 1, message: 'is wrong itself, so what it declares is not known' })) : []),
    ...duplicateSources(whole),
    ...duplicateIdentifiers(whole, readable),
    ...rivalries,
    ...(isAllKnown ? readable.flatMap((one) => leftBehind(one, declared, former)) : []),
  ];
}

function validateOne({ file, document, lineOf }: Whole<SeedFile>, declared: Declared): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, message) => void problems.push({ file, line: lineOf(path), message });
  checkDeclarations(document, report);
  checkLinks(document, report);
  checkValues(document, report);
  checkClaims(document, report);
  for (const { id, path } of unmetUses(document, declared)) report(path, `"${id}" exists nowhere`);
  return problems;
}

function checkDeclarations({ source, sources, entities }: SeedDocument, report: Report): void {
  once(
    entities.map(({ id }) => id),
    (i, id) => report(['entities', i, 'id'], `duplicate id "${id}"`),
  );
  once([source.id, ...sources.map(({ id }) => id)], (i, id) => report(['sources', i - 1, 'id'], `duplicate id "${id}"`));
  checkOrigins(source, ['source'], report);
  for (const [i, one] of sources.entries()) checkOrigins(one, ['sources', i], report);
  checkActor(source.attributedTo, ['source', 'attributedTo'], report);
}

function checkOrigins({ id, publishers = [], derivedFrom = [] }: SeedSource, at: Path, report: Report): void {
  for (const [i, publisher] of publishers.entries()) checkActor(publisher, [...at, 'publishers', i], report);
  for (const [i, other] of derivedFrom.entries()) {
    if (other === id) report([...at, 'derivedFrom', i], 'a source cannot be derived from itself');
    if (kindOf(other)?.name !== 'Source') report([...at, 'derivedFrom', i], `"${other}" is not a source`);
  }
}

function once(ids: readonly string[], repeated: (index: number, id: string) => void): void {
  const seen = new Set<string>();
  for (const [i, id] of ids.entries()) if (seen.size === seen.add(id).size) repeated(i, id);
}

function checkActor(id: string | null | undefined, at: Path, report: Report): void {
  if (id && !isActor(id)) report(at, `"${id}" is not an organization, agency or person`);
}

function checkLinks({ links, claims }: SeedDocument, report: Report): void {
  const seen = new Set<string>();
  for (const [i, link] of links.entries()) {
    const at = (field: string): Path => ['links', i, field];
    const { from: sources, to: targets } = linkTypes.get(link.type)!;
    checkEnd(link.type, 'from', link.from, sources, at('from'), report);
    for (const end of endsOf(link)) {
      checkEnd(link.type, 'to', end, targets, at('to'), report);
      if (end === link.from) report(at('to'), `a link cannot lead from "${end}" to itself`);
      const { id } = identityOf(link, end);
      if (seen.has(id)) report(at('to'), `${link.type} from "${link.from}" to "${end}" is stated twice: give one link both claims`);
      seen.add(id);
    }
    checkValidity(link as { since?: string; until?: string }, ['links', i], report);
    checkNames(link.claims, claims, at('claims'), report);
    checkQuotes(link.claims, claims, at('claims'), report);
  }
}

function checkEnd(type: string, side: string, id: string, allowed: ReadonlySet<Kind>, at: Path, report: Report): void {
  const kind = kindOf(id);
  if (!kind) report(at, `id "${id}" names no kind`);
  else if (!allowed.has(kind))
    report(at, `${type} cannot lead ${side} ${oneOf(kind)}: only ${[...allowed].map((one) => one.name).join(', ')}`);
}

function checkValidity({ since, until }: { since?: string | undefined; until?: string | undefined }, at: Path, report: Report): void {
  if (since && until && until < since.slice(0, until.length)) report([...at, 'until'], `until ${until} is before since ${since}`);
}

function checkValues({ values, claims }: SeedDocument, report: Report): void {
  once(values.map(identityOfValue), (i) => {
    const { of, property } = values[i]!;
    report(['values', i], `${property} of "${of}" is stated twice alike: give one value both claims`);
  });
  for (const [i, { claims: names }] of values.entries()) {
    checkNames(names, claims, ['values', i, 'claims'], report);
    checkQuotes(names, claims, ['values', i, 'claims'], report);
  }
}

const identityOfValue = ({ of, property, is, unknown }: SeedValue): string => JSON.stringify([of, property, is ?? null, unknown ?? null]);

function checkNames(names: readonly string[], claims: SeedDocument['claims'], at: Path, report: Report): void {
  for (const name of names) if (!Object.hasOwn(claims, name)) report(at, `no claim is named "${name}"`);
}

/** Claims about one thing are told apart by where their quotes start. */
function checkQuotes(names: readonly string[], claims: SeedDocument['claims'], at: Path, report: Report): void {
  const places = names.flatMap((name) => (Object.hasOwn(claims, name) ? [String(spotOf(claims[name]!))] : []));
  once(places, (i) => report(at, `the claim "${names[i]}" quotes the same place as another: give one claim`));
}

function checkClaims({ claims, links, values }: SeedDocument, report: Report): void {
  const used = new Set([...links, ...values].flatMap((one) => one.claims));
  for (const [name, claim] of Object.entries(claims)) {
    const at: Path = ['claims', name];
    checkActor(claim.attributedTo, [...at, 'attributedTo'], report);
    if (!claim.about && !used.has(name)) report(at, `the claim "${name}" is used by no link or value, and has no \`about\``);
    checkValidity(claim, at, report);
  }
}

function duplicateSources(files: readonly Whole<SeedFile>[]): Problem[] {
  const problems: Problem[] = [];
  once(
    files.map(({ document }) => document.source.id),
    (i, id) =>
      problems.push({
        file: files[i]!.file,
        line: files[i]!.lineOf(['source', 'id']),
        message: `another file is about the source "${id}" too`,
      }),
  );
  return problems;
}

function duplicateIdentifiers(files: readonly Whole<SeedFile>[], others: readonly Whole<Other>[]): Problem[] {
  const owners = new Map<string, string>();
  const clash = (entity: { readonly id: string; readonly [field: string]: unknown }): string | undefined => {
    for (const { scheme, value } of (entity['identifiers'] ?? []) as Identifier[]) {
      const owner = owners.get(`${scheme} ${value}`) ?? entity.id;
      owners.set(`${scheme} ${value}`, owner);
      if (owner !== entity.id) return `the identifier ${scheme} ${value} is that of "${owner}"`;
    }
    return undefined;
  };
  for (const { document } of others) document.entities.forEach(clash);
  return files.flatMap(({ file, document, lineOf }) =>
    document.entities.flatMap((entity, i) => {
      const message = clash(entity);
      return message ? [{ file, line: lineOf(['entities', i, 'identifiers']), message }] : [];
    }),
  );
}
