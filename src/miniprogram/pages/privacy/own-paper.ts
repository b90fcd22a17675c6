import {
  ANONYMITY_EXPLANATIONS,
  ANONYMITY_LABELS,
  RELATION_LABELS,
  STANDING_LABELS,
  STAR_WORDS,
  STATUS_WORDS,
} from '@contract/labels-zh';
import type { Contact } from '@contract/lead';
import type { ResidentLeadView } from '@contract/lead-views';
import type { MyData, MyLeadData, RetentionTerms } from '@contract/personal-data';
import { sayFullDay, sayFully } from '@shared/dates';
import { sayFeedback } from '@shared/feedback-words';
import { sayPoint } from '@shared/points';
import { describeDoor } from '@shared/presenters';
import { WHAT_IS_KEPT } from './what-is-kept';

/** What is kept about somebody, as words in their order: a page and a plain text are both written from it. */
export interface OwnPaper {
  title: string;
  opening: string[];
  parts: PaperPart[];
}
export interface PaperPart {
  title: string;
  lines: PaperLine[];
}
/** A few lines under one label. */
export interface PaperLine {
  label: string;
  texts: string[];
}

/** Everything that is kept about oneself, to be read by whoever it is about; the same for the same data and moment. */
export function ownPaper(data: MyData, terms: RetentionTerms, writtenAt: string): OwnPaper {
  const { leads, cosigns, notices } = data;
  return {
    title: '留着的我的信息',
    opening: [
      `${sayFully(writtenAt)}存的。一共 ${leads.length} 件您说的事，附议 ${cosigns.length} 件，消息 ${notices.length} 条。`,
      '里面有您的姓名、电话和查询码，请收好，别随便给人看。',
    ],
    parts: [
      ...leads.map((one, index) => leadPart(one, `第 ${index + 1} 件`)),
      ...partOf(
        '您附议的事',
        cosigns.map(({ number, at }) => line(`编号 ${number}`, `${sayFully(at)}附议的。`)),
      ),
      ...partOf(
        '我们发给您的消息',
        notices.map(({ at, number, text }) => line(`${sayFully(at)}，编号 ${number}`, text)),
      ),
      ...partOf(
        '留什么、为什么、谁看得到、留多久',
        WHAT_IS_KEPT.map(({ field, why, who, long }) =>
          line(field, `为什么：${why}`, `谁看得到：${who}`, `留多久：${long(terms)}`),
        ),
      ),
    ],
  };
}

const line = (label: string, ...texts: string[]): PaperLine => ({ label, texts });
const lineOf = (label: string, ...texts: (string | null | undefined)[]): PaperLine[] => {
  const said = texts.flatMap((text) => text || []);
  return said.length > 0 ? [{ label, texts: said }] : [];
};
const partOf = (title: string, lines: PaperLine[]): PaperPart[] =>
  lines.length > 0 ? [{ title, lines }] : [];

function leadPart({ lead, contact, person }: MyLeadData, title: string): PaperPart {
  return {
    title,
    lines: [
      ...lineOf('办到哪一步', STATUS_WORDS[lead.status], lead.next),
      ...lineOf('编号和查询码', lead.number, lead.trackingCode),
      ...lineOf('哪天说的', sayFully(lead.submittedAt)),
      ...lineOf('您写的话', lead.text),
      ...lineOf('地点', lead.placeName, lead.placeNote, lead.point && sayPoint(lead.point)),
      ...lineOf('照片、录像、录音', ...mediaOf(lead)),
      ...lineOf('您留的姓名、电话', sayContact(contact) ?? '没有留。'),
      ...onBehalfOf(lead, person),
      ...lineOf('谁能看到您', ANONYMITY_LABELS[lead.anonymity], ANONYMITY_EXPLANATIONS[lead.anonymity]),
      ...lineOf('谁看过您的姓名、电话，为什么', ...readingsOf(lead)),
      ...lineOf('一步一步', ...lead.timeline.map(({ at, by, text }) => `${sayFully(at)}，${by}：${text}`)),
      ...answersOf(lead),
      ...lead.feedback.flatMap((given) =>
        lineOf(
          '您说的结果',
          `${sayFully(given.at)}：${given.fixed ? '办好了' : '没办好'}，${STAR_WORDS[given.stars - 1] ?? ''}。`,
          sayFeedback(given),
          named('照片', given.photoUrls ?? []),
        ),
      ),
    ],
  };
}

/** By name only: the files stay where they are, and open from the page of the matter. */
function mediaOf({ photoUrls, videoUrls, voice }: ResidentLeadView): string[] {
  const files = [
    named('照片', photoUrls),
    named('录像', videoUrls),
    voice ? `录音一段，${voice.seconds} 秒` : null,
  ].flatMap((name) => name ?? []);
  if (files.length === 0) return [];
  const heard = voice?.transcript ? [`录音里的话：${voice.transcript.text}`] : [];
  return [...files, ...heard, '要看、要听，请打开「我反映过的事」里的这一件。'];
}

const named = (what: string, urls: readonly string[]): string | null =>
  urls.length === 0 ? null : urls.map((_url, index) => `${what} ${index + 1}`).join('、');

const sayContact = (contact: Contact | null): string | null =>
  [contact?.name, contact?.phone].filter(Boolean).join('，') || null;

function onBehalfOf({ onBehalf }: ResidentLeadView, person: Contact | null): PaperLine[] {
  if (onBehalf === null) return [];
  const { relation, standing } = onBehalf;
  return lineOf('替谁说的', RELATION_LABELS[relation], sayContact(person), STANDING_LABELS[standing]);
}

const readingsOf = ({ contactReadings }: ResidentLeadView): string[] =>
  contactReadings.length === 0
    ? ['还没有人看过。']
    : contactReadings.map(({ at, office, reason }) => `${sayFully(at)}，${office}。原因：${reason}`);

/** What was answered: decision, promise, reply, result. */
function answersOf(lead: ResidentLeadView): PaperLine[] {
  const { decision, outOfScope, promise, promiseUnitName, releasedReply, outcome, published } = lead;
  return [
    ...(decision?.kind === 'adopted' ? lineOf('县政协怎么说', decision.note) : []),
    ...(decision?.kind === 'declined' ? lineOf('为什么没有采纳', decision.reason, decision.goTo) : []),
    ...(outOfScope ? lineOf('可以找谁', describeDoor(outOfScope.door).name, outOfScope.note) : []),
    ...(promise
      ? lineOf(`${promiseUnitName}答应的事`, promise.text, `${sayFullDay(promise.dueOn)}以前办好。`)
      : []),
    ...lineOf(
      `${lead.handOverUnitName || '部门'}的答复`,
      releasedReply?.text,
      named('办理后的照片', releasedReply?.photoUrls ?? []),
    ),
    ...(outcome?.kind === 'resolved' ? lineOf('办的结果', outcome.summary) : []),
    ...(outcome?.kind === 'unresolvable'
      ? lineOf('为什么眼下还办不了', outcome.reason, `什么时候能办：${outcome.whatWouldChange}`)
      : []),
    ...(published ? lineOf('公开出去的', published.title, published.text) : []),
  ];
}
