/** No regular expression of the server takes more than linear time, whatever it is given: `recheck` looks for texts that prove otherwise. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { expect, test } from 'vitest';
import { inProject } from '../../src/root.ts';

const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g;
const LITERAL = /(?<=[(,=:[!&|?{};\s])\/(?![/*\s])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)(?=[\s.,;)\]}])/g;

/** What a client may send comes to none of these: seeds, documents and files of the project do, or what is in a browser already. */
const OF_EDITORS = ['src/ingest/', 'src/commands/', 'src/explorer/', 'src/cypher/statements.ts', 'src/yoga/graphiql.ts'];

interface Found {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const isRegex = ({ source, flags }: Found): boolean => {
  try {
    return Boolean(new RegExp(source, flags));
  } catch {
    return false;
  }
};

const found: Found[] = ['model', 'schema', 'src'].flatMap((folder) =>
  readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !OF_EDITORS.some((one) => file.startsWith(one)))
    .flatMap((file) =>
      [...readFileSync(inProject(file), 'utf8').replace(COMMENT, '').matchAll(LITERAL)]
        .map(([, source, flags]) => ({ file, source: source!, flags: flags! }))
        .filter(isRegex),
    ),
);

test('there are some, and one that is not safe is found', async () => {
  expect(found.length).toBeGreaterThan(20);
  expect((await check('^(a+)+$', '')).status).toBe('vulnerable');
});

test.each(found)('$file: /$source/$flags', async ({ source, flags }) => {
  expect(await check(source, flags, { timeout: 20_000 })).toMatchObject({ status: 'safe' });
});
