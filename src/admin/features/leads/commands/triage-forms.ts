import { NOTE_MAX, TEXT_MAX, TRANSCRIPT_MAX } from '@contract/limits';
import { DOOR_LABELS } from '@contract/labels-zh';
import { DOORS, type Door } from '@contract/envelope';
import type { OfficerCommand } from '@contract/commands';
import { tidyCode } from '@shared/presenters';
import { OPEN_FIELDS } from '@shared/publication-check';
import type { OfficerDirectory } from '@contract/directory';
import {
  confirmedOf,
  flagsIn,
  startersFor,
  textOf,
  type CommandForm,
  type Option,
  type Starter,
} from './command-form';
import { outOfScopeFields, rerouteFields } from './triage-fields';

type TriageCommand = Extract<
  OfficerCommand,
  | 'acceptLead'
  | 'claimLead'
  | 'rerouteLead'
  | 'confirmRoute'
  | 'setPlace'
  | 'confirmTranscript'
  | 'askForSupplement'
  | 'markOutOfScope'
  | 'mergeLead'
  | 'unmergeLead'
  | 'splitLead'
  | 'broadcastLead'
>;
const doorOf = (id: string): Door => DOORS.find((door) => door === id) ?? 'hotline12345';

/** The sentences of the resident's text, to be picked one by one. */
function sentencesOf(text: string): Starter[] {
  const sentences = text.split(/(?<=[。！？!?；;\n])/).map((sentence) => sentence.trim());
  return sentences
    .filter(Boolean)
    .map((sentence) => ({ name: Array.from(sentence).slice(0, 40).join(''), text: sentence }));
}

/** The lead's own township first, then the sectors, then the other townships. */
function groupsFor(directory: OfficerDirectory | undefined, townshipId: string | null): Option[] {
  const townships = directory?.townships ?? [];
  const named = (list: readonly Option[]) => list.map(({ id, name }) => ({ id, name: `${name}的委员` }));
  return [
    ...named(townships.filter(({ id }) => id === townshipId)),
    ...named(directory?.sectors ?? []),
    ...named(townships.filter(({ id }) => id !== townshipId)),
  ];
}

export const TRIAGE_FORMS: { [C in TriageCommand]: CommandForm<C> } = {
  acceptLead: {
    group: '受理',
    intro: '受理后由县政协研究，群众会看到「已受理」。',
    fields: () => [],
    toInput: () => ({}),
    confirm: '受理',
    done: '已受理，群众能看到进展。',
  },
  claimLead: {
    group: '受理',
    intro: '认领后由您去现场看、和群众说话。名字会记在经过里，群众看不到。',
    fields: () => [],
    toInput: () => ({}),
    confirm: '我来认领',
    done: '已认领。看过现场后请记录走访。',
  },
  rerouteLead: {
    group: '受理',
    intro: '分错了就改。界别、专委会和负责人会跟着新的类别和乡镇走。',
    fields: ({ directory, lead }) =>
      rerouteFields(directory, lead.placeName ? `不改（现在：${lead.placeName}）` : '不改'),
    initial: ({ lead }) => ({ categoryId: lead.route?.categoryId ?? '' }),
    toInput: (values) => ({
      categoryId: textOf(values, 'categoryId'),
      reason: textOf(values, 'reason'),
      ...(textOf(values, 'townshipId') ? { townshipId: textOf(values, 'townshipId') } : {}),
    }),
    confirm: '改派',
    done: '已改派给新的负责人。',
  },
  confirmTranscript: {
    group: '受理',
    intro: '请先听一遍录音，一句不落地写下来。写好以后，这条线索按文字重新分派；谁写的会留下记录。',
    fields: () => [{ kind: 'words', name: 'text', label: '录音里说了什么', max: TRANSCRIPT_MAX, rows: 5 }],
    toInput: (values) => ({ text: textOf(values, 'text') }),
    confirm: '写好了',
    done: '录音写成了文字。',
  },
  setPlace: {
    group: '受理',
    intro: '地点定下来，就归那个乡镇的联络员。群众会看到地点。',
    fields: ({ directory }) => [
      {
        kind: 'place',
        name: 'placeId',
        label: '是哪个村，或哪个乡镇',
        help: '打村名、拼音或首字母都能找，比如 ccz。',
        townships: directory?.townships ?? [],
      },
    ],
    toInput: (values) => ({ placeId: textOf(values, 'placeId') }),
    confirm: '定下地点',
    done: '地点定下来了。',
  },
  confirmRoute: {
    group: '受理',
    intro: '规则没有把握，请您定一下是哪一类。界别、专委会跟着类别走。',
    fields: ({ directory, lead }) => [
      {
        kind: 'choice',
        name: 'categoryId',
        label: '是哪一类',
        options: (directory?.categories ?? []).filter(
          ({ id }) =>
            id === lead.route?.categoryId ||
            lead.route?.candidates.some(({ categoryId }) => categoryId === id),
        ),
      },
    ],
    initial: ({ lead }) => ({ categoryId: lead.route?.categoryId ?? '' }),
    toInput: (values) => ({ categoryId: textOf(values, 'categoryId') }),
    confirm: '就是这一类',
    done: '类别已确认。',
  },
  askForSupplement: {
    group: '受理',
    intro: '办理期限会先停下，群众补充后接着算。',
    fields: (context) => [
      {
        kind: 'words',
        name: 'question',
        label: '还缺什么情况',
        max: NOTE_MAX,
        rows: 4,
        help: '一次只问办这件事必须知道的，像当面问邻居那样写。',
        placeholder: '例如：路灯是哪几盏不亮？从哪天开始的？',
        starters: startersFor('supplement', context),
      },
    ],
    toInput: (values) => ({ question: textOf(values, 'question') }),
    preview: (values) => ({
      caption: '群众会看到',
      title: '还缺一点情况，请您补充后我们接着办。',
      paragraphs: [textOf(values, 'question')],
    }),
    confirm: '发给群众',
    done: '问题已发给群众，期限先停下。',
  },
  markOutOfScope: {
    group: '受理',
    intro: '这件事不归政协转办时用。一定要说清楚该去哪里，不能只说「不受理」。',
    fields: (context) => outOfScopeFields(startersFor('outOfScope', context)),
    initial: ({ lead }) => ({
      door: lead.route?.outOfScope?.door ?? '',
      note: lead.route?.outOfScope?.note ?? '',
    }),
    toInput: (values) => ({ door: doorOf(textOf(values, 'door')), note: textOf(values, 'note') }),
    preview: (values) => ({
      caption: '群众会看到',
      title: '这件事不归这里办，我们写明了该去哪里。',
      paragraphs: [
        textOf(values, 'note'),
        textOf(values, 'door') ? `请找：${DOOR_LABELS[doorOf(textOf(values, 'door'))]}` : '',
      ],
    }),
    confirm: '告诉群众去处',
    done: '已告诉群众该去哪里。',
    grave: true,
  },
  mergeLead: {
    group: '受理',
    intro: '同一件事有别人反映过，就并到那一条。编号照样能查，进展会一样告诉这位群众；并错了可以撤销。',
    fields: () => [
      {
        kind: 'line',
        name: 'intoNumber',
        label: '并到哪一条',
        max: 32,
        help: '填那一条的编号。',
        placeholder: '线索编号',
      },
      { kind: 'words', name: 'reason', label: '为什么是同一件事', max: NOTE_MAX, rows: 3 },
    ],
    toInput: (values) => ({
      intoNumber: tidyCode(textOf(values, 'intoNumber')),
      reason: textOf(values, 'reason'),
    }),
    confirm: '并案',
    done: '已并案，进展会一样告诉这位群众。',
  },
  unmergeLead: {
    group: '受理',
    intro: '撤销后这条回到并案以前的状态，单独办。',
    fields: () => [{ kind: 'words', name: 'reason', label: '为什么撤销', max: NOTE_MAX, rows: 3 }],
    toInput: (values) => ({ reason: textOf(values, 'reason') }),
    confirm: '撤销并案',
    done: '已撤销并案，这条单独办。',
  },
  splitLead: {
    group: '受理',
    intro: '一条里说了两件事时用。另一件会有自己的编号、自己的期限，群众两个编号都能查，两边的进展都会收到。',
    fields: ({ directory, lead }) => [
      {
        kind: 'words',
        name: 'text',
        label: '分出去的是哪几句',
        max: TEXT_MAX,
        rows: 5,
        help: '从原文里选，一字不改；一句一行。这一条的原文不动。',
        starters: sentencesOf(lead.text ?? ''),
      },
      { kind: 'choice', name: 'categoryId', label: '这件事是哪一类', options: directory?.categories ?? [] },
      {
        kind: 'choice',
        name: 'townshipId',
        label: '这件事在哪个乡镇',
        optional: true,
        first: lead.placeName ? `同一个地方（${lead.placeName}）` : '同一个地方',
        options: directory?.townships ?? [],
      },
      { kind: 'words', name: 'reason', label: '为什么要分开办', max: NOTE_MAX, rows: 2 },
    ],
    toInput: (values) => ({
      text: textOf(values, 'text'),
      categoryId: textOf(values, 'categoryId'),
      reason: textOf(values, 'reason'),
      ...(textOf(values, 'townshipId') ? { townshipId: textOf(values, 'townshipId') } : {}),
    }),
    confirm: '拆成两件',
    done: '已拆成两件，群众收到了两个编号。',
  },
  broadcastLead: {
    group: '受理',
    intro: '等不得的事，一次叫齐一个界别或一个乡镇的委员，谁先认领归谁。用了多久有人认领会记下来。',
    fields: ({ directory, lead }) => [
      {
        kind: 'choice',
        name: 'groupId',
        label: '叫哪些委员',
        options: groupsFor(directory, lead.townshipId ?? null),
      },
      {
        kind: 'words',
        name: 'reason',
        label: '什么急事，要人做什么',
        max: 200,
        rows: 3,
        help: '委员在消息里看到的就是这句话，不写群众的姓名、电话和门牌号。',
        placeholder: '例如：村里断水，今晚要有人到场看看缺多少、能从哪里调。',
      },
      flagsIn(lead, OPEN_FIELDS.broadcastLead),
    ],
    initial: ({ lead }) => ({ groupId: lead.route?.sectorId ?? '' }),
    toInput: (values) => ({
      groupId: textOf(values, 'groupId'),
      reason: textOf(values, 'reason'),
      ...confirmedOf(values),
    }),
    confirm: '发出紧急呼叫',
    done: '已经叫了，等人认领。',
  },
};
