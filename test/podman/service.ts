/** The service of docker-compose.yml, as options of Podman. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inProject } from '../../src/root.ts';

/** What confines it. What a Neo4j and a network are for has no option here: it runs without either. */
interface Service {
  readonly cap_drop: readonly string[];
  readonly read_only: boolean;
  readonly security_opt: readonly string[];
  readonly stop_grace_period: string;
  readonly tmpfs: readonly string[];
}

const { services } = parse(readFileSync(inProject('docker-compose.yml'), 'utf8')) as { services: { pledgegraph: Service } };
const { cap_drop, read_only, security_opt, stop_grace_period, tmpfs } = services.pledgegraph;

/** Podman would mount more than Docker does over a root that is read only. */
export const CONFINED: readonly string[] = [
  ...cap_drop.map((name) => `--cap-drop=${name}`),
  `--read-only=${read_only}`,
  '--read-only-tmpfs=false',
  ...security_opt.map((option) => `--security-opt=${option.replace(/:true$/, '')}`),
  `--stop-timeout=${Number.parseInt(stop_grace_period, 10)}`,
  ...tmpfs.map((path) => `--tmpfs=${path}`),
];
