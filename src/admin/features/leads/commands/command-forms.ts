import type { OfficerCommand } from '@contract/commands';
import { CLOSING_FORMS } from './closing-forms';
import type { CommandForm } from './command-form';
import { DECISION_FORMS } from './decision-forms';
import { HANDLING_FORMS } from './handling-forms';
import { ISSUE_FORMS } from './issue-forms';
import { PERSON_FORMS } from './person-forms';
import { TRIAGE_FORMS } from './triage-forms';

/** The form of every command an officer can give; a command without one does not compile. */
export const COMMAND_FORMS: { [C in OfficerCommand]: CommandForm<C> } = {
  ...TRIAGE_FORMS,
  ...DECISION_FORMS,
  ...HANDLING_FORMS,
  ...CLOSING_FORMS,
  ...ISSUE_FORMS,
  ...PERSON_FORMS,
};
