import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

const FLUSH_AFTER_MS = 50;

/** What functions print, line by line, with the function's name in front: DATA_DIR/logs/functions.log, a moment later. */
export class FunctionLog {
  readonly file: string;
  private readonly stream: WriteStream;
  private unwritten = '';
  private timer: NodeJS.Timeout | undefined;

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
    this.unwritten += lines.map((line) => `${time} [${name}] ${line}\n`).join('');
    // One write for many lines: every call of a function prints one.
    this.timer ??= setTimeout(() => this.flush(), FLUSH_AFTER_MS);
  }

  close(): Promise<void> {
    this.flush();
    return new Promise((resolve) => this.stream.end(() => resolve()));
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.unwritten !== '') this.stream.write(this.unwritten);
    this.unwritten = '';
  }
}
