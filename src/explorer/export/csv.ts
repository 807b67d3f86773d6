/** The picture as tables after RFC 4180, for spreadsheets: entities, their values, links, and the claims that both rest on. */
import type { ClaimFacts } from '../evidence.ts';
import { inWords } from '../text/stated.ts';
import { aboutOf, claimsOf, ENTITY_TYPES, entityFacts, type Fact, LINK_TYPES, linkFacts } from './facts.ts';
import type { Picture } from './picture.ts';

type Row = Readonly<Record<string, Fact>>;

/** The tables, by the names of their files. */
export const toCsv = (picture: Picture): Readonly<Record<string, string>> => ({
  'about.csv': table(
    ['what', 'is'],
    Object.entries(aboutOf(picture)).map(([what, is]) => ({ what, is })),
  ),
  'entities.csv': table(['id', 'name', ...Object.keys(ENTITY_TYPES)], entityRows(picture)),
  'values.csv': table(VALUE_COLUMNS, valueRows(picture)),
  'links.csv': table([...LINK_ENDS, ...Object.keys(LINK_TYPES)], linkRows(picture)),
  'claims.csv': table(CLAIM_COLUMNS, claimRows(picture)),
});

const entityRows = (picture: Picture): Row[] =>
  picture.entities.map((entity) => ({ id: entity.id, name: entity.name, ...entityFacts(entity, picture) }));

const VALUE_COLUMNS = [
  ...['entityId', 'entityName', 'property', 'inWords', 'value', 'currency', 'unit', 'qualifier', 'date', 'text', 'stands'],
  ...['agreement', 'contested', 'selfReported', 'doubtful', 'independentSourceCount', 'confidence', 'since', 'until', 'claimCount'],
];
const valueRows = ({ entities, evidence, text }: Picture): Row[] =>
  entities.flatMap(({ id, name }) =>
    (evidence.values.get(id) ?? []).map(({ value, rests, claims: _, ...facts }) => ({
      entityId: id,
      entityName: name,
      inWords: value && inWords(value, rests, text),
      ...value,
      ...facts,
      contested: rests.isContested,
      selfReported: rests.isSelfReported,
      doubtful: rests.isDoubtful,
    })),
  );

const LINK_ENDS = ['id', 'type', 'fromId', 'fromName', 'fromKind', 'toId', 'toName', 'toKind'];
function linkRows(picture: Picture): Row[] {
  const byId = new Map(picture.entities.map((entity) => [entity.id, entity]));
  return picture.links.map((link) => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)];
    return {
      id: link.id,
      type: link.type,
      ...{ fromId: link.from, fromName: from?.name ?? null, fromKind: from?.kind ?? null },
      ...{ toId: link.to, toName: to?.name ?? null, toKind: to?.kind ?? null },
      ...linkFacts(link, picture),
    };
  });
}

const CLAIM_COLUMNS = [
  ...['aboutId', 'aboutName', 'property', 'claimId', 'statement', 'basis', 'rank', 'review', 'confidence', 'isSelfReported', 'saidBy'],
  ...['quote', 'stance', 'sourceId', 'sourceTitle', 'publisher', 'publishedOn', 'sourceUrl', 'sourceLanguage', 'sourceLicence'],
];
/** A row for each source of a claim, under each value and link that rests on it. */
function claimRows(picture: Picture): Row[] {
  const names = new Map(picture.entities.map(({ id, name }) => [id, name]));
  const ofValues = picture.entities.flatMap(({ id, name }) =>
    (picture.evidence.values.get(id) ?? []).flatMap(({ property, claims }) =>
      claims.flatMap((claim) => rowsOf(claim, { aboutId: id, aboutName: name, property })),
    ),
  );
  const ofLinks = picture.links.flatMap(({ id, type, from, to }) => {
    const aboutName = `${names.get(from) ?? from} – ${names.get(to) ?? to}`;
    return claimsOf(id, picture).claims.flatMap((claim) => rowsOf(claim, { aboutId: id, aboutName, property: type }));
  });
  return [...ofValues, ...ofLinks];
}

function rowsOf({ id: claimId, saidBy, evidence, ...claim }: ClaimFacts, about: Row): Row[] {
  const own = { ...about, claimId, ...claim, saidBy: saidBy.join('; ') };
  if (evidence.length === 0) return [own];
  return evidence.map(({ quote, stance, source }) => ({
    ...own,
    ...{ quote, stance, sourceId: source.id, sourceTitle: source.title, publisher: source.publisher, publishedOn: source.publishedOn },
    ...{ sourceUrl: source.url, sourceLanguage: source.language, sourceLicence: source.licence },
  }));
}

/** Excel takes a table for UTF-8 only where it begins with a byte order mark. */
const table = (columns: readonly string[], rows: readonly Row[]): string =>
  `\uFEFF${[columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))]
    .map((row) => `${row.map(cellOf).join(',')}\r\n`)
    .join('')}`;

const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Spreadsheets take a cell that begins so for a formula, whether it is quoted or not. */
const isFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !NUMBER.test(text);

function cellOf(cell: Fact): string {
  const text = String(cell ?? '');
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
