/** NOTICE names the licences of all that is shipped, as the lock file has it. `npm run record` writes it anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../src/root.ts';
import { bundled, installed, type Package } from './support/shipped.ts';

const isEngine = ({ name }: Package): boolean => name.startsWith('@grafeo-db/');
const UNKNOWN = 'not on the registry that the lock file was written from: its hash is not known';
const GRAPHIQL = '@graphql-yoga/render-graphiql';

const line = ({ name, version, license }: Package): string => `${name} ${version}, ${license}`;
const withHash = (one: Package): string => `${line(one)}\n  ${one.integrity ?? UNKNOWN}`;
const section = (title: string, text: string, lines: readonly string[]): string =>
  `${title}\n${'-'.repeat(title.length)}\n${text}\n\n${lines.join('\n')}\n`;

const notice = (): string =>
  [
    'Pledgegraph is licensed under the Apache License, Version 2.0: see LICENSE.\n\nIt is shipped with the software named here. `npm run record` writes this file from package-lock.json.\n',
    section(
      'The embedded engine, Grafeo',
      'Of its packages, the first and that of the platform are installed. Its licence was another before 0.6.0, so the hash of each\ntarball is told. Its text is that of LICENSE.',
      installed().filter(isEngine).map(withHash),
    ),
    section(
      'Installed with the server',
      'The licence that each names in its package.json; most have its text beside that.',
      installed()
        .filter((one) => !isEngine(one))
        .map(line),
    ),
    section('Compiled into the page at /', 'The texts of the licences stand in dist/explorer/licenses.md.', bundled().map(line)),
    section(
      'Sent with the page at /graphql',
      'It is made by the package below, which holds GraphiQL, GraphQL.js, React, Monaco Editor and Prettier, all under MIT.',
      installed()
        .filter(({ name }) => name === GRAPHIQL)
        .map(line),
    ),
  ].join('\n');

test('NOTICE is what the lock file says', () => expect(notice()).toMatchFileSnapshot(inProject('NOTICE')));

/** Licences under which software may be shipped with this one, under conditions that NOTICE and the texts beside it meet. */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];

test('all that is shipped may be', () => {
  const all = [...installed(), ...bundled()];
  expect(all.filter(({ license }) => !PERMISSIVE.includes(license))).toEqual([]);
});

test('what is installed here is told from anything else of its name by its hash', () => {
  const unhashed = [...installed(), ...bundled()].filter(({ integrity }) => !integrity).map(({ name }) => name);
  const present = readdirSync(inProject('node_modules', '@grafeo-db')).map((folder) => `@grafeo-db/${folder}`);
  expect(present.length).toBeGreaterThan(1);
  expect(unhashed.filter((name) => !name.startsWith('@grafeo-db/js-') || present.includes(name))).toEqual([]);
});

test('the page holds no more than NOTICE names', () => {
  const texts = readFileSync(inProject('dist', 'explorer', 'licenses.md'), 'utf8');
  const compiled = [...texts.matchAll(/^## (\S+) - (\S+) \((.+)\)$/gm)].map(
    ([, name, version, license]) => `${name} ${version}, ${license}`,
  );
  expect(compiled.length).toBeGreaterThan(0);
  expect(bundled().map(line)).toEqual(expect.arrayContaining(compiled));
});

test('the engine that is installed has the licence that is named', () => {
  const { license, version } = JSON.parse(readFileSync(inProject('node_modules', '@grafeo-db', 'js', 'package.json'), 'utf8')) as Package;
  expect(installed().find(({ name }) => name === '@grafeo-db/js')).toMatchObject({ license, version });
});
