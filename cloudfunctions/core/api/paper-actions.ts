import * as v from 'valibot';
import { REPORT_KINDS } from '@contract/lead';
import { NOTE_MAX } from '@contract/limits';
import {
  FOLLOW_UP_FILTERS,
  INSTRUCTION_MAX,
  PAPER_DRAFT_MAX,
  PAPER_SOURCES_MAX,
  PAPER_STATES,
  PAPER_TITLE_MAX,
  SUGGESTION_OUTCOMES,
  SUGGESTION_TEXT_MAX,
  SUGGESTIONS_MAX,
  type PaperVerbs,
} from '@contract/papers';
import { closeFollowUp, correctInstruction, recordInstruction } from '../app/papers/instruct';
import { issuePaper, settleSuggestion, withdrawPaper } from '../app/papers/issue-paper';
import { getPaper, listPapers, listPapersOfLead } from '../app/papers/list-papers';
import {
  addPaperSource,
  checkPaper,
  discardPaper,
  removePaperSource,
  savePaper,
  startPaper,
} from '../app/papers/write-paper';
import type { OfficerCaller } from '../app/ports';
import type { ActionTable } from './action-table';
import { date, id, leadId, plain, version, words } from './schemas';

const upTo = (max: number) => v.pipe(plain, v.maxLength(max, `最多写 ${max} 个字。`));
const onPaper = { paperId: id, version };

const instruction = {
  leader: v.optional(upTo(30)),
  office: words(40),
  givenOn: date,
  text: words(INSTRUCTION_MAX),
};

const text = v.strictObject({
  title: upTo(PAPER_TITLE_MAX),
  addressee: upTo(60),
  copyTo: upTo(200),
  body: upTo(PAPER_DRAFT_MAX),
  suggestions: v.pipe(
    v.array(v.strictObject({ id, text: upTo(SUGGESTION_TEXT_MAX) })),
    v.maxLength(SUGGESTIONS_MAX, `最多写 ${SUGGESTIONS_MAX} 条建议。`),
  ),
  signer: upTo(30),
});

/** What is asked about papers, in the panel alone. */
export const PAPER_ACTIONS: ActionTable<`panel.${keyof PaperVerbs}`, OfficerCaller> = {
  'panel.listPapers': {
    schema: v.strictObject({
      year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100))),
      kind: v.optional(v.picklist(REPORT_KINDS)),
      state: v.optional(v.picklist(PAPER_STATES)),
      followUp: v.optional(v.picklist(FOLLOW_UP_FILTERS)),
      suggesting: v.optional(v.literal(true)),
      words: v.optional(upTo(60)),
      cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/))),
    }),
    writes: false,
    run: listPapers,
  },
  'panel.listPapersOfLead': { schema: leadId, writes: false, run: listPapersOfLead },
  'panel.getPaper': { schema: v.strictObject({ paperId: id }), writes: false, run: getPaper },
  'panel.checkPaper': { schema: v.strictObject({ paperId: id, text }), writes: false, run: checkPaper },
  'panel.startPaper': {
    schema: v.strictObject({
      leadIds: v.pipe(
        v.array(id),
        v.minLength(1, '请先选线索。'),
        v.maxLength(PAPER_SOURCES_MAX, `一份文稿最多依据 ${PAPER_SOURCES_MAX} 条线索。`),
      ),
      kind: v.picklist(REPORT_KINDS),
      reason: v.optional(upTo(200)),
      insteadOf: v.optional(id),
    }),
    writes: true,
    run: startPaper,
  },
  'panel.savePaper': { schema: v.strictObject({ ...onPaper, text }), writes: true, run: savePaper },
  'panel.addPaperSource': {
    schema: v.strictObject({ ...onPaper, number: words(32), reason: v.optional(upTo(200)) }),
    writes: true,
    run: addPaperSource,
  },
  'panel.removePaperSource': {
    schema: v.strictObject({ ...onPaper, leadId: id, reason: words(200) }),
    writes: true,
    run: removePaperSource,
  },
  'panel.discardPaper': { schema: v.strictObject(onPaper), writes: true, run: discardPaper },
  'panel.issuePaper': {
    schema: v.strictObject({
      ...onPaper,
      confirmed: v.optional(v.pipe(v.array(words(100)), v.maxLength(100))),
    }),
    writes: true,
    run: issuePaper,
  },
  'panel.withdrawPaper': {
    schema: v.strictObject({ ...onPaper, reason: words(NOTE_MAX) }),
    writes: true,
    run: withdrawPaper,
  },
  'panel.settleSuggestion': {
    schema: v.strictObject({
      ...onPaper,
      suggestionId: id,
      outcome: v.picklist(SUGGESTION_OUTCOMES),
      reason: words(NOTE_MAX),
    }),
    writes: true,
    run: settleSuggestion,
  },
  'panel.recordInstruction': {
    schema: v.strictObject({
      ...onPaper,
      ...instruction,
    }),
    writes: true,
    run: recordInstruction,
  },
  'panel.correctInstruction': {
    schema: v.strictObject({ ...onPaper, ...instruction, instructionId: id, reason: words(200) }),
    writes: true,
    run: correctInstruction,
  },
  'panel.closeFollowUp': {
    schema: v.strictObject({ ...onPaper, instructionId: id, effect: words(NOTE_MAX) }),
    writes: true,
    run: closeFollowUp,
  },
};
