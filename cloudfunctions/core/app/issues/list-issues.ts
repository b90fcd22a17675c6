import type { OutputOf } from '@contract/actions';
import { ISSUE_DAYS, type IssueItem, type IssueLine } from '@contract/issues';
import { nameOf, type County } from '../../domain/county';
import { heatAt, scoreFor } from '../../domain/hot-issues/heat';
import { lastDays, type Issue } from '../../domain/hot-issues/issue';
import { grantFor } from '../../domain/permissions/permissions';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller, Ports } from '../ports';

/** Below this, as when one person spoke up two weeks ago, nobody would call it hot. */
const COLD = 0.5;
const MOST = 50;

/** What the county speaks of now, the hottest first: one database call, however many issues there ever were. */
export async function listIssues(
  _input: unknown,
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<OutputOf<'panel.listIssues'>>> {
  if (grantFor(caller.account.grants, 'listIssues', null) === null) return refuse('FORBIDDEN');
  return done({ items: await hottestIssues(MOST, ports), asOf: ports.clock.now() });
}

/** The hottest issues of this moment. One database call. */
export async function hottestIssues(most: number, ports: Ports): Promise<IssueItem[]> {
  const now = ports.clock.now();
  const [issues, county] = await Promise.all([
    ports.issues.listHottest(scoreFor(COLD, now), most),
    ports.county(),
  ]);
  return issues.map((issue) => presentIssue(issue, county, now));
}

function presentIssue(issue: Issue, county: County, now: string): IssueItem {
  return {
    ...lineOf(issue),
    categoryName: nameOf(county.categories, issue.categoryId),
    townshipNames: issue.townshipIds.map((id) => nameOf(county.townships, id)),
    statuses: issue.statuses,
    days: lastDays(issue, now, ISSUE_DAYS),
    heat: Math.round(heatAt(issue.score, now) * 10) / 10,
  };
}

/** The one line about an issue that stands on the pages of its leads. */
export const lineOf = ({ id, title, leads, people, placeIds }: Issue): IssueLine => ({
  id,
  title: title === '' ? '同一类问题' : title,
  leads,
  people,
  places: placeIds.length,
});
