/** Virtual environments of Python, kept in `.cache/python`: made when they are first asked for. */
import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../src/root.ts';

/** The Python that has these packages installed, such as `gql==3.5.3`. */
export function pythonWith(packages: readonly string[]): string {
  const folder = inProject('.cache', 'python', packages.join('_').replace(/[^\w.=-]/g, '-'));
  if (!existsSync(folder)) install(packages, folder);
  return join(folder, 'bin', 'python');
}

/** Under its own name only once everything is there; environments of Python cannot be moved as a whole, but they are run by their path. */
function install(packages: readonly string[], folder: string): void {
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  execFileSync('python3', ['-m', 'venv', making], { stdio: 'pipe' });
  execFileSync(join(making, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages], {
    stdio: 'pipe',
  });
  renameSync(making, folder);
}
