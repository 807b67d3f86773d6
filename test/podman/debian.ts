/** Roots of Debian, made of Debian's packages: they stand in for images, since no registry of images has to be there. Kept in `.cache/debian`. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../src/root.ts';

const FOLDER = inProject('.cache', 'debian');
/** What this machine trusts: registries may be reached by way of a proxy that has a certificate of its own. */
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';
const TRUSTED = '/usr/local/share/trusted.crt';
/** The npm that Node 24 comes with. */
const NPM = 'npm@11';

/** What an image of such a root has set: Node trusts what this machine trusts. */
export const TRUST = `ENV NODE_EXTRA_CA_CERTS=${TRUSTED}`;

/** A Debian that boots, without anything else. */
export const emptyDebian = (suite: string): string => rootOf(suite, suite, ['--include=systemd-sysv,dbus']);

/** The same as an image of Docker's such as `node:24-bookworm-slim`, with Node and npm from npm's registry. */
export function nodeImage(image: string): string {
  const [, node, suite] = /^node:(\d+)-(\w+)-slim$/.exec(image) ?? [];
  if (!node || !suite) throw new Error(`${image} is not an image of Node on a slim Debian`);
  const name = `node-linux-${process.arch}`;
  const packages = join(FOLDER, `node-${node}`);
  const modules = join(packages, 'node_modules');
  mkdirSync(packages, { recursive: true });
  if (!existsSync(modules))
    execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', packages, `${name}@${node}`, NPM], { stdio: 'pipe' });
  return rootOf(`node-${node}-${suite}`, suite, [
    hook('mkdir -p "$1/usr/local/lib/node_modules"'),
    hook(`cp "${join(modules, name, 'bin', 'node')}" "$1/usr/local/bin/node"`),
    hook(`cp -r "${join(modules, 'npm')}" "$1/usr/local/lib/node_modules/"`),
    hook('ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/usr/local/bin/npm"'),
  ]);
}

/** Runs when all packages are installed, with the root as `$1`. */
const hook = (command: string): string => `--customize-hook=${command}`;

/** A file with the root; it has its name only once everything is in it. */
function rootOf(name: string, suite: string, options: readonly string[]): string {
  const [root, making] = [join(FOLDER, `${name}.tar`), join(FOLDER, `${name}.making.tar`)];
  mkdirSync(FOLDER, { recursive: true });
  if (existsSync(root)) return root;
  const trust = hook(`cp "${CERTIFICATES}" "$1${TRUSTED}"`);
  execFileSync('mmdebstrap', ['--quiet', '--variant=minbase', trust, ...options, suite, making], { stdio: 'pipe' });
  renameSync(making, root);
  return root;
}
