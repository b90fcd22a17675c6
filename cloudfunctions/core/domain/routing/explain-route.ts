import { OUT_OF_SCOPE_KIND_LABELS, PLACE_MATCH_LABELS, PLACE_TO_ASK } from '@contract/labels-zh';
import type { Route } from '@contract/lead';
import type { RouteAccount, RouteExplanation } from '@contract/route-explanation';

/**
 * Tells a decision from what was stored with it, and sets beside it what would be decided today. Pure: the account of
 * then depends on nothing but the stored route, so a changed table or model never rewrites it.
 */
export function explainRoute(first: Route, standing: Route, today: Route): RouteExplanation {
  const changes = changesBetween(first, today);
  return {
    then: accountOf(first),
    since: sinceThen(first, standing),
    today: accountOf(today),
    differs: changes.length > 0,
    differences: changes.length > 0 ? changes : [sameToday(first, today)],
  };
}

/** Why the route is as it is, one sentence each, in the names it carries. */
export function accountOf(route: Route): RouteAccount {
  return {
    names: route.names,
    reasons: [
      ruleOf(route),
      doubtOf(route),
      route.private ? '反映干部的问题只在县政协机关内办，不分给乡镇、委员和部门。' : '',
      placeOf(route),
      suspicionOf(route),
      versionsOf(route),
    ].filter((sentence) => sentence !== ''),
  };
}

const quoted = (words: readonly string[]): string => words.map((word) => `「${word}」`).join('');
const percent = (probability: number): string => `${Math.round(probability * 100)}%`;
const named = (name: string): string => (name === '' ? '未定' : `「${name}」`);

function ruleOf({ rule, words, names }: Route): string {
  switch (rule) {
    case 'keywords':
      return `群众说到${quoted(words)}，按县里的词表归${named(names.category)}。`;
    case 'classifier':
      return `词表里的词没有说到，按整段话判断归${named(names.category)}${words.length > 0 ? `，出力最多的是${quoted(words)}` : ''}。`;
    case 'countyDesk':
      return '词表和整段话都看不出是哪一类，留给县政协办公室。';
    case 'staff':
      return `工作人员指定为${named(names.category)}。`;
  }
}

function doubtOf({ certain, rule, candidates }: Route): string {
  const [best] = candidates;
  if (best === undefined || rule === 'staff') return certain ? '' : '没有把握，请工作人员确认。';
  if (certain) return `把握约 ${percent(best.probability)}，直接分派。`;
  return `把握不大（最可能的约 ${percent(best.probability)}），请工作人员确认。`;
}

function placeOf({ placeBy, placeWords = [], placeCandidates = [], names }: Route): string {
  if (placeBy !== 'none')
    return `地点${PLACE_MATCH_LABELS[placeBy]}${names.township === '' ? '' : `：${names.township}`}。`;
  if (placeCandidates.length === 0) return '没有认出地点，留给县政协办公室。';
  const which = placeCandidates.map(({ name }) => name).join('、');
  return placeWords.length === 1 && placeCandidates.length > 1
    ? `文中的${quoted(placeWords)}${PLACE_TO_ASK.sameName}：${which}。`
    : `文中的地点${PLACE_TO_ASK.unclear}：可能是${which}。`;
}

function suspicionOf({ outOfScope }: Route): string {
  if (outOfScope === null) return '';
  const heard = outOfScope.words.length > 0 ? `，因为说到${quoted(outOfScope.words)}` : '';
  return `听起来像${OUT_OF_SCOPE_KIND_LABELS[outOfScope.kind]}${heard}。`;
}

function versionsOf({ tableVersion, modelVersion }: Route): string {
  if (tableVersion === '') return '那时还没有存下词表和模型的版本。';
  return `词表版本 ${tableVersion}，${modelVersion === null ? '没有用模型' : `模型版本 ${modelVersion}`}。`;
}

function sinceThen(first: Route, standing: Route): string | null {
  if (standing.rule !== 'staff' || first.rule === 'staff') return null;
  const moved =
    standing.townshipId === first.townshipId ? '' : `，地点改为${standing.names.township || '未定'}`;
  return standing.categoryId === first.categoryId
    ? `工作人员看过，仍归${named(standing.names.category)}${moved}。`
    : `工作人员改为${named(standing.names.category)}${moved}。`;
}

/** What of the decision itself would be otherwise; a mere change of names is none. */
function changesBetween(first: Route, today: Route): string[] {
  const change = (what: string, was: string, is: string): string =>
    `${what}会从${named(was)}变为${named(is)}。`;
  const changes: string[] = [];
  if (first.categoryId !== today.categoryId)
    changes.push(change('类别', first.names.category, today.names.category));
  if (first.sectorId !== today.sectorId)
    changes.push(change('对口界别', first.names.sector, today.names.sector));
  if (first.committeeId !== today.committeeId)
    changes.push(change('专委会', first.names.committee, today.names.committee));
  if (first.unitIds.join() !== today.unitIds.join())
    changes.push(change('通常承办的单位', first.names.units.join('、'), today.names.units.join('、')));
  if (first.townshipId !== today.townshipId)
    changes.push(change('乡镇', first.names.township, today.names.township));
  if (first.private !== today.private)
    changes.push(today.private ? '现在会作为不公开事项。' : '现在不再作为不公开事项。');
  return changes;
}

function sameToday(first: Route, today: Route): string {
  if (first.tableVersion !== today.tableVersion) return '词表后来改过，但这一条按现在的分工还是分到同一处。';
  if (first.modelVersion !== today.modelVersion) return '模型后来换过，但这一条按现在的分工还是分到同一处。';
  return '词表和模型都没有变，按现在的分工还是分到同一处。';
}
