/** Listens on a free port and prints the address. */
import type { Server } from 'node:http';

export function listen(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    process.stdout.write(`http://127.0.0.1:${port}/graphql\n`);
  });
  process.once('SIGTERM', () => process.exit());
}
