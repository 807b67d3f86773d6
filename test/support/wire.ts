/** A fetch that notes down what a client sends. */
export interface Sent {
  readonly method: string;
  readonly text: string;
}

export function recordedFetch(): { readonly sent: Sent[]; readonly fetch: typeof fetch } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: (input, init) => {
      const method = init?.method ?? 'GET';
      sent.push({ method, text: method === 'GET' ? decodeURIComponent(String(input).replaceAll('+', ' ')) : String(init?.body) });
      return fetch(input, init);
    },
  };
}
