import * as v from 'valibot';
import { BULK_COMMANDS, type BulkInput } from '@contract/bulk';
import type { OnLead } from '@contract/commands';
import { BULK_MAX } from '@contract/limits';
import { officerCommands, onLead } from './schemas';

const sentForFirst = ({ command, items, words }: Pick<BulkInput, 'command' | 'items'> & { words: object }) =>
  v.safeParse(officerCommands[command], { ...words, ...items[0] });

/** What each command needs beside the lead is checked, and kept, as if it had been sent for the first lead alone. */
export const bulk = v.pipe(
  v.strictObject({
    command: v.picklist(BULK_COMMANDS),
    items: v.pipe(
      v.array(v.strictObject(onLead)),
      v.minLength(1, '请先选线索。'),
      v.maxLength(BULK_MAX, `一次最多选 ${BULK_MAX} 条。`),
      v.check(
        (items) => new Set(items.map((item) => item.leadId)).size === items.length,
        '同一条线索只能选一次。',
      ),
    ),
    words: v.record(v.string(), v.string()),
  }),
  v.check((input) => sentForFirst(input).success, '还有内容没有填好，请看一遍再提交。'),
  v.transform(({ command, items, words: given }): BulkInput => {
    const {
      leadId: _leadId,
      version: _version,
      ...words
    } = sentForFirst({ command, items, words: given }).output as OnLead;
    return { command, items, words } as BulkInput;
  }),
);
