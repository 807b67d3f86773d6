/** The bill of materials names all that is installed with the server, with its version and licence. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../src/root.ts';
import { newFolder } from './support/folder.ts';
import { installed } from './support/shipped.ts';

interface Bill {
  readonly bomFormat: string;
  readonly components: readonly Component[];
}
interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
  readonly components?: readonly Component[];
}

test('it is written without the network, the same each time, and complete', () => {
  const folder = newFolder();
  const [one, other] = ['one.json', 'other.json'].map((name) => {
    const file = join(folder, name);
    execFileSync('npm', ['run', '--silent', '--offline', 'sbom', '--', file], { cwd: inProject(), stdio: 'ignore' });
    return readFileSync(file, 'utf8');
  });
  expect(one).toBe(other);
  const bill = JSON.parse(one!) as Bill;
  expect(bill.bomFormat).toBe('CycloneDX');
  const told = new Set(
    allOf(bill.components).map(
      ({ group, name, version, licenses: [licence] }) =>
        `${group ? `${group}/` : ''}${name} ${version}, ${licence!.license?.id ?? licence!.expression}`,
    ),
  );
  // What is for another platform is in the lock file, and not here.
  const wanted = installed().filter(({ name }) => !name.startsWith('@grafeo-db/js-'));
  expect([...told]).toEqual(expect.arrayContaining(wanted.map(({ name, version, license }) => `${name} ${version}, ${license}`)));
});

const allOf = (components: readonly Component[] = []): Component[] => components.flatMap((one) => [one, ...allOf(one.components)]);
