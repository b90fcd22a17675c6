import type { ActionName } from '@contract/actions';
import type { CodeVerbs } from '@contract/codes';
import { CODE_COMMANDS, OFFICER_COMMANDS, RESIDENT_COMMANDS } from '@contract/commands';
import type { DossierVerbs } from '@contract/dossiers';
import { PAPER_COMMANDS, type PaperVerbs } from '@contract/papers';

const READING = [
  'getMe',
  'getDirectory',
  'prepareUpload',
  'listNotices',
  'checkPublication',
  'listQueue',
  'getQueueFigures',
  'getLead',
  'getStatistics',
  'checkReply',
] as const;
const OWN_LISTS = ['bulk', 'listViews', 'saveView', 'deleteView', 'seeLead'] as const;
const OFFICER = [...READING, ...OWN_LISTS, ...OFFICER_COMMANDS];

/** What is asked about papers and dossiers, in the panel alone. */
export const PAPER_VERBS = [
  'listPapers',
  'listPapersOfLead',
  'getPaper',
  'checkPaper',
  'startPaper',
  ...PAPER_COMMANDS,
  'listDossiers',
  'getDossier',
  'startDossier',
  'addToDossier',
  'removeFromDossier',
  'putBackIntoDossier',
] as const satisfies readonly (keyof PaperVerbs | keyof DossierVerbs)[];

/** What is asked about printed codes, in the panel alone. */
export const CODE_VERBS = [
  'listCodes',
  'getCodeFigures',
  'getCodePictures',
  'createCode',
  'retireCode',
  'requestWechatCodes',
] as const satisfies readonly (keyof CodeVerbs)[];

/** Every action that can be asked for. */
export const ACTION_NAMES: ActionName[] = [
  'resident.getHome',
  'resident.getIntake',
  'resident.listPlaces',
  'resident.readDraft',
  'resident.prepareUpload',
  'resident.submitLead',
  'resident.listMyLeads',
  'resident.getMyLead',
  'resident.trackLead',
  'resident.answerForPerson',
  'resident.getRetention',
  'resident.getMyData',
  'resident.checkErasure',
  'resident.eraseMyData',
  'resident.listPublished',
  'resident.getNeighbourhood',
  'resident.listNotices',
  'resident.getConsents',
  'resident.recordConsents',
  ...RESIDENT_COMMANDS.map((command) => `resident.${command}` as const),
  ...CODE_COMMANDS.map((command) => `resident.${command}ByCode` as const),
  ...OFFICER.map((verb) => `staff.${verb}` as const),
  'staff.bindAccount',
  'staff.confirmSignIn',
  ...OFFICER.map((verb) => `panel.${verb}` as const),
  ...PAPER_VERBS.map((verb) => `panel.${verb}` as const),
  ...CODE_VERBS.map((verb) => `panel.${verb}` as const),
  'panel.readRows',
  'panel.startSignIn',
  'panel.pollSignIn',
  'panel.signOut',
];
