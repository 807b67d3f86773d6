/** docs/operations.md, typed into an empty Debian from its top to its end: it serves behind a proxy, is backed up, restored and mended. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { inProject } from '../../src/root.ts';
import { newFolder } from '../support/folder.ts';
import { blocksOf, textOf } from '../support/pages.ts';
import { emptyDebian, TRUST } from './debian.ts';
import { attempt, podman, run } from './podman.ts';

const BUNDLE = '/srv/pledgegraph.bundle';
/** Where the kernel has control groups of the first kind only, systemd wants to be told that this is meant. */
const INIT = ['/sbin/init', 'SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1'];

beforeAll(() => {
  const bundle = join(newFolder(), 'pledgegraph.bundle');
  execFileSync('git', ['bundle', 'create', '--quiet', bundle, 'HEAD'], { cwd: inProject() });
  podman('import', `--change=${TRUST}`, emptyDebian('trixie'), 'debian');
  run('--detach', '--name=machine', '--systemd=always', '--privileged', `--volume=${bundle}:${BUNDLE}:ro`, 'debian', ...INIT);
});

/** What a block does, typed by root into a shell of its own. */
const type = (block: string): ReturnType<typeof attempt> => attempt('exec', 'machine', 'bash', '-euo', 'pipefail', '-c', block);

test('it boots', async () => {
  await expect.poll(() => type('systemctl is-system-running').stdout, { timeout: 60_000 }).toMatch(/^(running|degraded)\n/);
});

const blocks = blocksOf(textOf('docs/operations.md'), 'sh', 'bash');

test.each(blocks.map((block) => [block.split('\n')[0], block] as const))('%s', (_, block) => {
  const { status, stdout, stderr } = type(block.replace('YOUR_CLONE', BUNDLE));
  expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: expect.anything() as string });
});

test('at its end all runs that should', () => {
  const units = ['pledgegraph.service', 'pledgegraph-backup.timer', 'nginx.service'];
  expect(type(`systemctl is-active ${units.join(' ')}`).stdout).toBe('active\nactive\nactive\n');
  expect(type('systemctl show --property=Result pledgegraph-backup').stdout).toBe('Result=success\n');
});
