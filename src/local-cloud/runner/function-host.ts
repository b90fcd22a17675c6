/**
 * The process one function instance lives in: `node function-host.js <index.js>`. Loads the bundle once, then
 * runs one call after the other, each with the caller's identity in the environment, where CloudBase puts it.
 */
import { createRequire } from 'node:module';
import { IDENTITY_VARIABLES, type CallMessage, type ReplyMessage } from './messages';

type Main = (event: unknown, context: unknown) => unknown;

function send(message: ReplyMessage): void {
  process.send?.(message);
}

function loadMain(file: string): Main {
  const loaded: unknown = createRequire(file)(file);
  const main = (loaded as { main?: unknown }).main;
  if (typeof main !== 'function') throw new Error(`${file} 没有导出 main`);
  return main as Main;
}

function contextOf(call: CallMessage): object {
  return {
    request_id: call.requestId,
    requestId: call.requestId,
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: Number(process.env['SCF_FUNCTIONMEMORY'] ?? 256),
    time_limit_in_ms: Number(process.env['SCF_FUNCTIONTIMEOUT'] ?? 20) * 1000,
    function_name: process.env['SCF_FUNCTIONNAME'],
    function_version: '$LATEST',
    namespace: process.env['SCF_NAMESPACE'],
    tencentcloud_region: process.env['TENCENTCLOUD_REGION'],
    get environment() {
      return JSON.stringify({ ...process.env });
    },
    environ: '',
  };
}

async function run(main: Main, call: CallMessage): Promise<void> {
  for (const name of IDENTITY_VARIABLES) {
    const value = call.identity[name];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  // What is printed goes out behind the answer: nobody who asked waits for the log. Errors are not held back.
  process.stdout.cork();
  try {
    const result = await main(JSON.parse(call.event), contextOf(call));
    send({ kind: 'done', id: call.id, body: JSON.stringify(result ?? null) });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    send({ kind: 'failed', id: call.id, message: error instanceof Error ? error.message : String(error) });
  } finally {
    process.stdout.uncork();
  }
}

const file = process.argv[2] ?? '';
// A parent that is gone, even by kill -9, closes the channel; an orphan would hold on to nothing useful.
process.on('disconnect', () => process.exit(0));
// The parent ends its children itself, after their calls: a Ctrl-C meant for all must not cut a call in two.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

const main = loadMain(file);
process.on('message', (call: CallMessage) => void run(main, call));
send({ kind: 'ready' });
