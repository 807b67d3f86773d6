/** The rules by which the folders keep apart. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inProject } from '../src/root.ts';
import { STATEMENTS } from '../src/statements.ts';
import { TEST_SEED } from './support/random.ts';

interface Module {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const modules: Module[] = ['schema', 'src'].flatMap((folder) =>
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

test('the explorer and the server have nothing in common but the public API', () => {
  const isExplorer = (file: string): boolean => isIn(file, 'src/explorer/');
  expect(modules.filter(({ file }) => isExplorer(file)).length).toBeGreaterThan(20);
  const crosses = ({ file, imports }: Module): boolean =>
    imports.some((name) => /^(src|schema|test)\//.test(name) && isExplorer(name) !== isExplorer(file));
  expect(offenders(crosses)).toEqual([]);
});

/** Comments, which may say anything, and texts in quotes. */
const LITERAL = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|(`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")/g;
const textsIn = (code: string): string[] => [...code.matchAll(LITERAL)].flatMap(([, text]) => text ?? []);
const CYPHER = [
  /\b(optional match|match|merge|create)\s*\(\s*\w*\s*[:){]/i,
  /\b(unwind|return)\s[^;]*\sas\s+[\w$]/i,
  /\bWITH\s[^;]*\sAS\s+[\w$]/,
  /\bcall\s*(\([\w, ]*\)\s*)?\{|\bcall\s+\w+(\.\w+)+\s*\(/i,
  /\b(exists|count|collect)\s*\{|\bdetach delete\b|\bset\s+\w+(\.\w+)?\s*\+?=|\$p\b/i,
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

test('only cypher/ and src/plan/ hold Cypher', () => {
  const holds = (text: string): boolean =>
    textsIn(text).some(isCypher) || /\b(MATCH|MERGE|CREATE|UNWIND)\s*[($]|\bRETURN \$?[a-z]/.test(text);
  expect(offenders(({ file, text }) => !isIn(file, 'src/plan/') && holds(text))).toEqual([]);
});

test('only `exists` writes EXISTS, in the one way that both engines read from the row at hand', () => {
  expect(
    offenders(({ file, text }) => file !== 'src/plan/conditions.ts' && textsIn(text).some((one) => /\bEXISTS\s*\{/i.test(one))),
  ).toEqual([]);
});

describe('a named statement', () => {
  const rest = modules.filter(({ file }) => file !== 'src/statements.ts');

  test.each(Object.keys(STATEMENTS))('%s is used', (name) => {
    expect(rest.some(({ text }) => text.includes(`statementText('${name}'`) || text.includes(`run('${name}'`))).toBe(true);
  });
});

test('schema/ takes from src/ only the context, the planner and the errors', () => {
  const allowed = /^src\/(context\.ts|errors\.ts|plan\/)/;
  /** What is walked or measured is no plan: its root fields take their resolvers from where that is done. */
  const beside: Readonly<Record<string, RegExp>> = {
    'schema/traversal.ts': /^src\/traverse\//,
    'schema/partners.ts': /^src\/traverse\//,
    'schema/ranking.ts': /^src\/(traverse|analyze)\//,
  };
  const isWrong = (file: string, name: string): boolean => name.startsWith('src/') && !allowed.test(name) && !beside[file]?.test(name);
  expect(offenders(({ file, imports }) => isIn(file, 'schema/') && imports.some((name) => isWrong(file, name)))).toEqual([]);
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

test('data flows one way: the planner, the engines and ingest know nothing of HTTP', () => {
  expect(
    offenders(
      ({ file, imports }) =>
        isIn(file, 'src/plan/', 'src/engine/', 'src/ingest/', 'schema/') &&
        imports.some((name) => /^(graphql-yoga|node:http)$|^src\/(yoga|commands|server)/.test(name)),
    ),
  ).toEqual([]);
});

describe('every module', () => {
  test('says on its first line what it is for', () => {
    expect(offenders(({ text }) => !/^(#!.*\n)?\/\*\* .{20,}\*\/$/m.test(text.split('\n').slice(0, 2).join('\n')))).toEqual([]);
  });
  test('has a name that means something', () => {
    expect(offenders(({ file }) => /(utils?|helpers?|common|manager|service|misc)\b/i.test(file))).toEqual([]);
  });
  test('is short', () => {
    expect(modules.filter(({ text }) => text.split('\n').length > 250).map(({ file }) => file)).toEqual([]);
  });
});
