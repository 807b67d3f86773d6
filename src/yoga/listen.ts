/** The socket below the server: which requests are passed on at all, how long they may take to come, and how it is closed. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from '../config.ts';
import { Connections } from './connections.ts';
import { refuseRaw } from './refuse-raw.ts';

/** What stands for the Host of a client that sends none, as HTTP/1.0 allows. */
const HOST_OF_NONE = 'localhost';
/** `host` or `host:port`: anything else in it would be read as part of the address. */
const HOST = /^([\w.~-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;
/** How long requests under way may take once the server is told to stop. */
const GRACE_MS = 10_000;

export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens; `close` lets requests under way finish. */
export async function listen(handle: RequestListener, config: Config): Promise<Running> {
  const server = createServer(timesOf(config), (request, response) => {
    if (!connections.admit(request, response)) return;
    // What a proxy is asked names its host in the address as well.
    request.url = request.url!.replace(/^https?:\/\/[^/?]*/i, '') || '/';
    if (hasOneHost(request) && isAddress(request.headers.host ?? HOST_OF_NONE, request.url)) return void handle(request, response);
    refuseRaw(response, 400, 'BAD_REQUEST', 'The Host header is not one host, or the address is not a path.');
  });
  server.maxConnections = config.MAX_CONNECTIONS;
  const connections = new Connections(server, config);
  const unused = unusedSockets(server);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.PORT, config.HOST, resolve));
  const { port: found, address } = server.address() as { port: number; address: string };
  return { url: `http://${address.includes(':') ? `[${address}]` : address}:${found}`, close: () => close(server, unused) };
}

const timesOf = (config: Config): ServerOptions => ({
  requestTimeout: config.REQUEST_TIMEOUT_MS,
  headersTimeout: Math.min(config.HEADERS_TIMEOUT_MS, config.REQUEST_TIMEOUT_MS),
  keepAliveTimeout: config.KEEP_ALIVE_MS,
  connectionsCheckingInterval: 1000,
});

/** Of several, servers believe one or another. */
const hasOneHost = ({ rawHeaders }: IncomingMessage): boolean =>
  rawHeaders.filter((name, i) => i % 2 === 0 && name.length === 4 && name.toLowerCase() === 'host').length <= 1;

const isAddress = (host: string, path: string): boolean => HOST.test(host) && path.startsWith('/') && URL.canParse(`http://${host}${path}`);

async function close(server: Server, unused: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const socket of unused) socket.destroy();
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearInterval(sweeping);
  clearTimeout(late);
}

/** Connections over which nothing was ever asked: browsers make them beforehand, and node does not count them as idle. */
function unusedSockets(server: Server): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return unused;
}
