/** One statement, as one writes it by hand for the one question, on node:http without GraphQL. */
import { createServer, type IncomingMessage } from 'node:http';
import { listen } from './listen.ts';

/** What is retracted is left out, as everywhere in this graph. */
export const STATEMENT = `
UNWIND $ids AS id
MATCH (o:Entity {id: id})
CALL (o) {
  MATCH (o)-[r:PARTNERS_WITH]-(p:Organization) WHERE r.retractedAt IS NULL
  WITH p ORDER BY p.name, p.id LIMIT 10
  CALL (p) {
    MATCH (p)-[s:PARTY_TO]->(c:Commitment) WHERE s.retractedAt IS NULL
    WITH c ORDER BY c.name, c.id LIMIT 5
    RETURN collect(c {.id, .name, .announcedOn}) AS commitments
  }
  RETURN collect(p {.id, .name, .country, commitments: commitments}) AS partners
}
CALL (o) {
  MATCH (o)-[r:PARTNERS_WITH]-(a:Agency) WHERE r.retractedAt IS NULL
  WITH a ORDER BY a.name, a.id LIMIT 5
  RETURN collect(a {.id, .name}) AS agencies
}
RETURN o {.id, .name, .country, partners: partners, agencies: agencies} AS organization`;

/** Answers `{variables: {ids}}` with what `run` gives for them. */
export function serve(run: (ids: readonly string[]) => Promise<unknown[]>): void {
  listen(
    createServer(async (request, response) => {
      const { variables } = JSON.parse(await bodyOf(request)) as { variables: { ids: string[] } };
      const json = JSON.stringify({ data: { organizations: await run(variables.ids) } });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }).end(json);
    }),
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += chunk;
  return body;
}
