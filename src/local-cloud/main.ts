/** `node dist/local-cloud/main.js`: the local cloud as a process; the environment decides everything. */
import { join } from 'node:path';
import { startLocalCloud } from './local-cloud';
import { readSettings } from './settings';

async function main(): Promise<void> {
  const cloud = await startLocalCloud(readSettings(process.env), join(__dirname, 'function-host.js'));
  process.stdout.write(`本地云已就绪：http://127.0.0.1:${cloud.port}\n`);
  process.send?.({ port: cloud.port });
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    cloud.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`[本地云] 停止时出错：${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Started by the start command or a test: without its parent it has no reason to go on.
  if (process.send) process.on('disconnect', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
