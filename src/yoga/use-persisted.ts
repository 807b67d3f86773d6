/** Documents that clients ask for by a hash or an id in place of their text. */
import { useAPQ } from '@graphql-yoga/plugin-apq';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { graphError } from '../errors.ts';
import { weighText } from '../plan/weigh.ts';

/** Automatic persisted queries: a text that once came with its hash is known by it, until others take its place. */
export const useStoredDocuments = (bytes: number): Plugin =>
  useAPQ({
    store: new LRUCache<string, string>({
      maxSize: bytes,
      sizeCalculation: (text, hash) => weighText(text) + weighText(hash),
    }),
  });

/** Where the id of a document may stand: as GraphQL over HTTP has it, and as Relay's guide sends it. */
export const DOCUMENT_IDS = ['documentId', 'doc_id'];

/** Answers these documents, by their ids, and no text. */
export const useKnownDocuments = (documents: ReadonlyMap<string, string>): Plugin =>
  usePersistedOperations({
    extractPersistedOperationId: idOf,
    getPersistedOperation: (id) => documents.get(id) ?? null,
    customErrors: { notFound: unknown, keyNotFound: onlyKnown, persistedQueryOnly: onlyKnown },
  });

const unknown = () => graphError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
const onlyKnown = () =>
  graphError('PERSISTED_QUERY_REQUIRED', 'Only documents that the server knows are answered: send an id in place of the text.');

/** Clients of Apollo and urql send an id as if it were the hash of an automatic persisted query. */
function idOf(params: GraphQLParams, { url }: Request): string | null {
  const inAddress = new URLSearchParams(url.split('?')[1]);
  const given = DOCUMENT_IDS.map((name) => (params as Record<string, unknown>)[name] ?? inAddress.get(name));
  const id = [...given, params.extensions?.['persistedQuery']?.sha256Hash].find((one) => typeof one === 'string');
  return id?.replace(/^sha256:/, '') ?? null;
}
