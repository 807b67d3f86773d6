/** Asks this server's GraphQL API: the same that is open to everybody. */

/** What went wrong: the server's code, or `UNREACHABLE` where it does not answer. */
export class ApiError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A query as text, with the types of what it takes and of its answer. */
export type Query<Data, Variables> = string & { readonly types?: (variables: Variables) => Data };

export interface Within {
  /** The time asked about, as the header `Graph-As-Of` has it; now where it is empty. */
  readonly asOf?: string;
  readonly signal?: AbortSignal;
}

/** The data of an answer. Throws ApiError where anything of it is missing. */
export async function ask<Data, Variables>(
  query: Query<Data, Variables>,
  variables: NoInfer<Variables>,
  { asOf = '', signal }: Within = {},
): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...(asOf && { 'graph-as-of': asOf }) },
    body: JSON.stringify({ query, variables }),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    throw isAbort(error) ? error : new ApiError('UNREACHABLE', String(error));
  });
  const answer = (await response.json().catch((error: unknown) => {
    if (isAbort(error)) throw error;
    return {};
  })) as {
    data?: Data | null;
    errors?: { message: string; extensions?: { code?: string } }[];
  };
  const [error] = answer.errors ?? [];
  if (error) throw new ApiError(error.extensions?.code ?? 'UNKNOWN', error.message);
  if (answer.data == null) throw new ApiError('UNREACHABLE', `HTTP ${response.status}`);
  return answer.data;
}

/** Whether it is only that nobody waits for the answer any more. */
export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
