import type { DeadlineKind } from '@contract/lead';
import { DEADLINE_LABELS } from '@contract/labels-zh';
import { dayInWords } from './day-in-words';

/** An officer's date: 受理期限是3月12日（星期四）. */
export const dueInWords = ({ kind, dueAt, at }: { kind: DeadlineKind; dueAt: string; at: string }): string =>
  `${DEADLINE_LABELS[kind]}是${dayInWords(dueAt, at)}`;

/** The same, and by how many working days it has passed. */
export const lateInWords = (late: Parameters<typeof dueInWords>[0] & { lateBy: number }): string =>
  `${dueInWords(late)}，${late.lateBy > 0 ? `已经过了 ${late.lateBy} 个工作日` : '刚过'}`;
