/** The settings, all from the environment; the README's table says the same. */
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const positive = z.coerce.number().int().min(1);

const settings = z.object({
  PORT: port.default(4000).describe('The port to listen on; 0 takes a free one.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on.'),
  DATA_DIR: z.string().min(1).default('./data').describe('The folder of the embedded engine’s file; `:memory:` keeps nothing.'),
  PLAN: z
    .enum(['auto', 'single', 'levels'])
    .default('auto')
    .describe('One statement a root field, or one a level of links; `auto` is `single` on the embedded engine.'),
  EXPLAIN: z.stringbool().default(false).describe('Every reply tells its statements in `extensions.graph`.'),
  MAX_COST: positive.default(50_000).describe('How many rows an operation may read at most.'),
  ENGINE_TIMEOUT_MS: positive.default(10_000).describe('How long a statement may take, in milliseconds.'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info').describe('What is logged.'),
});

export type Config = Readonly<z.output<typeof settings>>;

/** The settings as the README documents them. */
export const settingsTable = Object.entries(settings.shape).map(([name, shape]) => ({
  name,
  usual: shape.def.defaultValue,
  description: shape.description!,
}));

/** A setting is not what it must be. */
export class ConfigError extends Error {}

/** Reads the settings; an empty one counts as not given. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map(({ path: [name], message }) => `${String(name)}=${given[String(name)]}: ${message}`).join('\n'),
  );
}
