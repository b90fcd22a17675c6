import { NOTE_MAX } from '@contract/limits';
import type { OfficerCommand } from '@contract/commands';
import { startersFor, textOf, type CommandForm } from './command-form';

type DecisionCommand = Extract<
  OfficerCommand,
  'adoptLead' | 'declineLead' | 'confirmDecision' | 'returnDecision'
>;

/** Where the county wants a second pair of eyes, nothing has been sent yet. */
const PROPOSED = '已提出，等另一位同事确认；群众还没有收到。';

export const DECISION_FORMS: { [C in DecisionCommand]: CommandForm<C> } = {
  adoptLead: {
    group: '决定',
    intro: '采纳后由县政协向县委、县政府和部门反映。采纳不等于已经解决，两样分开记。',
    fields: () => [
      {
        kind: 'words',
        name: 'note',
        label: '采纳说明',
        optional: true,
        max: NOTE_MAX,
        rows: 3,
        help: '打算怎么反映、先找哪个部门。群众能看到。',
      },
    ],
    toInput: (values) => (textOf(values, 'note') ? { note: textOf(values, 'note') } : {}),
    preview: (values) => ({
      caption: '群众会看到',
      title: '县政协采纳了您的意见，会向县里和部门反映。',
      paragraphs: [textOf(values, 'note')],
    }),
    confirm: '采纳',
    done: '已采纳。接着可以交办给单位。',
    proposed: PROPOSED,
  },
  declineLead: {
    group: '决定',
    intro: '多数群众收到的是这一种答复，请像写给一位长辈那样写：为什么不采纳，接下来去哪里。',
    fields: (context) => [
      {
        kind: 'words',
        name: 'reason',
        label: '为什么没有采纳',
        max: NOTE_MAX,
        rows: 5,
        help: '说事情本身，不说「不符合要求」。已经在办的，写清楚谁在办、到哪一步。',
        placeholder: '例如：这段路已经列入县里今年的修路计划，交通局 9 月开工，所以不再另外上报。',
        starters: startersFor('decline', context),
      },
      {
        kind: 'words',
        name: 'goTo',
        label: '可以去哪里',
        max: NOTE_MAX,
        rows: 3,
        help: '写得到人、找得到门：单位、电话、要带什么。',
        starters: startersFor('goTo', context),
      },
    ],
    toInput: (values) => ({ reason: textOf(values, 'reason'), goTo: textOf(values, 'goTo') }),
    preview: (values) => ({
      caption: '群众会这样看到',
      title: '这件事没有采纳，原因和去处都写在下面。',
      paragraphs: [
        textOf(values, 'reason'),
        textOf(values, 'goTo') ? `您可以：${textOf(values, 'goTo')}` : '',
      ],
    }),
    confirm: '不采纳，发给群众',
    done: '已答复群众，原因和去处都在他的页面上。',
    proposed: PROPOSED,
    grave: true,
  },
  confirmDecision: {
    group: '决定',
    intro: '请您做第二双眼睛：看一遍原文和同事的建议，同意了才算数，群众才会看到。',
    fields: () => [],
    toInput: () => ({}),
    confirm: '同意，算数',
    done: '决定已经算数，群众能看到了。',
  },
  returnDecision: {
    group: '决定',
    intro: '不同意，或者写得还不清楚，就退回去改。自己提的也可以收回。群众看不到这一步。',
    fields: () => [
      {
        kind: 'words',
        name: 'note',
        label: '哪里要再想想',
        max: NOTE_MAX,
        rows: 3,
        placeholder: '例如：先问清楚是哪一段，再定采纳不采纳。',
      },
    ],
    toInput: (values) => ({ note: textOf(values, 'note') }),
    confirm: '退回',
    done: '意见退回来了，可以改好再提。',
  },
};
