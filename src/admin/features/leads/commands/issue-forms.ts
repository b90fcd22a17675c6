import { NOTE_MAX } from '@contract/limits';
import { tidyCode } from '@shared/presenters';
import { textOf, type CommandForm } from './command-form';

type IssueCommand = 'joinIssue' | 'leaveIssue';

/** Putting right what the machine grouped: what a person says here stays. */
export const ISSUE_FORMS: { [C in IssueCommand]: CommandForm<C> } = {
  joinIssue: {
    group: '其他',
    intro: '说的是同一个问题，但要分开办，就归入同一个热点一起数。以后系统不会再改。',
    fields: () => [
      {
        kind: 'line',
        name: 'withNumber',
        label: '和哪一条是同一个问题',
        max: 32,
        help: '填那一条的编号。',
        placeholder: '线索编号',
      },
      { kind: 'words', name: 'reason', label: '为什么是同一个问题', max: NOTE_MAX, rows: 3 },
    ],
    toInput: (values) => ({
      withNumber: tidyCode(textOf(values, 'withNumber')),
      reason: textOf(values, 'reason'),
    }),
    confirm: '归入热点',
    done: '已归入热点，一会儿就数进去。',
  },
  leaveIssue: {
    group: '其他',
    intro: '不是同一个问题，就从热点里拿出来。以后系统不会再放回去。',
    fields: () => [{ kind: 'words', name: 'reason', label: '为什么不是同一个问题', max: NOTE_MAX, rows: 3 }],
    toInput: (values) => ({ reason: textOf(values, 'reason') }),
    confirm: '移出热点',
    done: '已移出热点，一会儿就不数它了。',
  },
};
