/** The recipes of CONTRIBUTING.md work: each touches the files that it names, and all together give what they say. */
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { served } from '../support/cli.ts';
import { Copy } from './copy.ts';
import { RECIPES } from './recipe.ts';

/** What `npm run record` writes. */
const RECORDED =
  /^(README\.md|docs\/.*\.md|schema\/schema\.graphql|src\/explorer\/queries\.ts|seeds\/seed\.schema\.json|test\/queries\/.*\.(result\.json|cypher))$/;
/** The tests of what recipes add to: the model, its schema, the rooms, the page's words, the seeds. */
const TESTS = ['model', 'schema', 'boundaries', 'explorer', 'editorial'].map((name) => `test/${name}.test.ts`).join(' ');

let copy: Copy;
beforeAll(() => {
  copy = new Copy();
});

test('there is a recipe for each thing that is added often', () => {
  const things = ['property', 'kind', 'link', 'seed', 'computed field', 'filter condition', 'root field', 'export format', 'engine'];
  const titles = RECIPES.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(things.map((thing) => `Add ${/^[ae]/.test(thing) ? 'an' : 'a'} ${thing}`)));
});

describe('a recipe touches the files that it names, and no other', () => {
  test.each(RECIPES)('$title', (recipe) => {
    expect(copy.apply(recipe)).toBe('');
    expect(copy.changes()).toEqual(recipe.files.toSorted());
  });
});

describe('with all recipes applied', () => {
  const succeeds = (command: string) => {
    const { status, output } = copy.run(command);
    expect(status, output).toBe(0);
  };

  test('the code is formatted and linted as ours is', () => {
    const files = RECIPES.flatMap(({ files }) => files).filter((file) => file.endsWith('.ts'));
    succeeds(`npx biome check --vcs-enabled=false --error-on-warnings ${files.join(' ')}`);
  });

  test('it builds, and types hold in tests too', () => succeeds('npm run build && npx tsc'));

  test('`npm run record` writes what is recorded, and nothing else', () => {
    succeeds('npm run record');
    const changed = copy.changes();
    expect(changed.filter((file) => !RECORDED.test(file))).toEqual([]);
    expect(changed).toEqual(expect.arrayContaining(['schema/schema.graphql', 'seeds/seed.schema.json', 'docs/settings.md']));
  });

  test('tests pass', () => succeeds(`npx vitest run ${TESTS}`));

  test.each(RECIPES.filter(({ commands }) => commands.length))('commands work: $title', ({ commands }) => {
    for (const command of commands) succeeds(command);
  });

  describe('a server answers', () => {
    let server: ChildProcess;
    let url: string;
    beforeAll(async () => {
      server = copy.serve();
      url = await served(server);
    });
    afterAll(() => void server.kill());

    test.each(RECIPES.filter(({ queries }) => queries.length))('$title', async ({ queries }) => {
      for (const { query, answer } of queries) {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        expect(await response.json()).toEqual({ data: answer });
      }
    });
  });
});
