import { DOORS } from '@contract/envelope';
import type { OfficerCommand } from '@contract/commands';
import type { OfficerDirectory, TemplateUse } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';
import { COMMAND_LABELS, DOOR_LABELS } from '@contract/labels-zh';
import { NOTE_MAX, TITLE_MAX, TRANSCRIPT_MAX } from '@contract/limits';
import { inUse } from '@shared/in-use';
import { BLANK, hasBlank } from '@shared/templates';

export type FieldKind = 'line' | 'text' | 'number' | 'date' | 'lead' | 'place' | 'photos' | Options;
export type Options = 'categories' | 'townships' | 'groups' | 'units' | 'unitsAsked' | 'doors';

/** One thing a command needs beside the lead. */
export interface CommandField {
  name: string;
  label: string;
  kind: FieldKind;
  optional?: boolean;
  max?: number;
  help?: string;
  /** The county's ready-made texts it may begin with. */
  use?: TemplateUse;
}

const text = (name: string, label: string): CommandField => ({ name, label, kind: 'text', max: NOTE_MAX });
const line = (name: string, label: string, max: number): CommandField => ({ name, label, kind: 'line', max });
const photos: CommandField = { name: 'evidence', label: '照片', kind: 'photos', optional: true };
const days: CommandField = { name: 'workingDays', label: '几个工作日', kind: 'number', max: 3 };
const moreDays: CommandField = { ...days, label: '再加几个工作日' };

/** What each command asks for. A command without a row does not compile. */
export const COMMAND_FIELDS: Record<OfficerCommand, CommandField[]> = {
  acceptLead: [],
  rerouteLead: [
    { name: 'categoryId', label: '类别', kind: 'categories' },
    { name: 'townshipId', label: '乡镇', kind: 'townships', optional: true },
    text('reason', '为什么改派'),
  ],
  confirmTranscript: [{ ...text('text', '录音里说了什么'), max: TRANSCRIPT_MAX }],
  setPlace: [{ name: 'placeId', label: '是哪个村，或哪个乡镇', kind: 'place' }],
  confirmRoute: [{ name: 'categoryId', label: '是哪一类', kind: 'categories' }],
  askForSupplement: [{ ...text('question', '请群众补充什么'), use: 'supplement' }],
  markOutOfScope: [
    { name: 'door', label: '该去哪里', kind: 'doors' },
    { ...text('note', '写给群众的说明'), use: 'outOfScope' },
  ],
  mergeLead: [
    { ...line('intoNumber', '并入哪一件（编号）', 32), kind: 'lead' },
    text('reason', '为什么是同一件事'),
  ],
  unmergeLead: [text('reason', '为什么分开')],
  splitLead: [
    text('text', '分出去的是哪几句（从原文里选，一字不改）'),
    { name: 'categoryId', label: '这件事是哪一类', kind: 'categories' },
    { name: 'townshipId', label: '在哪个乡镇', kind: 'townships', optional: true },
    text('reason', '为什么要分开办'),
  ],
  broadcastLead: [
    { name: 'groupId', label: '叫哪些委员', kind: 'groups' },
    {
      ...text('reason', '什么急事，要人做什么'),
      max: 200,
      help: '委员在消息里看到的就是这句话，不写群众的姓名、电话和门牌号。',
    },
  ],
  joinIssue: [
    { ...line('withNumber', '和哪一件是同一个问题（编号）', 32), kind: 'lead' },
    text('reason', '为什么是同一个问题'),
  ],
  leaveIssue: [text('reason', '为什么不是同一个问题')],
  withdrawForPerson: [text('reason', '核实时本人怎么说（代办的人和本人会看到）')],
  keepAfterDenial: [text('reason', '核实时本人怎么说（代办的人和本人会看到）')],
  adoptLead: [{ ...text('note', '采纳说明'), optional: true }],
  confirmDecision: [],
  returnDecision: [text('note', '哪里要再想想')],
  declineLead: [
    { ...text('reason', '为什么不采纳（群众会看到）'), use: 'decline' },
    { ...text('goTo', '群众可以去哪里'), use: 'goTo' },
  ],
  holdConsultation: [
    { name: 'heldOn', label: '哪一天（例如 2026-03-05）', kind: 'date', max: 10 },
    line('place', '在哪里', 100),
    line('participants', '哪些人', 200),
    text('conclusion', '商量的结果'),
  ],
  handOver: [{ name: 'unitId', label: '承办单位', kind: 'units' }, days],
  acceptHandOver: [],
  returnHandOver: [text('reason', '为什么退回')],
  askExtension: [
    moreDays,
    {
      ...text('reason', '为什么延期'),
      help: '县政协同意以后，群众会看到原因。请写清楚，不写个人信息。没有答复以前，原来的期限照算。',
    },
  ],
  extendDeadline: [moreDays, { ...text('reason', '为什么延期'), help: '群众会看到这句话。' }],
  refuseExtension: [text('reason', '为什么不同意（群众看不到）')],
  recordReply: [text('text', '答复内容'), photos],
  resolveLead: [text('summary', '办成了什么（群众会看到）')],
  markUnresolvable: [
    { ...text('reason', '为什么眼下解决不了'), use: 'unresolvable' },
    text('whatWouldChange', '什么条件下能解决'),
  ],
  promiseOutcome: [
    { name: 'unitId', label: '哪个单位承诺', kind: 'unitsAsked' },
    { name: 'dueOn', label: '哪一天以前办好（例如 2026-03-05）', kind: 'date', max: 10 },
    text('text', '承诺办成什么样（群众会看到）'),
  ],
  publishLead: [
    line('title', '公开的标题', TITLE_MAX),
    text('text', '公开的内容（不能有个人信息；照片、录音不公开）'),
  ],
  reopenLead: [text('reason', '为什么重新办')],
  refuseReopen: [text('reason', '复查看到了什么，为什么不再办（群众会看到）')],
  closeLead: [text('reason', '办结说明')],
  claimLead: [],
  recordVisit: [{ ...text('text', '看到了什么'), help: '不写群众的姓名、电话和门牌号。' }, photos],
  addNote: [text('text', '备注（群众看不到）')],
  revealContact: [text('reason', '为什么要看联系方式（群众看得到这句话）')],
};

/**
 * What can be chosen for a field of choices: of units those still in use, the ones usually in charge first; where a unit
 * was asked already, just those that were.
 */
export function optionsFor(
  kind: Options,
  directory: OfficerDirectory,
  lead?: Pick<OfficerLeadView, 'route' | 'handOver'>,
): { value: string; name: string }[] {
  const named = (list: { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, name }));
  switch (kind) {
    case 'categories':
      return named(directory.categories);
    case 'townships':
      return named(directory.townships);
    case 'groups':
      return named([...directory.sectors, ...directory.townships]).map(({ value, name }) => ({
        value,
        name: `${name}的委员`,
      }));
    case 'units': {
      const units = inUse(directory.units);
      const isLikely = ({ id }: { id: string }): boolean => lead?.route?.unitIds.includes(id) === true;
      return named([...units.filter(isLikely), ...units.filter((unit) => !isLikely(unit))]);
    }
    case 'unitsAsked': {
      const asked = lead?.handOver ? [lead.handOver.unitId, ...lead.handOver.supportingUnitIds] : [];
      return named(directory.units.filter(({ id }) => asked.includes(id)));
    }
    case 'doors':
      return DOORS.map((door) => ({ value: door, name: DOOR_LABELS[door] }));
  }
}

/** How many more days are asked for, or given to a unit that asks; undefined where no more days are meant. */
function daysOf(command: OfficerCommand, { extensionAsked }: OfficerLeadView): number | undefined {
  if (command === 'askExtension') return 5;
  return command === 'extendDeadline' ? (extensionAsked?.workingDays ?? 5) : undefined;
}

/** What stands in a form before anybody typed: what the lead, the county and the page it was opened from tell. */
export function initialOf(
  command: OfficerCommand,
  lead: OfficerLeadView,
  directory: OfficerDirectory,
  { today, given }: { today: string; given: Partial<Record<string, string>> },
): Partial<Record<string, string>> {
  const asked = lead.handOver?.unitId;
  const usual = inUse(directory.units).find(({ id }) => id === lead.route?.unitIds[0]);
  const known: Partial<Record<string, string>> = {
    workingDays: String(daysOf(command, lead) ?? directory.handOverWorkingDays),
    reason: command === 'extendDeadline' ? lead.extensionAsked?.reason : undefined,
    heldOn: today,
    unitId: command === 'promiseOutcome' ? asked : usual?.id,
    categoryId: command === 'rerouteLead' ? undefined : lead.route?.categoryId,
    ...given,
  };
  const names = COMMAND_FIELDS[command].map(({ name }) => name);
  return Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name)));
}

type Filled = { ok: true; input: Record<string, string | number> } | { ok: false; problem: string };

/** The command's own input from what was typed; refuses a missing field by name and a number that is none. */
export function fillCommand(command: OfficerCommand, typed: Partial<Record<string, string>>): Filled {
  const input: Record<string, string | number> = {};
  for (const field of COMMAND_FIELDS[command]) {
    if (field.kind === 'photos') continue;
    const value = (typed[field.name] ?? '').trim();
    if (value === '') {
      if (field.optional) continue;
      return { ok: false, problem: `请填：${field.label}` };
    }
    if (field.kind === 'number') {
      if (!/^\d{1,3}$/.test(value) || Number(value) === 0)
        return { ok: false, problem: `${field.label}要写数字。` };
      input[field.name] = Number(value);
    } else if (field.kind === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      return { ok: false, problem: '日期请写成 2026-03-05 这样。' };
    } else if (hasBlank(value)) {
      return { ok: false, problem: `还有「${BLANK}」没有填，请补上或者删掉。` };
    } else input[field.name] = value;
  }
  return { ok: true, input };
}

/** The name on the button. */
export function commandName(command: OfficerCommand): string {
  return COMMAND_LABELS[command];
}
