import type { IssueMember, IssueRepository, LeadRecord, StoredIssue } from '../app/ports';
import type { Issue } from '../domain/hot-issues/issue';
import { LISTED_FROM_PEOPLE } from '../domain/hot-issues/issue';
import { issueKey } from '../domain/statistics/queue-keys';
import { atLeast, GONE, oneOf, type DocumentStore, type Fields } from './document-store';
import { LEADS, recordOf, ungroupedKey } from './lead-document';

const ISSUES = 'issues';
/** An issue of more leads than this keeps the figures of its latest ones. */
const MOST_LEADS = 1_000;
const MEMBER_FIELDS = ['lead', 'reporterKey', 'followers', 'cosigners', 'content.text', 'found.print'];

/** Hot issues in a collection of their own; which leads are in one stands on the leads. */
export function issueRepository(store: DocumentStore, countyId: string): IssueRepository {
  return {
    async listUngrouped(limit) {
      const where = { groupKey: ungroupedKey(countyId) };
      const documents = await store.find(LEADS, where, { limit });
      return documents.map((document) => ({
        record: recordOf(document),
        groupedIn: document['groupedIn'] as string | null | undefined,
      }));
    },

    async settle({ id, version, issueId }) {
      await store.change(LEADS, { _id: id, version }, { groupKey: GONE, groupedIn: issueId });
    },

    async leadsOf(issueId) {
      const where = { countyId, queueKeys: issueKey(issueId) };
      const page = {
        orderBy: [['order', 'desc'] as [string, 'desc']],
        limit: MOST_LEADS,
        fields: MEMBER_FIELDS,
      };
      return (await store.find(LEADS, where, page)).map(memberOf);
    },

    async find(issueIds) {
      const documents = await store.find(ISSUES, { _id: oneOf(issueIds) }, { limit: issueIds.length });
      return documents.map((document): StoredIssue => ({
        issue: document['issue'] as Issue,
        revision: Number(document['revision']),
      }));
    },

    async listHottest(fromScore, limit) {
      const where = { listedIn: countyId, score: atLeast(fromScore) };
      const documents = await store.find(ISSUES, where, { orderBy: [['score', 'desc']], limit });
      return documents.map((document) => document['issue'] as Issue);
    },

    async write(issueId, issue, expected) {
      const where = { _id: issueId, revision: expected };
      if (issue === null) return (await store.remove(ISSUES, where)) === 1;
      const isListed = issue.people >= LISTED_FROM_PEOPLE;
      const fields = { countyId, issue, score: issue.score, revision: expected + 1 };
      if (expected === 0) {
        const listedIn = isListed ? countyId : undefined;
        return (await store.insert(ISSUES, { _id: issueId, ...fields, listedIn })) === null;
      }
      return (await store.change(ISSUES, where, { ...fields, listedIn: isListed ? countyId : GONE })) === 1;
    },
  };
}

function memberOf(document: Fields): IssueMember {
  const { lead, reporterKey, followers, cosigners, content, found } = document as unknown as LeadRecord;
  return { lead, reporterKey, followers, cosigners, text: content.text, print: found.print };
}
