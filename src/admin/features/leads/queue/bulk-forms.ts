import type { BulkCommand } from '@contract/bulk';
import type { OfficerDirectory } from '@contract/directory';
import { DOORS } from '@contract/envelope';
import { DOOR_LABELS } from '@contract/labels-zh';
import { NOTE_MAX } from '@contract/limits';
import { textOf, type FieldSpec, type Values } from '../commands/command-form';

/** What a command for many leads asks for, and how it is spoken of. */
export interface BulkForm {
  /** On its button, and in 「受理 3 条」. */
  verb: string;
  /** Said once it is done: 「已受理」. */
  done: string;
  intro: string;
  fields: (directory: OfficerDirectory | undefined) => FieldSpec[];
  grave?: boolean;
}

const NO_FIELDS = (): FieldSpec[] => [];

export const BULK_FORMS: Record<BulkCommand, BulkForm> = {
  acceptLead: { verb: '受理', done: '已受理', intro: '', fields: NO_FIELDS },
  claimLead: { verb: '认领', done: '已认领', intro: '', fields: NO_FIELDS },
  acceptHandOver: { verb: '接收', done: '已接收', intro: '', fields: NO_FIELDS },
  rerouteLead: {
    verb: '改派',
    done: '已改派',
    intro: '选中的都改成同一个类别。界别、专委会和负责人会跟着走，原因逐条记在经过里。',
    fields: (directory) => [
      { kind: 'choice', name: 'categoryId', label: '应该是哪一类', options: directory?.categories ?? [] },
      {
        kind: 'choice',
        name: 'townshipId',
        label: '应该是哪个乡镇',
        optional: true,
        first: '不改',
        options: directory?.townships ?? [],
      },
      { kind: 'words', name: 'reason', label: '为什么改派', max: NOTE_MAX, rows: 3 },
    ],
  },
  markOutOfScope: {
    verb: '不属受理范围',
    done: '已告诉群众去处',
    intro: '选中的每一位群众都会看到同样的说明和去处，请按最不清楚情况的那一位来写。',
    fields: () => [
      {
        kind: 'choice',
        name: 'door',
        label: '该去哪里',
        options: DOORS.map((id) => ({ id, name: DOOR_LABELS[id] })),
      },
      {
        kind: 'words',
        name: 'note',
        label: '跟群众说明',
        max: NOTE_MAX,
        rows: 4,
        help: '说明为什么归那里管、去了怎么说。不用公文话。',
      },
    ],
    grave: true,
  },
};

/** What was filled in, without what was left empty. */
export function wordsOf(fields: readonly FieldSpec[], values: Values): Record<string, string> {
  const words = fields.map(({ name }) => [name, textOf(values, name)] as const);
  return Object.fromEntries(words.filter(([, text]) => text !== ''));
}
