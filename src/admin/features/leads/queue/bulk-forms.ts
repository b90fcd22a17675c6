import type { BulkCommand } from '@contract/bulk';
import type { OfficerDirectory } from '@contract/directory';
import { textOf, type FieldSpec, type Values } from '../commands/command-form';
import { outOfScopeFields, rerouteFields } from '../commands/triage-fields';

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
    fields: (directory) => rerouteFields(directory, '不改'),
  },
  markOutOfScope: {
    verb: '不属受理范围',
    done: '已告诉群众去处',
    intro: '选中的每一位群众都会看到同样的说明和去处，请按最不清楚情况的那一位来写。',
    fields: () => outOfScopeFields(),
    grave: true,
  },
};

/** What was filled in, without what was left empty. */
export function wordsOf(fields: readonly FieldSpec[], values: Values): Record<string, string> {
  const words = fields.map(({ name }) => [name, textOf(values, name)] as const);
  return Object.fromEntries(words.filter(([, text]) => text !== ''));
}
