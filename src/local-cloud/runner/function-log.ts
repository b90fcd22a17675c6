import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** What functions print, line by line, with the function's name in front: DATA_DIR/logs/functions.log. */
export class FunctionLog {
  readonly file: string;
  private readonly stream: WriteStream;

  constructor(dataDir: string) {
    const folder = join(dataDir, 'logs');
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, 'functions.log');
    this.stream = createWriteStream(this.file, { flags: 'a' });
    // A full disk must not end the process that has to say so.
    this.stream.on('error', (error) => process.stderr.write(`[本地云] 函数日志无法写入：${error.message}\n`));
  }

  write(name: string, text: string): void {
    const time = new Date().toISOString();
    const lines = text.split('\n').filter((line) => line !== '');
    this.stream.write(lines.map((line) => `${time} [${name}] ${line}\n`).join(''));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.stream.end(() => resolve()));
  }
}
