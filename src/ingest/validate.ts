/** What only all documents together can tell: whether ends exist, links join what they may, and nothing is stated twice. */
import { interfaces, type Kind, kindOf, linkTypes } from '../../schema/model.ts';
import type { Identifier } from '../../schema/values.ts';
import { identityOf, placeOf } from './claims.ts';
import { endsOf, type Problem, type SeedDocument } from './document.ts';
import type { SeedFile } from './read.ts';

type Path = readonly PropertyKey[];
type Report = (path: Path, message: string) => void;

/** Every id that some document declares. */
interface Declared {
  readonly entities: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** The problems of `files`, given the other documents that are known (loaded before, say). */
export function validate(files: readonly SeedFile[], others: readonly SeedDocument[] = []): Problem[] {
  const broken = files.flatMap((one) => one.problems);
  if (broken.length) return broken; // what they declare is not known, so what others link to is not either
  const whole = files.filter((one): one is SeedFile & { document: SeedDocument } => one.document !== undefined);
  const documents = [...whole.map((one) => one.document), ...others];
  const declared = {
    entities: new Set(documents.flatMap(({ entities }) => entities.map(({ id }) => id))),
    sources: new Set(documents.flatMap(({ source, sources }) => [source.id, ...sources.map(({ id }) => id)])),
  };
  const problems = whole.flatMap((one) => validateOne(one.document, declared, one));
  return [...problems, ...duplicateSources(whole), ...duplicateIdentifiers(whole, others)];
}

function validateOne(document: SeedDocument, declared: Declared, { file, lineOf }: SeedFile): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, message) => void problems.push({ file, line: lineOf(path), message });
  checkDeclarations(document, declared, report);
  checkLinks(document, declared, report);
  checkValues(document, declared, report);
  checkClaims(document, declared, report);
  return problems;
}

function checkDeclarations({ source, sources, entities }: SeedDocument, declared: Declared, report: Report): void {
  once(
    entities.map(({ id }) => id),
    (i, id) => report(['entities', i, 'id'], `duplicate id "${id}"`),
  );
  once([source.id, ...sources.map(({ id }) => id)], (i, id) => report(['sources', i - 1, 'id'], `duplicate id "${id}"`));
  for (const [i, { publishers = [], derivedFrom = [] }] of [source, ...sources].entries()) {
    const at: Path = i === 0 ? ['source'] : ['sources', i - 1];
    for (const id of publishers) checkActor(id, declared, [...at, 'publishers'], report);
    for (const id of derivedFrom) {
      if (!declared.sources.has(id)) report([...at, 'derivedFrom'], `derivedFrom "${id}" exists nowhere`);
      if (id === (i === 0 ? source : sources[i - 1]!).id) report([...at, 'derivedFrom'], 'a source cannot be derived from itself');
    }
  }
  if (source.attributedTo) checkActor(source.attributedTo, declared, ['source', 'attributedTo'], report);
}

function once(ids: readonly string[], repeated: (index: number, id: string) => void): void {
  const seen = new Set<string>();
  for (const [i, id] of ids.entries()) if (seen.size === seen.add(id).size) repeated(i, id);
}

const isActor = (kind: Kind | undefined): boolean => kind?.interfaces.includes(interfaces.get('Actor')!) ?? false;

function checkActor(id: string, declared: Declared, at: Path, report: Report): void {
  if (!isActor(kindOf(id))) report(at, `"${id}" is no organization, agency or person`);
  else if (!declared.entities.has(id)) report(at, `"${id}" exists nowhere`);
}

function checkLinks({ links, claims }: SeedDocument, { entities }: Declared, report: Report): void {
  const seen = new Set<string>();
  for (const [i, link] of links.entries()) {
    const at = (field: string): Path => ['links', i, field];
    const { from: sources, to: targets } = linkTypes.get(link.type)!;
    checkEnd(link.type, 'from', link.from, sources, entities, at('from'), report);
    for (const end of endsOf(link)) {
      checkEnd(link.type, 'to', end, targets, entities, at('to'), report);
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

function checkEnd(
  type: string,
  side: string,
  id: string,
  allowed: ReadonlySet<Kind>,
  entities: ReadonlySet<string>,
  at: Path,
  report: Report,
): void {
  const kind = kindOf(id);
  if (!kind) report(at, `id "${id}" names no kind`);
  else if (!allowed.has(kind))
    report(at, `${type} cannot lead ${side} a ${kind.name}: only ${[...allowed].map((one) => one.name).join(', ')}`);
  else if (!entities.has(id)) report(at, `"${id}" exists nowhere`);
}

function checkValidity({ since, until }: { since?: string | undefined; until?: string | undefined }, at: Path, report: Report): void {
  if (since && until && until < since.slice(0, until.length)) report([...at, 'until'], `until ${until} is before since ${since}`);
}

function checkValues({ values, claims }: SeedDocument, { entities }: Declared, report: Report): void {
  for (const [i, { of, claims: names }] of values.entries()) {
    if (!entities.has(of)) report(['values', i, 'of'], `"${of}" exists nowhere`);
    checkNames(names, claims, ['values', i, 'claims'], report);
    checkQuotes(names, claims, ['values', i, 'claims'], report);
  }
}

function checkNames(names: readonly string[], claims: SeedDocument['claims'], at: Path, report: Report): void {
  for (const name of names) if (!Object.hasOwn(claims, name)) report(at, `no claim is named "${name}"`);
}

/** Claims about one thing are told apart by where their quotes start. */
function checkQuotes(names: readonly string[], claims: SeedDocument['claims'], at: Path, report: Report): void {
  const places = names.flatMap((name) => (Object.hasOwn(claims, name) ? [String(placeOf(claims[name]!))] : []));
  once(places, (i) => report(at, `the claim "${names[i]}" quotes the same place as another: give one claim`));
}

function checkClaims({ claims, links, values }: SeedDocument, declared: Declared, report: Report): void {
  const used = new Set([...links, ...values].flatMap((one) => one.claims));
  for (const [name, claim] of Object.entries(claims)) {
    const at: Path = ['claims', name];
    if (claim.attributedTo) checkActor(claim.attributedTo, declared, [...at, 'attributedTo'], report);
    for (const id of claim.about ?? []) if (!declared.entities.has(id)) report([...at, 'about'], `"${id}" exists nowhere`);
    if (!claim.about && !used.has(name)) report(at, `the claim "${name}" is used by no link or value, and has no \`about\``);
    checkValidity(claim, at, report);
  }
}

function duplicateSources(files: readonly (SeedFile & { document: SeedDocument })[]): Problem[] {
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

function duplicateIdentifiers(files: readonly (SeedFile & { document: SeedDocument })[], others: readonly SeedDocument[]): Problem[] {
  const owners = new Map<string, string>();
  const clash = (entity: { readonly id: string; readonly [field: string]: unknown }): string | undefined => {
    for (const { scheme, value } of (entity['identifiers'] ?? []) as Identifier[]) {
      const owner = owners.get(`${scheme} ${value}`) ?? entity.id;
      owners.set(`${scheme} ${value}`, owner);
      if (owner !== entity.id) return `the identifier ${scheme} ${value} is that of "${owner}"`;
    }
    return undefined;
  };
  for (const { entities } of others) entities.forEach(clash);
  return files.flatMap(({ file, document, lineOf }) =>
    document.entities.flatMap((entity, i) => {
      const message = clash(entity);
      return message ? [{ file, line: lineOf(['entities', i, 'identifiers']), message }] : [];
    }),
  );
}
