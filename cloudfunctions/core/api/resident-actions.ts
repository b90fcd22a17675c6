import type { ResidentActions } from '@contract/actions';
import { commandOwnLead } from '../app/lead/command-lead';
import { cosignLead, withdrawCosign } from '../app/lead/cosign-lead';
import { giveFeedback } from '../app/lead/give-feedback';
import { findSimilar } from '../app/lead/find-similar';
import { submitLead } from '../app/lead/submit-lead';
import type { ResidentCaller } from '../app/ports';
import { getConsents, recordConsents } from '../app/resident/consents';
import { getHome } from '../app/resident/get-home';
import { getNeighbourhood } from '../app/resident/get-neighbourhood';
import { getIntake, listPlaces } from '../app/resident/get-intake';
import { getMyLead, listMyLeads, listNotices } from '../app/resident/list-my-leads';
import { listPublished } from '../app/resident/list-published';
import { prepareUpload } from '../app/lead/prepare-upload';
import { readDraft } from '../app/resident/read-draft';
import { checkErasure, eraseMyData } from '../app/privacy/erase-my-data';
import { getMyData } from '../app/privacy/my-data';
import { answerForPerson } from '../app/resident/answer-for-person';
import { commandByCode, giveFeedbackByCode } from '../app/resident/command-by-code';
import { getRetention } from '../app/resident/get-retention';
import { trackLead } from '../app/resident/track-lead';
import type { ActionTable } from './action-table';
import * as codes from './code-schemas';
import * as privacy from './privacy-schemas';
import * as schemas from './schemas';

const commands = schemas.residentCommands;
const byCode = codes.commandsByCode;

/** What residents ask. The caller is the OPENID of the call, never something in the input. */
export const RESIDENT_ACTIONS: ActionTable<keyof ResidentActions, ResidentCaller> = {
  'resident.getHome': { schema: schemas.nothing, writes: false, run: getHome },
  'resident.getIntake': { schema: schemas.intake, writes: false, run: getIntake },
  'resident.listPlaces': { schema: schemas.nothing, writes: false, run: listPlaces },
  'resident.prepareUpload': { schema: schemas.upload, writes: false, run: prepareUpload },
  'resident.readDraft': { schema: schemas.draft, writes: false, run: readDraft },
  'resident.findSimilar': { schema: schemas.findSimilar, writes: false, run: findSimilar },
  'resident.submitLead': { schema: schemas.submitLead, writes: true, run: submitLead },
  'resident.listMyLeads': { schema: schemas.myLeads, writes: false, run: listMyLeads },
  'resident.getMyLead': { schema: schemas.leadId, writes: false, run: getMyLead },
  'resident.trackLead': { schema: codes.track, writes: false, run: trackLead },
  'resident.answerForPerson': { schema: codes.answerForPerson, writes: true, run: answerForPerson },
  'resident.getRetention': { schema: schemas.nothing, writes: false, run: getRetention },
  'resident.getMyData': { schema: privacy.myData, writes: false, run: getMyData },
  'resident.checkErasure': { schema: schemas.nothing, writes: false, run: checkErasure },
  'resident.eraseMyData': { schema: privacy.erasure, writes: true, run: eraseMyData },
  'resident.listPublished': { schema: schemas.publishedPage, writes: false, run: listPublished },
  'resident.getNeighbourhood': { schema: schemas.neighbourhood, writes: false, run: getNeighbourhood },
  'resident.listNotices': { schema: schemas.nothing, writes: false, run: listNotices },
  'resident.getConsents': { schema: schemas.nothing, writes: false, run: getConsents },
  'resident.recordConsents': { schema: schemas.consents, writes: true, run: recordConsents },
  'resident.cosignLead': { schema: schemas.leadId, writes: true, run: cosignLead },
  'resident.withdrawCosign': { schema: schemas.leadId, writes: true, run: withdrawCosign },
  'resident.giveSupplement': {
    schema: commands.giveSupplement,
    writes: true,
    run: commandOwnLead('giveSupplement'),
  },
  'resident.withdrawLead': {
    schema: commands.withdrawLead,
    writes: true,
    run: commandOwnLead('withdrawLead'),
  },
  'resident.giveFeedback': {
    schema: commands.giveFeedback,
    writes: true,
    run: giveFeedback,
  },
  'resident.giveSupplementByCode': {
    schema: byCode.giveSupplement,
    writes: true,
    run: commandByCode('giveSupplement'),
  },
  'resident.giveFeedbackByCode': { schema: byCode.giveFeedback, writes: true, run: giveFeedbackByCode },
  'resident.chaseLeadByCode': { schema: byCode.chaseLead, writes: true, run: commandByCode('chaseLead') },
  'resident.chaseLead': { schema: commands.chaseLead, writes: true, run: commandOwnLead('chaseLead') },
  'resident.changeAnonymity': {
    schema: commands.changeAnonymity,
    writes: true,
    run: commandOwnLead('changeAnonymity'),
  },
};
