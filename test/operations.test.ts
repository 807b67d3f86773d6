/** docs/operations.md says what is so: its files are taken by what reads them, and it tells every fault. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { settingsTable } from '../src/config.ts';
import { FAULTS } from '../src/engine/faults.ts';
import { inProject } from '../src/root.ts';
import { newFolder } from './support/folder.ts';

const read = (...path: string[]): string => readFileSync(inProject(...path), 'utf8');
const operations = read('docs', 'operations.md');
const isThere = (tool: string): boolean => !spawnSync(tool, ['--version']).error;

test('every fault of a store is told, with what to do', () => {
  const section = operations.split('## When something is wrong\n')[1]!.split('\n## ')[0]!;
  const told = [...section.matchAll(/^\| `(STORE_\w+)` +\| (.*?) +\| (.+?) +\|$/gm)].map(([, code, meaning]) => [code, meaning]);
  expect(told).toEqual(Object.entries(FAULTS));
});

test('what SECURITY.md says is tested has a test', () => {
  const tests = [...read('SECURITY.md').matchAll(/`(test\/[\w/-]+\.test\.ts)`/g)].map(([, file]) => file!);
  expect(tests.length).toBeGreaterThan(15);
  expect(tests.filter((file) => !existsSync(inProject(file)))).toEqual([]);
});

describe('the files of ops/', () => {
  const scratch = newFolder();

  test.runIf(isThere('systemd-analyze'))('are units that systemd takes', () => {
    const units = readdirSync(inProject('ops')).filter((name) => /\.(service|timer)$/.test(name));
    expect(units).toHaveLength(3);
    expect(spawnSync('systemd-analyze', ['verify', ...units.map((name) => inProject('ops', name))], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  test.runIf(isThere('nginx') && isThere('openssl'))('have a site that nginx takes', () => {
    const request = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=graph.example.org',
    ];
    execFileSync('openssl', [...request, '-keyout', join(scratch, 'privkey.pem'), '-out', join(scratch, 'fullchain.pem')], {
      stdio: 'ignore',
    });
    const site = join(scratch, 'site.conf');
    writeFileSync(site, read('ops', 'nginx.conf').replaceAll('/etc/ssl/pledgegraph', scratch));
    const whole = join(scratch, 'nginx.conf');
    writeFileSync(whole, `pid ${scratch}/pid; error_log stderr; events {}\nhttp { access_log off; include ${site}; }\n`);
    expect(spawnSync('nginx', ['-t', '-c', whole], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('test is successful') as string,
    });
  });

  test.runIf(isThere('caddy'))('have a site that Caddy takes', () => {
    cpSync(inProject('ops', 'Caddyfile'), join(scratch, 'Caddyfile'));
    const { status, stdout, stderr } = spawnSync('caddy', ['validate', '--adapter', 'caddyfile', '--config', join(scratch, 'Caddyfile')], {
      encoding: 'utf8',
      env: { ...process.env, HOME: scratch },
    });
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: expect.stringContaining('Valid configuration') as string });
  });
});

describe('the Docker files', () => {
  test('copy and run what there is', () => {
    const dockerfile = read('Dockerfile');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) => paths!.split(' '));
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((path) => !existsSync(inProject(path)))).toEqual([]);
    const { scripts, bin } = JSON.parse(read('package.json')) as { scripts: Record<string, string>; bin: Record<string, string> };
    for (const [, script] of dockerfile.matchAll(/npm run (\w+)/g)) expect(scripts).toHaveProperty(script!);
    expect(dockerfile).toContain(bin['pledgegraph']!.replace('./', ''));
  });

  test('are what the Compose specification and its linter take', () => {
    const rules = { 'require-quotes-in-ports': [1, { quoteType: 'double' }] } as const; // as the formatter writes them
    const linter = new DCLinter({ rules, quiet: false, debug: false, exclude: [] });
    expect(linter.lintFiles([inProject('docker-compose.yml')], false)).toMatchObject([{ messages: [] }]);
  });

  test('give the server settings that it has', () => {
    const { services } = parse(read('docker-compose.yml')) as {
      services: Record<string, { environment: Record<string, string>; depends_on?: object }>;
    };
    const names = settingsTable.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(services['pledgegraph']!.environment)));
    expect(Object.keys(services)).toEqual(expect.arrayContaining(Object.keys(services['pledgegraph']!.depends_on!)));
  });
});
