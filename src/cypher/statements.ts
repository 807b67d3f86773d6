/** The named statements of `cypher/`, read and checked when the program starts. */
import { readFileSync } from 'node:fs';
import { inProject } from '../root.ts';

/** Every named statement, with the keys of `$p` that it takes and the labels and types that it leaves open. */
export const STATEMENTS = {
  ping: { file: 'read', takes: [], open: [] },
  newestSource: { file: 'read', takes: [], open: [] },
  statistics: { file: 'read', takes: ['knownAt', 'validOn'], open: [] },
  census: { file: 'read', takes: [], open: [] },
  readStore: { file: 'read', takes: [], open: [] },
  countAll: { file: 'read', takes: [], open: [] },
  readDocuments: { file: 'read', takes: [], open: [] },
  exportNodes: { file: 'read', takes: ['after'], open: ['BASE'] },
  exportLinks: { file: 'read', takes: ['keys'], open: ['BASE'] },
  countNodes: { file: 'read', takes: [], open: ['BASE'] },
  upsertNodes: { file: 'write', takes: ['rows'], open: ['BASE', 'KIND'] },
  upsertLinks: { file: 'write', takes: ['rows'], open: ['FROM_BASE', 'TO_BASE', 'TYPE'] },
  forgetNodes: { file: 'write', takes: ['rows'], open: ['BASE'] },
  forgetLinks: { file: 'write', takes: ['rows'], open: ['FROM_BASE', 'TO_BASE', 'TYPE'] },
  deleteNodes: { file: 'write', takes: ['rows'], open: ['BASE'] },
  markStore: { file: 'write', takes: ['modelVersion', 'engineVersion'], open: [] },
  nextGeneration: { file: 'write', takes: ['generation'], open: [] },
  createGrafeoIndex: { file: 'grafeo', takes: [], open: ['BASE'] },
  createGrafeoConstraint: { file: 'grafeo', takes: [], open: ['BASE'] },
  createNeo4jConstraint: { file: 'neo4j', takes: [], open: ['BASE'] },
  createNeo4jIndex: { file: 'neo4j', takes: [], open: ['KIND', 'PROPERTY'] },
  entityIds: { file: 'read', takes: [], open: [] },
  searchedEntities: { file: 'read', takes: ['keys'], open: [] },
  searchNeo4j: { file: 'neo4j', takes: ['exact', 'query', 'among', 'most', 'prefixes'], open: [] },
  createNeo4jNames: { file: 'neo4j', takes: [], open: [] },
  createNeo4jText: { file: 'neo4j', takes: [], open: [] },
  awaitNeo4jIndexes: { file: 'neo4j', takes: [], open: [] },
  neo4jIndexes: { file: 'neo4j', takes: [], open: [] },
} as const satisfies Record<string, { file: string; takes: readonly string[]; open: readonly string[] }>;

export type StatementName = keyof typeof STATEMENTS;
type Open<Name extends StatementName> = Record<(typeof STATEMENTS)[Name]['open'][number], string>;

/** What a statement leaves open: a label, type or property, written as `:$BASE` or `.$PROPERTY`. */
const HOLE = /([:.])\$([A-Z_]+)\b/g;

const texts = new Map<string, string>();

/** Statements start with a line `// name: what it is for` and end with a semicolon. */
function readStatements(file: string, text: string): void {
  for (const [, name, body] of text.matchAll(/^\/\/ (\w+): .*\n([\s\S]*?);$/gm)) {
    if (STATEMENTS[name as StatementName]?.file !== file)
      throw new Error(`cypher/${file}.cypher: the statement ${name} is used by nobody.`);
    if (texts.has(name!)) throw new Error(`cypher/${file}.cypher: the statement ${name} stands twice.`);
    texts.set(name!, body!.trim());
  }
}

/** Throws where a statement is missing, or takes or leaves open something else than is declared here. */
function check(found: ReadonlyMap<string, string>): void {
  for (const [name, { file, takes, open }] of Object.entries(STATEMENTS)) {
    const text = found.get(name);
    if (!text) throw new Error(`cypher/${file}.cypher: the statement ${name} is missing.`);
    const used = new Set([...text.matchAll(/(?<![:.])\$([\w.]+)/g)].map(([, parameter]) => parameter!));
    const holes = new Set([...text.matchAll(HOLE)].map(([, , hole]) => hole!));
    if (
      !isSame(
        used,
        takes.map((key) => `p.${key}`),
      ) ||
      !isSame(holes, open)
    )
      throw new Error(`cypher/${file}.cypher: ${name} takes ${[...used, ...holes]}, not ${[...takes, ...open]}.`);
  }
}
const isSame = (found: ReadonlySet<string>, wanted: readonly string[]): boolean =>
  found.size === wanted.length && wanted.every((one) => found.has(one));

/** The text of a named statement, with its open labels and types filled in: these come from the model, never from a request. */
export function statementText<Name extends StatementName>(name: Name, open: Open<Name> = {} as Open<Name>): string {
  return filledIn(texts.get(name)!, open);
}

export const filledIn = (text: string, open: Readonly<Record<string, string>>): string =>
  text.replace(HOLE, (_, sign: string, hole: string) => sign + open[hole]);

for (const file of new Set(Object.values(STATEMENTS).map((one) => one.file)))
  readStatements(file, readFileSync(inProject('cypher', `${file}.cypher`), 'utf8'));
check(texts);

const names = new Map([...texts].map(([name, text]) => [text, name]));

/** The name of a statement; none where it was planned. */
export const statementName = (text: string): string | undefined => names.get(text);
