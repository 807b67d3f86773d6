/** A member of a cluster as far as a driver sees it: it speaks Bolt 5.4, tells who leads, and refuses to write where it does not. */
import { createServer, type Server, type Socket } from 'node:net';

/** The messages of Bolt by their tags. */
const TAGS: Readonly<Record<number, string>> = {
  1: 'HELLO',
  106: 'LOGON',
  102: 'ROUTE',
  17: 'BEGIN',
  16: 'RUN',
  63: 'PULL',
  18: 'COMMIT',
  19: 'ROLLBACK',
  15: 'RESET',
  2: 'GOODBYE',
};
const VERSION = Buffer.from([0, 0, 4, 5]);
const [SUCCESS, RECORD, IGNORED, FAILURE] = [0x70, 0x71, 0x7e, 0x7f];

export interface Member {
  readonly port: number;
  /** The statements that it committed. */
  readonly committed: string[];
  close(): Promise<void>;
}

/** Who the members are, and which of them leads now. */
export interface Cluster {
  members: readonly number[];
  leader: number;
  /** Whom the routing table names, which is late where the leader has changed. */
  told: number;
}

/** Plain data as PackStream writes it: as much of it as is needed here. */
function pack(value: unknown): Buffer {
  if (typeof value === 'number') return Buffer.from([0xc9, value >> 8, value & 255]);
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([Buffer.from([0xd1, text.length >> 8, text.length & 255]), text]);
  }
  if (Array.isArray(value)) return Buffer.concat([Buffer.from([0x90 + value.length]), ...value.map(pack)]);
  const entries = Object.entries(value as object);
  return Buffer.concat([Buffer.from([0xa0 + entries.length]), ...entries.flat().map(pack)]);
}

function say(socket: Socket, tag: number, ...fields: unknown[]): void {
  const body = Buffer.concat([Buffer.from([0xb0 + fields.length, tag]), ...fields.map(pack)]);
  socket.write(Buffer.concat([Buffer.from([body.length >> 8, body.length & 255]), body, Buffer.from([0, 0])]));
}

/** The messages in what came so far, and what is left of it. */
function messagesIn(data: Buffer): { messages: Buffer[]; rest: Buffer } {
  const messages: Buffer[] = [];
  let [at, body, start] = [0, Buffer.alloc(0), 0];
  while (at + 2 <= data.length) {
    const length = data.readUInt16BE(at);
    if (at + 2 + length > data.length) break;
    body = Buffer.concat([body, data.subarray(at + 2, at + 2 + length)]);
    at += 2 + length;
    if (length) continue;
    if (body.length) messages.push(body);
    [body, start] = [Buffer.alloc(0), at];
  }
  return { messages, rest: data.subarray(start) };
}

const routesOf = ({ members, told }: Cluster) => {
  const addresses = members.map((port) => `127.0.0.1:${port}`);
  return [
    { role: 'ROUTE', addresses },
    { role: 'READ', addresses },
    { role: 'WRITE', addresses: [`127.0.0.1:${told}`] },
  ];
};

/** What a connection is answered: a state of its own. */
function converse(socket: Socket, cluster: Cluster, port: () => number, committed: string[]): void {
  let [hasFailed, pending]: [boolean, string[]] = [false, []];
  const answers: Readonly<Record<string, (message: Buffer) => void>> = {
    HELLO: () => say(socket, SUCCESS, { server: 'Neo4j/5.26.0', connection_id: 'bolt-1' }),
    ROUTE: () => say(socket, SUCCESS, { rt: { ttl: 300, db: 'neo4j', servers: routesOf(cluster) } }),
    RUN: (message) => {
      const text = /[A-Z]{3,}[ -~]*/.exec(message.toString('latin1'))?.[0] ?? '';
      if (text.startsWith('CREATE') && cluster.leader !== port()) {
        hasFailed = true;
        cluster.told = cluster.leader;
        return say(socket, FAILURE, {
          code: 'Neo.ClientError.Cluster.NotALeader',
          message: 'No write operations are allowed directly on this database.',
        });
      }
      pending.push(text);
      say(socket, SUCCESS, { fields: ['one'] });
    },
    PULL: () => {
      if (!pending.at(-1)?.startsWith('CREATE')) say(socket, RECORD, [1]);
      say(socket, SUCCESS, {});
    },
    COMMIT: () => {
      committed.push(...pending);
      pending = [];
      say(socket, SUCCESS, {});
    },
    RESET: () => {
      [hasFailed, pending] = [false, []];
      say(socket, SUCCESS, {});
    },
    GOODBYE: () => socket.end(),
  };
  let [data, isAgreed]: [Buffer, boolean] = [Buffer.alloc(0), false];
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    data = Buffer.concat([data, chunk]);
    if (!isAgreed) {
      if (data.length < 20) return;
      socket.write(VERSION);
      [isAgreed, data] = [true, data.subarray(20)];
    }
    const { messages, rest } = messagesIn(data);
    data = rest;
    for (const message of messages) {
      const name = TAGS[message[1]!] ?? 'OTHER';
      if (hasFailed && name !== 'RESET') say(socket, IGNORED, {});
      else (answers[name] ?? (() => say(socket, SUCCESS, {})))(message);
    }
  });
}

export async function startMember(cluster: Cluster): Promise<Member> {
  const [committed, sockets]: [string[], Set<Socket>] = [[], new Set()];
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)));
    converse(socket, cluster, () => port, committed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { port, committed, close };
}
