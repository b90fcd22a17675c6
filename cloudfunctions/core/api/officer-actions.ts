import type { DeskVerb, OfficerVerb, StaffActions, PanelActions } from '@contract/actions';
import { getDirectory, getMe } from '../app/account/get-me';
import { checkReply, commandReply } from '../app/lead/check-reply';
import { listNotices } from '../app/account/list-notices';
import { broadcastLead } from '../app/lead/broadcast-lead';
import { checkPublication, publishLead } from '../app/lead/publish-lead';
import { splitLead } from '../app/lead/split-lead';
import { joinIssue } from '../app/issues/join-issue';
import { listIssues } from '../app/issues/list-issues';
import { commandLead } from '../app/lead/command-lead';
import { withdrawForPerson } from '../app/lead/after-denial';
import { confirmTranscript } from '../app/lead/confirm-transcript';
import { explainRoute } from '../app/lead/explain-route';
import { prepareUploadAsOfficer } from '../app/lead/prepare-upload';
import { recordVisit } from '../app/lead/record-visit';
import { getLead } from '../app/lead/get-lead';
import { getSimilar } from '../app/lead/get-similar';
import { handOver } from '../app/lead/hand-over';
import { mergeLead, unmergeLead } from '../app/lead/merge-lead';
import { confirmRoute, rerouteLead } from '../app/lead/reroute-lead';
import { revealContact } from '../app/lead/reveal-contact';
import { setPlace } from '../app/lead/set-place';
import { bulk } from '../app/queue/bulk-leads';
import { getQueueFigures } from '../app/queue/get-queue-figures';
import { listQueue } from '../app/queue/list-queue';
import { deleteView, listViews, saveView } from '../app/queue/saved-views';
import { seeLead } from '../app/queue/see-lead';
import { getStatistics } from '../app/statistics/get-statistics';
import type { OfficerCaller } from '../app/ports';
import type { ActionEntry, ActionTable } from './action-table';
import { bulk as bulkSchema } from './bulk-schema';
import * as schemas from './schemas';

type OfficerEntries = { [V in OfficerVerb]: ActionEntry<`panel.${V}`, OfficerCaller> };
const commands = schemas.officerCommands;
const write = true;

/** What officers do, the same from the panel and from the staff pages. */
const OFFICER: OfficerEntries = {
  getMe: { schema: schemas.nothing, writes: false, run: getMe },
  listNotices: { schema: schemas.nothing, writes: false, run: listNotices },
  checkPublication: { schema: schemas.checkPublication, writes: false, run: checkPublication },
  getDirectory: { schema: schemas.nothing, writes: false, run: getDirectory },
  prepareUpload: { schema: schemas.upload, writes: false, run: prepareUploadAsOfficer },
  listQueue: { schema: schemas.queue, writes: false, run: listQueue },
  getQueueFigures: { schema: schemas.queueFigures, writes: false, run: getQueueFigures },
  getLead: { schema: schemas.leadId, writes: false, run: getLead },
  getSimilar: { schema: schemas.leadId, writes: false, run: getSimilar },
  explainRoute: { schema: schemas.leadId, writes: false, run: explainRoute },
  checkReply: { schema: schemas.checkReply, writes: false, run: checkReply },
  getStatistics: { schema: schemas.figuresOfPeriod, writes: false, run: getStatistics },
  bulk: { schema: bulkSchema, writes: write, run: bulk },
  listViews: { schema: schemas.nothing, writes: false, run: listViews },
  saveView: { schema: schemas.savedView, writes: write, run: saveView },
  deleteView: { schema: schemas.byId, writes: write, run: deleteView },
  seeLead: { schema: schemas.leadId, writes: write, run: seeLead },
  listIssues: { schema: schemas.nothing, writes: false, run: listIssues },
  acceptLead: { schema: commands.acceptLead, writes: write, run: commandLead('acceptLead') },
  rerouteLead: { schema: commands.rerouteLead, writes: write, run: rerouteLead },
  confirmRoute: { schema: commands.confirmRoute, writes: write, run: confirmRoute },
  confirmTranscript: { schema: commands.confirmTranscript, writes: write, run: confirmTranscript },
  setPlace: { schema: commands.setPlace, writes: write, run: setPlace },
  askForSupplement: {
    schema: commands.askForSupplement,
    writes: write,
    run: commandLead('askForSupplement'),
  },
  markOutOfScope: { schema: commands.markOutOfScope, writes: write, run: commandLead('markOutOfScope') },
  mergeLead: { schema: commands.mergeLead, writes: write, run: mergeLead },
  unmergeLead: { schema: commands.unmergeLead, writes: write, run: unmergeLead },
  splitLead: { schema: commands.splitLead, writes: write, run: splitLead },
  withdrawForPerson: { schema: commands.withdrawForPerson, writes: write, run: withdrawForPerson },
  keepAfterDenial: { schema: commands.keepAfterDenial, writes: write, run: commandLead('keepAfterDenial') },
  joinIssue: { schema: commands.joinIssue, writes: write, run: joinIssue },
  leaveIssue: { schema: commands.leaveIssue, writes: write, run: commandLead('leaveIssue') },
  adoptLead: { schema: commands.adoptLead, writes: write, run: commandLead('adoptLead') },
  declineLead: { schema: commands.declineLead, writes: write, run: commandLead('declineLead') },
  confirmDecision: { schema: commands.confirmDecision, writes: write, run: commandLead('confirmDecision') },
  returnDecision: { schema: commands.returnDecision, writes: write, run: commandLead('returnDecision') },
  holdConsultation: {
    schema: commands.holdConsultation,
    writes: write,
    run: commandLead('holdConsultation'),
  },
  handOver: { schema: commands.handOver, writes: write, run: handOver },
  acceptHandOver: { schema: commands.acceptHandOver, writes: write, run: commandLead('acceptHandOver') },
  returnHandOver: { schema: commands.returnHandOver, writes: write, run: commandLead('returnHandOver') },
  askExtension: { schema: commands.askExtension, writes: write, run: commandLead('askExtension') },
  extendDeadline: { schema: commands.extendDeadline, writes: write, run: commandLead('extendDeadline') },
  refuseExtension: {
    schema: commands.refuseExtension,
    writes: write,
    run: commandLead('refuseExtension'),
  },
  recordReply: { schema: commands.recordReply, writes: write, run: commandReply('recordReply') },
  resolveLead: { schema: commands.resolveLead, writes: write, run: commandReply('resolveLead') },
  markUnresolvable: {
    schema: commands.markUnresolvable,
    writes: write,
    run: commandReply('markUnresolvable'),
  },
  promiseOutcome: { schema: commands.promiseOutcome, writes: write, run: commandLead('promiseOutcome') },
  publishLead: { schema: commands.publishLead, writes: write, run: publishLead },
  reopenLead: { schema: commands.reopenLead, writes: write, run: commandLead('reopenLead') },
  refuseReopen: { schema: commands.refuseReopen, writes: write, run: commandLead('refuseReopen') },
  closeLead: { schema: commands.closeLead, writes: write, run: commandLead('closeLead') },
  broadcastLead: { schema: commands.broadcastLead, writes: write, run: broadcastLead },
  claimLead: { schema: commands.claimLead, writes: write, run: commandLead('claimLead') },
  recordVisit: { schema: commands.recordVisit, writes: write, run: recordVisit },
  addNote: { schema: commands.addNote, writes: write, run: commandLead('addNote') },
  revealContact: { schema: commands.revealContact, writes: write, run: revealContact },
};

type Named<Prefix extends 'staff' | 'panel'> = ActionTable<`${Prefix}.${OfficerVerb}`, OfficerCaller>;

function named<Prefix extends 'staff' | 'panel'>(prefix: Prefix): Named<Prefix> {
  const entries = Object.entries(OFFICER).map(([verb, entry]) => [`${prefix}.${verb}`, entry]);
  return Object.fromEntries(entries) as Named<Prefix>;
}

export const STAFF_OFFICER_ACTIONS: ActionTable<
  Exclude<keyof StaffActions, 'staff.bindAccount' | 'staff.confirmSignIn'>,
  OfficerCaller
> = named('staff');

export const PANEL_OFFICER_ACTIONS: ActionTable<
  Exclude<
    keyof PanelActions,
    `panel.${DeskVerb}` | 'panel.startSignIn' | 'panel.pollSignIn' | 'panel.signOut'
  >,
  OfficerCaller
> = named('panel');
