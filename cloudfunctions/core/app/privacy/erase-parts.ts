import type { DataPart } from '@contract/personal-data';
import type { Lead, LeadContent } from '../../domain/lead/lead';
import type { Evidence } from '@contract/lead';
import { canLoseWords, ERASED_WORDS, withoutWords, wordsIn } from '../lead/sealed-words';
import { personKeyOf } from '../lead/voices';
import type { LeadRecord } from '../ports';

type Digest = (text: string) => string;
/** Whose own things are told apart from everybody else's. */
export const GONE_PREFIX = 'gone:';
export const isUnlinked = (reporterKey: string): boolean => reporterKey.startsWith(GONE_PREFIX);

/** The personal data a lead still holds. */
export function partsHeld(record: Omit<LeadRecord, 'found'>): DataPart[] {
  const { content, events, lead, reporterKey, followers } = record;
  const held: Record<DataPart, boolean> = {
    contact: content.contact !== null,
    person: content.person !== undefined,
    media: filesOf(content, lead).length > 0 || content.voice !== undefined,
    place: content.point !== undefined || content.placeNote !== '',
    text: content.text !== '' && content.text !== ERASED_WORDS,
    words: canLoseAllWords(events),
    reporter: [reporterKey, ...followers.map((follower) => follower.reporterKey)].some(
      (key) => !isUnlinked(key),
    ),
  };
  return (Object.keys(held) as DataPart[]).filter((part) => held[part]);
}

/** Of what was written before words could be taken out of the log, none are: state and log must tell the same. */
function canLoseAllWords(events: LeadRecord['events']): boolean {
  const spoken = events.filter(({ event, erased }) => erased === undefined && wordsIn(event).length > 0);
  return spoken.length > 0 && spoken.every(canLoseWords);
}

/** What the resident uploaded, with the lead and with a feedback: not what officers did. */
export const filesOf = ({ evidence }: LeadContent, { feedback }: Lead): Evidence[] => [
  ...evidence,
  ...feedback.flatMap((given) => given.evidence ?? []),
];

/** The record without these parts. State, log and figures stay: nothing a figure counts is personal. Pure. */
export function withoutParts(
  record: LeadRecord,
  parts: readonly DataPart[],
  { digest, pseudonym }: { digest: Digest; pseudonym: string },
): LeadRecord {
  const erasers: Record<DataPart, (before: LeadRecord) => LeadRecord> = {
    // A telephone could be tried out against the digest of the request it came with.
    contact: (before) => ({
      ...before,
      requestFingerprint: '',
      content: { ...before.content, contact: null },
    }),
    person: (before) => ({ ...before, requestFingerprint: '', content: withoutPerson(before.content) }),
    media: withoutMedia,
    place: (before) => ({ ...before, content: withoutPlace(before.content) }),
    text: withoutText,
    words: (before) => withoutLaterWords(before, digest),
    reporter: (before) => unlinked(before, before.reporterKey, { digest, pseudonym }),
  };
  return parts.reduce((before, part) => erasers[part](before), record);
}

/** The record in which somebody is known by another name: as submitter, as follower and where they joined in. */
export function unlinked(
  record: LeadRecord,
  openid: string,
  { digest, pseudonym }: { digest: Digest; pseudonym: string },
): LeadRecord {
  const personKey = personKeyOf(openid, digest);
  const renamed = personKeyOf(pseudonym, digest);
  const isTheirs = (key: string): boolean => key === openid || key === personKey;
  const { person } = record.content;
  return {
    ...record,
    reporterKey: record.reporterKey === openid ? pseudonym : record.reporterKey,
    content: person?.key === personKey ? { ...record.content, person: withoutKey(person) } : record.content,
    followers: record.followers.map(({ personKey: told, ...follower }) => ({
      ...follower,
      ...(told !== undefined && told !== personKey ? { personKey: told } : {}),
      reporterKey: follower.reporterKey === openid ? pseudonym : follower.reporterKey,
    })),
    cosigners: record.cosigners.map((cosigner) =>
      cosigner.personKey === personKey ? { ...cosigner, personKey: renamed } : cosigner,
    ),
    outbox: record.outbox.filter(({ recipientKey }) => !isTheirs(recipientKey)),
  };
}

/** The record in which nobody is known any more whose own lead was merged into it; each stays one person. */
export function withoutFollowersNames(
  record: LeadRecord,
  { digest, pseudonym }: { digest: Digest; pseudonym: string },
): LeadRecord {
  const keys = [...new Set(record.followers.map(({ reporterKey }) => reporterKey))];
  const renamed = keys
    .filter((key) => !isUnlinked(key))
    .reduce(
      (before, key, index) => unlinked(before, key, { digest, pseudonym: `${pseudonym}-${index}` }),
      record,
    );
  return { ...renamed, followers: renamed.followers.map(({ personKey: _gone, ...follower }) => follower) };
}

function withoutPerson({ person: _gone, ...content }: LeadContent): LeadContent {
  return content;
}

function withoutKey({ key: _gone, ...person }: NonNullable<LeadContent['person']>): LeadContent['person'] {
  return person;
}

function withoutMedia(record: LeadRecord): LeadRecord {
  const { voice: _gone, ...content } = record.content;
  const feedback = record.lead.feedback.map(({ evidence: _shown, ...given }) => given);
  return { ...record, content: { ...content, evidence: [] }, lead: { ...record.lead, feedback } };
}

function withoutPlace({ point: _gone, ...content }: LeadContent): LeadContent {
  return { ...content, placeNote: '' };
}

/** Without the seal the hash of the words cannot be tried out; without prints nothing of them can be recognised. */
function withoutText(record: LeadRecord): LeadRecord {
  const { seal: _gone, voice, ...content } = record.content;
  // What was spoken and written down is the same words.
  const transcript = voice?.transcript ? { ...voice.transcript, text: ERASED_WORDS } : null;
  return {
    ...record,
    content: { ...content, ...(voice && { voice: { ...voice, transcript } }), text: ERASED_WORDS },
    found: { keys: [], print: '' },
  };
}

function withoutLaterWords(record: LeadRecord, digest: Digest): LeadRecord {
  const { lead } = record;
  const gone = (words: string): string => (words === '' ? '' : ERASED_WORDS);
  return {
    ...record,
    events: record.events.map((sealed) => withoutWords(sealed, digest)),
    lead: {
      ...lead,
      supplements: lead.supplements.map((supplement) => ({
        ...supplement,
        answer: supplement.answer === null ? null : gone(supplement.answer),
      })),
      feedback: lead.feedback.map((given) => ({
        ...given,
        words: gone(given.words),
        ...(given.thanks === undefined ? {} : { thanks: gone(given.thanks) }),
      })),
    },
  };
}
