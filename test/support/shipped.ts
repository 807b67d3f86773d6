/** The software that is shipped with this one, as the lock file names it. */
import { readdirSync, readFileSync } from 'node:fs';
import { inProject } from '../../src/root.ts';

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** The hash of its tarball, where the registry had it when the lock file was written. */
  readonly integrity?: string;
}
interface Locked extends Omit<Package, 'name'> {
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')) as { packages: Readonly<Record<string, Locked>> };

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const shown = ([path, { version, license, integrity }]: [string, Locked]): Package => ({
  name: nameOf(path),
  version,
  license,
  ...(integrity && { integrity }),
});

/** Each version once, by name. */
function listed(some: readonly [string, Locked][]): Package[] {
  const byName = new Map(some.map(shown).map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** What `npm ci --omit=dev` installs, on any platform. */
export const installed = (): Package[] => listed(Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev));

/** Where Node finds a package that another needs: beside it, or above. */
function found(name: string, from: string): string {
  const path = `${from && `${from}/`}node_modules/${name}`;
  if (packages[path]) return path;
  if (!from) throw new Error(`package-lock.json has no ${name}`);
  return found(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))));
}

/** The package of an import that is more than a type. */
const IMPORTED = /^import (?!type\b)(?:[^';]* from )?'((?:@[\w-]+\/)?[\w-]+)(?:\/[^']*)?'/gm;

/** What the page imports, and all that this needs: it is compiled into `dist/explorer`. */
export function bundled(): Package[] {
  const files = readdirSync(inProject('src', 'explorer'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const code = files.filter((file) => file !== 'vite.config.ts').map((file) => readFileSync(inProject('src', 'explorer', file), 'utf8'));
  const names = code.flatMap((text) => [...text.matchAll(IMPORTED)].map(([, name]) => name!));
  const paths = new Set(names.map((name) => found(name, '')));
  for (const path of paths) for (const name of Object.keys(packages[path]!.dependencies ?? {})) paths.add(found(name, path));
  return listed([...paths].map((path) => [path, packages[path]!]));
}
