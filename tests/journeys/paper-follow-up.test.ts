import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../support/call';
import { Day } from '../support/staff-day/day';
import { reportUp } from '../support/papers';

/** Half a month after an instruction, by a clock of the test: what the desk is told, when, and how often. */
const GIVEN = '2026-03-02';
let day: Day;
let paperId = '';
beforeAll(async () => {
  day = await Day.begin(GIVEN);
  day.itIs('09:00');
  const clerk = await day.at('clerk');
  const text = '安康社区门口的路灯坏了半个月，晚上黑得看不见路。';
  const { leadId } = await day.submits({ key: 'lamp', text });
  await must(day.cloud, clerk, 'panel.acceptLead', { leadId, version: 1 });
  await must(day.cloud, clerk, 'panel.adoptLead', { leadId, version: 2 });
  const { id, version } = await reportUp(day.cloud, clerk, [leadId]);
  paperId = id;
  const words = { leader: '分管副县长', office: '县政府', givenOn: GIVEN, text: '请尽快修好。' };
  await must(day.cloud, clerk, 'panel.recordInstruction', { paperId, version, ...words });
});
afterAll(() => day.end());

async function toldAt(time: string, date: string): Promise<string[]> {
  day.itIs(time, date);
  // However often the timer runs, and two runs at once.
  await Promise.all([day.cloud.jobs(), day.cloud.jobs()]);
  await day.cloud.jobs();
  const { items } = await must(day.cloud, await day.at('clerk'), 'panel.listNotices', {});
  return items.filter((notice) => notice.paperId === paperId).map(({ text }) => text);
}

test('the desk is reminded the working day before, told once when it is late, and not again once it is closed', async () => {
  expect(await toldAt('18:30', '2026-03-13')).toEqual([]);
  expect(await toldAt('08:31', '2026-03-16')).toEqual([
    expect.stringMatching(/^批示快满半个月.*\d+月\d+日（星期.）前登记落实情况。$/),
  ]);
  const late = await toldAt('18:01', '2026-03-17');
  expect(late).toHaveLength(2);
  expect(late[0]).toContain('批示落实超期了');
  const clerk = await day.at('clerk');
  const paper = await must(day.cloud, clerk, 'panel.getPaper', { paperId });
  expect(paper).toMatchObject({ lateFollowUps: 1, instructionList: [{ state: 'late' }] });
  const { figures } = await must(day.cloud, clerk, 'panel.listPapers', { followUp: 'late' });
  expect(figures).toMatchObject({ openFollowUps: 1, lateFollowUps: 1 });
  await must(day.cloud, clerk, 'panel.closeFollowUp', {
    paperId,
    version: paper.version,
    instructionId: paper.instructionList[0]?.id ?? '',
    effect: '路灯修好了。',
  });
  expect(await toldAt('10:00', '2026-04-30')).toHaveLength(2);
});
