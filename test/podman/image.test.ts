/** The image is built from the Dockerfile and serves: as a user of no rights, from a root that is read only, until it is told to stop. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { inProject } from '../../src/root.ts';
import { nodeImage, TRUST } from './debian.ts';
import { attempt, podman, run } from './podman.ts';
import { CONFINED } from './service.ts';

const bases = new Set([...readFileSync(inProject('Dockerfile'), 'utf8').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!));

beforeAll(() => {
  for (const base of bases) podman('import', `--change=${TRUST}`, nodeImage(base), `docker.io/library/${base}`);
  // The format that is Podman's own has no health checks; `chroot` is the isolation that asks least of this machine.
  podman(
    'build',
    '--pull=never',
    '--layers=false',
    '--format=docker',
    '--isolation=chroot',
    '--network=host',
    '--tag=pledgegraph',
    inProject(),
  );
});

/** A container of the image, as docker-compose.yml confines it. */
const confined = (options: readonly string[], ...command: readonly string[]): string =>
  run(...CONFINED, ...options, 'pledgegraph', ...command);

/** Starts the server over the volume, waits until it is healthy, and says where it is. */
async function start(name: string): Promise<string> {
  confined(['--detach', `--name=${name}`, '--publish=127.0.0.1::4000', '--volume=graph:/data']);
  await expect.poll(() => attempt('healthcheck', 'run', name).status, { timeout: 120_000, interval: 500 }).toBe(0);
  return `http://${podman('port', name, '4000')}/graphql`;
}

/** What it logged when the graph was there. */
const serving = (name: string): unknown => {
  const line = podman('logs', name)
    .split('\n')
    .find((one) => one.includes('"msg":"serving"'));
  return JSON.parse(line ?? 'null');
};

/** Tells it to stop, and says what it ended with. */
function stop(name: string): string {
  podman('stop', name);
  return podman('inspect', '--format={{.State.ExitCode}}', name);
}

test('it serves the seeds to its neighbours, and keeps them in its volume', async () => {
  const url = await start('first');
  const query = '{ agency(id: "agency:digital-crime-unit") { parents { totalCount } } }';
  const reply = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  expect(await reply.json()).toEqual({ data: { agency: { parents: { totalCount: 2 } } } });
  expect(stop('first')).toBe('0');
  expect(serving('first')).toMatchObject({ seeds: { unchanged: 0 } });
  await start('second');
  expect(stop('second')).toBe('0');
  expect(serving('second')).toMatchObject({ seeds: { written: 0 } });
});

test('it is a user of no rights, and writes only to its volume and to /tmp', () => {
  const script =
    'id -u; id -g; grep CapBnd /proc/self/status; for folder in / /app /app/dist /data /tmp /var/tmp; do test -w $folder && echo $folder; done';
  expect(confined(['--rm'], 'sh', '-c', `${script}; true`).split('\n')).toEqual([
    '1000',
    '1000',
    'CapBnd:\t0000000000000000',
    '/data',
    '/tmp',
  ]);
});

test('it holds what is needed to serve, and no more', () => {
  const list = (folder: string): string[] => confined(['--rm'], 'ls', folder).split('\n');
  expect(list('/app')).toEqual(['LICENSE', 'NOTICE', 'cypher', 'dist', 'node_modules', 'package.json', 'schema', 'seeds']);
  expect(list('/app/node_modules')).toContain('graphql');
  expect(list('/app/node_modules')).not.toContain('typescript');
});
