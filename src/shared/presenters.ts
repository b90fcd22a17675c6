import { DOOR_LABELS, PLACE_MATCH_LABELS, PLACE_TO_ASK } from '@contract/labels-zh';
import type { Door } from '@contract/envelope';
import type { Deadline, LeadStatus, Route, RouteCandidate } from '@contract/lead';
import type { QueueItem } from '@contract/lead-views';
import type { SamePlace, SimilarLead } from '@contract/similar';
import { daysBetween } from './dates';

/** How a status feels to the one who reads it; each tone has a colour and a shape. */
export type Tone = 'moving' | 'waiting' | 'good' | 'stopped' | 'quiet';

const TONES: Record<LeadStatus, Tone> = {
  submitted: 'moving',
  routed: 'moving',
  accepted: 'moving',
  awaitingSupplement: 'waiting',
  outOfScope: 'stopped',
  adopted: 'moving',
  declined: 'stopped',
  inProgress: 'moving',
  resolved: 'good',
  unresolvable: 'stopped',
  closed: 'good',
  reopened: 'moving',
  merged: 'quiet',
  withdrawn: 'quiet',
};

/** The tone of a status. */
export function toneOf(status: LeadStatus): Tone {
  return TONES[status];
}

/** Whether a date has passed, noted by the county or not yet. */
export const isLate = (deadline: Deadline, overdue: boolean, now: string): boolean =>
  overdue || deadline.dueAt <= now;

/** What the clock says to an officer: 「3天后到期」, 「今天到期」, 「已超3天」. */
export function sayDue(deadline: Deadline, overdue: boolean, now: string): string {
  const days = daysBetween(now, deadline.dueAt);
  if (isLate(deadline, overdue, now)) return days < 0 ? `已超${-days}天` : '已经过期';
  if (days === 0) return '今天到期';
  return days === 1 ? '明天到期' : `还有${days}天`;
}

const DOOR_PHONES: Partial<Record<Door, string>> = {
  police: '110',
  fire: '119',
  ambulance: '120',
  hotline12345: '12345',
  court: '12368',
  legalAid: '12348',
  discipline: '12388',
};

/** The name of the right door and its telephone number, where it has one. */
export function describeDoor(door: Door): { name: string; phone: string | null } {
  return { name: DOOR_LABELS[door], phone: DOOR_PHONES[door] ?? null };
}

/** Whether what is behind the door cannot wait: fire, illness, crime. */
export function isForDanger(door: Door): boolean {
  return door === 'fire' || door === 'ambulance' || door === 'police';
}

/** 「另有 3 人附议」; null where nobody joined in. */
export function sayCosigns(cosigns: number): string | null {
  return cosigns > 0 ? `另有 ${cosigns} 人附议` : null;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** A stretch of time as people say it: 12 分钟, 3 小时, 2 天. */
function sayMinutes(minutes: number): string {
  if (minutes < 1) return '不到 1 分钟';
  if (minutes < HOUR) return `${Math.floor(minutes)} 分钟`;
  return minutes < 2 * DAY ? `${Math.floor(minutes / HOUR)} 小时` : `${Math.floor(minutes / DAY)} 天`;
}

/** What became of an urgent call: 「急·等人认领 12 分钟」 as long as it waits, then 「张三 8 分钟后认领」. */
export function sayCall({ at, claimedAfterMinutes, claimedBy }: Call, now: string): string {
  if (claimedAfterMinutes === null) {
    return `急·等人认领 ${sayMinutes(Math.max(0, (Date.parse(now) - Date.parse(at)) / 60_000))}`;
  }
  return `${claimedBy ?? '有人'} ${sayMinutes(claimedAfterMinutes)}后认领`;
}
type Call = NonNullable<QueueItem['broadcast']>;

/** A number or code as typed on a phone: full-width letters, spaces and small letters put right. */
export function tidyCode(typed: string): string {
  return typed
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .toUpperCase();
}

/** What people type for the digits of a number: wide ones, letters that look like one, blanks and dots between. */
const digitsOf = (typed: string): string =>
  tidyCode(typed).replace(/[OD]/g, '0').replace(/[IL|]/g, '1').replace(/\D/g, '');

/** The number of a lead as it was given, however it was typed: six digits, a dash, six digits; else what was typed. */
export function tidyNumber(typed: string): string {
  const digits = digitsOf(typed);
  return digits.length === 12 ? `${digits.slice(0, 6)}-${digits.slice(6)}` : tidyCode(typed);
}

/** The tracking code as it was given, however it was typed; else what was typed. */
export function tidyTrackingCode(typed: string): string {
  const digits = digitsOf(typed);
  return digits.length === 6 ? digits : tidyCode(typed);
}

/** A category less likely than this is no help to choose from. */
const WORTH_OFFERING_FROM = 0.05;

/** The categories worth a tap where the rules were not sure; none when nothing is likely. */
export function categoriesToOffer(candidates: readonly RouteCandidate[]): RouteCandidate[] {
  return candidates.filter(({ probability }) => probability >= WORTH_OFFERING_FROM);
}

/** How the place was known, with the words that named it; where it must be asked, that. */
export function sayPlaceMatch({ placeBy, placeWords = [], placeCandidates = [] }: Route): string {
  const words = placeWords.map((word) => `「${word}」`).join('');
  if (placeBy !== 'none' || placeCandidates.length === 0)
    return [PLACE_MATCH_LABELS[placeBy], words].filter(Boolean).join('：');
  return placeWords.length === 1 && placeCandidates.length > 1
    ? `${words}${PLACE_TO_ASK.sameName}`
    : `${words}${PLACE_TO_ASK.unclear}`;
}

/** A probability worth offering, as a person reads it. */
export function sayShare(probability: number): string {
  return `约 ${Math.min(95, Math.round(probability * 100))}%`;
}

/** How much of the place two leads share; null where it is unknown or another. */
export function saySamePlace(samePlace: SamePlace): string | null {
  switch (samePlace) {
    case 'village':
      return '同一个村（社区）';
    case 'township':
      return '同一个乡镇';
    case null:
      return null;
  }
}

/** Why two leads may be one matter, in the words a merge begins with. */
export const sayWhySimilar = ({ samePlace, words }: Pick<SimilarLead, 'samePlace' | 'words'>): string =>
  [
    saySamePlace(samePlace),
    words.length > 0
      ? `都说到${words
          .slice(0, 2)
          .map((word) => `「${word}」`)
          .join('')}`
      : '',
  ]
    .filter(Boolean)
    .join('，');
