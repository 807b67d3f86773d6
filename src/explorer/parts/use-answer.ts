/** The answer to a question, asked again whenever the question or the time asked about changes. */
import { useEffect, useState } from 'preact/hooks';
import { ask, isAbort, type Query } from '../api.ts';
import { asOf, explain } from '../state.ts';

export interface Asked<Data> {
  readonly data?: Data;
  readonly error?: string;
  /** Asks again. */
  readonly retry: () => void;
}

/** `variables` may be any plain data; nothing is asked where `query` is null. */
export function useAnswer<Data, Variables>(query: Query<Data, Variables> | null, variables: NoInfer<Variables>): Asked<Data> {
  const [answer, setAnswer] = useState<Omit<Asked<Data>, 'retry'> & { readonly key?: string }>({});
  const [tries, setTries] = useState(0);
  const time = asOf.value;
  const key = JSON.stringify([query, variables, time, tries]);
  useEffect(() => {
    if (query === null) return undefined;
    const running = new AbortController();
    ask(query, variables, { asOf: time, signal: running.signal }).then(
      (data) => setAnswer({ key, data }),
      (error: unknown) => isAbort(error) || setAnswer({ key, error: explain(error) }),
    );
    return () => running.abort();
  }, [key]);
  return { ...(answer.key === key ? answer : {}), retry: () => setTries(tries + 1) };
}
