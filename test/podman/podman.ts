/** Podman builds and runs what Docker does, without a service that has to be there. Its store is gone when the tests end. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { newFolder } from '../support/folder.ts';

const store = newFolder();
const OPTIONS = [
  `--root=${join(store, 'root')}`,
  `--runroot=${join(store, 'run')}`,
  // What needs no systemd.
  '--cgroup-manager=cgroupfs',
  '--events-backend=file',
  '--runtime=runc',
];
/** Podman's own limits are above what may be had inside a container. */
const LIMITS = ['--ulimit=nofile=4096:4096', '--ulimit=nproc=4096:4096'];

/** What a command of Podman prints; what it says to standard error is in the error where it fails. */
export const podman = (...args: readonly string[]): string =>
  execFileSync('podman', [...OPTIONS, ...args], { encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 26 }).trim();

/** What a container prints, or its id where it goes on. */
export const run = (...args: readonly string[]): string => podman('run', ...LIMITS, ...args);

/** What a command ends with, and says. */
export const attempt = (...args: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync('podman', [...OPTIONS, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });

afterAll(() => podman('rm', '--all', '--force', '--time=0'));
