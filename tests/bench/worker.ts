/** A process of its own that bears one kind of load, so that the bench itself is not in the measurement. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import cloudbase from '@cloudbase/node-sdk';
import { drive, poster, type LoadResult } from './load';

/** Scalars and operators as the SDK's `where` takes them; `all` names the fields that must contain each value. */
export interface BareQuery {
  equal: Record<string, string>;
  all: Record<string, string[]>;
  below: Record<string, string>;
  /** Fields that must have one of these values; null where they may be absent. */
  oneOf?: Record<string, (number | null)[]>;
  order: [field: string, direction: 'asc' | 'desc'][];
  limit: number;
}

export type Task =
  | { kind: 'add'; documents: object[]; clients: number }
  | { kind: 'query'; query: BareQuery; times: number; clients: number }
  | { kind: 'group' }
  | { kind: 'post'; url: string; calls: { body: string; headers: Record<string, string> }[]; clients: number }
  | { kind: 'echo-server' };

/** To the worker: get ready for the task, then go. From it: ready (with a port for the server), then the result. */
export type ToWorker = { prepare: Task } | { go: true };
export type FromWorker = { ready: number } | { result: LoadResult } | { failed: string };

const say = (message: FromWorker): void => void process.send?.(message);
let database: ReturnType<ReturnType<typeof cloudbase.init>['database']> | undefined;

/** One SDK a process, set up as in a function; only that it may wait longer, for the grouping. */
function leads() {
  database ??= cloudbase.init({ env: 'local', timeout: 600_000 }).database();
  return database.collection('leads');
}

async function run(task: Exclude<Task, { kind: 'echo-server' }>): Promise<LoadResult> {
  switch (task.kind) {
    case 'add':
      return drive(task.documents, task.clients, async (document) => refuseCode(await leads().add(document)));
    case 'query':
      return drive(Array<number>(task.times).fill(0), task.clients, async () =>
        refuseCode(await bareQuery(task.query)),
      );
    case 'group':
      return drive([0], 1, async () => refuseCode(await group()));
    case 'post': {
      const post = poster(task.clients);
      const url = new URL(task.url);
      return drive(task.calls, task.clients, async ({ body, headers }) => {
        const { status, text } = await post(url, body, headers);
        // An echo is what was sent; every other answer is an envelope, and a refusal would be no measurement.
        if (status !== 200 || (text !== body && !text.startsWith('{"ok":true')))
          throw new Error(`${status} ${text.slice(0, 200)}`);
      });
    }
  }
}

function bareQuery({ equal, all, below, oneOf = {}, order, limit }: BareQuery): Promise<unknown> {
  leads();
  const command = database?.command;
  const wanted = Object.entries(all).map(([field, values]) => [field, command?.all(values)]);
  const bounds = Object.entries(below).map(([field, value]) => [field, command?.lt(value)]);
  const listed = Object.entries(oneOf).map(([field, values]) => [field, command?.in(values)]);
  const where = { ...equal, ...Object.fromEntries([...wanted, ...bounds, ...listed]) } as Record<
    string,
    unknown
  >;
  const fields = Object.fromEntries(order.map(([field]) => [field, true]));
  let query = leads().where(where).limit(limit);
  for (const [field, direction] of order) query = query.orderBy(field, direction);
  return query.field({ ...fields, version: true, summary: true }).get();
}

/**
 * What a statistics page without a tally would ask: the rows grouped once. Over the whole collection, because a match
 * on the county would walk a multikey index and be dearer by far.
 */
function group(): Promise<unknown> {
  leads();
  const aggregate = database?.command.aggregate;
  const by = {
    status: '$summary.status',
    category: '$summary.categoryId',
    sector: '$summary.sectorName',
  };
  return leads()
    .aggregate()
    .group({ _id: by, count: aggregate?.sum(1) })
    .sort({ count: -1 })
    .limit(1_000)
    .end();
}

function refuseCode(answer: unknown): void {
  const { code, message } = (answer ?? {}) as { code?: string; message?: string };
  if (code) throw new Error(`${code} ${message ?? ''}`);
}

function startEcho(): void {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => response.end(Buffer.concat(chunks)));
  });
  server.listen(0, '127.0.0.1', () => say({ ready: (server.address() as AddressInfo).port }));
}

let prepared: Exclude<Task, { kind: 'echo-server' }> | undefined;
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToWorker) => {
  if ('go' in message) {
    if (!prepared) return;
    run(prepared).then(
      (result) => say({ result }),
      (error: unknown) => say({ failed: error instanceof Error ? error.message : String(error) }),
    );
  } else if (message.prepare.kind === 'echo-server') startEcho();
  else {
    prepared = message.prepare;
    say({ ready: 0 });
  }
});
