/** Speaks HTTP over a socket of its own, for what no client sends. */
import { connect, type Socket } from 'node:net';

export interface Raw {
  readonly socket: Socket;
  /** What has come so far. */
  text(): string;
  /** Resolves once the other side has closed the connection. */
  readonly closed: Promise<string>;
}

export function openRaw(url: string): Raw {
  const { port, hostname } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: false });
  let text = '';
  socket.on('data', (chunk) => {
    text += String(chunk);
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') throw error;
  });
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  return { socket, text: () => text, closed };
}

/** Sends what is given as it is, and gives all that is answered before the connection ends. */
export function sendRaw(url: string, text: string | Buffer): Promise<string> {
  const { socket, closed } = openRaw(url);
  socket.write(text);
  return closed;
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
