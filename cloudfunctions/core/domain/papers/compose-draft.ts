import type { ReportKind } from '@contract/lead';
import { PAPER_MAX, PAPER_TITLE_MAX, paperLength, type PaperText } from '@contract/papers';
import { findPlace, nameOf, type County } from '../county';
import { chinaDate } from '../deadlines/working-days';
import type { Lead } from '../lead/lead';
import { deIdentify } from '../publication/de-identify';
import type { KnownPerson } from '../publication/find-identifiers';

/** As much of an adopted lead as a paper may stand on. */
export interface DraftSource {
  lead: Lead;
  text: string;
  known: readonly KnownPerson[];
}
export interface DraftMatter {
  sources: readonly DraftSource[];
  /** How many different people speak through the leads. */
  people: number;
  /** What the hot issue is called; null where there is none. */
  issueTitle: string | null;
}

/** Residents' own words may take this much of the paper; what is longer ends at a sentence. */
const WORDS_OF_RESIDENTS = 620;
const LONGEST_QUOTE = 180;
const LONGEST_ANSWER = 160;

/**
 * A draft to go on from, made of what the leads hold: the problem, where and how many people, what residents say, what was
 * already done, what was agreed on. No name, telephone or house of anybody; never longer than a paper may be. Pure.
 */
export function composeDraft(kind: ReportKind, matter: DraftMatter, county: County): PaperText {
  const said = quotesOf(matter.sources);
  const done = whatWasDone(matter.sources, county);
  const body = [
    '一、群众反映的情况',
    openingOf(matter, county),
    ...said,
    ...(done.length > 0 ? ['二、已经做的工作', ...done] : []),
  ];
  const texts = suggestionsFrom(matter.sources, county);
  const suggestions = texts.map((text, index) => ({ id: `s${index + 1}`, text }));
  const text: PaperText = {
    title: titleOf(kind, matter, county),
    addressee: '县委、县政府',
    copyTo: unitNames(matter.sources, county).slice(0, 3).join('、'),
    body: body.join('\n'),
    suggestions,
    signer: county.leadership.chair?.name ?? '',
  };
  return withinLimit(text);
}

const KIND_ENDINGS: Record<ReportKind, string> = {
  opinionBrief: '的情况反映',
  memberProposalLetter: '的建议',
  consultationReport: '的协商报告',
};

function titleOf(kind: ReportKind, { sources, issueTitle }: DraftMatter, county: County): string {
  const place = commonPlace(sources, county);
  const first = sources[0];
  const topic =
    issueTitle !== null && issueTitle !== ''
      ? `“${clean(issueTitle, first)}”`
      : `${nameOf(county.categories, first?.lead.route?.categoryId ?? null)}`;
  const title = `关于${place}${topic}问题${KIND_ENDINGS[kind]}`;
  return Array.from(title).slice(0, PAPER_TITLE_MAX).join('');
}

const clean = (text: string, source: DraftSource | undefined): string => deIdentify(text, source?.known);

function commonPlace(sources: readonly DraftSource[], county: County): string {
  const townships = distinct(sources.map(({ lead }) => lead.route?.townshipId ?? null));
  return townships.length === 1 ? nameOf(county.townships, townships[0] ?? null) : '';
}

function openingOf({ sources, people }: DraftMatter, county: County): string {
  const days = sources.map(({ lead }) => chinaDate(lead.submittedAt)).sort();
  const places = distinct(
    sources.map(
      ({ lead }) => findPlace(county, lead.placeId ?? lead.route?.townshipId ?? null)?.name ?? null,
    ),
  );
  const where =
    places.length === 0
      ? ''
      : places.length <= 3
        ? places.join('、')
        : `${places.slice(0, 3).join('、')}等 ${places.length} 处`;
  const category = nameOf(county.categories, sources[0]?.lead.route?.categoryId ?? null);
  const about = category ? `反映“${category}”方面的问题` : '反映同一个问题';
  const since = sayDay(days[0] ?? '');
  const until = days.at(-1) === days[0] ? '' : `至${sayDay(days.at(-1) ?? '')}`;
  return `${since}${until}，${people} 名群众通过“直通”${about}${where ? `，涉及${where}` : ''}，共 ${sources.length} 条线索，县政协已经采纳。`;
}

const BEGINNINGS = ['有群众说', '另一位群众说', '还有群众说'];

/** What residents say, each beginning cut at the end of a sentence. */
function quotesOf(sources: readonly DraftSource[]): string[] {
  const each = Math.max(60, Math.min(LONGEST_QUOTE * 2, Math.floor(WORDS_OF_RESIDENTS / sources.length)));
  let left = WORDS_OF_RESIDENTS;
  return sources.flatMap(({ text, known }, index) => {
    const words = cutAtSentence(deIdentify(text, known).replace(/\s+/gu, ''), Math.min(each, left));
    left -= words.length;
    const beginning = BEGINNINGS[Math.min(index, BEGINNINGS.length - 1)] ?? '';
    return words.length < 8 ? [] : [`${beginning}：“${ended(words)}”`];
  });
}

function whatWasDone(sources: readonly DraftSource[], county: County): string[] {
  return sources
    .flatMap(({ lead, known }) => [
      ...lead.consultations.map(
        ({ heldOn, place, conclusion }) =>
          `${sayDay(heldOn)}在${deIdentify(place, known)}协商，商定：${answerOf(conclusion, known)}`,
      ),
      ...(lead.handOver && lead.handOver.returned === null
        ? [
            `${sayDay(chinaDate(lead.handOver.handedOverAt))}交${nameOf(county.units, lead.handOver.unitId)}办理。`,
          ]
        : []),
      ...(lead.reply
        ? [
            `${lead.reply.unitId ? nameOf(county.units, lead.reply.unitId) : '县政协'}答复：${answerOf(lead.reply.text, known)}`,
          ]
        : []),
    ])
    .slice(0, 6);
}

/** What was agreed on or promised is suggested first; where nothing was, that the unit in charge looks at the place. */
function suggestionsFrom(sources: readonly DraftSource[], county: County): string[] {
  const agreed = sources.flatMap(({ lead, known }) => [
    ...lead.consultations.map(({ conclusion }) => `落实协商意见：${answerOf(conclusion, known)}`),
    ...(lead.promise
      ? [
          `督促${nameOf(county.units, lead.promise.unitId)}在 ${sayDay(lead.promise.dueOn)}前兑现承诺：${answerOf(lead.promise.text, known)}`,
        ]
      : []),
  ]);
  const [unit = '主管部门', ...others] = unitNames(sources, county);
  const together = others.length > 0 ? `，会同${others.slice(0, 2).join('、')}` : '';
  return [
    ...distinct(agreed).slice(0, 3),
    `由${unit}牵头${together}，到现场核实，定下办法、责任人和完成时间。`,
    '办理结果由承办单位向反映的群众说明，并在村（社区）公开。',
  ];
}

const unitNames = (sources: readonly DraftSource[], county: County): string[] =>
  distinct(
    sources.flatMap(({ lead }) => [
      ...(lead.handOver ? [lead.handOver.unitId, ...lead.handOver.supportingUnitIds] : []),
      ...(lead.route?.unitIds ?? []),
    ]),
  ).map((id) => nameOf(county.units, id));

/** The beginning of the text up to the last whole sentence that fits; cut hard where the first one does not. */
function cutAtSentence(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest);
  const end = Math.max(...['。', '！', '？', '；'].map((stop) => head.lastIndexOf(stop)));
  return end >= 20 ? head.slice(0, end + 1) : `${head.slice(0, Math.max(0, longest - 1))}…`;
}

/** The words as a whole sentence: who wrote them in a hurry left its end open. */
const ended = (words: string): string =>
  /[。！？…!?]$/u.test(words) ? words : `${words.replace(/[，、；：,;:.\s]+$/u, '')}。`;

/** What somebody answered, agreed on or promised, as long as a paper has room for. */
const answerOf = (text: string, known: DraftSource['known']): string =>
  ended(cutAtSentence(deIdentify(text, known).trim(), LONGEST_ANSWER));

/** Paragraphs from the end are left out until the paper is short enough; headings and the opening stay. */
function withinLimit(text: PaperText): PaperText {
  let { body } = text;
  let { suggestions } = text;
  while (paperLength({ body, suggestions }) > PAPER_MAX) {
    const paragraphs = body.split('\n');
    const longest = paragraphs.reduce(
      (at, paragraph, index) => (index > 1 && paragraph.length > (paragraphs[at]?.length ?? 0) ? index : at),
      1,
    );
    if (longest <= 1 && suggestions.length <= 1) break;
    if (longest > 1) body = paragraphs.filter((_, index) => index !== longest).join('\n');
    else suggestions = suggestions.slice(0, -1);
  }
  return { ...text, body, suggestions };
}

function sayDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function distinct<Value>(values: readonly (Value | null)[]): Value[] {
  return [...new Set(values.filter((value): value is Value => value !== null))];
}
