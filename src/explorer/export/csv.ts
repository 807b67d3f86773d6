/** The picture as a table after RFC 4180, one row a link, for spreadsheets. */
import type { Entity, Link, Picture } from '../graph.ts';

type Cell = string | number | boolean | null;

const LINK_COLUMNS = [
  'confidence',
  'independentSourceCount',
  'contested',
  'isSelfReported',
  'since',
  'until',
  'role',
  'purpose',
] as const satisfies readonly (keyof Link)[];
const HEADER = ['fromId', 'fromName', 'fromKind', 'linkId', 'type', 'toId', 'toName', 'toKind', ...LINK_COLUMNS];

/** One table; an entity that no link joins has a row of its own, with nothing to its right. */
export function toCsv({ entities, links }: Picture): string {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const joined = new Set(links.flatMap(({ from, to }) => [from, to]));
  const rows = [
    HEADER,
    ...links.map((link) => rowOf(link, byId)),
    ...entities.filter(({ id }) => !joined.has(id)).map((entity) => HEADER.map((_, column) => endOf(entity.id, byId)[column] ?? null)),
  ];
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

const rowOf = (link: Link, byId: ReadonlyMap<string, Entity>): Cell[] => [
  ...endOf(link.from, byId),
  link.id,
  link.type,
  ...endOf(link.to, byId),
  ...LINK_COLUMNS.map((column) => link[column]),
];

const endOf = (id: string, byId: ReadonlyMap<string, Entity>): Cell[] => [id, byId.get(id)?.name ?? null, byId.get(id)?.kind ?? null];

const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** Spreadsheets take a cell that begins so for a formula, whether it is quoted or not. */
const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text);

function cellOf(cell: Cell): string {
  const text = String(cell ?? '');
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
