import type { PaperView } from '@contract/papers';
import type { ReportKind } from '@contract/lead';
import { newRequestId } from '@shared/request-id';
import { must, type Person } from './call';
import type { LocalCloud } from './local-cloud';

/** What a paper of a test says, short and about nobody. */
export const PAPER_TEXT = {
  title: '关于尽快修好背街小巷路灯的建议',
  addressee: '县委、县政府',
  copyTo: '县住房和城乡建设局',
  body: '一、群众反映的情况\n背街小巷的路灯坏了半个月，晚上出门看不清路。',
  suggestions: [
    { id: 's1', text: '由县住建局牵头，一个月内把坏灯修好。' },
    { id: 's2', text: '以后每月查一遍，结果向居民公开。' },
  ],
  signer: '主席',
};

/** A draft on adopted leads, with a text that holds nothing to be confirmed. The clerk is signed in to the panel. */
export async function draftPaper(
  cloud: LocalCloud,
  clerk: Person,
  leadIds: string[],
  { kind = 'opinionBrief' as ReportKind, reason = '', requestId = newRequestId() } = {},
): Promise<PaperView> {
  const started = await must(cloud, clerk, 'panel.startPaper', { leadIds, kind, reason }, requestId);
  const { id: paperId, version } = started;
  return must(cloud, clerk, 'panel.savePaper', { paperId, version, text: PAPER_TEXT });
}

/** Hands a lead up as a desk does: a paper is written on it and issued. */
export async function reportUp(cloud: LocalCloud, clerk: Person, leadIds: string[]): Promise<PaperView> {
  const { id: paperId, version } = await draftPaper(cloud, clerk, leadIds);
  return must(cloud, clerk, 'panel.issuePaper', { paperId, version });
}
