import type { ActionName, InputOf, OutputOf } from '@contract/actions';
import type { Envelope } from '@contract/envelope';
import type { OfficerLeadView, Receipt, ResidentLeadView } from '@contract/lead-views';
import type { FunctionCall } from './wx-stub';

type Answers = { [A in ActionName]?: (input: InputOf<A>, requestId: string) => OutputOf<A> };

const SUBMITTED_AT = '2026-03-05T01:20:00.000Z';
const PLACE = { id: '410325100001', name: '城关镇安康社区' };
const NEXT = '由城关镇的联络员先看，3月9日前告诉您收不收。';

const RETENTION = {
  ...{ contact: 180, person: 180, media: 365, place: 365 },
  ...{ text: null, words: null, reporter: 730, notices: 180 },
};

export interface MemoryCloud {
  answer: (call: FunctionCall) => Envelope<unknown>;
  /** What was submitted, once per request id. */
  submitted: Map<string, InputOf<'resident.submitLead'>>;
  /** What the committee did meanwhile: the lead is read so from now on. */
  turn: (change: Partial<ResidentLeadView>) => void;
  /** What was said of the result. */
  feedback: Omit<InputOf<'resident.giveFeedback'>, 'leadId' | 'version'>[];
}

/** A cloud in memory that answers in the contract's shapes: enough for one resident and one clerk. */
export function createMemoryCloud(): MemoryCloud {
  const submitted: MemoryCloud['submitted'] = new Map();
  const feedback: MemoryCloud['feedback'] = [];
  const texts = (): string[] => [...submitted.values()].map(({ text }) => text);
  let changed: Partial<ResidentLeadView> = {};
  const turn: MemoryCloud['turn'] = (change) => (changed = { ...changed, ...change });
  const view = (): ResidentLeadView => ({ ...residentView(texts()[0] ?? ''), ...changed });
  const answers: Answers = {
    ...residentAnswers(submitted, texts, view),
    ...answersToDeeds({ view, turn, feedback }),
    ...staffAnswers(texts),
  };
  const answer = ({ name, data }: FunctionCall): Envelope<unknown> => {
    const handler = Object.hasOwn(answers, data.action) ? answers[data.action as ActionName] : undefined;
    if (!handler || data.action.split('.')[0] !== name) {
      return { ok: false, error: { code: 'UNKNOWN_ACTION', message: `没有 ${name} 的 ${data.action}` } };
    }
    // The table ties each handler to its own input; the name that came over the wire picks the pair.
    const run = handler as (input: unknown, requestId: string) => unknown;
    return { ok: true, data: run(data.input, data.requestId ?? '') };
  };
  return { answer, submitted, turn, feedback };
}

function residentAnswers(
  submitted: MemoryCloud['submitted'],
  texts: () => string[],
  view: () => ResidentLeadView,
): Answers {
  let tickets = 0;
  return {
    'resident.getHome': () => ({
      countyName: '嵩县',
      figures: { received: 380, adopted: 60, resolved: 28 },
      published: [],
    }),
    'resident.getIntake': ({ scene }) => ({
      countyName: '嵩县',
      place: scene ? PLACE : null,
      codeProblem: null,
      limits: { textMax: 5000, photosMax: 9, photoBytesMax: 10_485_760 },
      h5Address: null,
      anonymities: ['open', 'hiddenFromUnit', 'committeeOnly'],
    }),
    'resident.findSimilar': () => ({ items: [] }),
    'resident.getConsents': () => ({ templates: ['template-1'], left: 0 }),
    'resident.recordConsents': ({ accepted }) => ({ templates: ['template-1'], left: accepted.length }),
    'resident.readDraft': () => ({ elsewhere: null, place: null, candidates: [] }),
    'resident.listPlaces': () => ({
      townships: [
        {
          id: '410325100',
          name: '城关镇',
          shortName: '城关',
          villages: [{ id: PLACE.id, name: '安康社区' }],
        },
      ],
    }),
    'resident.prepareUpload': () => ({
      fileId: `cloud://local/evidence/${(tickets += 1)}`,
      url: 'https://storage.test/',
      method: 'POST' as const,
      fields: {},
      headers: {},
    }),
    'resident.submitLead': (input, requestId) => {
      submitted.set(requestId, submitted.get(requestId) ?? input);
      return receipt();
    },
    'resident.listMyLeads': () => ({ items: texts().map(myItem), nextCursor: null }),
    'resident.listNotices': () => ({ items: [] }),
    'resident.getMyLead': view,
    'resident.getRetention': () => RETENTION,
    'resident.getMyData': () => ({
      leads: texts().map(() => ({ lead: view(), contact: null, person: null })),
      nextCursor: null,
      cosigns: [],
      notices: [],
      wechatMessagesLeft: 0,
    }),
    'resident.trackLead': view,
  };
}

/** What the resident does to the lead: own, or held by number and tracking code. */
function answersToDeeds({
  view,
  turn,
  feedback,
}: Pick<MemoryCloud, 'turn' | 'feedback'> & { view: () => ResidentLeadView }): Answers {
  const after = (change: Partial<ResidentLeadView>): ResidentLeadView => {
    turn({ ...change, version: view().version + 1 });
    return view();
  };
  const supplement = ({ text }: { text: string }): ResidentLeadView =>
    after({
      status: 'accepted',
      supplements: view().supplements.map((asked) => ({ ...asked, answer: text })),
      allowed: ['withdrawLead'],
    });
  const hear = ({ fixed, stars, words, reasons }: MemoryCloud['feedback'][number]): ResidentLeadView => {
    feedback.push({ fixed, stars, ...(words ? { words } : {}), ...(reasons ? { reasons } : {}) });
    return after(
      fixed
        ? { status: 'closed', next: '这件事办完了。要是又出问题，可以再说。', allowed: ['giveFeedback'] }
        : { status: 'reopened', next: '按您说的，重新办，3月16日（星期一）前给您回音。', allowed: [] },
    );
  };
  const chase = (): ResidentLeadView =>
    after({
      allowed: [],
      timeline: [
        ...view().timeline,
        { at: SUBMITTED_AT, event: 'LeadChased', by: '您', text: '您催了一次，县政协和正在办的人都看到了。' },
      ],
    });
  return {
    'resident.withdrawLead': () => after({ status: 'withdrawn', allowed: [] }),
    'resident.giveSupplement': supplement,
    'resident.giveSupplementByCode': supplement,
    'resident.giveFeedback': hear,
    'resident.giveFeedbackByCode': hear,
    'resident.chaseLead': chase,
    'resident.chaseLeadByCode': chase,
  };
}

function staffAnswers(texts: () => string[]): Answers {
  let accepted = false;
  const view = (): OfficerLeadView => ({
    ...residentView(texts()[0] ?? ''),
    audience: 'liaison',
    status: accepted ? 'accepted' : 'routed',
    history: [],
    allowed: accepted ? ['recordVisit', 'addNote'] : ['acceptLead', 'recordVisit', 'addNote'],
  });
  return {
    'staff.listNotices': () => ({ items: [] }),
    'staff.getMe': () => ({
      accountId: 'a1',
      name: '程俊峰',
      countyName: '嵩县',
      grants: [{ role: 'liaison', townshipId: '410325100' }],
    }),
    'staff.getDirectory': () => ({
      countyName: '嵩县',
      townships: [],
      sectors: [],
      committees: [],
      units: [],
      categories: [],
      handOverWorkingDays: 10,
      templates: [],
      secondPairOfEyes: false,
    }),
    'staff.listQueue': () => ({
      items: texts().map((text) => ({ ...myItem(text), ...queueExtras, bulk: [], broadcast: null })),
      total: texts().length,
      nextCursor: null,
      statusCounts: { routed: texts().length },
      groupCounts: { new: texts().length, mine: texts().length, today: 0, late: 0, waiting: 0 },
      markCounts: {},
    }),
    'staff.getLead': view,
    'staff.getSimilar': () => ({ items: [] }),
    'staff.acceptLead': () => {
      accepted = true;
      return view();
    },
    'staff.confirmSignIn': () => ({ name: '程俊峰' }),
  };
}

const queueExtras = {
  adoption: 'undecided',
  resolution: 'open',
  categoryName: '交通运输',
  sectorName: '经济界',
  ownerName: '城关镇联络员',
  unitName: '',
  deadline: null,
  overdue: false,
  chased: false,
  extensionAsked: false,
  emergency: false,
  cosigns: 0,
  version: 1,
} as const;

function receipt(): Receipt {
  return {
    leadId: 'L1',
    number: '260305-100001',
    trackingCode: '735042',
    submittedAt: SUBMITTED_AT,
    next: NEXT,
    hint: null,
  };
}

function myItem(text: string) {
  return {
    id: 'L1',
    number: '260305-100001',
    status: 'routed' as const,
    submittedAt: SUBMITTED_AT,
    excerpt: text.slice(0, 60),
    placeName: PLACE.name,
    next: NEXT,
    needsMe: false,
  };
}

function residentView(text: string): ResidentLeadView {
  return {
    id: 'L1',
    version: 1,
    number: '260305-100001',
    trackingCode: '735042',
    status: 'routed',
    adoption: 'undecided',
    resolution: 'open',
    submittedAt: SUBMITTED_AT,
    text,
    placeName: PLACE.name,
    placeNote: '',
    anonymity: 'hiddenFromUnit',
    photoUrls: [],
    videoUrls: [],
    voice: null,
    point: null,
    hasContact: false,
    contactMasked: '',
    onBehalf: null,
    personMasked: '',
    contactReveals: 0,
    cosigns: 0,
    deadline: { kind: 'accept', dueAt: '2026-03-09T10:00:00.000Z' },
    overdue: false,
    holder: '城关镇联络员',
    townshipId: '410325100',
    goesOn: null,
    contactReadings: [],
    supplements: [],
    outOfScope: null,
    decision: null,
    mergedIntoNumber: null,
    splitFromNumber: null,
    partNumbers: [],
    handOverUnitName: '',
    releasedReply: null,
    outcome: null,
    promise: null,
    promiseUnitName: '',
    published: null,
    feedback: [],
    timeline: [{ at: SUBMITTED_AT, event: 'LeadSubmitted', by: '您', text: '您提交了这件事。' }],
    next: NEXT,
    allowed: ['withdrawLead'],
  };
}
