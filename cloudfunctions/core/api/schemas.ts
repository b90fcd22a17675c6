import * as v from 'valibot';
import {
  NOTE_MAX,
  OVERRULE_NOTE_MAX,
  QUEUE_PAGE_MAX,
  TEXT_MAX,
  TITLE_MAX,
  TRANSCRIPT_MAX,
  VIEW_NAME_MAX,
  VOICE_SECONDS_MAX,
} from '@contract/limits';
import { DOORS } from '@contract/envelope';
import { ANONYMITIES, FEEDBACK_REASONS, LEAD_STATUSES } from '@contract/lead';
import { NEWS_FOR, RELATIONS } from '@contract/on-behalf';
import { BOARD_STATES } from '@contract/board';
import { isSeen, plainText } from '@contract/plain-text';
import { PERIOD_SHAPE } from '@contract/periods';
import {
  DIMENSIONS,
  MEASURES,
  PACE_DAYS_MAX,
  PACES,
  QUEUE_GROUPS,
  QUEUE_MARKS,
  TRAITS,
} from '@contract/statistics';
import { isDate } from '../domain/deadlines/working-days';

/** Checks at the boundary. Strict objects: an unknown field is refused. Every id is a short plain string. */
export const id = v.pipe(v.string(), v.regex(/^[\w:-]{1,64}$/, '编号的格式不对。'));
export const version = v.pipe(v.number(), v.integer(), v.minValue(1));
/** A text as a person reads it: what cannot be read, or turns what follows around, is not kept. */
export const plain = v.pipe(v.string(), v.transform(plainText));
/** Words that must say something; refuses more than `max` characters. */
export const words = (max: number) =>
  v.pipe(plain, v.maxLength(max, `最多写 ${max} 个字。`), v.check(isSeen, '这一栏要写内容。'));
/** Words that may be left out; refuses more than `max` characters. */
export const optionalWords = (max: number) =>
  v.optional(v.pipe(plain, v.maxLength(max, `最多写 ${max} 个字。`)));
const workingDays = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1, '至少一个工作日。'),
  v.maxValue(120, '最多 120 个工作日。'),
);
/** A day of the calendar. */
export const date = v.pipe(v.string(), v.check(isDate, '日期写成 2026-01-31 这样。'));
const cursor = v.optional(v.pipe(v.string(), v.maxLength(64)));
export const onLead = { leadId: id, version };

export const nothing = v.strictObject({});
export const leadId = v.strictObject({ leadId: id });

/** Storage ids of uploaded photos; whose they are is checked where they are used. */
const evidence = v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(20)));

const contact = {
  name: optionalWords(30),
  phone: v.optional(v.pipe(v.string(), v.regex(/^[\d +-]{0,20}$/, '电话只能写数字。'))),
};
const onBehalf = v.strictObject({
  ...contact,
  relation: v.picklist(RELATIONS),
  news: v.picklist(NEWS_FOR),
  guardianConsents: v.optional(v.boolean()),
});

export const submitLead = v.strictObject({
  text: v.pipe(plain, v.maxLength(TEXT_MAX, `最多写 ${TEXT_MAX} 个字，请删减一些。`)),
  placeId: v.optional(id),
  placeNote: optionalWords(200),
  scene: v.optional(v.pipe(v.string(), v.maxLength(64))),
  evidence,
  voice: v.optional(
    v.strictObject({
      seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(VOICE_SECONDS_MAX + 1)),
      transcript: optionalWords(TRANSCRIPT_MAX),
    }),
  ),
  point: v.optional(
    v.strictObject({
      latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
      longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    }),
  ),
  contact: v.optional(v.strictObject(contact)),
  anonymity: v.optional(v.picklist(ANONYMITIES)),
  onBehalf: v.optional(onBehalf),
});

export const draft = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(TEXT_MAX)),
  scene: v.optional(v.pipe(v.string(), v.maxLength(64))),
  placeId: v.optional(id),
});

/** A text that is not submitted yet. */
export const findSimilar = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(TEXT_MAX)),
  placeId: v.optional(id),
  scene: v.optional(v.pipe(v.string(), v.maxLength(64))),
});

export const residentCommands = {
  giveSupplement: v.strictObject({ ...onLead, text: words(NOTE_MAX) }),
  withdrawLead: v.strictObject({ ...onLead, reason: optionalWords(200) }),
  giveFeedback: v.strictObject({
    ...onLead,
    fixed: v.boolean(),
    stars: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
    words: optionalWords(NOTE_MAX),
    reasons: v.optional(v.pipe(v.array(v.picklist(FEEDBACK_REASONS)), v.maxLength(5))),
    thanks: optionalWords(200),
    evidence,
  }),
  chaseLead: v.strictObject(onLead),
  changeAnonymity: v.strictObject({ ...onLead, anonymity: v.picklist(ANONYMITIES) }),
};

export const consents = v.strictObject({
  accepted: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, '模板编号的格式不对。'))),
    v.maxLength(3),
  ),
});
export const intake = v.strictObject({ scene: v.optional(v.pipe(v.string(), v.maxLength(64))) });
export const upload = v.strictObject({
  contentType: v.pipe(v.string(), v.maxLength(60)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export const myLeads = v.strictObject({ cursor });
export const publishedPage = v.strictObject({
  placeId: v.optional(id),
  words: optionalWords(40),
  state: v.optional(v.picklist(BOARD_STATES)),
  cursor,
});
export const neighbourhood = v.strictObject({ placeId: id });

const filter = {
  status: v.optional(v.picklist(LEAD_STATUSES)),
  measure: v.optional(v.picklist(MEASURES)),
  dimension: v.optional(v.picklist(DIMENSIONS)),
  dimensionId: v.optional(id),
  group: v.optional(v.picklist(QUEUE_GROUPS)),
  mark: v.optional(v.picklist(QUEUE_MARKS)),
  sort: v.optional(v.literal('newest')),
  as: v.optional(id),
  period: v.optional(
    v.pipe(v.string(), v.regex(PERIOD_SHAPE, '时期写成 2026-03、2026-Q1、2026-H1 或 2026。')),
  ),
  trait: v.optional(v.picklist(TRAITS)),
  pace: v.optional(v.picklist(PACES)),
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(PACE_DAYS_MAX))),
  session: v.optional(id),
  issueId: v.optional(id),
  number: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(32))),
};
export const queueFigures = v.strictObject(filter);
export const figuresOfPeriod = v.strictObject({ period: filter.period });
export const queue = v.strictObject({
  ...filter,
  cursor,
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(QUEUE_PAGE_MAX))),
});

export const byId = v.strictObject({ id });
export const savedView = v.strictObject({
  id,
  name: words(VIEW_NAME_MAX),
  filter: v.strictObject(filter),
});

/** Both halves of 「暂不能解决」 are checked as one. */
export const checkReply = v.strictObject({ leadId: id, text: words(2 * NOTE_MAX + 1) });
const overruleNote = v.optional(words(OVERRULE_NOTE_MAX));

const confirmed = v.optional(v.pipe(v.array(words(100)), v.maxLength(100)));
export const checkPublication = v.strictObject({
  leadId: id,
  title: v.pipe(v.string(), v.maxLength(TITLE_MAX)),
  text: v.pipe(v.string(), v.maxLength(NOTE_MAX)),
});

const bare = v.strictObject(onLead);
const withExtension = v.strictObject({ ...onLead, workingDays, reason: words(NOTE_MAX) });
const withReason = v.strictObject({ ...onLead, reason: words(NOTE_MAX) });

export const officerCommands = {
  acceptLead: bare,
  setPlace: v.strictObject({ ...onLead, placeId: id }),
  confirmTranscript: v.strictObject({ ...onLead, text: words(TRANSCRIPT_MAX) }),
  rerouteLead: v.strictObject({
    ...onLead,
    categoryId: id,
    townshipId: v.optional(id),
    reason: words(NOTE_MAX),
  }),
  confirmRoute: v.strictObject({ ...onLead, categoryId: id }),
  askForSupplement: v.strictObject({ ...onLead, question: words(NOTE_MAX) }),
  markOutOfScope: v.strictObject({ ...onLead, door: v.picklist(DOORS), note: words(NOTE_MAX) }),
  mergeLead: v.strictObject({
    ...onLead,
    intoNumber: v.pipe(v.string(), v.maxLength(32)),
    reason: words(NOTE_MAX),
  }),
  unmergeLead: withReason,
  splitLead: v.strictObject({
    ...onLead,
    text: words(TEXT_MAX),
    categoryId: id,
    townshipId: v.optional(id),
    reason: words(NOTE_MAX),
  }),
  joinIssue: v.strictObject({
    ...onLead,
    withNumber: v.pipe(v.string(), v.maxLength(32)),
    reason: words(NOTE_MAX),
  }),
  leaveIssue: withReason,
  withdrawForPerson: withReason,
  keepAfterDenial: withReason,
  adoptLead: v.strictObject({ ...onLead, note: optionalWords(NOTE_MAX) }),
  declineLead: v.strictObject({ ...onLead, reason: words(NOTE_MAX), goTo: words(NOTE_MAX) }),
  confirmDecision: bare,
  returnDecision: v.strictObject({ ...onLead, note: words(NOTE_MAX) }),
  holdConsultation: v.strictObject({
    ...onLead,
    heldOn: date,
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
  askExtension: withExtension,
  extendDeadline: withExtension,
  refuseExtension: withReason,
  recordReply: v.strictObject({ ...onLead, text: words(NOTE_MAX), evidence, overruleNote }),
  resolveLead: v.strictObject({ ...onLead, summary: words(NOTE_MAX), overruleNote }),
  markUnresolvable: v.strictObject({
    ...onLead,
    reason: words(NOTE_MAX),
    whatWouldChange: words(NOTE_MAX),
    overruleNote,
  }),
  promiseOutcome: v.strictObject({ ...onLead, unitId: id, dueOn: date, text: words(NOTE_MAX) }),
  publishLead: v.strictObject({
    ...onLead,
    title: words(TITLE_MAX),
    text: words(NOTE_MAX),
    confirmed,
  }),
  reopenLead: withReason,
  refuseReopen: withReason,
  closeLead: withReason,
  broadcastLead: v.strictObject({ ...onLead, groupId: id, reason: words(200), confirmed }),
  claimLead: bare,
  recordVisit: v.strictObject({ ...onLead, text: words(NOTE_MAX), evidence }),
  addNote: v.strictObject({ ...onLead, text: words(NOTE_MAX) }),
  revealContact: v.strictObject({ ...onLead, reason: words(200) }),
};

const ticket = v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/));
export const bindAccount = v.strictObject({ bindCode: v.pipe(v.string(), v.maxLength(40)) });
export const confirmSignIn = v.strictObject({ ticket });
export const pollSignIn = v.strictObject({ ticket, pollKey: ticket });
