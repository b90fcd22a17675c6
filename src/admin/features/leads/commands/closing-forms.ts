import { NOTE_MAX, TITLE_MAX } from '@contract/limits';
import type { OfficerCommand } from '@contract/commands';
import { sayFullDay } from '@shared/dates';
import { OPEN_FIELDS } from '@shared/publication-check';
import {
  confirmedOf,
  flagsIn,
  startersFor,
  overrulingOf,
  textOf,
  type CommandForm,
  type FormContext,
  type Option,
} from './command-form';

type ClosingCommand = Extract<
  OfficerCommand,
  | 'resolveLead'
  | 'markUnresolvable'
  | 'promiseOutcome'
  | 'publishLead'
  | 'closeLead'
  | 'reopenLead'
  | 'refuseReopen'
  | 'addNote'
  | 'revealContact'
>;

/** Only who was asked can have promised. */
function unitsAsked({ lead, directory }: FormContext): Option[] {
  const asked = lead.handOver ? [lead.handOver.unitId, ...lead.handOver.supportingUnitIds] : [];
  return (directory?.units ?? []).filter(({ id }) => asked.includes(id));
}

export const CLOSING_FORMS: { [C in ClosingCommand]: CommandForm<C> } = {
  resolveLead: {
    group: '办理',
    intro: '确认真的解决了再登记。群众会看到这段话和承办单位的答复，还会被问「是不是真的好了」。',
    fields: () => [
      {
        kind: 'words',
        name: 'summary',
        label: '办成了什么',
        max: NOTE_MAX,
        rows: 5,
        help: '说结果：什么时候、在哪里、变成了什么样。',
      },
    ],
    // What the unit answered against the check's doubts needs the committee's word as well: theirs to keep or to change.
    initial: ({ lead }) => ({
      summary: lead.reply?.text ?? '',
      overruleNote: lead.reply?.overruleNote ?? '',
    }),
    toInput: (values) => ({ summary: textOf(values, 'summary'), ...overrulingOf(values) }),
    preview: (values) => ({
      caption: '群众会看到',
      title: '部门说已经解决，请您看看是不是真的好了。',
      paragraphs: [textOf(values, 'summary')],
    }),
    confirm: '登记已解决',
    done: '已登记解决，正在等群众说是不是真的好了。',
  },
  markUnresolvable: {
    group: '办理',
    intro: '眼下解决不了，就如实说，也说清楚什么条件下能解决。',
    fields: (context) => [
      {
        kind: 'words',
        name: 'reason',
        label: '为什么现在解决不了',
        max: NOTE_MAX,
        rows: 4,
        starters: startersFor('unresolvable', context),
      },
      {
        kind: 'words',
        name: 'whatWouldChange',
        label: '什么情况下能解决',
        max: NOTE_MAX,
        rows: 3,
        help: '例如：等明年的项目资金；等河道清淤完成。',
      },
    ],
    toInput: (values) => ({
      reason: textOf(values, 'reason'),
      whatWouldChange: textOf(values, 'whatWouldChange'),
      ...overrulingOf(values),
    }),
    preview: (values) => ({
      caption: '群众会看到',
      title: '眼下还解决不了，原因写在下面。',
      paragraphs: [
        textOf(values, 'reason'),
        textOf(values, 'whatWouldChange') ? `什么情况下能解决：${textOf(values, 'whatWouldChange')}` : '',
      ],
    }),
    confirm: '登记暂不能解决',
    done: '已如实告诉群众。',
    grave: true,
  },
  promiseOutcome: {
    group: '办理',
    intro: '单位答应在某一天以前办好时用。群众会看到哪个单位、哪一天；过了日子没办好，这条会变红。',
    fields: (context) => [
      { kind: 'choice', name: 'unitId', label: '哪个单位承诺', options: unitsAsked(context) },
      { kind: 'date', name: 'dueOn', label: '承诺哪一天以前办好' },
      {
        kind: 'words',
        name: 'text',
        label: '承诺办成什么样',
        max: NOTE_MAX,
        rows: 4,
        placeholder: '例如：雨季过后把这 300 米路面重新铺好。',
      },
    ],
    initial: ({ lead }) => ({ unitId: lead.handOver?.unitId ?? '', text: lead.reply?.text ?? '' }),
    toInput: (values) => ({
      unitId: textOf(values, 'unitId'),
      dueOn: textOf(values, 'dueOn'),
      text: textOf(values, 'text'),
    }),
    preview: (values) => ({
      caption: '群众会看到',
      title: textOf(values, 'dueOn') ? `${sayFullDay(textOf(values, 'dueOn'))}以前办好` : '',
      paragraphs: [textOf(values, 'text')],
    }),
    confirm: '登记承诺，告诉群众',
    done: '承诺已登记，到了日子没办好会变红。',
  },
  publishLead: {
    group: '公开',
    intro:
      '公开的只有您重新写的文字，不是群众的原文，照片、录音、录像都不公开。任何人都能看到，请不要写姓名、电话、车牌、门牌号。',
    fields: ({ lead }) => [
      {
        kind: 'line',
        name: 'title',
        label: '标题',
        max: TITLE_MAX,
        placeholder: '例如：小学门口装上了减速带',
      },
      {
        kind: 'words',
        name: 'text',
        label: '公开的内容',
        max: NOTE_MAX,
        rows: 7,
        help: '三句话就够：什么问题、怎么办的、现在怎么样。',
      },
      flagsIn(lead, OPEN_FIELDS.publishLead),
    ],
    toInput: (values) => ({
      title: textOf(values, 'title'),
      text: textOf(values, 'text'),
      ...confirmedOf(values),
    }),
    preview: (values) => ({
      caption: '大家会在首页看到',
      title: textOf(values, 'title'),
      paragraphs: [textOf(values, 'text')],
    }),
    confirm: '公开',
    done: '已公开，大家在首页能看到。',
  },
  closeLead: {
    group: '公开',
    intro: '群众没有再提意见，事情到此为止。以后还能重新办理。',
    fields: () => [{ kind: 'words', name: 'reason', label: '为什么可以办结', max: NOTE_MAX, rows: 3 }],
    toInput: (values) => ({ reason: textOf(values, 'reason') }),
    confirm: '办结',
    done: '已办结。',
  },
  reopenLead: {
    group: '其他',
    intro: '重新办理会从头计算期限，群众会看到。',
    fields: () => [{ kind: 'words', name: 'reason', label: '为什么重新办理', max: NOTE_MAX, rows: 3 }],
    toInput: (values) => ({ reason: textOf(values, 'reason') }),
    confirm: '重新办理',
    done: '已重新办理，期限从今天起算。',
  },
  refuseReopen: {
    group: '公开',
    intro: '群众再次说没有解决。查看过、确实不用再办，就把看到的情况如实告诉群众。要再办，请用「重新办理」。',
    fields: () => [
      {
        kind: 'words',
        name: 'reason',
        label: '复查看到了什么，为什么不再办',
        max: NOTE_MAX,
        rows: 4,
        help: '写谁去看的、什么时候、看到什么样，还可以去哪里说。',
      },
    ],
    toInput: (values) => ({ reason: textOf(values, 'reason') }),
    preview: (values) => ({
      caption: '群众会看到',
      title: '复查过了，不再重新办理。',
      paragraphs: [textOf(values, 'reason')],
    }),
    confirm: '不再办，告诉群众',
    done: '复查结果已告诉群众，这件事办结。',
    grave: true,
  },
  addNote: {
    group: '其他',
    intro: '只有工作人员能看到，群众和承办单位看不到。',
    fields: () => [{ kind: 'words', name: 'text', label: '备注', max: NOTE_MAX, rows: 4 }],
    toInput: (values) => ({ text: textOf(values, 'text') }),
    confirm: '记下备注',
    done: '备注已记下。',
  },
  revealContact: {
    group: '其他',
    intro:
      '联系方式只显示这一次。谁看的、为什么看都会留在记录里，群众在自己的页面上能看到：什么时候、哪类单位看的、您写的原因。',
    fields: () => [
      {
        kind: 'words',
        name: 'reason',
        label: '为什么要看',
        max: 200,
        rows: 3,
        placeholder: '例如：约群众到现场指认路段',
      },
    ],
    toInput: (values) => ({ reason: textOf(values, 'reason') }),
    confirm: '查看，并留下记录',
    done: '这次查看已经记下。',
  },
};
