/** The rooms of the house and the rules by which they keep apart. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATEMENTS } from '../src/cypher/statements.ts';
import { inProject } from '../src/root.ts';
import { TEST_SEED } from './support/random.ts';

interface Module {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const modules: Module[] = ['model', 'schema', 'src'].flatMap((folder) =>
  readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readModule(join(folder, file))),
);

function readModule(file: string): Module {
  const text = readFileSync(inProject(file), 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, name]) =>
    name!.startsWith('.') ? relative(inProject(), join(dirname(inProject(file)), name!)) : name!,
  );
  return { file, text, imports };
}

const offenders = (isWrong: (module: Module) => boolean): string[] => modules.filter(isWrong).map(({ file }) => file);
const isIn = (file: string, ...folders: string[]): boolean => folders.some((folder) => file.startsWith(folder));

test('there are modules to look at', () => expect(modules.length).toBeGreaterThan(50));

test('only src/engine/ imports a driver', () => {
  expect(
    offenders(({ file, imports }) => !isIn(file, 'src/engine/') && imports.some((name) => /^(@grafeo-db|neo4j-driver)/.test(name))),
  ).toEqual([]);
});

/** The rooms, the deepest first: a room imports from itself and from those before it, types included. So there is no circle. */
const ROOMS: readonly string[] = [
  'model/', // what exists, as plain data
  'src/*', // what every room may use: the clock, the settings, the errors
  'src/cypher/', // the named statements
  'src/search/', // how words are found and ranked
  'src/engine/', // what runs statements, and the store
  'src/export/', // what is stored, written to a file
  'src/plan/', // from a selection to a statement, and from rows to an answer
  'src/derived/', // computed facts
  'src/traverse/', // paths, neighborhoods, partners, rankings, communities
  'src/ingest/', // from documents to rows
  'schema/', // the model and all that is computed, as GraphQL
  'src/yoga/', // the server
  'src/commands/', // the command line
  'src/main.ts',
];
/** The page: it has names of the model, and asks the server for all else. */
const EXPLORER = 'src/explorer/';

const isOurs = (name: string): boolean => /^(model|schema|src|test)\//.test(name);
function roomOf(file: string): string {
  const room = [EXPLORER, ...ROOMS].find((one) => file.startsWith(one));
  return room ?? (/^src\/[^/]+$/.test(file) ? 'src/*' : file);
}

/** Imports that lead to a room above, or to none. */
const strayImports = (all: readonly Module[]): string[] =>
  all.flatMap(({ file, imports }) => {
    const level = ROOMS.indexOf(roomOf(file));
    const strays = imports.filter((name) => isOurs(name) && !ROOMS.slice(0, level + 1).includes(roomOf(name)));
    return strays.map((name) => `${file} -> ${name}`);
  });

describe('the rooms', () => {
  const served = modules.filter(({ file }) => !isIn(file, EXPLORER));

  test('are all there, and no module is outside of them', () => {
    expect([...new Set(served.map(({ file }) => roomOf(file)))].toSorted()).toEqual([...ROOMS].toSorted());
  });

  test('import only from those before them', () => expect(strayImports(served)).toEqual([]));

  test.each([
    ['model/kind.ts', 'src/clock.ts'],
    ['src/clock.ts', 'src/main.ts'],
    ['src/plan/plan.ts', 'src/derived/delivery.ts'],
    ['src/derived/delivery.ts', 'schema/delivery.ts'],
    ['schema/index.ts', 'src/yoga/server.ts'],
    ['src/commands/serve.ts', 'src/explorer/graph.ts'],
  ])('%s may not import %s', (file, name) => {
    expect(strayImports([{ file, text: '', imports: [name] }])).toEqual([`${file} -> ${name}`]);
    expect(strayImports([{ file: name, text: '', imports: [name] }]).length).toBe(name.startsWith(EXPLORER) ? 1 : 0);
  });

  test('the model imports nothing but itself and zod', () => {
    expect(
      offenders(({ file, imports }) => isIn(file, 'model/') && !imports.every((name) => isIn(name, 'model/') || name === 'zod')),
    ).toEqual([]);
  });

  test('the explorer imports itself, and the names that one module of it takes from the model', () => {
    expect(modules.filter(({ file }) => isIn(file, EXPLORER)).length).toBeGreaterThan(20);
    const crosses = ({ file, imports }: Module): boolean =>
      isIn(file, EXPLORER) && imports.some((name) => isOurs(name) && !isIn(name, EXPLORER));
    expect(offenders(crosses)).toEqual(['src/explorer/model.ts']);
    const { imports } = modules.find(({ file }) => file === 'src/explorer/model.ts')!;
    expect(imports.filter((name) => !isIn(name, 'model/'))).toEqual([]);
  });
});

/** Comments, which may say anything, and texts in quotes. */
const LITERAL = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|(`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")/g;
const textsIn = (code: string): string[] => [...code.matchAll(LITERAL)].flatMap(([, text]) => text ?? []);
const CYPHER = [
  /\b(optional match|match|merge|create)\s*\(\s*\w*\s*[:){]/i,
  /\b(unwind|return)\s[^;]*\sas\s+[\w$]/i,
  /\bWITH\s[^;]*\sAS\s+[\w$]/,
  /\bcall\s*(\([\w, ]*\)\s*)?\{|\bcall\s+\w+(\.\w+)+\s*\(/i,
  /\b(exists|count|collect)\s*\{|\bdetach delete\b|\$p\b/i,
  /\b(SET|set)\s+(?![A-Z0-9_]+=)\w+(\.\w+)?\s*\+?=/, // but no setting: `set NEO4J_URI=...`
  /-\[\w*:?\w*\]->?|<-\[/,
];
const isCypher = (text: string): boolean => CYPHER.some((form) => form.test(text));

test.each([
  'MATCH (n) RETURN n',
  'match (n:Person {id: 1})',
  'RETURN 1 AS one',
  'return n.name as name',
  'CREATE (n {id: 1})',
  'MERGE (n:Entity)',
  'unwind $ids as id',
  'CALL db.awaitIndexes(300)',
  'CALL (n) { WITH n }',
  'WHERE EXISTS { x }',
  'SET n.name = 1',
  '(a)-[r:PART_OF]->(b)',
])('%s is known as Cypher', (text) => expect(isCypher(text)).toBe(true));

test('only cypher/, src/plan/ and src/derived/ hold Cypher', () => {
  const holds = (text: string): boolean =>
    textsIn(text).some(isCypher) || /\b(MATCH|MERGE|CREATE|UNWIND)\s*[($]|\bRETURN \$?[a-z]/.test(text);
  expect(offenders(({ file, text }) => !isIn(file, 'src/plan/', 'src/derived/') && holds(text))).toEqual([]);
});

test('only `exists` writes EXISTS, in the one way that both engines read from the row at hand', () => {
  expect(
    offenders(({ file, text }) => file !== 'src/plan/conditions.ts' && textsIn(text).some((one) => /\bEXISTS\s*\{/i.test(one))),
  ).toEqual([]);
});

describe('a named statement', () => {
  const rest = modules.filter(({ file }) => file !== 'src/cypher/statements.ts');

  test.each(Object.keys(STATEMENTS))('%s is used', (name) => {
    expect(rest.some(({ text }) => text.includes(`statementText('${name}'`) || text.includes(`run('${name}'`))).toBe(true);
  });
});

const withoutComments = (code: string): string => code.replace(LITERAL, (_, text?: string) => text ?? ' ');

/** What tells the time of the machine. */
const CLOCKS = /\bDate\s*\(\s*\)|\bnew\s+Date\b(?!\s*\()|\bDate\s*(\?\.|\.)\s*now\b|\bDate\s*\[|\btimeOrigin\b|\bTemporal\s*\.\s*Now\b/;
/** What comes out otherwise in another time zone, or in another language. */
const PLACES =
  /\.\s*[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)\s*\(|\bto(Locale\w+|Date|Time)String\b|\btoLocale\w+Case\b|\bnew\s+Date\s*\([^()]*,|\blocaleCompare\s*\([^,()]*\)|\bIntl\s*\.\s*\w+\s*\(\s*\)/;

test.each([
  ['new Date()', CLOCKS],
  ['new  Date ( )', CLOCKS],
  ['new Date(/* now */)', CLOCKS],
  ['const at = new Date;', CLOCKS],
  ['Date()', CLOCKS],
  ['Date.now()', CLOCKS],
  ['Date . now ()', CLOCKS],
  ['times.map(Date\n.now)', CLOCKS],
  ["Date['now']()", CLOCKS],
  ['performance.timeOrigin', CLOCKS],
  ['new Date(2026, 10, 30)', PLACES],
  ['at.getDate()', PLACES],
  ['at\n.getTimezoneOffset()', PLACES],
  ['at.toLocaleDateString()', PLACES],
  ['name.toLocaleLowerCase()', PLACES],
  ['a.localeCompare(b)', PLACES],
  ['new Intl.NumberFormat()', PLACES],
])('%j is seen', (code, form) => expect(withoutComments(code)).toMatch(form));

test.each(['new Date(text)', 'Date.UTC(2026, 10)', 'Date.parse(text)', 'at.getUTCDate()', '// new Date()', "a.localeCompare(b, 'en')"])(
  '%j is allowed',
  (code) => {
    expect(withoutComments(code)).not.toMatch(CLOCKS);
    expect(withoutComments(code)).not.toMatch(PLACES);
  },
);

test('there is one clock, and one of the page; only a command starts that of the machine', () => {
  expect(offenders(({ text }) => CLOCKS.test(withoutComments(text)))).toEqual(['src/clock.ts', 'src/explorer/day.ts']);
  expect(offenders(({ file, text }) => !isIn(file, 'src/clock.ts', 'src/commands/') && text.includes('systemClock'))).toEqual([]);
});

test('nothing is left to chance, and what tests draw is the same in every run', () => {
  expect(offenders(({ text }) => /\bMath\s*\.\s*random\b/.test(withoutComments(text)))).toEqual([]);
  expect(fc.readConfigureGlobal()).toMatchObject({ seed: TEST_SEED });
});

test('nothing hangs on the time zone or the language of the machine', () => {
  expect(offenders(({ text }) => PLACES.test(withoutComments(text)))).toEqual([]);
});

test('words that the glossary does not use are not used', () => {
  expect(offenders(({ text }) => /relations?(?!hip)|\b(edge|node) types?\b/i.test(text))).toEqual([]);
});

test('only the server knows of HTTP', () => {
  const above = ['src/yoga/', 'src/commands/', 'src/explorer/'];
  expect(
    offenders(({ file, imports }) => !isIn(file, ...above) && imports.some((name) => /^(graphql-yoga|node:http)$/.test(name))),
  ).toEqual([]);
});

test('only one file casts what the types of Pothos cannot say', () => {
  const casts = /\bas (any|never)\b|: any\b|<any\b/;
  expect(offenders(({ file, text }) => isIn(file, 'model/', 'schema/') && casts.test(withoutComments(text)))).toEqual(['schema/plugin.ts']);
});

test('in the server, the page and the exports nothing is cast that types can say', () => {
  const casts = /\bas (any|never|unknown as)\b|: any\b|<any\b/;
  expect(
    offenders(({ file, text }) => isIn(file, 'src/yoga/', 'src/explorer/', 'src/export/') && casts.test(withoutComments(text))),
  ).toEqual([]);
});

/** What `npm run record` writes. */
const RECORDED = 'src/explorer/queries.ts';

describe('every module', () => {
  test('says on its first line what it is for', () => {
    expect(offenders(({ text }) => !/^(#!.*\n)?\/\*\* .{20,}\*\/$/m.test(text.split('\n').slice(0, 2).join('\n')))).toEqual([]);
  });
  test('has a name that means something', () => {
    expect(offenders(({ file }) => /(utils?|helpers?|common|manager|service|misc)\b/i.test(file))).toEqual([]);
  });
  test('is short', () => {
    expect(offenders(({ file, text }) => file !== RECORDED && text.split('\n').length > 250)).toEqual([]);
  });
});
