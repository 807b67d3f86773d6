/** Settings that are not what they must be: all are told at once, and no password is. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig, settingsTable } from '../src/config.ts';
import { call } from './support/cli.ts';
import { newFolder } from './support/folder.ts';

const mistakes = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

test('all mistakes are told at once', () => {
  expect(mistakes({ PORT: 'x', MAX_COST: '0', RATE_LIMIT: '-1', HOST: 'ok' }).map((line) => line.split(':')[0])).toEqual([
    'PORT=x',
    'MAX_COST=0',
    'RATE_LIMIT=-1',
  ]);
});

describe('a number greater than timers take is refused', () => {
  const numbers = settingsTable.filter(({ usual }) => /^\d+$/.test(usual)).map(({ name }) => name);
  test('of every setting', () => expect(numbers.length).toBeGreaterThan(20));
  test.each(numbers)('%s', (name) => {
    expect(mistakes({ [name]: '99999999999' })).toEqual([expect.stringMatching(new RegExp(`^${name}=99999999999: `))]);
    for (const wrong of ['1.5', '-1', 'many']) expect(mistakes({ [name]: wrong })).toHaveLength(1);
  });
});

describe('a password', () => {
  const NEO4J_URI = 'neo4j://somebody:sesame@localhost:7687';
  test('in NEO4J_URI is refused, and not printed', async () => {
    const { code, stdout, stderr } = await call(['serve'], { NEO4J_URI, NEO4J_PASSWORD: 'sesame' });
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      'NEO4J_URI: holds a user or password: set NEO4J_USERNAME and NEO4J_PASSWORD in place of them\n',
    ]);
  });
  test('is not printed with another mistake either', () => {
    expect(mistakes({ NEO4J_URI: 'http://somebody:sesame@localhost' }).join()).not.toContain('sesame');
  });
});

test('told to stop before the program is loaded, `serve` does not begin', async () => {
  const DATA_DIR = join(newFolder(), 'data');
  /** Stops the process as soon as anybody listens. */
  const early = `const timer = setInterval(() => process.listenerCount('SIGTERM') && (clearInterval(timer), process.kill(process.pid, 'SIGTERM')), 1)`;
  const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(early)}`;
  const { code, stdout, stderr } = await call(['serve'], { PORT: '0', DATA_DIR, NODE_OPTIONS });
  expect([code, stdout, stderr, existsSync(DATA_DIR)]).toEqual([0, '', '', false]);
});
