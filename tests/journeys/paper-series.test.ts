import type { PaperView } from '@contract/papers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, must, signIn, type Person } from '../support/call';
import { ANKANG_CODE, officer, resident } from '../support/county';
import { draftPaper } from '../support/papers';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/** 200 papers are issued at once, the power is cut in the middle, and everybody asks again. */
const PAPERS = 200;
const CUT_AFTER = 60;
let cloud: TestCloud;
let clerk: Person;
const drafts: PaperView[] = [];
beforeAll(async () => {
  cloud = await startTestCloud();
  clerk = await signIn(cloud, officer('clerk'));
  const text = '安康社区门口的路灯坏了半个月，晚上黑得看不见路。';
  const { leadId } = await must(cloud, resident('series'), 'resident.submitLead', {
    text,
    scene: ANKANG_CODE,
  });
  await must(cloud, clerk, 'panel.acceptLead', { leadId, version: 1 });
  await must(cloud, clerk, 'panel.adoptLead', { leadId, version: 2 });
  for (let begun = 0; begun < PAPERS; begun += 20) {
    drafts.push(...(await Promise.all(Array.from({ length: 20 }, () => draftPaper(cloud, clerk, [leadId])))));
  }
});
afterAll(() => cloud.stop());

const issue = ({ id: paperId, version }: PaperView, index: number) =>
  ask(cloud, clerk, 'panel.issuePaper', { paperId, version }, `series-${index}-once`);

/** As a client does: the same request again while nobody could answer, a little later each time. */
async function issueInTheEnd(draft: PaperView, index: number): Promise<PaperView> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const answer = await issue(draft, index).catch(() => null);
    if (answer?.ok) return answer.data;
    if (answer !== null && answer.error.code !== 'UNAVAILABLE') throw new Error(answer.error.code);
    await new Promise((wake) => setTimeout(wake, 100 + attempt * 50));
  }
  throw new Error(`paper ${index} was never issued`);
}

interface Numbered {
  year: number;
  place: number;
}

/** Numbers that are missing or given twice: a year's begin at one, also when the year turns while papers are issued. */
function gapsIn(papers: readonly Numbered[]): Numbered[] {
  return [...new Set(papers.map(({ year }) => year))].flatMap((year) =>
    papers
      .filter((paper) => paper.year === year)
      .sort((a, b) => a.place - b.place)
      .filter(({ place }, index) => place !== index + 1),
  );
}

test('numbers of 200 papers issued at once have no gap and no repeat, with the power cut in the middle', async () => {
  const acknowledged = new Map<number, number | null>();
  let cut: Promise<void> | undefined;
  await Promise.all(
    drafts.map(async (draft, index) => {
      const answer = await issue(draft, index).catch(() => null);
      if (answer?.ok) acknowledged.set(index, answer.data.number);
      if (acknowledged.size >= CUT_AFTER) cut ??= cloud.kill9();
    }),
  );
  await cut;
  expect(acknowledged.size).toBeGreaterThanOrEqual(CUT_AFTER);
  expect(acknowledged.size).toBeLessThan(PAPERS);

  cloud = await cloud.killAndRestart();
  clerk = await signIn(cloud, officer('clerk'));
  const numbersNow = async (): Promise<Numbered[]> =>
    (await cloud.documents('papers'))
      .map(({ row }) => row as { number: Numbered | null })
      .flatMap(({ number }) => number ?? []);
  expect(gapsIn(await numbersNow())).toEqual([]);

  const issued = await Promise.all(drafts.map(issueInTheEnd));
  for (const [index, number] of acknowledged) expect(issued[index]?.number).toBe(number);
  expect(new Set(issued.map(({ sign }) => sign)).size).toBe(PAPERS);
  expect(await numbersNow()).toHaveLength(PAPERS);
  expect(gapsIn(await numbersNow())).toEqual([]);

  // The lead was told of each paper once, by whoever came first: the desk's call or the timer.
  for (let run = 0; run < 8; run += 1) await cloud.jobs();
  const lead = await must(cloud, clerk, 'panel.getLead', { leadId: drafts[0]?.sources[0]?.leadId ?? '' });
  expect(lead.reports?.map(({ paperId }) => paperId).sort()).toEqual(drafts.map(({ id }) => id).sort());
  expect((await cloud.documents('papers')).filter(({ untoldSince }) => untoldSince !== undefined)).toEqual(
    [],
  );
});
