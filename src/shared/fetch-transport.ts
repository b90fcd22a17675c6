import type { Transport } from './client';

interface FetchTransportOptions {
  /** Address in front of the function's name, e.g. `/call/`. */
  base: string;
  /** Headers that say who calls; read anew for each call. */
  headers: () => Record<string, string>;
  /** Milliseconds without an answer after which the call counts as lost. */
  timeout?: number;
}

/** A transport over fetch: POST base + function. Rejects when there is no network, no answer in time or no JSON. */
export function createFetchTransport({ base, headers, timeout = 20_000 }: FetchTransportOptions): Transport {
  return async (functionName, request) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeout);
    try {
      const response = await fetch(base + functionName, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers() },
        body: JSON.stringify(request),
        signal: abort.signal,
      });
      return (await response.json()) as unknown;
    } finally {
      clearTimeout(timer);
    }
  };
}
