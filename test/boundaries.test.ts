/** The rules by which the folders keep apart. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProject } from '../src/root.ts';

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

test('only cypher/ and src/plan/ hold Cypher', () => {
  const cypher = /\b(MATCH|MERGE|UNWIND|DETACH DELETE)\s*[($]|\bRETURN [a-z]\w*\b(?!\s*[:;])|\$p\./;
  expect(offenders(({ file, text }) => !isIn(file, 'src/plan/') && cypher.test(text))).toEqual([]);
});

test('schema/ takes from src/ only the context, the planner, the traversal, the measures and the errors', () => {
  const allowed = /^src\/(context\.ts|errors\.ts|plan\/|traverse\/|analyze\/)/;
  expect(
    offenders(({ file, imports }) => isIn(file, 'schema/') && imports.some((name) => name.startsWith('src/') && !allowed.test(name))),
  ).toEqual([]);
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
