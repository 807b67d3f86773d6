/** What is under way on each connection: so many requests at once, and answers that a client does not read are not kept for long. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from '../config.ts';
import { refuseRaw } from './refuse-raw.ts';

const SWEEP_MS = 250;

type Limits = Pick<Config, 'MAX_PIPELINED' | 'REPLY_TIMEOUT_MS' | 'MAX_UNREAD_BYTES'>;

interface Connection {
  /** Those that are not read to their end. */
  readonly answers: Set<ServerResponse>;
  /** Since when something waits to be read. */
  waitsSince: number | undefined;
  /** How many requests came after one was refused: nothing answers them. */
  ignored: number;
}

export class Connections {
  private readonly open = new Map<Socket, Connection>();
  private readonly limits: Limits;
  constructor(server: Server, limits: Limits) {
    this.limits = limits;
    server.on('connection', (socket: Socket) => {
      this.open.set(socket, { answers: new Set(), waitsSince: undefined, ignored: 0 });
      socket.once('close', () => this.open.delete(socket));
    });
    const sweeping = setInterval(() => this.sweep(performance.now()), SWEEP_MS).unref();
    server.once('close', () => clearInterval(sweeping));
  }

  /** Whether the request may be handled; otherwise it is refused, and the connection closed after it. */
  admit({ socket }: IncomingMessage, response: ServerResponse): boolean {
    const connection = this.open.get(socket)!;
    const { MAX_PIPELINED: most } = this.limits;
    if (connection.ignored) {
      if (++connection.ignored > most) socket.destroy();
      return false;
    }
    if (connection.answers.size >= most) {
      connection.ignored = 1;
      refuseRaw(response, 429, 'RATE_LIMITED', `More than ${most} requests are under way on this connection (MAX_PIPELINED).`);
      return false;
    }
    connection.answers.add(response);
    response.once('close', () => connection.answers.delete(response));
    return true;
  }

  /** Closes connections whose clients take too long to read, and, where too much waits, those for which the most does. */
  private sweep(now: number): void {
    const waiting = [...this.open].map(([socket, one]) => ({ socket, one, bytes: unread(one) }));
    for (const { socket, one, bytes } of waiting) {
      one.waitsSince = bytes ? (one.waitsSince ?? now) : undefined;
      if (bytes && now - one.waitsSince! > this.limits.REPLY_TIMEOUT_MS) socket.destroy();
    }
    let sum = waiting.reduce((all, { bytes }) => all + bytes, 0);
    if (sum <= this.limits.MAX_UNREAD_BYTES) return;
    for (const { socket, bytes } of waiting.sort((a, b) => b.bytes - a.bytes)) {
      socket.destroy();
      sum -= bytes;
      if (sum <= this.limits.MAX_UNREAD_BYTES) return;
    }
  }
}

const unread = ({ answers }: Connection): number => [...answers].reduce((sum, { writableLength }) => sum + writableLength, 0);
