import { NOTE_MAX, PHOTOS_MAX } from '@contract/limits';
import type { CommandInputs, OfficerCommand } from '@contract/commands';
import { inUse } from '@shared/in-use';
import {
  evidenceOf,
  listOf,
  overrulingOf,
  textOf,
  type CommandForm,
  type FieldSpec,
  type FormContext,
  type Option,
  type Values,
} from './command-form';

type HandlingCommand = Extract<
  OfficerCommand,
  | 'handOver'
  | 'acceptHandOver'
  | 'returnHandOver'
  | 'askExtension'
  | 'extendDeadline'
  | 'refuseExtension'
  | 'recordReply'
  | 'recordVisit'
  | 'holdConsultation'
>;

/** The units still in use, those usually in charge of this kind of matter first. */
function unitsFor({ directory, lead }: FormContext): Option[] {
  const likely = lead.route?.unitIds ?? [];
  const rank = (id: string): number => (likely.includes(id) ? likely.indexOf(id) : likely.length);
  return inUse(directory?.units ?? []).sort((one, other) => rank(one.id) - rank(other.id));
}

/** The unit usually in charge, unless it was taken out of use. */
function usualUnit({ directory, lead }: Pick<FormContext, 'directory' | 'lead'>): string {
  const usual = lead.route?.unitIds[0] ?? '';
  return directory?.units.find(({ id }) => id === usual)?.retired === true ? '' : usual;
}

const PHOTOS: FieldSpec = {
  kind: 'photos',
  name: 'evidence',
  label: '照片',
  optional: true,
  help: `最多 ${PHOTOS_MAX} 张，拍清楚现在的样子，不要拍到人脸和门牌号。`,
};

/** How much more time, and why; `help` tells who will read the reason. */
const extensionFields = (help: string): FieldSpec[] => [
  { kind: 'days', name: 'workingDays', label: '再加几个工作日', min: 1, max: 120 },
  { kind: 'words', name: 'reason', label: '为什么要延期', max: NOTE_MAX, rows: 3, help },
];
const extensionIn = (values: Values): CommandInputs['extendDeadline'] => ({
  workingDays: Number(textOf(values, 'workingDays')),
  reason: textOf(values, 'reason'),
});

export const HANDLING_FORMS: { [C in HandlingCommand]: CommandForm<C> } = {
  handOver: {
    group: '办理',
    intro: '承办单位只看到事情本身；群众选了隐名的，看不到是谁反映的。',
    fields: (context) => [
      {
        kind: 'choice',
        name: 'unitId',
        label: '交给哪个单位',
        help: context.lead.route?.unitIds.length ? '排在最前面的是这类事通常的主管单位。' : undefined,
        options: unitsFor(context),
      },
      {
        kind: 'choices',
        name: 'supportingUnitIds',
        label: '协办单位',
        optional: true,
        options: unitsFor(context),
      },
      {
        kind: 'days',
        name: 'workingDays',
        label: '几个工作日内办完',
        min: 1,
        max: 120,
        help: '从今天起算，节假日和调休已经算进去。',
      },
    ],
    initial: ({ directory, lead }) => ({
      unitId: usualUnit({ directory, lead }),
      supportingUnitIds: [],
      workingDays: String(directory?.handOverWorkingDays ?? 15),
    }),
    toInput: (values) => {
      const unitId = textOf(values, 'unitId');
      const supporting = listOf(values, 'supportingUnitIds').filter((id) => id !== unitId);
      return {
        unitId,
        workingDays: Number(textOf(values, 'workingDays')),
        ...(supporting.length > 0 ? { supportingUnitIds: supporting } : {}),
      };
    },
    confirm: '交办',
    done: '已交办，承办单位的名单里有了这一条。',
  },
  acceptHandOver: {
    group: '办理',
    intro: '接收后请在期限内办完并答复一次，把事情说清楚。',
    fields: () => [],
    toInput: () => ({}),
    confirm: '接收',
    done: '已接收，办完请答复。',
  },
  returnHandOver: {
    group: '办理',
    intro: '不归本单位管才退回。请说明该归谁管，县政协会重新交办。',
    fields: () => [
      {
        kind: 'words',
        name: 'reason',
        label: '为什么退回',
        max: NOTE_MAX,
        rows: 4,
        help: '写明依据，最好写上该由哪个单位办。',
      },
    ],
    toInput: (values) => ({ reason: textOf(values, 'reason') }),
    confirm: '退回县政协',
    done: '已退回，县政协会重新交办。',
    grave: true,
  },
  askExtension: {
    group: '办理',
    intro: '交给县政协看，同意了才延期。没有答复以前，原来的期限照算。',
    fields: () => extensionFields('县政协同意以后，群众会看到原因。请写清楚，不写个人信息。'),
    initial: () => ({ workingDays: '5' }),
    toInput: extensionIn,
    confirm: '申请延期',
    done: '申请已交给县政协，有了答复会告诉您。',
  },
  extendDeadline: {
    group: '办理',
    intro: '延期以后，会把新的日子告诉承办单位和群众。',
    fields: () => extensionFields('群众会看到这句话。'),
    initial: ({ lead: { extensionAsked } }) => ({
      workingDays: String(extensionAsked?.workingDays ?? 5),
      reason: extensionAsked?.reason ?? '',
    }),
    toInput: extensionIn,
    confirm: '延期',
    done: '期限已延后。',
  },
  refuseExtension: {
    group: '办理',
    intro: '期限不变。原因发给承办单位，群众看不到。',
    fields: () => [{ kind: 'words', name: 'reason', label: '为什么不同意', max: NOTE_MAX, rows: 3 }],
    toInput: (values) => ({ reason: textOf(values, 'reason') }),
    confirm: '不同意延期',
    done: '已答复承办单位，期限不变。',
    grave: true,
  },
  recordReply: {
    group: '办理',
    intro: '「收悉」「已转办」不算答复。请写做了什么、什么时候做的、群众现在能看到什么变化。',
    fields: () => [
      {
        kind: 'words',
        name: 'text',
        label: '答复内容',
        max: NOTE_MAX,
        rows: 9,
        placeholder:
          '例如：3 月 12 日已把小学东边三盏路灯换成新灯，当晚试亮正常。以后坏了可打路灯班电话报修。',
      },
      PHOTOS,
    ],
    toInput: (values) => ({ text: textOf(values, 'text'), ...evidenceOf(values), ...overrulingOf(values) }),
    confirm: '提交答复',
    done: '答复已交给县政协，核实后发给群众。',
  },
  recordVisit: {
    group: '办理',
    intro: '记录看到的情况和群众说的话，给县政协研究用。',
    fields: () => [
      {
        kind: 'words',
        name: 'text',
        label: '看到了什么',
        max: NOTE_MAX,
        rows: 6,
        help: '不写群众的姓名、电话和门牌号。',
      },
      PHOTOS,
    ],
    toInput: (values) => ({ text: textOf(values, 'text'), ...evidenceOf(values) }),
    confirm: '记下走访',
    done: '走访已记录。',
  },
  holdConsultation: {
    group: '办理',
    intro: '记下这次协商：在哪里、谁参加、说定了什么。',
    fields: () => [
      { kind: 'date', name: 'heldOn', label: '哪一天' },
      { kind: 'line', name: 'place', label: '在哪里', max: 100, placeholder: '例如：城关镇有事好商量议事室' },
      {
        kind: 'words',
        name: 'participants',
        label: '谁参加',
        max: 500,
        rows: 2,
        help: '写单位和身份，群众只写「居民代表几人」。',
      },
      { kind: 'words', name: 'conclusion', label: '说定了什么', max: NOTE_MAX, rows: 5 },
    ],
    initial: ({ today }) => ({ heldOn: today }),
    toInput: (values) => ({
      heldOn: textOf(values, 'heldOn'),
      place: textOf(values, 'place'),
      participants: textOf(values, 'participants'),
      conclusion: textOf(values, 'conclusion'),
    }),
    confirm: '记下协商',
    done: '协商已记录。',
  },
};
