import type { CommandInputs } from '@contract/commands';
import type { LeadStatus } from '@contract/lead';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHENGGUAN, CITY_MANAGEMENT_UNIT, HOUSING_UNIT } from '../support/county';
import { reportUp } from '../support/papers';
import { Day, type AtWork } from '../support/staff-day/day';
import { DECLINES, type DayLead } from '../support/staff-day/day-lead';
import {
  figuresThatDoNotAddUp,
  leadsPastTheirDay,
  leadsWithoutAnOwner,
  newsOf,
} from '../support/staff-day/sums';
import { LEADS } from './staff-day/leads';
import { leadsFromMessages } from './staff-day/message-file';

/**
 * The committee's working day, from the first lead at seven to the last number, and the weeks in which the promises of
 * that day come due. Read it from top to bottom: each test is a chapter and goes on where the one before ended. It is
 * played with sixty leads written for it, and again with sixty messages of real people where the file is at hand.
 */
const fromMessages = leadsFromMessages();
const PLAYS = [
  { name: 'with leads written for it', leads: LEADS, isWritten: true },
  ...(fromMessages ? [{ name: 'with messages from the file', leads: fromMessages, isWritten: false }] : []),
];

/** Whom each adopted lead is handed to first, and within how many working days. */
const HANDED_OVER: Record<string, CommandInputs['handOver']> = {
  lamp: { unitId: HOUSING_UNIT, workingDays: 10 },
  manhole: { unitId: CITY_MANAGEMENT_UNIT, workingDays: 5 },
  bus: { unitId: 'transport', workingDays: 15 },
  bridge: { unitId: HOUSING_UNIT, workingDays: 10, supportingUnitIds: [CITY_MANAGEMENT_UNIT] },
  garbage: { unitId: CITY_MANAGEMENT_UNIT, workingDays: 5 },
  elevator: { unitId: HOUSING_UNIT, workingDays: 15 },
  road: { unitId: 'transport', workingDays: 10 },
  parking: { unitId: CITY_MANAGEMENT_UNIT, workingDays: 3 },
};
const REPORTED_UP = ['canteen', 'signal', 'mushroom', 'clinic'];
const ADOPTED = [...Object.keys(HANDED_OVER), ...REPORTED_UP];

/** What the units answer, and with it the five that are resolved. */
const RESOLVED: Record<string, { by: AtWork; reply: string; summary: string }> = {
  lamp: {
    by: 'cityManagement',
    reply: '安康社区门口三盏路灯的灯头和控制线已经换新，3月11日晚上试亮正常，以后再坏可打路灯班电话报修。',
    summary: '安康社区门口的三盏路灯都换好了，晚上已经亮灯。',
  },
  manhole: {
    by: 'cityManagement',
    reply: '北店街社区幼儿园门口碎掉的井盖已经换成球墨铸铁的，四周用水泥抹平，当天开放通行。',
    summary: '北店街幼儿园门口的井盖已经换新。',
  },
  bus: {
    by: 'transport',
    reply: '田湖镇到县城的班车从3月16日起加开一班晚车，下午六点二十从县医院门口发车，票价不变。',
    summary: '田湖镇到县城加开了晚上六点二十的班车。',
  },
  bridge: {
    by: 'housing',
    reply: '西关社区河边栈道松动的十六米栏杆已经重新焊牢，全线又查了一遍，另外紧固了四处。',
    summary: '西关社区河边栈道的栏杆已经焊牢。',
  },
  garbage: {
    by: 'cityManagement',
    reply: '古城村村口垃圾池里积的垃圾已经清空，改为每两天清运一次，清运的电话写在池边的牌子上。',
    summary: '古城村村口的垃圾清完了，以后两天清运一次。',
  },
};
const UNITS_OF: Record<string, AtWork> = {
  lamp: 'cityManagement',
  manhole: 'cityManagement',
  bus: 'transport',
  bridge: 'housing',
  garbage: 'cityManagement',
  elevator: 'housing',
  road: 'transport',
};

/** What each resident is told, as the states their messages begin with; whoever is not named was declined. */
const NEWS: Record<string, LeadStatus[]> = {
  lamp: ['accepted', 'adopted', 'inProgress', 'inProgress', 'resolved'],
  // Merged into the lamp's: its own number hears that, and then everything the lamp's hears.
  sameLamp: ['merged', 'accepted', 'adopted', 'inProgress', 'inProgress', 'resolved'],
  // What the resident did, reopening it, nobody has to tell them.
  manhole: ['accepted', 'adopted', 'inProgress', 'resolved'],
  bus: ['awaitingSupplement', 'accepted', 'adopted', 'inProgress', 'resolved'],
  bridge: ['accepted', 'adopted', 'inProgress', 'resolved'],
  garbage: ['accepted', 'adopted', 'inProgress', 'resolved'],
  elevator: ['accepted', 'adopted', 'inProgress', 'unresolvable'],
  road: ['accepted', 'adopted', 'inProgress', 'inProgress'],
  parking: ['accepted', 'adopted', 'inProgress'],
  // Adopted, and then handed up with a paper.
  canteen: ['accepted', 'adopted', 'adopted'],
  signal: ['accepted', 'adopted', 'adopted'],
  mushroom: ['accepted', 'adopted', 'adopted'],
  clinic: ['accepted', 'adopted', 'adopted'],
  gas: ['outOfScope'],
  court: ['outOfScope'],
  neighbour: ['outOfScope'],
  official: ['accepted'],
  // The lead and the part taken out of it are both theirs.
  two: ['routed', 'accepted', 'accepted'],
  unanswered: ['awaitingSupplement'],
  withdrawn: [],
  yangwanDeting: ['merged', 'accepted', 'routed', 'accepted', 'declined'],
};
const DECLINED_NEWS: LeadStatus[] = ['accepted', 'declined'];

describe.each(PLAYS)('a day at the committee, $name', ({ leads, isWritten }) => {
  let day: Day;
  beforeAll(async () => {
    day = await Day.begin('2026-03-10');
  });
  afterAll(() => day.end());

  const declined = leads.filter(({ because }) => because !== undefined);
  const funnel = async () => (await day.asks('clerk', 'getStatistics', {})).funnel;
  const groups = async (who: AtWork) => (await day.asks(who, 'getQueueFigures', {})).groupCounts;
  /** Why an answer is right although the check doubts it: only where the words are somebody else's. */
  const allTheSame = isWritten ? {} : { overruleNote: '已经和群众通过电话。' };

  test('07:00 sixty residents send in what is wrong, and each holds a receipt', async () => {
    expect(leads).toHaveLength(60);
    for (const lead of leads) await day.submits(lead);
    const numbers = leads.map(({ key }) => day.receipt(key).number);
    expect(new Set(numbers).size).toBe(60);
    if (isWritten) expect(day.receipt('gas').hint?.text).toContain('119');
  });

  test('08:30 the morning message says how many came; every one of them has an owner already', async () => {
    day.itIs('08:30');
    await day.timerRuns();
    const { items } = await day.asks('clerk', 'listNotices', {});
    expect(items.map(({ text }) => text)).toEqual([
      '今天的线索：新来的 60 件，今天到期 0 件，已经超期 0 件。',
    ]);
    expect(await groups('clerk')).toMatchObject({ new: 60, today: 0, late: 0 });
    expect(await leadsWithoutAnOwner(day)).toEqual([]);
    expect(await figuresThatDoNotAddUp(day)).toEqual([]);
  });

  test('08:31 triage: where the machine is unsure or wrong, a person says what each lead is about', async () => {
    day.itIs('08:31');
    await day.withdraws('withdrawn');
    for (const lead of leads.filter(({ key }) => key !== 'withdrawn')) await clerkChecksTheRoute(lead);
    expect((await day.asks('clerk', 'getQueueFigures', { mark: 'toConfirm' })).total).toBe(0);
    expect((await day.seenBy('clerk', 'official')).route?.private).toBe(true);
  });

  test('08:40 triage: what belongs behind another door is told which; two of one problem become one, two problems two', async () => {
    day.itIs('08:40');
    const door = { note: '这里不是出警的地方，请马上打 119，我们也已经电话告诉了消防救援大队。' };
    await day.does('clerk', 'markOutOfScope', 'gas', { door: 'fire', ...door });
    await day.does('clerk', 'markOutOfScope', 'court', {
      door: 'court',
      note: '已经判了的案子，由法院执行。',
    });
    await day.does('clerk', 'markOutOfScope', 'neighbour', {
      door: 'mediation',
      note: '两家之间的事，先请调解员。',
    });

    if (isWritten) {
      const { items } = await day.asks('clerk', 'getSimilar', { leadId: day.receipt('sameLamp').leadId });
      expect(items.map(({ number }) => number)).toContain(day.receipt('lamp').number);
    }
    const sameAs = (key: string) => ({ intoNumber: day.receipt(key).number, reason: '说的是同一件事。' });
    await day.does('clerk', 'mergeLead', 'sameLamp', sameAs('lamp'));
    await day.does('clerk', 'mergeLead', 'yangwanDeting', sameAs('yangwanTianhu'));
    await clerkTakesTheSecondProblemOut();

    await day.does('secondClerk', 'askForSupplement', 'bus', { question: '一般有多少人等这班车？' });
    await day.does('secondClerk', 'askForSupplement', 'unanswered', { question: '是哪一所学校？' });
    await day.answers('bus', '逢集三四十人，平时十来个。');
    expect(await day.seenBy('clerk', 'bus')).toMatchObject({ status: 'routed' });
  });

  test('08:45 the manhole cannot wait: the people of the township are called, and one of them takes it', async () => {
    day.itIs('08:45');
    await day.does('clerk', 'broadcastLead', 'manhole', {
      groupId: CHENGGUAN,
      reason: '幼儿园门口，今天要有人到场。',
    });
    day.itIs('08:52');
    await day.does('convener', 'claimLead', 'manhole', {});
    expect(await day.seenBy('clerk', 'manhole')).toMatchObject({ broadcast: { claimedAfterMinutes: 7 } });
  });

  test('08:55 the liaisons accept what is theirs and the desk the rest: by nine nothing is new any more', async () => {
    day.itIs('08:55');
    for (const who of ['liaison', 'otherLiaison', 'clerk'] as const) await acceptsAllThatIsNew(who);
    expect(await groups('clerk')).toMatchObject({ new: 0, late: 0 });
    expect(await leadsWithoutAnOwner(day)).toEqual([]);
    expect((await day.asks('clerk', 'getQueueFigures', { status: 'awaitingSupplement' })).total).toBe(1);
    expect(await figuresThatDoNotAddUp(day)).toEqual([]);
  });

  test('09:30 two villages have one name: what was merged by mistake is taken apart and goes its own way', async () => {
    day.itIs('09:30');
    await day.does('clerk', 'unmergeLead', 'yangwanDeting', { reason: '德亭的杨湾村，不是田湖的杨湾村。' });
    await day.does('clerk', 'setPlace', 'yangwanDeting', { placeId: '410325105219' });
    await day.does('clerk', 'acceptLead', 'yangwanDeting', {});
    expect(await day.seenBy('clerk', 'yangwanDeting')).toMatchObject({
      status: 'accepted',
      townshipId: '410325105',
    });
    expect((await day.seenBy('clerk', 'yangwanTianhu')).mergedNumbers).toEqual([]);
  });

  test('10:00 the decisions: twelve are adopted, forty declined with a reason and a place to go', async () => {
    day.itIs('10:00');
    for (const key of ADOPTED)
      await day.does('clerk', 'adoptLead', key, { note: '群众天天碰到，予以采纳。' });
    for (const { key, because } of declined) {
      await day.does('clerk', 'declineLead', key, DECLINES[because ?? 'policy']);
      const [last] = (await day.seenByWriter(key)).timeline.slice(-1);
      expect(last?.text).toContain(DECLINES[because ?? 'policy'].goTo);
    }
    expect(await funnel()).toMatchObject({ received: 60, adopted: 12, declined: 40, outOfScope: 3 });
    expect(await figuresThatDoNotAddUp(day)).toEqual([]);
  });

  test('11:00 eight are handed to units with a date, four reported up', async () => {
    day.itIs('11:00');
    for (const [key, words] of Object.entries(HANDED_OVER)) await day.does('clerk', 'handOver', key, words);
    const desk = await day.at('clerk');
    for (const key of REPORTED_UP) await reportUp(day.cloud, desk, [day.receipt(key).leadId]);
    const handed = await Promise.all(Object.keys(HANDED_OVER).map((key) => day.seenBy('clerk', key)));
    expect(handed.map(({ status }) => status)).toEqual(handed.map(() => 'inProgress'));
    expect(await groups('cityManagement')).toMatchObject({ new: 3, mine: 3, waiting: 1 });
  });

  test('12:00 the timer is killed while it delivers the morning’s messages; nobody is told twice, nobody is left out', async () => {
    day.itIs('12:00');
    const { deliveredBefore } = await day.timerIsKilled();
    await day.timerRuns();
    expect((await day.cloud.documents('notices')).length).toBeGreaterThan(deliveredBefore);
    for (const { key } of declined.filter(({ key }) => key !== 'yangwanDeting'))
      expect([key, await newsOf(day, key)]).toEqual([key, DECLINED_NEWS]);
    expect(await newsOf(day, 'yangwanDeting')).toEqual(NEWS['yangwanDeting']);
  });

  test('14:00 a unit that is not in charge returns the lamp; it goes to the one that is', async () => {
    day.itIs('14:00');
    await day.does('housing', 'returnHandOver', 'lamp', { reason: '背街路灯归城市管理局管。' });
    expect((await day.seenByWriter('lamp')).next).toContain('重新找办事的部门');
    expect((await day.seenBy('clerk', 'lamp')).next).toContain('另外交办');
    expect(await day.seenBy('clerk', 'lamp')).toMatchObject({ owner: { kind: 'countyDesk' }, bounces: 1 });
    await day.timerRuns();
    const told = (await day.asks('clerk', 'listNotices', {})).items.map(({ text }) => text);
    expect(told.filter((text) => /退回了交办：.*原因：背街路灯归城市管理局管。$/.test(text))).toHaveLength(1);
    await day.does('clerk', 'handOver', 'lamp', { unitId: CITY_MANAGEMENT_UNIT, workingDays: 5 });
    for (const [key, who] of Object.entries(UNITS_OF)) await day.does(who, 'acceptHandOver', key, {});
    expect(await groups('housing')).toMatchObject({ new: 0, mine: 2 });
    expect(await leadsWithoutAnOwner(day)).toEqual([]);
  });

  test('on Thursday five are resolved, one cannot be, one is promised for a day', async () => {
    day.itIs('09:00', '2026-03-12');
    for (const [key, { by, reply, summary }] of Object.entries(RESOLVED)) {
      await day.does(by, 'recordReply', key, { text: reply, ...allTheSame });
      await day.does('clerk', 'resolveLead', key, { summary, ...allTheSame });
    }
    await day.does('clerk', 'markUnresolvable', 'elevator', {
      reason: '文化社区这栋楼加装电梯要占到燃气管线，管线今年改不了，所以电梯现在装不上。',
      whatWouldChange: '燃气管线改造排在明年，改完以后三分之二的住户同意就能装电梯。',
      ...allTheSame,
    });
    await day.does('clerk', 'promiseOutcome', 'road', {
      unitId: 'transport',
      dueOn: '2026-04-30',
      text: '四月底前把最烂的两公里铺完。',
    });
    expect(await funnel()).toMatchObject({ resolved: 5, unresolvable: 1 });
  });

  test('two are published; one resident confirms, another says that nothing is fixed and it is opened again', async () => {
    const story = { title: '门口的灯亮了', text: '居民反映路灯不亮，部门换了灯头和线路。' };
    await day.does('clerk', 'publishLead', 'lamp', story);
    await day.does('clerk', 'publishLead', 'bus', { title: '晚上有班车了', text: '加开了一班晚车。' });
    await day.rates('lamp', { fixed: true, stars: 5, words: '亮堂了。' });
    await day.rates('manhole', { fixed: false, stars: 1, words: '新井盖一踩就翘，还是危险。' });
    expect(await day.seenBy('clerk', 'lamp')).toMatchObject({ status: 'closed' });
    expect(await day.seenBy('clerk', 'manhole')).toMatchObject({ status: 'reopened', resolution: 'open' });
    expect(await groups('clerk')).toMatchObject({ new: 1 });
    expect(await funnel()).toEqual({
      received: 60,
      adopted: 12,
      declined: 40,
      resolved: 4,
      unresolvable: 1,
      outOfScope: 3,
      published: 2,
    });
    expect(await figuresThatDoNotAddUp(day)).toEqual([]);
  });

  test('everybody was told the story of their lead, each step once', async () => {
    await day.timerRuns();
    let told = 0;
    for (const { key } of leads) {
      const news = await newsOf(day, key);
      expect([key, news]).toEqual([key, NEWS[key] ?? DECLINED_NEWS]);
      told += news.length;
    }
    const { number } = day.receipt('twoPart');
    expect(await newsOf(day, 'two', number)).toEqual(['accepted']);
    const toResidents = (await day.cloud.documents('notices')).filter(
      ({ recipientKey }) => !/^(group|account):/.test(String(recipientKey)),
    );
    expect(toResidents).toHaveLength(told);
  });

  test('nothing is late unseen: the one whose day has passed stands in red for all who answer for it', async () => {
    day.itIs('09:00', '2026-03-16');
    await day.timerRuns();
    const parking = day.receipt('parking').leadId;
    expect(await leadsPastTheirDay(day)).toEqual([parking]);
    for (const who of ['clerk', 'cityManagement', 'leader'] as const) {
      const { items } = await day.asks(who, 'listQueue', { group: 'late' });
      expect([who, (await groups(who)).late, items.map(({ id }) => id)]).toEqual([who, 1, [parking]]);
      expect(items[0]?.overdue).toBe(true);
    }
    const toldLate = async (who: AtWork) =>
      (await day.asks(who, 'listNotices', {})).items.filter(({ text }) => text.startsWith('超期了'));
    expect(await toldLate('cityManagement')).toHaveLength(1);
    expect((await day.asks('clerk', 'listNotices', {})).items[0]?.text).toContain('已经超期 1 件');
  });

  test('six weeks later what nobody touched is late, seen, and reported upwards; the numbers still add up', async () => {
    day.itIs('09:00', '2026-04-22');
    await day.timerRuns();
    await day.timerRuns();
    const late = await leadsPastTheirDay(day);
    const { items } = await day.asks('clerk', 'listQueue', { group: 'late', limit: 100 });
    expect(items.map(({ id }) => id).sort()).toEqual(late);
    expect((await groups('clerk')).late).toBe(late.length);
    expect(late).toEqual(
      expect.arrayContaining(['parking', 'manhole', 'unanswered'].map((key) => day.receipt(key).leadId)),
    );
    const lateLeads = await Promise.all(late.map((leadId) => day.asks('clerk', 'getLead', { leadId })));
    // The report against an official stays with the desk: nobody above or beside it may know.
    const notReported = lateLeads.filter(({ escalatedTo }) => escalatedTo?.at(-1) !== 'chair');
    expect(notReported.map(({ id }) => id)).toEqual([day.receipt('official').leadId]);
    const toTheDesk = (await day.asks('clerk', 'listNotices', {})).items.map(({ text }) => text);
    expect(toTheDesk.filter((text) => text.startsWith('超期了：一件不公开的事'))).toHaveLength(1);
    expect(await leadsWithoutAnOwner(day)).toEqual([]);
    expect(await figuresThatDoNotAddUp(day)).toEqual([]);
    expect(await day.cloud.control('/_local/health')).toMatchObject({ unindexedQueries: [] });
  });

  /** Confirms, or gives the lead to whom it belongs. Of other people's words only what is private is moved. */
  async function clerkChecksTheRoute({ key, category }: DayLead): Promise<void> {
    const { route } = await day.seenBy('clerk', key);
    const standing = route?.categoryId ?? 'other';
    const meant =
      category ?? (key === 'official' ? 'discipline' : route?.private ? 'party-government' : standing);
    if (meant === standing && route?.certain) return;
    const isCandidate =
      meant === standing || route?.candidates.some(({ categoryId }) => categoryId === meant);
    if (isCandidate && !route?.certain) await day.does('clerk', 'confirmRoute', key, { categoryId: meant });
    else await day.does('clerk', 'rerouteLead', key, { categoryId: meant, reason: '看过原文，归这一类。' });
  }

  async function clerkTakesTheSecondProblemOut(): Promise<void> {
    const { text } = await day.seenBy('clerk', 'two');
    const second = isWritten
      ? text?.slice(text.indexOf('还有'))
      : text?.slice(0, Math.floor(text.length / 2));
    const words = { text: second?.trim() ?? '', categoryId: 'health', reason: '说了两件事，各归各的部门。' };
    await day.does('clerk', 'splitLead', 'two', words);
    const [number = ''] = (await day.seenBy('clerk', 'two')).partNumbers ?? [];
    const [row] = (await day.asks('clerk', 'listQueue', { number })).items;
    day.remember('twoPart', { ...day.receipt('two'), number, leadId: row?.id ?? '' });
  }

  async function acceptsAllThatIsNew(who: AtWork): Promise<void> {
    const { items } = await day.asks(who, 'listQueue', { group: 'new', limit: 100 });
    const able = items.filter(({ bulk }) => bulk.includes('acceptLead'));
    expect(able.length).toBeGreaterThan(0);
    const { outcomes } = await day.asks(who, 'bulk', {
      command: 'acceptLead',
      items: able.map(({ id, version }) => ({ leadId: id, version })),
      words: {},
    });
    expect(outcomes.filter(({ done }) => !done)).toEqual([]);
  }
});
