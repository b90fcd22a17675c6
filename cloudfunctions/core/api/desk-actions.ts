import type { DeskVerb } from '@contract/actions';
import type { OfficerCaller } from '../app/ports';
import type { ActionTable } from './action-table';
import { DOSSIER_ACTIONS } from './dossier-actions';
import { PAPER_ACTIONS } from './paper-actions';
import { CODE_ACTIONS } from './code-actions';
import { DIRECTORY_ACTIONS } from './directory-actions';
import { LEDGER_ACTIONS } from './ledger-actions';
import { ROWS_ACTIONS } from './rows-actions';

/** What officers do in the panel alone; each subject brings a table of its own. */
export const DESK_ACTIONS: ActionTable<`panel.${DeskVerb}`, OfficerCaller> = {
  ...DOSSIER_ACTIONS,
  ...PAPER_ACTIONS,
  ...CODE_ACTIONS,
  ...DIRECTORY_ACTIONS,
  ...LEDGER_ACTIONS,
  ...ROWS_ACTIONS,
};
