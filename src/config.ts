/** The settings, all from the environment; `docs/settings.md` is printed from them. */
import { z } from 'zod';
import { count, limits, positive } from './limits.ts';

const port = z.coerce.number().int().min(0).max(65_535);

/** As browsers send it: the scheme and host of an address, and the port where it is not the usual one. */
const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) ? URL.canParse(text) && new URL(text).origin === text : /^[a-z][a-z\d+.-]*:\/\/[^\s/?#@]+$/.test(text);
const origins = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((list) => list.every((one) => one === '*' || isOrigin(one)), 'is not a list of origins like https://example.org, or *');

const settings = z.object({
  PORT: port.default(4000).describe('The port to listen on; 0 takes a free one.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on.'),
  DATA_DIR: z.string().min(1).default('./data').describe('The folder of the embedded engine’s file; `:memory:` keeps nothing.'),
  NEO4J_URI: z
    .string()
    .regex(/^$|^(bolt|neo4j)(\+s|\+ssc)?:\/\/./, 'is not an address like neo4j://localhost:7687')
    .regex(/^[^@]*$/, 'holds a user or password: set NEO4J_USERNAME and NEO4J_PASSWORD in place of them')
    .default('')
    .describe('If set, Neo4j is used: `bolt://` asks one server, `neo4j://` routes over a cluster, `+s` encrypts.'),
  NEO4J_USERNAME: z.string().default('neo4j').describe('The Neo4j user.'),
  NEO4J_PASSWORD: z.string().default('').describe('The password of the Neo4j user.'),
  NEO4J_DATABASE: z.string().default('').describe('The Neo4j database; if empty, the server’s default.'),
  NEO4J_SHARED: z
    .stringbool()
    .default(false)
    .describe(
      'If `true`, a Neo4j database that holds something else is taken; otherwise only an empty one, or one that this program filled.',
    ),
  NEO4J_POOL_SIZE: positive.default(100).describe('The greatest number of connections to Neo4j.'),
  NEO4J_ACQUISITION_TIMEOUT_MS: positive.default(10_000).describe('How long a request waits for a free connection, in milliseconds.'),
  PLAN: z
    .enum(['auto', 'single', 'levels'])
    .default('auto')
    .describe(
      '`single`: one statement for each root field; `levels`: one for each level of links. `auto` is `single`, but on Neo4j a shape seen for the first time is answered by `levels` while its single statement is planned.',
    ),
  EXPLAIN: z
    .stringbool()
    .default(false)
    .describe(
      'If `true`, every reply lists its statements in `extensions.graph`, each with its rows and milliseconds. The log has the same at the level `debug`.',
    ),
  ENGINE_TIMEOUT_MS: positive.default(10_000).describe('How long the statements of a request may take together, in milliseconds.'),
  ...limits,
  PERSISTED_ONLY: z
    .string()
    .default('')
    .describe(
      'A manifest of documents, as the compilers of Relay and Apollo write it. If set, no other document is answered, and neither GraphiQL nor the explorer is served: they write their own.',
    ),
  CORS_ORIGINS: origins
    .default([])
    .describe(
      'Whose pages may read answers, beside those of this server: origins like `https://example.org`, with commas between, or `*` for all. Cookies are never asked for.',
    ),
  INTROSPECTION: z
    .stringbool()
    .default(true)
    .describe(
      'If `false`, nobody is told the schema: neither by introspection or `/schema.graphql`, nor by what is wrong with a document; then GraphiQL is not served either.',
    ),
  GRAPHIQL: z.stringbool().default(true).describe('If `false`, a browser gets no GraphiQL.'),
  METRICS_PORT: port
    .default(0)
    .describe(
      'The port at which `/metrics` answers Prometheus, of the same address; 0 opens none. It is for you alone: do not pass it on.',
    ),
  SLOW_MS: count.default(1000).describe('From how many milliseconds on a statement is logged as slow; 0 logs none.'),
  LOG_VARIABLES: z.stringbool().default(false).describe('If `true`, the log has the variables of every operation, which may be anybody’s.'),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('The least severe level that is logged.'),
});

export type Config = Readonly<z.output<typeof settings>>;

/** The settings as `docs/settings.md` lists them. */
export const settingsTable = Object.entries(settings.shape).map(([name, shape]) => ({
  name,
  usual: String(shape.def.defaultValue),
  description: shape.description!,
}));

/** A setting is not what it must be. */
export class ConfigError extends Error {}

/** These may hold a password, which is not to be printed. */
const SECRET = ['NEO4J_URI', 'NEO4J_PASSWORD'];
const tell = (name: string, value: string | undefined): string => (SECRET.includes(name) ? name : `${name}=${value}`);

/** Reads the settings; an empty one counts as not given. Throws ConfigError, which tells all that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map(({ path: [name], message }) => `${tell(String(name), given[String(name)])}: ${message}`).join('\n'),
  );
}
