import type {
  Contact,
  ContactReading,
  Evidence,
  Feedback,
  HandOver,
  Reply,
  Transcript,
  WithPhotos,
} from '@contract/lead';
import type { IssueLine } from '@contract/issues';
import { ROLE_LABELS } from '@contract/labels-zh';
import {
  AUDIENCE_FIELDS,
  type Audience,
  type LeadField,
  type LeadFields,
  type ViewFor,
} from '@contract/lead-views';
import { codeName } from '../codes/code-name';
import { findPlace, groupNameOf, nameOf, type County } from '../county';
import { deadlineOf } from '../deadlines/deadline-of';
import type { WorkingCalendar } from '../deadlines/working-days';
import type { LeadEvent } from '../lead/events';
import { holderOf, officeNameOf, whoHasIt } from '../lead/holder';
import { peopleIn, type Lead, type LeadContent } from '../lead/lead';
import { nextStep } from '../lead/next-step';
import { nextStepForOfficer } from '../lead/next-step-for-officer';
import { storyFor } from '../lead/story';
import { hideSubmitter } from '../publication/hide-submitter';
import { contactIsFor, voiceIsFor } from './permissions';

/** Everything a view may be made of. */
export interface ViewSource {
  lead: Lead;
  content: LeadContent;
  events: readonly LeadEvent[];
  version: number;
  trackingCode: string;
  /** Short-lived addresses of photos by file id, as far as they were asked for. */
  addresses: ReadonlyMap<string, string>;
  /** The units the reader answers for. */
  unitIds?: readonly string[];
  /** How many people joined in. */
  cosigns: number;
  issue: IssueLine | null;
  /** How the lead stands that this one was merged into; null where it was not, or nobody asks. */
  goesOn?: LeadFields['goesOn'];
  county: County;
  calendar: WorkingCalendar;
}

/** The lead as this audience may see it: exactly the fields its list in the contract names, each filled for it. */
export function viewFor<A extends Audience>(audience: A, source: ViewSource): ViewFor<A> {
  const view: Partial<Record<LeadField, unknown>> = {};
  for (const field of AUDIENCE_FIELDS[audience] as readonly LeadField[]) {
    view[field] = FIELDS[field](source, audience);
  }
  return view as ViewFor<A>;
}

type Filler<F extends LeadField> = (source: ViewSource, audience: Audience) => LeadFields[F];

/** How each field is filled. `viewFor` calls only those the audience has. */
const FIELDS: { [F in LeadField]: Filler<F> } = {
  id: ({ lead }) => lead.id,
  version: ({ version }) => version,
  number: ({ lead }) => lead.number,
  trackingCode: ({ trackingCode }) => trackingCode,
  status: ({ lead }) => lead.status,
  adoption: ({ lead }) => lead.adoption,
  resolution: ({ lead }) => lead.resolution,
  submittedAt: ({ lead }) => lead.submittedAt,
  text: (source, audience) => wordsFor(source, audience)(source.content.text),
  placeName: ({ lead, county }) => placeNameOf(lead, county),
  placeNote: (source, audience) => wordsFor(source, audience)(source.content.placeNote),
  townshipId: ({ lead }) => lead.route?.townshipId ?? null,
  entry: ({ lead }) => lead.entry,
  codeName: ({ lead, county }) => (lead.codeId === null ? '' : codeName(lead.codeId, county)),
  anonymity: ({ lead }) => lead.anonymity,
  photoUrls: ({ content, addresses }) => urlsOf(ofKind('photo', content.evidence), addresses),
  videoUrls: ({ lead, content, addresses }, audience) =>
    voiceIsFor(audience, lead) ? urlsOf(ofKind('video', content.evidence), addresses) : [],
  voice: voiceFor,
  point: ({ content }) => content.point ?? null,
  hasContact: ({ content }) => content.contact !== null,
  contactMasked: ({ lead, content }, audience) =>
    contactIsFor(audience, lead) ? maskContact(content.contact) : '',
  contactReveals: ({ lead }) => lead.contactReveals,
  contactReadings: ({ events, county, lead }) => readingsIn(events, lead, county),
  onBehalf: ({ lead }) => lead.onBehalf,
  personMasked: ({ lead, content }, audience) =>
    contactIsFor(audience, lead) ? maskContact(content.person ?? null) : '',
  cosigns: ({ cosigns }) => cosigns,
  issue: ({ issue }) => issue,
  route: ({ lead }) => lead.route,
  owner: ({ lead }) => lead.owner,
  // Leaders read which office has it, not which person.
  ownerName: ({ lead, county }, audience) =>
    audience === 'leader' ? officeNameOf(lead, county) : ownerNameOf(lead, county),
  holder: ({ lead, county }) => whoHasIt(lead, county),
  goesOn: ({ goesOn = null }) => goesOn,
  categoryName: ({ lead, county }) => nameOf(county.categories, lead.route?.categoryId ?? null),
  sectorName: ({ lead, county }) => sectorNameOf(lead, county),
  committeeName: ({ lead, county }) => nameOf(county.committees, lead.route?.committeeId ?? null),
  deadline: ({ lead, calendar }) => deadlineOf(lead, calendar),
  overdue: ({ lead }) => lead.overdue,
  supplements: (source, audience) =>
    source.lead.supplements.map((asked) => ({
      ...asked,
      answer: asked.answer === null ? null : wordsFor(source, audience)(asked.answer),
    })),
  outOfScope: ({ lead }) => lead.outOfScope,
  decision: ({ lead }) => lead.decision,
  mergedIntoNumber: ({ lead }) => lead.mergedInto?.number ?? null,
  splitFromNumber: ({ lead }) => lead.splitFrom?.number ?? null,
  partNumbers: ({ lead }) => lead.parts.map(({ number }) => number),
  mergedNumbers: ({ lead }) => lead.absorbed.map(({ number }) => number),
  handOver: ({ lead }) => handOverWithoutAsk(lead),
  extensionAsked: ({ lead: { handOver }, unitIds = [] }, audience) =>
    audience === 'committee' || unitIds.includes(handOver?.unitId ?? '')
      ? (handOver?.extensionAsked ?? null)
      : null,
  handOverUnitName: ({ lead, county }) => nameOf(county.units, lead.handOver?.unitId ?? null),
  reply: ({ lead, addresses }) => lead.reply && withPhotos(lead.reply, addresses),
  releasedReply: ({ lead, addresses }) => (isReleased(lead) ? asReleased(lead.reply, addresses) : null),
  reports: ({ lead }) => lead.reports,
  consultations: ({ lead }) => lead.consultations,
  visits: ({ lead, addresses }) => lead.visits.map((visit) => withPhotos(visit, addresses)),
  claimedBy: ({ lead }) => lead.claimedBy?.name ?? null,
  broadcast: (source, audience) => {
    const { broadcast } = source.lead;
    return broadcast && { ...broadcast, reason: wordsFor(source, audience)(broadcast.reason) };
  },
  broadcastTo: ({ lead, county }) => (lead.broadcast ? groupNameOf(lead.broadcast.group, county) : ''),
  outcome: ({ lead }) => lead.outcome,
  promise: ({ lead }) => lead.promise,
  promiseUnitName: ({ lead, county }) => nameOf(county.units, lead.promise?.unitId ?? null),
  proposal: ({ lead }) => lead.proposal,
  published: ({ lead }) => lead.published,
  feedback: (source, audience) =>
    source.lead.feedback.map((given) => withPhotos(feedbackFor(audience, given, source), source.addresses)),
  bounces: ({ lead }) => lead.bounces,
  escalatedTo: ({ lead }) => lead.escalatedTo,
  awaitsReview: ({ lead }) => lead.awaitsReview,
  timeline: storyToRead,
  history: storyToRead,
  next: ({ lead, county, calendar, unitIds = [] }, audience) =>
    audience === 'owner' || audience === 'tracker'
      ? nextStep(lead, county, calendar)
      : nextStepForOfficer(lead, { audience, unitIds }, county, calendar),
};

/** How the resident's own words are told: to officers who may not know who said them, without what would tell. */
function wordsFor({ lead, content }: ViewSource, audience: Audience): (words: string) => string {
  const isOfficer = audience !== 'owner' && audience !== 'tracker';
  if (!isOfficer || contactIsFor(audience, lead)) return (words) => words;
  return (words) => hideSubmitter(words, peopleIn(content));
}

/** What happened, with the resident's words in it told as everywhere. */
function storyToRead(source: ViewSource, audience: Audience): LeadFields['history'] {
  const told = wordsFor(source, audience);
  return storyFor(audience, source.events, source.county, source.unitIds).map((entry) => ({
    ...entry,
    text: told(entry.text),
  }));
}

/** The hand-over as everybody reads it who reads of it: what its unit asks for is a field of its own. */
function handOverWithoutAsk({ handOver }: Lead): HandOver | null {
  if (handOver === null) return null;
  const { extensionAsked: _forTheCommittee, ...known } = handOver;
  return known;
}

/** What a unit wrote reaches the resident with what the committee made of it: an outcome, or a promise given on after it. */
function isReleased({ reply, outcome, promise }: Lead): boolean {
  return reply !== null && (outcome !== null || (promise !== null && reply.at <= promise.at));
}

/** A reply as residents and leaders read it: without what its author told the check. */
function asReleased(reply: Reply | null, addresses: ViewSource['addresses']): WithPhotos<Reply> | null {
  if (reply === null) return null;
  const { overruleNote: _forTheCommittee, ...released } = reply;
  return withPhotos(released, addresses);
}

/** The recording: what was said for everybody who reads the words, the voice itself only for who may know whose it is. */
function voiceFor(source: ViewSource, audience: Audience): LeadFields['voice'] {
  const { lead, content, addresses } = source;
  if (content.voice === undefined) return null;
  const { seconds, transcript } = content.voice;
  const [url] = voiceIsFor(audience, lead) ? urlsOf(ofKind('voice', content.evidence), addresses) : [];
  return { url: url ?? null, seconds, transcript: transcript && writtenFor(audience, transcript, source) };
}

/** Who listened is for colleagues; residents and leaders read which side it was. */
function writtenFor(audience: Audience, { by, ...heard }: Transcript, source: ViewSource): Transcript {
  const written = { ...heard, text: wordsFor(source, audience)(heard.text) };
  const named = audience !== 'owner' && audience !== 'tracker' && audience !== 'leader';
  return { ...written, by: named || by.kind === 'resident' ? by : { kind: 'officer', name: '县政协' } };
}

const ofKind = (kind: Evidence['kind'], evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter((each) => each.kind === kind);

/** Thanks are for who handled it, for the committee, and for the one who said them. */
function feedbackFor(audience: Audience, { thanks, ...said }: Feedback, source: ViewSource): Feedback {
  const { words } = said;
  const told = wordsFor(source, audience);
  const given = words === undefined ? said : { ...said, words: told(words) };
  const forThem = ['owner', 'tracker', 'committee', 'unit'].includes(audience);
  return thanks !== undefined && forThem ? { ...given, thanks: told(thanks) } : given;
}

/** Every time the contact was shown, by the kind of office that asked: never by the person. */
function readingsIn(events: readonly LeadEvent[], lead: Lead, county: County): ContactReading[] {
  return events.flatMap((event) => {
    if (event.type !== 'ContactRevealed' || event.by.kind !== 'officer') return [];
    const unit = nameOf(county.units, lead.handOver?.unitId ?? null);
    const office =
      event.by.role === 'unitOfficer'
        ? `部门${unit ? `（${unit}）` : ''}`
        : event.by.role === 'staff'
          ? '县政协办公室'
          : `乡镇${ROLE_LABELS[event.by.role]}`;
    return [{ at: event.at, office, reason: event.reason }];
  });
}

const urlsOf = (evidence: readonly Evidence[], addresses: ViewSource['addresses']): string[] =>
  evidence.flatMap(({ fileId }) => addresses.get(fileId) ?? []);

/** With addresses that can be opened instead of where the photos lie. */
function withPhotos<Said extends { evidence?: Evidence[] }>(
  { evidence, ...said }: Said,
  addresses: ViewSource['addresses'],
): WithPhotos<Said> {
  const photoUrls = urlsOf(evidence ?? [], addresses);
  return photoUrls.length > 0 ? { ...said, photoUrls } : said;
}

/** The place in words; empty when the lead has none. */
export function placeNameOf(lead: Lead, county: County): string {
  return findPlace(county, lead.placeId)?.name ?? '';
}

/** The sector group's name; empty when nothing placed it. */
export function sectorNameOf(lead: Lead, county: County): string {
  const sectorId = lead.route?.sectorId ?? 'none';
  return sectorId === 'none' ? '' : nameOf(county.sectors, sectorId);
}

/** Who holds the lead, in words, with the person where an office has one. Never empty. */
export function ownerNameOf(lead: Pick<Lead, 'owner'>, county: County): string {
  const { owner } = lead;
  if (owner.kind !== 'liaison' && owner.kind !== 'convener') return officeNameOf(lead, county);
  return [officeNameOf(lead, county), holderOf(owner, county)?.name].filter(Boolean).join(' ');
}

/** A contact that tells there is one and nothing more: 张**，139****01. Of a short number hardly anything is left. */
export function maskContact(contact: Contact | null): string {
  if (contact === null) return '';
  const name = contact.name ? `${Array.from(contact.name)[0] ?? ''}**` : '';
  return [name, maskPhone(contact.phone ?? '')].filter(Boolean).join('，');
}

function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(-2)}`;
  return phone === '' ? '' : `****${phone.length >= 7 ? phone.slice(-2) : ''}`;
}
