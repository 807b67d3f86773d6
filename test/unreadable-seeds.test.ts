/** Files that are no text, or not there at all, are refused by name, each of them, and with the line where there is one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemText } from '../src/ingest/document.ts';
import { readSeedFiles } from '../src/ingest/files.ts';
import { validate } from '../src/ingest/validate.ts';
import { call } from './support/cli.ts';
import { newFolder } from './support/folder.ts';
import { RIGHT } from './support/seed-text.ts';

const folder = newFolder();
const problemsOf = (...files: string[]): string[] => validate(readSeedFiles(files)).map(problemText);

function written(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

test('what is no UTF-8 is refused with its first wrong line', () => {
  const latin = written('latin.yaml', Buffer.from(RIGHT.replace('name: B,', 'name: Bé,'), 'latin1'));
  const utf16 = written('utf16.yaml', Buffer.from(`\ufeff${RIGHT}`, 'utf16le'));
  const cut = written('cut.yaml', Buffer.from(`${RIGHT}# 警`).subarray(0, -1));
  expect(problemsOf(latin, utf16, cut)).toEqual([
    `${latin}:8: is not UTF-8 text from here on: save the file as UTF-8`,
    `${utf16}:1: is not UTF-8 text from here on: save the file as UTF-8`,
    `${cut}:18: is not UTF-8 text from here on: save the file as UTF-8`,
  ]);
  expect(problemsOf(written('marked.yaml', `\ufeff${RIGHT}`))).toEqual([]);
});

test('each file that is missing or a folder is named, and so is what is wrong in the others', async () => {
  const [missing, within, directory] = [join(folder, 'missing.yaml'), join(folder, 'latin.yaml', 'x.yaml'), join(folder, 'seeds')];
  mkdirSync(directory);
  const wrong = written('wrong.yaml', RIGHT.replace('POLICE', 'COMPANY'));
  const told = `${missing}: there is no such file
${within}: there is no such file
${directory}: is a folder: name the files in it
${wrong}:8: type "COMPANY" is none of `;
  for (const command of ['check', 'seed']) {
    const { code, stderr } = await call([command, missing, within, directory, wrong], { DATA_DIR: newFolder() });
    expect(stderr.slice(0, told.length)).toBe(told);
    expect(code).toBe(1);
  }
});

test('the text of a source is read no differently', async () => {
  const seed = written('right.yaml', RIGHT);
  for (const [document, problem] of [
    [join(folder, 'missing.txt'), ': there is no such file'],
    [written('latin.txt', Buffer.from('a\né', 'latin1')), ':2: is not UTF-8 text'],
  ])
    expect(await call(['check', '--document', document!, seed])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${document}${problem}`) as string,
    });
});
