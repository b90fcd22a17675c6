import type { CommandInputs, OfficerCommand, Overruling } from '@contract/commands';
import type { OfficerDirectory, TemplateUse, Township } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';
import type { OpenFields } from '@shared/publication-check';
import { OVERRULE_FIELD } from '@shared/reply-check';
import { BLANK, hasBlank, templatesFor } from '@shared/templates';
import { tooLong } from '../../../platform/too-long';

/** What was typed so far: every field as text, a field of several choices as a list. */
export type Values = Record<string, string | string[]>;

export interface Option {
  id: string;
  name: string;
}

/** A ready-made text under a field, put in with one press. */
export interface Starter {
  name: string;
  text: string;
}

interface FieldBase {
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
}
export type FieldSpec = FieldBase &
  (
    | { kind: 'words'; max: number; rows?: number; placeholder?: string; starters?: readonly Starter[] }
    | { kind: 'line'; max: number; placeholder?: string }
    | { kind: 'days'; min: number; max: number }
    | { kind: 'date' }
    | { kind: 'choice'; options: readonly Option[]; first?: string }
    | { kind: 'choices'; options: readonly Option[] }
    /** What looks like somebody's own in words for other readers, to be ticked off; `of`: the fields that are looked through. */
    | { kind: 'flags'; leadId: string; of: OpenFields }
    /** File ids of photos, and marks of those still on their way. */
    | { kind: 'photos' }
    | { kind: 'place'; townships: readonly Township[] }
  );

export interface FormContext {
  lead: OfficerLeadView;
  directory: OfficerDirectory | undefined;
  /** Today in China, YYYY-MM-DD. */
  today: string;
}

/** How the resident will read it: paragraphs, the heading first. */
export interface Preview {
  caption: string;
  title: string;
  paragraphs: string[];
}

export type CommandGroup = '受理' | '决定' | '办理' | '公开' | '其他';
export const COMMAND_GROUPS: readonly CommandGroup[] = ['受理', '决定', '办理', '公开', '其他'];

/** Everything the panel needs to ask for one command and to say that it was done. */
export interface CommandForm<C extends OfficerCommand> {
  group: CommandGroup;
  /** What will happen, in a sentence or two, above the fields. */
  intro: string;
  fields: (context: FormContext) => FieldSpec[];
  initial?: (context: FormContext) => Values;
  toInput: (values: Values) => CommandInputs[C];
  preview?: (values: Values) => Preview;
  /** The words on the button that does it. */
  confirm: string;
  /** What is said once it is done. */
  done: string;
  /** What is said instead where it was only proposed, and a colleague has to agree first. */
  proposed?: string;
  /** Ends or refuses something: the button is drawn accordingly. */
  grave?: boolean;
}

/** What is said once the command was given, by how the lead stands now. */
export const doneWords = (
  { done, proposed }: { done: string; proposed?: string },
  { proposal }: Pick<OfficerLeadView, 'proposal'>,
): string => (proposal && proposed !== undefined ? proposed : done);

/** The text of a field, trimmed; empty when nothing was typed. */
export function textOf(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** What was looked at and found to be nobody's own, where anything was. */
export function confirmedOf(values: Values): { confirmed?: string[] } {
  const confirmed = listOf(values, 'confirmed');
  return confirmed.length > 0 ? { confirmed } : {};
}

/** Why a doubted reply is right, where its author wrote it. */
export function overrulingOf(values: Values): Overruling {
  const overruleNote = textOf(values, OVERRULE_FIELD.name);
  return overruleNote ? { overruleNote } : {};
}

/** The choices of a field of several choices. */
export function listOf(values: Values, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}

/** What the mark of a photo still on its way begins with. */
export const SENDING = 'sending:';

/** Whether a photo is still on its way. */
export const isSending = (id: string): boolean => id.startsWith(SENDING);

/** The photos of a command, where there are any. */
export function evidenceOf(values: Values): { evidence?: string[] } {
  const evidence = listOf(values, 'evidence').filter((id) => !isSending(id));
  return evidence.length > 0 ? { evidence } : {};
}

/** The county's ready-made texts for one use, with this lead's facts in them. */
export function startersFor(use: TemplateUse, { lead, directory }: FormContext): Starter[] {
  const nameOf = (list: readonly Option[] | undefined, id: string | null | undefined): string =>
    list?.find((entry) => entry.id === id)?.name ?? '';
  return templatesFor(use, directory?.templates ?? [], {
    number: lead.number,
    townshipName: nameOf(directory?.townships, lead.townshipId),
    placeName: lead.placeName,
    categoryName: lead.categoryName ?? '',
    unitName: nameOf(directory?.units, lead.handOver?.unitId ?? lead.route?.unitIds[0]),
  });
}

/** The field in which is ticked off what looks like somebody's own. */
export const flagsIn = ({ id }: OfficerLeadView, of: OpenFields): FieldSpec => ({
  kind: 'flags',
  name: 'confirmed',
  label: '个人信息核对',
  optional: true,
  leadId: id,
  of,
});

/** What is wrong with the typed values, field by field; empty when they can be sent. */
export function problemsOf(fields: readonly FieldSpec[], values: Values): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const problem = problemOf(field, values);
    if (problem) problems[field.name] = problem;
  }
  return problems;
}

function problemOf(field: FieldSpec, values: Values): string | null {
  if (field.kind === 'photos')
    return listOf(values, field.name).some(isSending) ? '照片还在传，传完再提交。' : null;
  if (field.kind === 'choices' || field.kind === 'flags') return null;
  const text = textOf(values, field.name);
  if (!text)
    return field.optional
      ? null
      : field.kind === 'choice' || field.kind === 'place'
        ? '请选一个。'
        : `请填写${field.label}。`;
  if (field.kind === 'words' || field.kind === 'line') {
    const sentence = tooLong(text, field.max);
    if (sentence !== null) return sentence;
  }
  if (field.kind === 'words' && hasBlank(text)) return `还有「${BLANK}」没有填，请补上或者删掉。`;
  if (field.kind === 'days') {
    const days = Number(text);
    const isRight = Number.isInteger(days) && days >= field.min && days <= field.max;
    return isRight ? null : `请填 ${field.min} 到 ${field.max} 之间的整数。`;
  }
  return null;
}
