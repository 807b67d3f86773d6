/** The named statements are checked when the program starts: what is declared of them is what stands in `cypher/`. */
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.doUnmock('node:fs');
  vi.resetModules();
});

/** Starts with `cypher/read.cypher` changed. */
async function startWith(change: (text: string) => string): Promise<unknown> {
  vi.resetModules();
  vi.doMock('node:fs', async (original) => {
    const fs = await original<typeof import('node:fs')>();
    const readFileSync = (file: string, encoding: 'utf8') => {
      const text = fs.readFileSync(file, encoding);
      return file.endsWith('read.cypher') ? change(text) : text;
    };
    return { ...fs, readFileSync };
  });
  return import('../src/cypher/statements.ts');
}

test.each([
  ['is missing', (text: string) => text.replace('// ping:', '// pong:'), 'the statement pong is used by nobody'],
  ['lost its end', (text: string) => text.replace(/(\/\/ ping: .*\n[^;]*);/, '$1'), 'the statement newestSource is missing'],
  ['takes another parameter', (text: string) => text.replace('$p.after', '$p.before'), 'exportNodes takes p.before,BASE, not after,BASE'],
  ['leaves something else open', (text: string) => text.replace('(n:$BASE)', '(n:Entity)'), /takes .*, not .*BASE/],
])('the program does not start where a statement %s', async (_, change, message) => {
  await expect(startWith(change)).rejects.toThrow(message);
});

test('it starts where they are as declared', async () => {
  await expect(startWith((text) => text)).resolves.toHaveProperty('statementText');
});
