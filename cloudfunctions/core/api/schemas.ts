import * as v from 'valibot';
import { NOTE_MAX, QUEUE_PAGE_MAX, TEXT_MAX, TITLE_MAX } from '@contract/limits';
import { DOORS } from '@contract/envelope';
import { ANONYMITIES, LEAD_STATUSES, REPORT_KINDS } from '@contract/lead';
import { DIMENSIONS, MEASURES } from '@contract/statistics';

/** Checks at the boundary. Strict objects: an unknown field is refused. Every id is a short plain string. */
export const id = v.pipe(v.string(), v.regex(/^[\w:-]{1,64}$/, '编号的格式不对。'));
export const version = v.pipe(v.number(), v.integer(), v.minValue(1));
const words = (max: number) =>
  v.pipe(v.string(), v.maxLength(max, `最多写 ${max} 个字。`), v.regex(/\S/, '这一栏要写内容。'));
const optionalWords = (max: number) =>
  v.optional(v.pipe(v.string(), v.maxLength(max, `最多写 ${max} 个字。`)));
const workingDays = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1, '至少一个工作日。'),
  v.maxValue(120, '最多 120 个工作日。'),
);
const cursor = v.optional(v.pipe(v.string(), v.maxLength(64)));
const onLead = { leadId: id, version };

export const nothing = v.strictObject({});
export const leadId = v.strictObject({ leadId: id });

export const submitLead = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(TEXT_MAX, `最多写 ${TEXT_MAX} 个字，请删减一些。`)),
  placeId: v.optional(id),
  placeNote: optionalWords(200),
  scene: v.optional(v.pipe(v.string(), v.maxLength(64))),
  evidence: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(20))),
  contact: v.optional(
    v.strictObject({
      name: optionalWords(30),
      phone: v.optional(v.pipe(v.string(), v.regex(/^[\d +-]{0,20}$/, '电话只能写数字。'))),
    }),
  ),
  anonymity: v.optional(v.picklist(ANONYMITIES)),
});

export const residentCommands = {
  giveSupplement: v.strictObject({ ...onLead, text: words(NOTE_MAX) }),
  withdrawLead: v.strictObject({ ...onLead, reason: optionalWords(200) }),
  giveFeedback: v.strictObject({
    ...onLead,
    fixed: v.boolean(),
    stars: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
    words: optionalWords(NOTE_MAX),
  }),
};

export const intake = v.strictObject({ scene: v.optional(v.pipe(v.string(), v.maxLength(64))) });
export const upload = v.strictObject({
  contentType: v.pipe(v.string(), v.maxLength(60)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export const myLeads = v.strictObject({ cursor });
export const track = v.strictObject({
  number: v.pipe(v.string(), v.regex(/^\d{6}-\d{6}$/, '编号是六位数字、一横、再六位数字。')),
  trackingCode: v.pipe(v.string(), v.regex(/^\d{6}$/, '查询码是六位数字。')),
});
export const publishedPage = v.strictObject({ townshipId: v.optional(id), cursor });

export const queue = v.strictObject({
  status: v.optional(v.picklist(LEAD_STATUSES)),
  measure: v.optional(v.picklist(MEASURES)),
  dimension: v.optional(v.picklist(DIMENSIONS)),
  dimensionId: v.optional(id),
  overdue: v.optional(v.boolean()),
  number: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(32))),
  cursor,
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(QUEUE_PAGE_MAX))),
});

const bare = v.strictObject(onLead);
const withReason = v.strictObject({ ...onLead, reason: words(NOTE_MAX) });

export const officerCommands = {
  acceptLead: bare,
  rerouteLead: v.strictObject({
    ...onLead,
    categoryId: id,
    townshipId: v.optional(id),
    reason: words(NOTE_MAX),
  }),
  askForSupplement: v.strictObject({ ...onLead, question: words(NOTE_MAX) }),
  markOutOfScope: v.strictObject({ ...onLead, door: v.picklist(DOORS), note: words(NOTE_MAX) }),
  mergeLead: v.strictObject({
    ...onLead,
    intoNumber: v.pipe(v.string(), v.maxLength(32)),
    reason: words(NOTE_MAX),
  }),
  unmergeLead: withReason,
  adoptLead: v.strictObject({ ...onLead, note: optionalWords(NOTE_MAX) }),
  declineLead: v.strictObject({ ...onLead, reason: words(NOTE_MAX), goTo: words(NOTE_MAX) }),
  reportUp: v.strictObject({
    ...onLead,
    kind: v.picklist(REPORT_KINDS),
    title: words(TITLE_MAX),
    recipient: words(TITLE_MAX),
  }),
  holdConsultation: v.strictObject({
    ...onLead,
    heldOn: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2026-01-31 这样。')),
    place: words(100),
    participants: words(500),
    conclusion: words(NOTE_MAX),
  }),
  handOver: v.strictObject({
    ...onLead,
    unitId: id,
    supportingUnitIds: v.optional(v.pipe(v.array(id), v.maxLength(10))),
    workingDays,
  }),
  acceptHandOver: bare,
  returnHandOver: withReason,
  extendDeadline: v.strictObject({ ...onLead, workingDays, reason: words(NOTE_MAX) }),
  recordReply: v.strictObject({ ...onLead, text: words(NOTE_MAX) }),
  resolveLead: v.strictObject({ ...onLead, summary: words(NOTE_MAX) }),
  markUnresolvable: v.strictObject({ ...onLead, reason: words(NOTE_MAX), whatWouldChange: words(NOTE_MAX) }),
  publishLead: v.strictObject({ ...onLead, title: words(TITLE_MAX), text: words(NOTE_MAX) }),
  reopenLead: withReason,
  closeLead: withReason,
  claimLead: bare,
  recordVisit: v.strictObject({ ...onLead, text: words(NOTE_MAX) }),
  addNote: v.strictObject({ ...onLead, text: words(NOTE_MAX) }),
  revealContact: v.strictObject({ ...onLead, reason: words(200) }),
};

const ticket = v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/));
export const bindAccount = v.strictObject({ bindCode: v.pipe(v.string(), v.maxLength(40)) });
export const confirmSignIn = v.strictObject({ ticket });
export const pollSignIn = v.strictObject({ ticket, pollKey: ticket });
