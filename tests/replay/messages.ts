import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** One message of the file, as a submission of a resident. */
export interface Submission {
  openid: string;
  /** Made from the message's id: replaying twice is the same intent twice. */
  requestId: string;
  text: string;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads the first `limit` messages; throws a sentence that names the line it cannot use, without quoting it. */
export function readMessages(file: string, limit: number): Submission[] {
  if (!existsSync(file)) throw new Error(`没有文件 ${file}`);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.slice(0, limit).map((line, index) => {
    const message = parse(line, index);
    return {
      openid: `replay-${hash(message.user).slice(0, 20)}`,
      requestId: `replay-${hash(message.id).slice(0, 32)}`,
      text: [message.title, message.text].filter((part) => part !== '').join('\n'),
    };
  });
}

function parse(line: string, index: number): Record<'id' | 'user' | 'title' | 'text', string> {
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch {
    throw new Error(`第 ${index + 1} 行不是 JSON`);
  }
  const { id, user, title = '', text = '' } = fields as Record<string, unknown>;
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '')
    throw new Error(`第 ${index + 1} 行没有 id`);
  return { id: String(id), user: String(user ?? id), title: String(title), text: String(text) };
}
