/** The socket below the server: what is under way on a connection, and what is not read from it. */
import type http from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { listen, type Running } from '../src/yoga/listen.ts';
import { openRaw, sendRaw, statusOf } from './support/raw.ts';

const HEAD = 'GET / HTTP/1.1\r\nHost: x\r\n';
const ASK = `${HEAD}\r\n`;

let running: Running | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});
async function start(settings: Record<string, string>, handle: http.RequestListener): Promise<string> {
  running = await listen(handle, readConfig({ PORT: '0', ...settings }));
  return running.url;
}
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await sleep(10);
};

describe('of 20,000 requests that are sent at once over one connection', () => {
  test('only so many are handled; the next is refused, and the connection closed', async () => {
    const answers: http.ServerResponse[] = [];
    const url = await start({ MAX_PIPELINED: '5' }, (_, response) => void answers.push(response));
    const raw = openRaw(url);
    raw.socket.write(ASK.repeat(20_000));
    await until(() => answers.length === 5);
    await sleep(50);
    expect(answers).toHaveLength(5);
    for (const answer of answers) answer.end();
    await raw.closed;
    expect(answers).toHaveLength(5);
  });

  test('one more than may be is told why', async () => {
    const answers: http.ServerResponse[] = [];
    const url = await start({ MAX_PIPELINED: '2' }, (_, response) => void answers.push(response));
    const raw = openRaw(url);
    raw.socket.write(ASK.repeat(4));
    await until(() => answers.length === 2);
    for (const answer of answers) answer.end('done');
    const text = await raw.closed;
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 429']);
    expect(text).toContain('More than 2 requests are under way on this connection (MAX_PIPELINED).');
    expect(text).toContain('"code":"RATE_LIMITED"');
  });

  test('any number may follow one another', async () => {
    const url = await start({ MAX_PIPELINED: '2' }, (_, response) => void response.end('done'));
    const raw = openRaw(url);
    for (let i = 1; i <= 50; i++) {
      raw.socket.write(ASK);
      await until(() => raw.text().split('HTTP/1.1 200').length === i + 1);
    }
    raw.socket.destroy();
  });
});

describe('a client that does not read', () => {
  const LARGE = Buffer.alloc(20_000_000, 'x');
  const startLarge = (settings: Record<string, string>) =>
    start(settings, ({ url }, response) => void response.end(url === '/small' ? 'small' : LARGE));
  /** Asks, reads nothing for a second, and then all that there is: whether that is everything. */
  async function readLate(url: string, count = 1): Promise<boolean> {
    const { port, hostname } = new URL(url);
    const socket = connect({ port: Number(port), host: hostname }).on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.pause();
    socket.write(`${ASK.repeat(count - 1)}${HEAD}Connection: close\r\n\r\n`);
    await sleep(1000);
    socket.resume();
    await closed;
    return socket.bytesRead > count * LARGE.length;
  }

  test('is cut off after a time', async () => {
    expect(await readLate(await startLarge({ REPLY_TIMEOUT_MS: '300' }))).toBe(false);
    await running!.close();
    expect(await readLate(await startLarge({}))).toBe(true);
  });

  test('is cut off where too much waits, and nobody else', async () => {
    const url = await startLarge({ MAX_UNREAD_BYTES: '50000000' });
    const all = Promise.all([1, 2, 3, 4].map(() => readLate(url)));
    expect(await (await fetch(`${url}/small`)).text()).toBe('small');
    expect((await all).filter(Boolean)).toHaveLength(2);
  });

  test('pipelines no more than counts', async () => {
    expect(await readLate(await startLarge({ MAX_UNREAD_BYTES: '50000000' }), 9)).toBe(false);
  });
});

describe('a connection', () => {
  test('beyond MAX_CONNECTIONS is closed at once', async () => {
    const url = await start({ MAX_CONNECTIONS: '2' }, (_, response) => void response.end('done'));
    const first = [openRaw(url), openRaw(url)];
    await Promise.all(first.map(({ socket }) => new Promise((resolve) => socket.once('connect', resolve))));
    await sleep(50);
    expect(await sendRaw(url, ASK)).toBe('');
    first[0]!.socket.destroy();
    await sleep(50);
    expect(statusOf(await sendRaw(url, `${HEAD}Connection: close\r\n\r\n`))).toBe(200);
    first[1]!.socket.destroy();
  });

  test.each([
    ['nothing', ''],
    ['half a line', 'GET / HT'],
    ['headers that do not end', `${HEAD}A: b\r\n`],
  ])('over which %s comes is closed after HEADERS_TIMEOUT_MS', async (_, text) => {
    const url = await start({ HEADERS_TIMEOUT_MS: '200' }, (_, response) => void response.end('done'));
    const raw = openRaw(url);
    if (text) raw.socket.write(text);
    expect(statusOf(await raw.closed)).toBe(408);
  });

  test('over which headers come a byte at a time is closed all the same', async () => {
    const url = await start({ HEADERS_TIMEOUT_MS: '400' }, (_, response) => void response.end('done'));
    const raw = openRaw(url);
    const drip = setInterval(() => raw.socket.writable && raw.socket.write('GET / HTTP/1.1\r\nHost: x\r\nA: bbbbbbbbbbbbbbb'[0]!), 20);
    expect(statusOf(await raw.closed)).toBeGreaterThanOrEqual(400);
    clearInterval(drip);
  });

  test('stays open for KEEP_ALIVE_MS after an answer', async () => {
    const url = await start({ KEEP_ALIVE_MS: '100' }, (_, response) => void response.end('done'));
    const raw = openRaw(url);
    raw.socket.write(ASK);
    expect(await raw.closed).toContain('done');
  });
});
