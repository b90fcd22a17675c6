import { Agent, request } from 'node:http';

export interface HttpAnswer {
  status: number;
  text: string;
}

/** Posts JSON over kept-alive connections, as lean as Node allows: the client must not be what is measured. */
export function poster(
  connections: number,
): (url: URL, body: string, headers?: Record<string, string>) => Promise<HttpAnswer> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return (url, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const bytes = Buffer.from(body);
      const asked = request(
        {
          agent,
          host: url.hostname,
          port: url.port,
          path: url.pathname,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': bytes.length, ...headers },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(bytes);
    });
}

/** What `clients` working through the same list took: seconds for all, milliseconds for each. */
export interface LoadResult {
  seconds: number;
  latencies: number[];
}

/** Works through the items with so many at a time; the first failure ends it. */
export async function drive<Item>(
  items: readonly Item[],
  clients: number,
  work: (item: Item) => Promise<void>,
): Promise<LoadResult> {
  const latencies: number[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    for (;;) {
      const item = items[next];
      next += 1;
      if (item === undefined) return;
      const started = performance.now();
      await work(item);
      latencies.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return { seconds: (performance.now() - started) / 1000, latencies };
}
