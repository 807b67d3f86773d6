/** The results as a table, with their ratios and the machine. */
import { cpus, totalmem } from 'node:os';
import type { Size } from './data.ts';
import { CONNECTIONS, type Rates } from './measure.ts';
import type { Running } from './servers.ts';

const row = (cells: readonly unknown[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

export function report(rates: Rates, shapes: ReadonlyMap<Running, number>, size: Size): string {
  const servers = [...rates.keys()];
  const find = (letter: string): Running => servers.find((one) => one.letter === letter)!;
  const rate = (server: Running, i: number): number => rates.get(server)![i]!;
  const limitOf = ({ engine }: Running): Running => find(engine === 'Neo4j' ? 'c' : 'e');
  const ratios = (server: Running, other: Running): string =>
    CONNECTIONS.map((_, i) => (rate(server, i) / rate(other, i)).toFixed(2)).join(' / ');
  const known = servers.map((server) => [
    server.letter,
    server.name,
    server.engine,
    ...CONNECTIONS.map((_, i) => Math.round(rate(server, i))),
    ratios(server, limitOf(server)),
    ratios(server, find('a')),
  ]);
  const time = (letter: string): number => shapes.get(find(letter))!;
  const unseen = [...shapes].map(([server, median]) => [
    server.letter,
    server.name,
    server.engine,
    median.toFixed(1),
    (time('a') / median).toFixed(1),
    (median / time(server.engine === 'Neo4j' ? 'f1' : 'f2')).toFixed(2),
  ]);
  return `# What \`npm run bench\` measured

${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores (${cpus()[0]!.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB; servers, database and load
generator share the machine, so read the ratios. ${size.organizations} organizations, ${size.agencies} agencies, ${size.commitments} commitments and
${size.partners + size.agencyPartners + size.parties} links with skewed degrees, the same in both engines; (a) has the index on ids that it looks for. The statements written by hand
give maps, as they are written usually; ours give lists, which cost less. All answers were equal before anything was measured.

## Five roots with ten partners, their five commitments, and five agencies

Requests a second at ${CONNECTIONS.join(' and ')} connections; ratios in the same order.

${table(['', 'server', 'engine', ...CONNECTIONS.map((count) => `${count} conn.`), 'of the hand-written', 'of @neo4j/graphql'], known)}

## Shapes never seen

The median time to the answer, one request after the other.

${table(['', 'server', 'engine', 'ms', 'times as fast as (a)', 'of `levels`'], unseen)}
`;
}
