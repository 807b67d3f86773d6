/** How Neo4j plans our statements: by index, without a word of warning. */
import { readdirSync, readFileSync } from 'node:fs';
import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LABELS } from '../../model/ids.ts';
import { kinds } from '../../model/kinds.ts';
import { linkTypes } from '../../model/links.ts';
import { claimValue, columnsOf } from '../../model/property.ts';
import { STATEMENTS, type StatementName, statementText } from '../../src/cypher/statements.ts';
import type { Engine, Statement } from '../../src/engine/engine.ts';
import { withIntegers } from '../../src/engine/values.ts';
import { readSeedFiles } from '../../src/ingest/files.ts';
import { inProject } from '../../src/root.ts';
import { loadSeeds } from '../support/load.ts';
import { run } from '../support/run.ts';
import { openEmpty } from '../support/store.ts';

let engine: Engine;
let driver: Driver;
/** What loading the seeds wrote. */
const written: Statement[] = [];

beforeAll(async () => {
  const empty = await openEmpty();
  engine = {
    ...empty,
    write: async (statements) => {
      written.push(...statements);
      await empty.write(statements);
    },
  };
  await loadSeeds(engine, readSeedFiles([]));
  const { NEO4J_URI, NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '' } = process.env;
  driver = neo4j.driver(NEO4J_URI!, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD), { useBigInt: true });
  await declareNames();
  await fill();
});
afterAll(async () => {
  await driver.close();
  await engine.close();
});

/** Every name the model has, told to Neo4j, so that a name it does not know is a mistake of ours. */
async function declareNames(): Promise<void> {
  const columns = [...kinds.values(), ...linkTypes.values()].flatMap(({ properties }) =>
    Object.entries(properties).flatMap(([name, { parts, made = {} }]) => columnsOf(name, { parts: [...parts, ...Object.keys(made)] })),
  );
  const common = ['since', 'until', 'recordedAt', 'retractedAt', 'confidence', 'sourceCount', 'independentSourceCount', 'contested'];
  const derived = [
    'claimIds',
    'sourceTypes',
    'rank',
    'agreement',
    'isProjected',
    'position',
    'reason',
    'due',
    'change',
    'at',
    'kinds',
    'kind',
  ];
  const ofChanges = [
    'property',
    'linkType',
    'linkId',
    'closedOn',
    'until',
    ...['value', 'before', 'after'].flatMap((name) => columnsOf(name, claimValue('Any.'))),
  ];
  const bookkeeping = ['modelVersion', 'engineVersion', 'file', 'hash', 'content', 'source', 'of', 'changedAt', 'standsThen'];
  const all = [...columns, ...common, ...derived, ...ofChanges];
  const declare = (call: string, names: readonly string[]) =>
    driver.executeQuery(`UNWIND $names AS name CALL ${call}(name) RETURN count(*) AS n`, { names });
  await declare('db.createProperty', [...new Set([...all, ...all.map((name) => `${name}Then`), ...bookkeeping])]);
  await declare('db.createLabel', [...LABELS, ...kinds.keys()]);
  await declare('db.createRelationshipType', [...linkTypes.keys(), 'IDENTIFIES', 'STATES', 'LACKS', 'CONFLICT_OF', 'CHANGE_OF']);
}

/** Nodes enough that an index is worth its while: in a tiny graph Neo4j rather scans. */
async function fill(): Promise<void> {
  for (const label of ['Claim', 'Source', 'Entity:Organization', 'Entity:Commitment', 'Identifier']) {
    const text = `UNWIND range(1, 5000) AS i CREATE (n:${label} {id: 'filler:' + i + '${label.at(-1)}', nameOrder: 'n' + i, titleOrder: 't' + i, statementOrder: 's' + i})`;
    await driver.executeQuery(text);
  }
  // Plans made for a small graph stay until they are run again, and indexes are counted anew only after a while.
  await driver.executeQuery('CALL db.prepareForReplanning(120)');
}

const operatorsOf = ({ operatorType, children }: Plan): string[] => [operatorType.replace(/@.*/, ''), ...children.flatMap(operatorsOf)];

async function explain({ text, parameters }: Statement) {
  const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, withIntegers(parameters) as object);
  const warnings = summary.gqlStatusObjects
    .filter(({ gqlStatus }) => !/^(00|02)/.test(gqlStatus))
    .map(({ gqlStatus, statusDescription }) => `${gqlStatus} ${statusDescription}`);
  return { operators: operatorsOf(summary.plan as Plan), warnings };
}

/** Golden queries, as both tiers ask them. */
async function asked(): Promise<Statement[]> {
  const folders = [inProject('schema', 'examples'), inProject('test', 'queries')];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => `${folder}/${file}`),
  );
  const runs = files.flatMap((file) =>
    (['single', 'levels'] as const).map((tier) =>
      run(engine, readFileSync(file, 'utf8'), { unit: 'agency:digital-crime-unit', size: 2 }, tier),
    ),
  );
  const found = (await Promise.all(runs)).flatMap(({ executed }) => executed);
  return [...new Map(found.map((one) => [one.text, one])).values()];
}

test('what is asked for by id is found by index, and nothing is warned of', { timeout: 600_000 }, async () => {
  const statements = await asked();
  expect(statements.length).toBeGreaterThan(40);
  for (const statement of statements) {
    const { operators, warnings } = await explain(statement);
    expect(warnings, statement.text).toEqual([]);
    // A page and its total count, or the counts of statistics, are single rows that the text puts side by side.
    const asksForProduct = (statement.text.match(/^CALL \(\) \{/gm) ?? []).length > 1;
    const banned = asksForProduct ? ['AllNodesScan'] : ['AllNodesScan', 'CartesianProduct'];
    expect(
      operators.filter((one) => banned.includes(one)),
      statement.text,
    ).toEqual([]);
    if (statement.text.startsWith('UNWIND $p.keys')) {
      expect(
        operators.filter((one) => /Scan$/.test(one)),
        statement.text,
      ).toEqual([]);
      expect(
        operators.some((one) => /IndexSeek/.test(one)),
        statement.text,
      ).toBe(true);
    }
  }
});

test('what is written finds its nodes by index', { timeout: 600_000 }, async () => {
  const statements = [...new Map(written.map((one) => [one.text, one])).values()];
  expect(statements.length).toBeGreaterThan(20);
  for (const statement of statements) {
    const { operators, warnings } = await explain(statement);
    expect(warnings, statement.text).toEqual([]);
    expect(
      operators.filter((one) => /Scan$/.test(one)),
      statement.text,
    ).toEqual([]);
  }
});

/** Values for what a named statement leaves open. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  BASE: LABELS,
  FROM_BASE: ['Claim'],
  TO_BASE: ['Entity'],
  KIND: [...kinds.keys()],
  TYPE: [...linkTypes.keys()],
  PROPERTY: ['nameOrder'],
};

test.each(Object.entries(STATEMENTS).filter(([, { file }]) => file === 'read' || file === 'write'))(
  '%s is valid, and nothing is warned of',
  async (name, { takes, open }) => {
    const holes = Object.fromEntries(open.map((hole) => [hole, OPEN[hole]![0]!]));
    const parameters = { p: Object.fromEntries(takes.map((key) => [key, key === 'after' ? '' : []])) };
    const { warnings } = await explain({ text: statementText(name as StatementName, holes as never), parameters });
    expect(warnings).toEqual([]);
  },
);
