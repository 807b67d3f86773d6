/** `npm run bench:cost`: searches over random operations within the limits for those that take longest for what they cost; writes `bench/cost-*.md`. */
import { writeFileSync } from 'node:fs';
import {
  type ExecutionArgs,
  execute,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  parse,
  validate,
} from 'graphql';
import { schema } from '../schema/index.ts';
import { openEngine } from '../src/commands/open.ts';
import { readConfig } from '../src/config.ts';
import { statementText } from '../src/cypher/statements.ts';
import type { Engine } from '../src/engine/engine.ts';
import { prepareStore } from '../src/engine/store.ts';
import { readSeedFiles } from '../src/ingest/files.ts';
import { type Census, censusOf } from '../src/plan/census.ts';
import { createContext } from '../src/plan/context.ts';
import { inProject } from '../src/root.ts';
import { check } from '../src/yoga/use-cost.ts';
import { testClock } from '../test/support/clock.ts';
import { loadSeeds } from '../test/support/load.ts';
import { createRandom, type Random } from '../test/support/random.ts';
import { randomFilter, randomOrder } from '../test/support/random-filter.ts';
import { randomQuery } from '../test/support/random-query.ts';

/** Of how many of the dearest how many others are made, in so many rounds. */
const [KEPT, MADE, ROUNDS] = [20, 60, 4];
/** How many operations of each sort there are at first; Neo4j plans each for a tenth of a second and more. */
const FIRST = process.env['NEO4J_URI'] ? 100 : 400;
/** What filters may hold. */
const GIVEN: Readonly<Record<string, unknown>> = { text: 'Alpha', link: 'PARTY_TO', ways: 'BOTH' };
const TIMEOUT_MS = 20_000;
/** What takes less is not told: it keeps nobody waiting, and what is measured is mostly the planning of its statement. Others are made of what takes longer than the second. */
const [LEAST_MS, SEARCHED_MS] = [50, 10];
const { MAX_COST } = readConfig({});

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** An operation of one list, by what it is chosen by and ordered. */
interface Listed {
  readonly list: string;
  readonly filter: string;
  readonly order: string;
}
interface Measured {
  readonly query: string;
  readonly of?: Listed;
  readonly cost: number;
  readonly milliseconds: number;
}
const dearness = ({ cost, milliseconds }: Measured): number => milliseconds / cost;

const queryType = schema.getQueryType() as GraphQLObjectType;
const argumentOf = (list: string, name: string): GraphQLInputObjectType =>
  getNamedType(queryType.getFields()[list]!.args.find((arg) => arg.name === name)!.type) as GraphQLInputObjectType;
const lists = Object.values(queryType.getFields())
  .filter(({ args }) => ['where', 'orderBy', 'first'].every((name) => args.some((arg) => arg.name === name)))
  .map(({ name }) => name);
const textOf = ({ list, filter, order }: Listed): string =>
  `{ ${list}(first: 1, where: ${filter}${order && `, orderBy: ${order}`}) { totalCount nodes { id } } }`;

function randomListed(random: Random): Listed {
  const list = random.pick(lists);
  const order = random.chance(0.3) ? randomOrder(random, argumentOf(list, 'orderBy')) : '';
  return { list, filter: randomFilter(random, argumentOf(list, 'where'), 2 + random.int(4)), order };
}

/** The fields of filters by which those of `list` are linked to from elsewhere. */
function waysTo(list: string): [from: string, field: string][] {
  const wanted = argumentOf(list, 'where');
  return lists.flatMap((from) =>
    Object.values(argumentOf(from, 'where').getFields()).flatMap(({ name, type }): [string, string][] => {
      const links = getNamedType(type);
      const some = isInputObjectType(links) ? links.getFields()['some'] : undefined;
      const node = some && (getNamedType(some.type) as GraphQLInputObjectType).getFields()['node'];
      return node && getNamedType(node.type) === wanted ? [[from, name]] : [];
    }),
  );
}

/** One made of a dear one: behind one more link, beside another filter, or twice. */
function grown({ list, filter, order }: Listed, random: Random): Listed {
  const ways = waysTo(list);
  if (ways.length && random.chance(0.6)) {
    const [from, field] = random.pick(ways);
    return { list: from, filter: `{${field}: {${random.pick(['some', 'none', 'every', 'single'])}: {node: ${filter}}}}`, order: '' };
  }
  const other = random.chance(0.5) ? filter : randomFilter(random, argumentOf(list, 'where'), 3);
  return { list, filter: `{${random.pick(['and', 'or'])}: [${filter}, ${other}]}`, order };
}

/** What an operation costs and takes; nothing where it is refused. */
async function measured(
  engine: Engine,
  census: Census,
  query: string,
  variableValues = GIVEN,
): Promise<Pick<Measured, 'cost' | 'milliseconds'> | undefined> {
  const document = parse(query);
  if (validate(schema, document).length) return undefined;
  const ask = async (timeoutMs: number) => {
    const contextValue = createContext({
      engine,
      clock: testClock,
      runsWhole: () => true,
      timeoutMs,
      maxCost: MAX_COST,
      census,
    });
    const args: ExecutionArgs = { schema, document, contextValue, variableValues };
    if (check(args) || contextValue.cost() === 0) return undefined;
    const cost = contextValue.cost();
    const { errors } = await execute(args);
    const isLate = errors?.some(({ extensions }) => extensions['code'] === 'ENGINE_TIMEOUT');
    if (errors && !isLate) return undefined;
    return { cost, milliseconds: isLate ? timeoutMs : contextValue.executed.reduce((sum, one) => sum + one.milliseconds, 0) };
  };
  const first = await ask(TIMEOUT_MS);
  return first && first.milliseconds < TIMEOUT_MS ? await ask(TIMEOUT_MS) : first;
}

async function search(engine: Engine, census: Census): Promise<Measured[]> {
  const random = createRandom(1);
  const all: Measured[] = [];
  const seen = new Set<string>();
  async function add(query: string, of?: Listed, variables = GIVEN): Promise<void> {
    if (seen.has(query)) return;
    seen.add(query);
    const found = await measured(engine, census, query, variables);
    if (found) all.push({ ...found, query, ...(of && { of }) });
  }
  for (let i = 0; i < FIRST; i++) {
    const { query, variables } = randomQuery(i, 80);
    await add(query, undefined, variables[0]);
  }
  say(`${all.length} selections`);
  for (let i = 0; i < FIRST; i++) {
    const listed = randomListed(random);
    await add(textOf(listed), listed);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const dearest = dearestOf(all, SEARCHED_MS)
      .filter(({ of }) => of)
      .slice(0, KEPT);
    say(`round ${round}: ${all.length} operations, the dearest ${(1000 * dearness(dearest[0]!)).toFixed(1)} ms per 1000`);
    for (let i = 0; i < MADE; i++) {
      const listed = grown(random.pick(dearest).of!, random);
      await add(textOf(listed), listed);
    }
  }
  return all;
}
const dearestOf = (all: readonly Measured[], leastMs: number): Measured[] =>
  all.filter(({ milliseconds }) => milliseconds >= leastMs).toSorted((a, b) => dearness(b) - dearness(a));

function report(name: string, all: readonly Measured[]): string {
  const felt = dearestOf(all, LEAST_MS);
  const mean = felt.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / felt.reduce((sum, { cost }) => sum + cost, 0);
  const line = (one: Measured): string =>
    `| ${(dearness(one) / mean).toFixed(1)} | ${one.cost} | ${one.milliseconds.toFixed(1)} | \`${one.query.replaceAll('|', '\\|').slice(0, 400)}\` |`;
  return [
    `# What operations cost, and what they take: ${name}`,
    '',
    `Of ${all.length} operations within the limits over all seeds, ${felt.length} took ${LEAST_MS} ms or more: ${(1000 * mean).toFixed(1)} ms for a cost of 1,000 on the mean. The dearest for their cost, in multiples of that mean:`,
    '',
    '| times the mean | cost | ms | operation |',
    '| ---: | ---: | ---: | --- |',
    ...felt.slice(0, 10).map(line),
    '',
    'The longest:',
    '',
    '| times the mean | cost | ms | operation |',
    '| ---: | ---: | ---: | --- |',
    ...felt
      .toSorted((a, b) => b.milliseconds - a.milliseconds)
      .slice(0, 5)
      .map(line),
    '',
  ].join('\n');
}

const engine = openEngine({ ...readConfig(process.env), DATA_DIR: ':memory:' });
if (engine.name === 'neo4j') await engine.write([{ text: 'MATCH (n) CALL (n) { DETACH DELETE n }', parameters: {} }]);
await prepareStore(engine);
await loadSeeds(engine, readSeedFiles([]));
const [row] = await engine.read(statementText('census'), {}, { timeoutMs: 60_000 });
const text = report(engine.name, await search(engine, censusOf(row!)));
writeFileSync(inProject('bench', `cost-${engine.name}.md`), text);
process.stdout.write(text);
await engine.close();
