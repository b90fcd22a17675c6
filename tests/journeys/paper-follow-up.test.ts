import type { PaperView } from '@contract/papers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must, refusalOf } from '../support/call';
import { Day } from '../support/staff-day/day';
import { reportUp } from '../support/papers';

/** Half a month after an instruction, by a clock of the test: what the desk is told, when, and how often. */
let day: Day;
beforeAll(async () => {
  day = await Day.begin('2026-03-02');
});
afterAll(() => day.end());

const onPaper = ({ id: paperId, version }: PaperView) => ({ paperId, version });

/** A paper that was issued that morning. */
async function issuedOn(date: string): Promise<PaperView> {
  day.itIs('09:00', date);
  const clerk = await day.at('clerk');
  const text = '安康社区门口的路灯坏了半个月，晚上黑得看不见路。';
  const { leadId } = await day.submits({ key: `lamp-${date}`, text });
  await must(day.cloud, clerk, 'panel.acceptLead', { leadId, version: 1 });
  await must(day.cloud, clerk, 'panel.adoptLead', { leadId, version: 2 });
  return reportUp(day.cloud, clerk, [leadId]);
}

async function toldAt(time: string, date: string, { id }: PaperView): Promise<string[]> {
  day.itIs(time, date);
  // However often the timer runs, and two runs at once.
  await Promise.all([day.cloud.jobs(), day.cloud.jobs()]);
  await day.cloud.jobs();
  const { items } = await must(day.cloud, await day.at('clerk'), 'panel.listNotices', {});
  return items.filter(({ paperId }) => paperId === id).map(({ text }) => text);
}

test('the desk is reminded the working day before, told once when it is late, and not again once it is closed', async () => {
  const issued = await issuedOn('2026-03-02');
  const words = { leader: '分管副县长', office: '县政府', givenOn: '2026-03-02', text: '请尽快修好。' };
  await must(day.cloud, await day.at('clerk'), 'panel.recordInstruction', { ...onPaper(issued), ...words });
  expect(await toldAt('18:30', '2026-03-13', issued)).toEqual([]);
  expect(await toldAt('08:31', '2026-03-16', issued)).toEqual([
    expect.stringMatching(/^批示快满半个月.*\d+月\d+日（星期.）前登记落实情况。$/),
  ]);
  const late = await toldAt('18:01', '2026-03-17', issued);
  expect(late).toHaveLength(2);
  expect(late[0]).toContain('批示落实超期了');
  const clerk = await day.at('clerk');
  const paper = await must(day.cloud, clerk, 'panel.getPaper', { paperId: issued.id });
  expect(paper).toMatchObject({ lateFollowUps: 1, instructionList: [{ state: 'late' }] });
  const { figures } = await must(day.cloud, clerk, 'panel.listPapers', { followUp: 'late' });
  expect(figures).toMatchObject({ openFollowUps: 1, lateFollowUps: 1 });
  const closing = { instructionId: paper.instructionList[0]?.id ?? '', effect: '路灯修好了。' };
  await must(day.cloud, clerk, 'panel.closeFollowUp', { ...onPaper(paper), ...closing });
  expect(await toldAt('10:00', '2026-04-30', issued)).toHaveLength(2);
});

test('withdrawing the paper ends no leader’s word: it is reminded, listed and counted until its effect is written', async () => {
  const issued = await issuedOn('2026-05-06');
  const words = { office: '县政府', givenOn: '2026-05-06', text: '请尽快修好。' };
  const asked = { ...onPaper(issued), ...words };
  const given = await must(day.cloud, await day.at('leader'), 'panel.recordInstruction', asked);
  const withdrawing = { ...onPaper(given), reason: '数字写错了' };
  const gone = await must(day.cloud, await day.at('clerk'), 'panel.withdrawPaper', withdrawing);
  expect(gone).toMatchObject({ state: 'withdrawn', openFollowUps: 1, instructionList: [{ state: 'open' }] });
  expect(gone.allowed).toEqual(expect.arrayContaining(['closeFollowUp', 'startPaper']));
  for (const name of ['clerk', 'leader'] as const) {
    const more = { ...onPaper(gone), ...words, leader: '县长' };
    const refused = await refusalOf(day.cloud, await day.at(name), 'panel.recordInstruction', more);
    expect(refused.code, name).toBe('WRONG_STATE');
  }

  expect((await toldAt('18:01', '2026-05-21', issued))[0]).toMatch(/^批示落实超期了：《.*》（已作废），/);
  await toldAt('08:31', '2026-05-22', issued);
  const clerk = await day.at('clerk');
  const { items: notices } = await must(day.cloud, clerk, 'panel.listNotices', {});
  expect(notices.map(({ text }) => text)).toContainEqual(expect.stringContaining('已经超期 1 件次。'));
  for (const followUp of ['any', 'open', 'late'] as const) {
    const { items } = await must(day.cloud, clerk, 'panel.listPapers', { followUp });
    expect(
      items.map(({ id }) => id),
      followUp,
    ).toContain(issued.id);
  }
  const { figures } = await must(day.cloud, clerk, 'panel.listPapers', {});
  expect(figures).toMatchObject({ instructed: 2, instructions: 2, followedUp: 1, late: 1, lateFollowUps: 1 });
  // What it suggested is counted no longer.
  expect(figures).toMatchObject({ withdrawn: 1, suggesting: 1 });

  const closing = { instructionId: gone.instructionList[0]?.id ?? '', effect: '路灯修好了。' };
  const closed = await must(day.cloud, clerk, 'panel.closeFollowUp', { ...onPaper(gone), ...closing });
  expect(closed).toMatchObject({ openFollowUps: 0, instructionList: [{ state: 'closed' }] });
  expect(closed.allowed).not.toContain('closeFollowUp');
  await day.cloud.jobs();
  const heard = await must(day.cloud, await day.at('leader'), 'panel.listNotices', {});
  expect(heard.items[0]?.text).toMatch(/^您批示的《.*》（已作废）有了落实情况。$/);
  const after = await must(day.cloud, await day.at('clerk'), 'panel.listPapers', {});
  expect(after.figures).toMatchObject({ instructions: 2, followedUp: 0, late: 0, openFollowUps: 0 });
});

test('a day that was typed wrongly and put right is reminded of anew, once, and the wrong day no more', async () => {
  const issued = await issuedOn('2026-06-01');
  day.itIs('09:00', '2026-06-10');
  const words = { leader: '分管副县长', office: '县政府', givenOn: '2026-06-02', text: '请尽快修好。' };
  await must(day.cloud, await day.at('clerk'), 'panel.recordInstruction', { ...onPaper(issued), ...words });
  const wrong = await toldAt('18:01', '2026-06-17', issued);
  expect(wrong).toHaveLength(2);
  const clerk = await day.at('clerk');
  const paper = await must(day.cloud, clerk, 'panel.getPaper', { paperId: issued.id });
  const correction = { ...words, givenOn: '2026-06-09', reason: '日子看错了' };
  const instructionId = paper.instructionList[0]?.id ?? '';
  const asked = { ...onPaper(paper), instructionId, ...correction };
  const right = await must(day.cloud, clerk, 'panel.correctInstruction', asked);
  expect(right).toMatchObject({ lateFollowUps: 0, instructionList: [{ state: 'open' }] });
  expect(await toldAt('18:30', '2026-06-18', issued)).toHaveLength(2);
  const told = await toldAt('18:01', '2026-06-24', issued);
  expect(told).toHaveLength(4);
  expect(told[0]).toMatch(/^批示落实超期了.*应在6月24日/);
  expect(await toldAt('09:00', '2026-06-25', issued)).toHaveLength(4);
});
