/** Bodies of requests: any framing is read, up to a limit of bytes and of time; what is not read is refused, coded, and not repeated. */
import { execFile } from 'node:child_process';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openRaw, sendRaw, statusOf } from './support/raw.ts';
import { type Served, serve } from './support/serve.ts';

/** The server of node itself, whose limit of time is its own. */
let server: Served;
let node: http.Server;
beforeAll(async () => {
  const listen = vi.spyOn(http.Server.prototype, 'listen');
  server = await serve();
  node = listen.mock.contexts[0] as http.Server;
  listen.mockRestore();
});
afterAll(() => server.close());
afterEach(() => expect(server.logged, 'nothing that a client sends is a mistake of ours').toEqual([]));

const QUERY = '{"query":"{ __typename }"}';
const ANSWER = '{"data":{"__typename":"Query"}}';
const SECRET = 'sesame';
const MAX_BYTES = 100_000;

const post = async (body: RequestInit['body'], headers: Record<string, string> = {}, path = '/graphql') => {
  const type = { 'content-type': 'application/json' };
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { ...type, ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
  return { status: response.status, text: await response.text() };
};
/** A refusal in GraphQL's form, without a word of what was sent. */
const expectRefused = ({ status, text }: { status: number; text: string }, expected: number) => {
  expect({ status, errors: (JSON.parse(text) as { errors: object[] }).errors }).toEqual({
    status: expected,
    errors: [{ message: expect.any(String) as string, extensions: { code: 'BAD_REQUEST' } }],
  });
  expect(text).not.toContain(SECRET);
};

describe('a body without Content-Length is read to its end', () => {
  const CHUNKED =
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n';

  test('over a socket, in chunks that cut the text anywhere', async () => {
    const answer = await sendRaw(server.url, `${CHUNKED}16\r\n{"query":"{ __typename\r\n3\r\n }"\r\n1\r\n}\r\n0\r\n\r\n`);
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain(ANSWER);
    const bytes = Buffer.from('{"query":"{ place(id: \\"日本\\") { id } }"}');
    const each = [...bytes].map((byte) => Buffer.concat([Buffer.from('1\r\n'), Buffer.from([byte]), Buffer.from('\r\n')]));
    expect(await sendRaw(server.url, Buffer.concat([Buffer.from(CHUNKED), ...each, Buffer.from('0\r\n\r\n')]))).toContain(
      '{"data":{"place":null}}',
    );
  });

  test('of a request of node that is written in parts', async () => {
    const answer = new Promise<string>((resolve) => {
      const request = http.request(
        `${server.url}/graphql`,
        { method: 'POST', headers: { 'content-type': 'application/json' } },
        (response) => {
          let text = '';
          response.on('data', (chunk) => {
            text += String(chunk);
          });
          response.on('end', () => resolve(`${response.statusCode} ${text}`));
        },
      );
      request.write(QUERY.slice(0, 9));
      setTimeout(() => request.end(QUERY.slice(9)), 20);
    });
    expect(await answer).toBe(`200 ${ANSWER}`);
  });

  test('of a stream of fetch', async () => {
    expect(await post(new Blob([QUERY]).stream())).toEqual({ status: 200, text: ANSWER });
  });

  /** Python sends all of it before it reads anything. */
  async function sendByPython(body: string): Promise<string> {
    const script = `
import http.client, sys
connection = http.client.HTTPConnection('127.0.0.1', int(sys.argv[1]))
connection.request('POST', '/graphql', iter(${body}), {'Content-Type': 'application/json'})
response = connection.getresponse()
print(response.status, response.read().decode(), end='')`;
    return (await promisify(execFile)('python3', ['-c', script, new URL(server.url).port])).stdout;
  }

  test('of an iterator of Python', async () => {
    expect(await sendByPython(`[b'{"query":', b'"{ __typename }"}']`)).toBe(`200 ${ANSWER}`);
  });

  test('and refused where it is too long, also to a client that sends all of it first', async () => {
    const answer = await sendByPython(`b'${SECRET}' * 1000 for _ in range(1000)`);
    expectRefused({ status: Number(answer.slice(0, 3)), text: answer.slice(4) }, 413);
  });

  test('and refused as soon as it is longer than the limit, if it never ends, too', async () => {
    const endless = openRaw(server.url);
    endless.socket.write(CHUNKED);
    let sent = 0;
    const chunk = `2710\r\n${'x'.repeat(10_000)}\r\n`;
    while (!endless.text()) {
      endless.socket.write(chunk);
      sent += 10_000;
      await sleep(2);
    }
    expectRefused({ status: statusOf(endless.text()), text: endless.text().split('\r\n\r\n')[1]! }, 413);
    expect(sent, 'it is refused as soon as it is too long').toBeLessThan(20 * MAX_BYTES);
    endless.socket.destroy();
    expectRefused(await post(new Blob([QUERY.padEnd(MAX_BYTES + 1)]).stream()), 413);
    expect((await post(new Blob([QUERY.padEnd(MAX_BYTES)]).stream())).status).toBe(200);
  });
});

test('a body with Content-Length is read up to the same limit', async () => {
  expect(await post(QUERY.padEnd(MAX_BYTES))).toEqual({ status: 200, text: ANSWER });
  expectRefused(await post(QUERY.padEnd(MAX_BYTES + 1)), 413);
});

test('a body that is refused by its length alone does not cut the client off before it has read why', async () => {
  expectRefused(await post(QUERY.padEnd(5_000_000)), 413);
});

describe('a request that takes too long', () => {
  beforeAll(() => {
    [usual, node.requestTimeout, node.headersTimeout] = [node.requestTimeout, 300, 300];
  });
  afterAll(() => {
    [node.requestTimeout, node.headersTimeout] = [usual, usual];
  });
  let usual: number;
  const HEAD = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';

  test('is one that is not there after half a minute', () => expect(usual).toBe(30_000));

  test('is answered with 408, and its connection closed', async () => {
    expect(statusOf(await sendRaw(server.url, `${HEAD}1\r\n{\r\n`))).toBe(408);
  });

  test('is cut off where it goes on after its refusal', async () => {
    const endless = openRaw(server.url);
    endless.socket.write(HEAD);
    const pump = setInterval(() => endless.socket.writable && endless.socket.write(`2710\r\n${'x'.repeat(10_000)}\r\n`), 1);
    expect(statusOf(await endless.closed)).toBe(413);
    clearInterval(pump);
  });
});

describe('a body that is not text in UTF-8 is refused with 415', () => {
  const said = `{"query":"{ ${SECRET}: __typename }"}`;
  test.each<[string, RequestInit['body'], Record<string, string>]>([
    ['a byte order mark', `\uFEFF${said}`, {}],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${said}`, 'utf16le'), {}],
    ['UTF-16 without one', Buffer.from(said, 'utf16le'), {}],
    ['another charset in the header', said, { 'content-type': 'application/json; charset=shift_jis' }],
    ['bytes of another charset', Buffer.from(said.replace('__', 'é'), 'latin1'), {}],
    ['gzip', gzipSync(said), { 'content-encoding': 'gzip' }],
    ['brotli', brotliCompressSync(said), { 'content-encoding': 'br' }],
    ['gzip that is not told', gzipSync(said), {}],
    ['an encoding that nobody knows', said, { 'content-encoding': SECRET }],
    ['another media type', said, { 'content-type': 'text/plain' }],
  ])('%s', async (_, body, headers) => expectRefused(await post(body, headers), 415));
});

test.each([
  ['Application/JSON', QUERY],
  ['APPLICATION/JSON; Charset=UTF-8', QUERY],
  ['application/json ; charset="utf-8"', QUERY],
  ['application/json;charset=utf8', QUERY],
  ['application/GraphQL', '{ __typename }'],
  ['Application/X-WWW-Form-Urlencoded', 'query={__typename}'],
])('a media type is the same in any case: %s', async (type, body) => {
  expect(await post(body, { 'content-type': type, 'content-encoding': 'identity' })).toEqual({ status: 200, text: ANSWER });
});

test('an operation without a name may be asked for by an empty one', async () => {
  expect((await post('{"query":"{ __typename }","operationName":""}')).text).toBe(ANSWER);
  expect(await (await fetch(`${server.url}/graphql?query={__typename}&operationName=`)).text()).toBe(ANSWER);
});

describe('no refusal repeats what was sent', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  test.each<[string, string, Record<string, string>]>([
    ['what is not JSON', `{"${SECRET}`, {}],
    ['nor an object', `"${SECRET}"`, {}],
    ['variables of a form', `query={__typename}&variables=${SECRET}`, form],
    ['extensions of a form', `query={__typename}&extensions={${SECRET}`, form],
    ['other parameters', `{"query":"{ __typename }","${SECRET}":1}`, {}],
    ['variables that are a list', `{"query":"{ __typename }","variables":["${SECRET}"]}`, {}],
    ['a query that is a list', `{"query":["${SECRET}"]}`, {}],
    ['a name that is none', `{"query":"{ __typename }","operationName":["${SECRET}"]}`, {}],
    ['no query', `{"variables":{"a":"${SECRET}"}}`, {}],
  ])('%s', async (_, body, headers) => expectRefused(await post(body, headers), 400));

  test('in an address', async () => {
    const response = await fetch(`${server.url}/graphql?query={__typename}&variables=${SECRET}`);
    expectRefused({ status: response.status, text: await response.text() }, 400);
  });
});
