import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Subscribe messages that WeChat would have delivered: one JSON line each in DATA_DIR/sent-messages.jsonl. */
export class SentMessages {
  private readonly file: string;

  constructor(dataDir: string) {
    this.file = join(dataDir, 'sent-messages.jsonl');
  }

  record(message: object): void {
    appendFileSync(this.file, `${JSON.stringify({ at: new Date().toISOString(), ...message })}\n`);
  }

  list(): unknown[] {
    if (!existsSync(this.file)) return [];
    const lines = readFileSync(this.file, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
  }
}
