/** What the documents tell to type works: every block of docs/ that is marked as `sh` runs, those of a page one after the other on one machine. */
import { expect, test } from 'vitest';
import { newMachine } from './support/machine.ts';
import { blocksOf, DOCS, textOf } from './support/pages.ts';

const commandsOf = (page: string): string[] => blocksOf(textOf(page), 'sh');
const pages = DOCS.filter((page) => commandsOf(page).length);

test('there are pages to run', () => expect(pages).toEqual(expect.arrayContaining(['docs/operations.md', 'docs/own-data.md'])));

test.each(pages)('%s', (page) => {
  const machine = newMachine();
  for (const block of commandsOf(page)) {
    const { status, stderr } = machine.run(block);
    expect({ block, status, stderr }).toEqual({ block, status: 0, stderr: '' });
  }
});

test('the README starts with own data as its page does', () => {
  const linesOf = (block: string): string[] => block.split('\n').map((line) => line.replace(/ +#.*/, ''));
  const [ofPage] = commandsOf('docs/own-data.md');
  const ofReadme = commandsOf('README.md').find((block) => block.includes('first-seed'))!;
  expect(linesOf(ofReadme).slice(0, -2)).toEqual(linesOf(ofPage!).slice(0, -1));
});
