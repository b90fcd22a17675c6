import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readMessages } from '../../replay/messages';
import type { DayLead } from '../../support/staff-day/day-lead';
import { LEADS } from './leads';

const FILE =
  process.env['MESSAGES_FILE'] ?? resolve(import.meta.dirname, '../../../../shared/data/messages-4326.jsonl');

/**
 * The same sixty stories with other people's words: messages to another city's leaders, where the file is at hand.
 * Nobody knows better than the machine what they are about. Null, said loudly, without the file.
 */
export function leadsFromMessages(): DayLead[] | null {
  if (!existsSync(FILE)) {
    process.stderr.write(
      `\n!!! 没有留言文件 ${FILE}，这一天只用自写的 60 条线索演。有文件时用 MESSAGES_FILE 指明它在哪里。\n\n`,
    );
    return null;
  }
  const messages = readMessages(FILE, LEADS.length);
  if (messages.length < LEADS.length) throw new Error(`${FILE} 不到 ${LEADS.length} 条`);
  return LEADS.map(({ category: _, text: _own, ...story }, index) => ({
    ...story,
    text: messages[index]?.text ?? '',
  }));
}
