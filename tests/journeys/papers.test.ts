import type { PaperView } from '@contract/papers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, refusalOf, signIn, type Person } from '../support/call';
import { ANKANG_CODE, DISCIPLINE_TEXT, officer, resident } from '../support/county';
import { draftPaper, PAPER_TEXT } from '../support/papers';
import { countCalls, startTestCloud, type TestCloud } from '../support/test-cloud';

/** From adopted leads to a paper, a leader's instruction and what came of it; and who may see what on the way. */
let cloud: TestCloud;
let clerk: Person;
let second: Person;
let leader: Person;
let administrator: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  clerk = await signIn(cloud, officer('clerk'));
  second = await signIn(cloud, officer('secondClerk'));
  leader = await signIn(cloud, officer('leader'));
  administrator = await signIn(cloud, officer('administrator'));
});
afterAll(() => cloud.stop());

const PHONE = '13987650042';
const TEXT = `安康社区门口的路灯坏了半个月，晚上黑得看不见路。我叫欧阳标记，电话${PHONE}。`;
const submit = (name: string, text = TEXT) =>
  must(cloud, resident(name), 'resident.submitLead', {
    text,
    scene: ANKANG_CODE,
    contact: { name: '欧阳标记', phone: PHONE },
  });
async function adopted(name: string, text = TEXT): Promise<{ leadId: string; number: string }> {
  const { leadId, number } = await submit(name, text);
  await must(cloud, clerk, 'panel.acceptLead', { leadId, version: 1 });
  await must(cloud, clerk, 'panel.adoptLead', { leadId, version: 2 });
  return { leadId, number };
}
const onPaper = ({ id: paperId, version }: PaperView) => ({ paperId, version });
async function issued(name: string): Promise<PaperView> {
  const { leadId } = await adopted(name);
  return must(cloud, clerk, 'panel.issuePaper', onPaper(await draftPaper(cloud, clerk, [leadId])));
}
/** The day in China. */
const today = (): string => new Date(Date.now() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);

describe('a draft', () => {
  test('is composed in one step from its lead, and holds nothing of the person', async () => {
    const { leadId, number } = await adopted('compose');
    const asked = { leadIds: [leadId], kind: 'opinionBrief' as const };
    const draft = await must(cloud, clerk, 'panel.startPaper', asked, 'compose-once');
    expect(draft).toMatchObject({ state: 'draft', number: null, sources: [{ leadId, number }] });
    expect(draft.text.body).toContain('路灯');
    expect(draft.text.suggestions.length).toBeGreaterThan(0);
    for (const own of ['欧阳', PHONE]) expect(JSON.stringify(draft)).not.toContain(own);
    const again = await must(cloud, clerk, 'panel.startPaper', asked, 'compose-once');
    expect(again.id).toBe(draft.id);
  });

  test('stands on adopted leads alone, never on a private one, and on one matter', async () => {
    const asked = (leadIds: string[], reason = '') => ({ leadIds, kind: 'opinionBrief' as const, reason });
    const { leadId: fresh } = await submit('fresh');
    expect((await refusalOf(cloud, clerk, 'panel.startPaper', asked([fresh]))).message).toContain(
      '还没有采纳',
    );
    const secret = await adopted('secret', DISCIPLINE_TEXT);
    const refused = await refusalOf(cloud, clerk, 'panel.startPaper', asked([secret.leadId]));
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('不公开') });
    const [one, other] = [await adopted('one'), await adopted('other', '村卫生室周末没有医生。')];
    const both = [one.leadId, other.leadId];
    expect((await refusalOf(cloud, clerk, 'panel.startPaper', asked(both))).field).toBe('reason');
    const draft = await must(cloud, clerk, 'panel.startPaper', asked(both, '说的是同一条街'));
    expect(draft.sources.map(({ reason }) => reason)).toEqual(['', '说的是同一条街']);
  });

  test('written by two at once keeps both texts: the slower one is told and overwrites nothing', async () => {
    const { leadId } = await adopted('two-at-once');
    const draft = await draftPaper(cloud, clerk, [leadId]);
    const mine = { ...PAPER_TEXT, title: '我写的' };
    const theirs = { ...PAPER_TEXT, title: '同事写的' };
    await must(cloud, second, 'panel.savePaper', { ...onPaper(draft), text: theirs });
    const late = await refusalOf(cloud, clerk, 'panel.savePaper', { ...onPaper(draft), text: mine });
    expect(late.code).toBe('VERSION_CONFLICT');
    const now = await must(cloud, clerk, 'panel.getPaper', { paperId: draft.id });
    expect(now.text.title).toBe('同事写的');
    await must(cloud, clerk, 'panel.savePaper', { ...onPaper(now), text: mine });
  });

  test('is nobody’s but the desk’s, and can be thrown away twice', async () => {
    const { leadId } = await adopted('drafts');
    const draft = await draftPaper(cloud, clerk, [leadId]);
    for (const reader of [leader, administrator]) {
      expect((await refusalOf(cloud, reader, 'panel.getPaper', { paperId: draft.id })).code).toBe(
        'NOT_FOUND',
      );
      const { items } = await must(cloud, reader, 'panel.listPapers', {});
      expect(items.filter(({ state }) => state === 'draft')).toEqual([]);
    }
    expect(await must(cloud, clerk, 'panel.discardPaper', onPaper(draft))).toEqual({ discarded: true });
    expect(await must(cloud, clerk, 'panel.discardPaper', onPaper(draft))).toEqual({ discarded: true });
  });
});

describe('issuing', () => {
  test('refuses more than 1,500 characters, and a text without suggestions', async () => {
    const { leadId } = await adopted('too-long');
    let draft = await draftPaper(cloud, clerk, [leadId]);
    const save = async (change: object): Promise<void> => {
      draft = await must(cloud, clerk, 'panel.savePaper', {
        ...onPaper(draft),
        text: { ...PAPER_TEXT, ...change },
      });
    };
    await save({ body: '长'.repeat(1_500) });
    expect((await refusalOf(cloud, clerk, 'panel.issuePaper', onPaper(draft))).message).toContain(
      '最多 1500 字',
    );
    await save({ suggestions: [] });
    expect((await refusalOf(cloud, clerk, 'panel.issuePaper', onPaper(draft))).field).toBe(
      'text.suggestions',
    );
  });

  test('stops at what may tell who somebody is; what is the submitter’s own never passes', async () => {
    const { leadId } = await adopted('flags');
    const draft = await draftPaper(cloud, clerk, [leadId]);
    const body = `${PAPER_TEXT.body}\n村民王建国说，欧阳标记也来过。`;
    const text = { ...PAPER_TEXT, body };
    const saved = await must(cloud, clerk, 'panel.savePaper', { ...onPaper(draft), text });
    const { flags } = await must(cloud, clerk, 'panel.checkPaper', { paperId: draft.id, text });
    expect(flags).toContainEqual({ kind: 'submitter', words: '欧阳标记' });
    const confirmed = flags.map(({ words }) => words);
    const refused = await refusalOf(cloud, clerk, 'panel.issuePaper', { ...onPaper(saved), confirmed });
    expect(refused).toMatchObject({ field: 'confirmed', message: expect.stringContaining('欧阳标记') });
    const without = { ...text, body: body.replace('，欧阳标记也来过', '') };
    const clean = await must(cloud, clerk, 'panel.savePaper', { ...onPaper(saved), text: without });
    expect((await refusalOf(cloud, clerk, 'panel.issuePaper', onPaper(clean))).field).toBe('confirmed');
    const paper = await must(cloud, clerk, 'panel.issuePaper', { ...onPaper(clean), confirmed });
    expect(paper.state).toBe('issued');
  });

  test('links paper and lead both ways, and tells the resident only that it was reported', async () => {
    const { leadId } = await adopted('links');
    const paper = await must(
      cloud,
      clerk,
      'panel.issuePaper',
      onPaper(await draftPaper(cloud, clerk, [leadId])),
    );
    const lead = await must(cloud, clerk, 'panel.getLead', { leadId });
    expect(lead.reports).toMatchObject([{ paperId: paper.id, sign: paper.sign, title: PAPER_TEXT.title }]);
    expect((await must(cloud, clerk, 'panel.listPapersOfLead', { leadId })).items).toMatchObject([
      { id: paper.id, sign: paper.sign },
    ]);
    const seen = await must(cloud, resident('links'), 'resident.getMyLead', { leadId });
    expect(seen.timeline.at(-1)?.text).toBe('您反映的事，县政协写成材料报给县里了。');
    expect(JSON.stringify(seen)).not.toContain(PAPER_TEXT.title);
    await cloud.jobs();
    const { items } = await must(cloud, resident('links'), 'resident.listNotices', {});
    expect(items[0]?.text).toContain('报给县里');
  });

  test('withdrawn, a paper keeps its number, its lead has a date again, and the next takes the next number', async () => {
    const paper = await issued('withdrawn');
    const leadId = paper.sources[0]?.leadId ?? '';
    const reason = '数字写错了';
    const gone = await must(cloud, clerk, 'panel.withdrawPaper', { ...onPaper(paper), reason });
    expect(gone).toMatchObject({ state: 'withdrawn', number: paper.number, withdrawn: { reason } });
    const lead = await must(cloud, clerk, 'panel.getLead', { leadId });
    expect(lead.reports).toMatchObject([{ withdrawn: reason }]);
    expect(lead.deadline).toMatchObject({ kind: 'handle' });
    expect((await issued('after-withdrawn')).number).toBe((paper.number ?? 0) + 1);
    expect((await refusalOf(cloud, clerk, 'panel.discardPaper', onPaper(gone))).code).toBe('WRONG_STATE');
  });

  test('withdrawn, a paper is written again in its own words, as a draft of its own; one that stands is not', async () => {
    const paper = await issued('again');
    const asked = {
      leadIds: paper.sources.map(({ leadId }) => leadId),
      kind: paper.kind,
      insteadOf: paper.id,
    };
    expect((await refusalOf(cloud, clerk, 'panel.startPaper', asked)).code).toBe('INVALID_INPUT');
    const gone = await must(cloud, clerk, 'panel.withdrawPaper', { ...onPaper(paper), reason: '数字写错了' });
    expect(gone.allowed).toEqual(['startPaper']);
    const draft = await must(cloud, clerk, 'panel.startPaper', asked);
    expect(draft).toMatchObject({ state: 'draft', number: null, text: paper.text, results: [] });
    expect(draft.id).not.toBe(paper.id);
    expect(draft.history[0]?.text).toContain(`照作废的${paper.sign}`);
    expect((await must(cloud, leader, 'panel.getPaper', { paperId: paper.id })).allowed).toEqual([]);
    await must(cloud, clerk, 'panel.discardPaper', onPaper(draft));
  });
});

describe('an instruction', () => {
  test('of a leader begins fifteen days; the desk hears of it, the leader of what came of it; its words are for those two alone', async () => {
    const paper = await issued('instructed');
    const words = { office: '县政府', givenOn: today(), text: '请住建局一周内办好，结果报我。' };
    const given = await must(cloud, leader, 'panel.recordInstruction', { ...onPaper(paper), ...words });
    expect(given.instructionList).toMatchObject([{ text: words.text, state: 'open', effect: null }]);
    const days = Date.parse(given.instructionList[0]?.dueAt ?? '') - Date.parse(`${words.givenOn}T10:00:00Z`);
    expect(Math.round(days / 86_400_000)).toBeGreaterThanOrEqual(15);
    expect(JSON.stringify(await must(cloud, clerk, 'panel.getPaper', { paperId: paper.id }))).toContain(
      words.text,
    );
    const byAdministrator = await must(cloud, administrator, 'panel.getPaper', { paperId: paper.id });
    expect(JSON.stringify(byAdministrator)).not.toContain(words.text);
    expect(byAdministrator.allowed).toEqual([]);
    expect(given.allowed).toEqual(['recordInstruction', 'correctInstruction']);

    await cloud.jobs();
    const told = (await must(cloud, clerk, 'panel.listNotices', {})).items.filter(
      ({ paperId }) => paperId === paper.id,
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('作了批示');
    expect(told[0]?.text).not.toContain('住建局');
    const instructionId = given.instructionList[0]?.id ?? '';
    const effect = '坏灯三盏当天修好，夜里亮了。';
    const closed = await must(cloud, clerk, 'panel.closeFollowUp', {
      ...onPaper(given),
      instructionId,
      effect,
    });
    expect(closed.instructionList).toMatchObject([{ state: 'closed', effect: { text: effect } }]);
    await Promise.all([cloud.jobs(), cloud.jobs()]);
    const heard = (await must(cloud, leader, 'panel.listNotices', {})).items.filter(
      ({ paperId }) => paperId === paper.id,
    );
    expect(heard.map(({ text }) => text)).toEqual([expect.stringContaining('有了落实情况')]);
  });

  test('is counted by papers and by times; suggestions are settled one by one, with a reason', async () => {
    const before = (await must(cloud, clerk, 'panel.listPapers', {})).figures;
    let paper = await issued('counted');
    const give = async (leaderName: string): Promise<void> => {
      const words = { leader: leaderName, office: '县委', givenOn: today(), text: '抓紧办。' };
      paper = await must(cloud, clerk, 'panel.recordInstruction', { ...onPaper(paper), ...words });
    };
    await give('县委书记');
    await give('县长');
    const settled = { suggestionId: 's1', outcome: 'partly' as const, reason: '先修主街。' };
    paper = await must(cloud, clerk, 'panel.settleSuggestion', { ...onPaper(paper), ...settled });
    const { figures, items, total } = await must(cloud, clerk, 'panel.listPapers', {});
    expect(figures.instructed).toBe(before.instructed + 1);
    expect(figures.instructions).toBe(before.instructions + 2);
    expect(figures.openFollowUps).toBe(before.openFollowUps + 2);
    expect(figures.partly).toBe(before.partly + 1);
    expect(items).toHaveLength(total);
    const open = await must(cloud, clerk, 'panel.listPapers', { followUp: 'open' });
    expect(open.total).toBe(figures.followedUp);
    expect(open.items.reduce((sum, item) => sum + item.openFollowUps, 0)).toBe(figures.openFollowUps);
    const tomorrow = '2099-01-01';
    const late = { leader: '县长', office: '县政府', givenOn: tomorrow, text: '办。' };
    expect(
      (await refusalOf(cloud, clerk, 'panel.recordInstruction', { ...onPaper(paper), ...late })).field,
    ).toBe('givenOn');
  });

  test('that was typed wrongly is put right by the desk or by the leader who wrote it; administrators read no word of it', async () => {
    let paper = await issued('corrected');
    const wording = { office: '县政府', givenOn: today(), text: '请住建局一周内办好。' };
    paper = await must(cloud, leader, 'panel.recordInstruction', { ...onPaper(paper), ...wording });
    const [byLeader] = paper.instructionList;
    const desks = { ...onPaper(paper), ...wording, leader: '县长', text: '请财政局安排钱。' };
    paper = await must(cloud, clerk, 'panel.recordInstruction', desks);
    const byDesk = paper.instructionList[1];
    const corrects = (instructionId = '', text: string, more = {}) => ({
      ...onPaper(paper),
      instructionId,
      ...wording,
      text,
      reason: '原文看错了',
      ...more,
    });
    const read = await must(cloud, leader, 'panel.getPaper', { paperId: paper.id });
    expect(read.instructionList.map(({ isCorrectable }) => isCorrectable)).toEqual([true, false]);
    const foreign = corrects(byDesk?.id, '别的话');
    expect((await refusalOf(cloud, leader, 'panel.correctInstruction', foreign)).code).toBe('FORBIDDEN');
    expect((await refusalOf(cloud, administrator, 'panel.correctInstruction', foreign)).code).toBe(
      'FORBIDDEN',
    );
    expect((await refusalOf(cloud, clerk, 'panel.correctInstruction', foreign)).field).toBe('leader');

    const own = corrects(byLeader?.id, '请住建局十天内办好。');
    paper = await must(cloud, leader, 'panel.correctInstruction', own, 'correct-once');
    expect(paper.instructionList[0]?.text).toBe('请住建局十天内办好。');
    const again = await must(cloud, leader, 'panel.correctInstruction', own, 'correct-once');
    expect([again.version, again.history]).toEqual([paper.version, paper.history]);
    const named = corrects(byDesk?.id, '请财政局安排资金。', { leader: '副县长' });
    paper = await must(cloud, clerk, 'panel.correctInstruction', named);
    expect(paper.instructionList[1]).toMatchObject({ leader: '副县长', text: '请财政局安排资金。' });
    expect(paper.history.at(-1)?.text).toMatch(
      /^更正批示：原县长（县政府）.+：“请财政局安排钱。”（更正的原因：原文看错了）$/,
    );

    const seen = await must(cloud, administrator, 'panel.getPaper', { paperId: paper.id });
    expect(seen.history.at(-1)?.text).toBe('更正批示：副县长（县政府）');
    for (const words of ['住建局', '财政局', '看错'])
      expect(JSON.stringify(seen.history)).not.toContain(words);
    const closing = { instructionId: byDesk?.id ?? '', effect: '钱到位了。' };
    paper = await must(cloud, clerk, 'panel.closeFollowUp', { ...onPaper(paper), ...closing });
    const late = corrects(byDesk?.id, '再改', { leader: '县长' });
    expect((await refusalOf(cloud, clerk, 'panel.correctInstruction', late)).code).toBe('WRONG_STATE');
  });

  test('is nobody’s to give but a leader’s and the desk’s; nobody else reads a paper at all', async () => {
    const { id: paperId, version } = await issued('roles');
    const words = { paperId, version, office: '县政府', givenOn: today(), text: '办。' };
    expect((await refusalOf(cloud, administrator, 'panel.recordInstruction', words)).code).toBe('FORBIDDEN');
    for (const name of ['liaison', 'convener', 'member', 'housing'] as const) {
      const person = await signIn(cloud, officer(name));
      expect((await refusalOf(cloud, person, 'panel.recordInstruction', words)).code, name).toBe('FORBIDDEN');
      expect((await refusalOf(cloud, person, 'panel.getPaper', { paperId })).code, name).toBe('FORBIDDEN');
      expect((await refusalOf(cloud, person, 'panel.listPapers', {})).code, name).toBe('FORBIDDEN');
    }
    for (const reader of [leader, administrator]) {
      const refused = await refusalOf(cloud, reader, 'panel.withdrawPaper', {
        paperId,
        version,
        reason: '错',
      });
      expect(refused.code).toBe('FORBIDDEN');
    }
  });
});

test('the list of papers takes two database calls, however it is narrowed', async () => {
  const read = () => must(cloud, clerk, 'panel.listPapers', { kind: 'opinionBrief', words: '路灯' });
  await read();
  const calls = await countCalls(cloud, read);
  // One of them finds the session.
  expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(4);
});

describe('a dossier', () => {
  test('begins from leads, takes in their papers, keeps its order, and says why something was taken out', async () => {
    const first = await adopted('dossier-1');
    const other = await adopted('dossier-2', '安康社区的路灯又坏了，晚上老人摔了一跤。');
    const draft = await draftPaper(cloud, clerk, [first.leadId]);
    const paper = await must(cloud, clerk, 'panel.issuePaper', onPaper(draft));
    const begun = await must(cloud, clerk, 'panel.startDossier', { title: '路灯', numbers: [first.number] });
    expect(begun.parts.map(({ id }) => id)).toEqual([first.leadId, paper.id]);
    const on = { dossierId: begun.id, version: begun.version };
    const added = await must(cloud, clerk, 'panel.addToDossier', {
      ...on,
      number: other.number,
      reason: '同一条街的路灯',
    });
    const kinds = added.timeline.map(({ kind }) => kind);
    expect(kinds).toEqual(['lead', 'decision', 'lead', 'decision', 'paper']);
    expect(added.timeline.map(({ at }) => at)).toEqual([...added.timeline.map(({ at }) => at)].sort());
    expect(await must(cloud, leader, 'panel.getDossier', { dossierId: begun.id })).toMatchObject({
      timeline: added.timeline,
      canChange: false,
    });
    for (const own of ['欧阳', PHONE]) expect(JSON.stringify(added)).not.toContain(own);
    const gone = await must(cloud, clerk, 'panel.removeFromDossier', {
      dossierId: begun.id,
      version: added.version,
      kind: 'paper',
      id: paper.id,
      reason: '另有一卷',
    });
    expect(gone.removed).toMatchObject([{ number: paper.sign, reason: '另有一卷' }]);
    expect(gone.timeline.some(({ kind }) => kind === 'paper')).toBe(false);
    const again = { dossierId: begun.id, version: gone.version, kind: 'paper' as const, id: paper.id };
    const back = await must(cloud, clerk, 'panel.putBackIntoDossier', { ...again, reason: '还是这件事' });
    expect([back.removed, back.timeline, back.parts]).toEqual([[], added.timeline, added.parts]);
    const twice = { ...again, version: back.version, reason: '再来一次' };
    expect((await refusalOf(cloud, clerk, 'panel.putBackIntoDossier', twice)).code).toBe('NOT_FOUND');
    const out = { dossierId: begun.id, version: back.version, kind: 'lead' as const, id: other.leadId };
    const without = await must(cloud, clerk, 'panel.removeFromDossier', { ...out, reason: '弄错了' });
    const whole = { ...out, version: without.version, reason: '没有弄错' };
    const restored = await must(cloud, clerk, 'panel.putBackIntoDossier', whole);
    expect([restored.removed, restored.timeline]).toEqual([[], added.timeline]);
    expect((await refusalOf(cloud, leader, 'panel.startDossier', { title: '另一卷' })).code).toBe(
      'FORBIDDEN',
    );
    const secret = await adopted('dossier-secret', DISCIPLINE_TEXT);
    const asked = { title: '不该有', numbers: [secret.number] };
    expect((await refusalOf(cloud, clerk, 'panel.startDossier', asked)).code).toBe('INVALID_INPUT');
  });

  test('begun, or changed, by one request that was sent twice at once is so once, and nobody is told of a conflict', async () => {
    const { number } = await adopted('dossier-at-once');
    const { number: other } = await adopted('dossier-at-once-2');
    const atOnce = <Answer>(send: () => Promise<Answer>) => Promise.all(Array.from({ length: 6 }, send));
    const begun = await atOnce(() =>
      must(cloud, clerk, 'panel.startDossier', { title: '路灯', numbers: [number] }, 'begin-at-once'),
    );
    const [{ id: dossierId, version } = { id: '', version: 0 }] = begun;
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
    const asked = { dossierId, version, number: other, reason: '同一条街' };
    const added = await atOnce(() => must(cloud, clerk, 'panel.addToDossier', asked, 'add-at-once'));
    expect(new Set(added.map((answer) => answer.version))).toEqual(new Set([version + 1]));
    expect((await must(cloud, clerk, 'panel.getDossier', { dossierId })).leads).toBe(2);
  });
});
