import type { CommandInputs, OfficerCommand } from '@contract/commands';
import type { OfficerDirectory } from '@contract/directory';
import type { OfficerLeadView } from '@contract/lead-views';

/** What was typed so far: every field as text, a field of several choices as a list. */
export type Values = Record<string, string | string[]>;

export interface Option {
  id: string;
  name: string;
}

interface FieldBase {
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
}
export type FieldSpec = FieldBase &
  (
    | { kind: 'words'; max: number; rows?: number; placeholder?: string; starters?: readonly string[] }
    | { kind: 'line'; max: number; placeholder?: string }
    | { kind: 'days'; min: number; max: number }
    | { kind: 'date' }
    | { kind: 'choice'; options: readonly Option[]; first?: string }
    | { kind: 'choices'; options: readonly Option[] }
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
  /** Ends or refuses something: the button is drawn accordingly. */
  grave?: boolean;
}

/** The text of a field, trimmed; empty when nothing was typed. */
export function textOf(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** The choices of a field of several choices. */
export function listOf(values: Values, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}

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
  if (field.kind === 'choices') return null;
  const text = textOf(values, field.name);
  if (!text) return field.optional ? null : field.kind === 'choice' ? '请选一个。' : `请填写${field.label}。`;
  if (field.kind === 'days') {
    const days = Number(text);
    const isRight = Number.isInteger(days) && days >= field.min && days <= field.max;
    return isRight ? null : `请填 ${field.min} 到 ${field.max} 之间的整数。`;
  }
  return null;
}
