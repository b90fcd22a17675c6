import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '@contract/actions';
import type { OfficerCommand, CommandInputs } from '@contract/commands';
import type { OfficerLeadView } from '@contract/lead-views';
import { newRequestId } from '@shared/request-id';
import { ask, must, refusalOf } from '../support/call';
import {
  ANKANG_CODE,
  HOUSING_UNIT,
  CITY_MANAGEMENT_UNIT,
  LAMP_TEXT,
  officer,
  resident,
} from '../support/county';
import type { OfficerName } from '../support/county';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const wang = resident('wang-waits');
const ASK = { workingDays: 5, reason: '灯头要从省城调货。' };

/** What an officer does to a lead as they see it now. */
async function does<C extends OfficerCommand>(
  who: OfficerName,
  command: C,
  leadId: string,
  words: CommandInputs[C],
): Promise<OfficerLeadView> {
  const { version } = await must(cloud, officer(who), 'staff.getLead', { leadId });
  const input = { leadId, version, ...words } as unknown as InputOf<`staff.${C}`>;
  return (await must(cloud, officer(who), `staff.${command}`, input)) as OutputOf<'staff.getLead'>;
}

/** A lead that the unit in charge has received. */
async function received(): Promise<string> {
  const { leadId } = await must(cloud, wang, 'resident.submitLead', { text: LAMP_TEXT, scene: ANKANG_CODE });
  await does('clerk', 'acceptLead', leadId, {});
  await does('clerk', 'adoptLead', leadId, {});
  const units = { unitId: HOUSING_UNIT, supportingUnitIds: [CITY_MANAGEMENT_UNIT] };
  await does('clerk', 'handOver', leadId, { ...units, workingDays: 10 });
  await does('housing', 'acceptHandOver', leadId, {});
  return leadId;
}

/** The desk's list of those that ask for more time, and how long it is said to be. */
async function asking(): Promise<{ ids: string[]; count: number | undefined; total: number | null }> {
  const list = await must(cloud, officer('clerk'), 'staff.listQueue', { mark: 'extensionAsked' });
  const figures = await must(cloud, officer('clerk'), 'staff.getQueueFigures', { mark: 'extensionAsked' });
  expect(list.items.every(({ extensionAsked }) => extensionAsked)).toBe(true);
  const ids = list.items.map(({ id }) => id);
  return { ids, count: figures.markCounts.extensionAsked, total: figures.total };
}
const NOBODY = { ids: [], count: 0, total: 0 };

/** The newest thing an officer was told of the lead. */
async function told(who: OfficerName, leadId: string): Promise<string | undefined> {
  await cloud.jobs();
  const { items } = await must(cloud, officer(who), 'staff.listNotices', {});
  return items.find((notice) => notice.leadId === leadId)?.text;
}
const residentReads = async (leadId: string): Promise<string> => {
  await cloud.jobs();
  const lead = await must(cloud, wang, 'resident.getMyLead', { leadId });
  const notices = await must(cloud, wang, 'resident.listNotices', {});
  return JSON.stringify([lead, notices.items.filter((notice) => notice.leadId === leadId)]);
};

describe('a unit that asks for more time', () => {
  test('is listed for the desk until it is given, then hears the new day, and so does the resident', async () => {
    expect(await asking()).toEqual(NOBODY);
    const leadId = await received();
    const before = await must(cloud, officer('clerk'), 'staff.getLead', { leadId });
    const asked = await does('housing', 'askExtension', leadId, ASK);
    expect(asked).toMatchObject({ extensionAsked: ASK, deadline: before.deadline });
    expect(await asking()).toEqual({ ids: [leadId], count: 1, total: 1 });
    expect(await told('clerk', leadId)).toMatch(/申请延期 5 个工作日：.*。原因：灯头要从省城调货。$/);
    expect(await residentReads(leadId)).not.toMatch(/延期|灯头|调货/);

    const seen = await must(cloud, officer('clerk'), 'staff.getLead', { leadId });
    expect(seen.allowed).toEqual(expect.arrayContaining(['extendDeadline', 'refuseExtension']));
    const given = await does('clerk', 'extendDeadline', leadId, ASK);
    expect(given.extensionAsked).toBeNull();
    expect(Date.parse(given.deadline?.dueAt ?? '')).toBeGreaterThan(Date.parse(before.deadline?.dueAt ?? ''));
    expect(await asking()).toEqual(NOBODY);
    expect(await told('housing', leadId)).toMatch(
      /^延期了 5 个工作日：.*，现在最晚(\d{4}年)?\d+月\d+日（星期.）答复。原因：/,
    );
    expect(await residentReads(leadId)).toContain('部门要多用 5 个工作日');
  });

  test('is told why not, and the day stays; the resident never learns of it', async () => {
    const leadId = await received();
    const before = await does('housing', 'askExtension', leadId, ASK);
    const after = await does('clerk', 'refuseExtension', leadId, { reason: '先把最暗的两盏修好。' });
    expect(after).toMatchObject({ extensionAsked: null, deadline: before.deadline });
    expect(await asking()).toEqual(NOBODY);
    expect(await told('housing', leadId)).toMatch(
      /^没有同意延期：.*还是最晚.*答复。原因：先把最暗的两盏修好。$/,
    );
    expect(await residentReads(leadId)).not.toMatch(/延期|灯头|最暗/);
    const again = await must(cloud, officer('housing'), 'staff.getLead', { leadId });
    expect(again.allowed).toContain('askExtension');
  });

  test('waits no longer once it has replied', async () => {
    const leadId = await received();
    await does('housing', 'askExtension', leadId, ASK);
    expect((await asking()).ids).toEqual([leadId]);
    await does('housing', 'recordReply', leadId, { text: '已换灯头两个，昨晚亮灯。' });
    expect(await asking()).toEqual(NOBODY);
  });

  test('asks once, however often the request is sent, and not twice', async () => {
    const leadId = await received();
    const { version } = await must(cloud, officer('housing'), 'staff.getLead', { leadId });
    const requestId = newRequestId();
    const send = () =>
      ask(cloud, officer('housing'), 'staff.askExtension', { leadId, version, ...ASK }, requestId);
    const answers = [await send(), ...(await Promise.all([send(), send(), send()]))];
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const { history = [], version: now } = await must(cloud, officer('clerk'), 'staff.getLead', { leadId });
    expect(history.filter(({ event }) => event === 'ExtensionAsked')).toHaveLength(1);
    const twice = { leadId, version: now, ...ASK };
    expect(await refusalOf(cloud, officer('housing'), 'staff.askExtension', twice)).toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('等县政协答复') as string,
    });
    const stale = { leadId, version, reason: '不行。' };
    expect(await refusalOf(cloud, officer('clerk'), 'staff.refuseExtension', stale)).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
  });

  test('is heard by the desk alone: nobody else may list those that ask, nor read what was asked', async () => {
    const leadId = await received();
    await does('housing', 'askExtension', leadId, ASK);
    const others = ['liaison', 'convener', 'member', 'leader', 'administrator', 'cityManagement'] as const;
    for (const name of [...others, 'housing', 'transport'] as const) {
      for (const action of ['staff.listQueue', 'staff.getQueueFigures'] as const) {
        const answer = await ask(cloud, officer(name), action, { mark: 'extensionAsked' });
        expect(answer, name).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
      }
      const all = await must(cloud, officer(name), 'staff.getQueueFigures', {});
      expect(all.markCounts, name).not.toHaveProperty('extensionAsked');
      const { items } = await must(cloud, officer(name), 'staff.listQueue', {});
      expect(
        items.some(({ extensionAsked }) => extensionAsked),
        name,
      ).toBe(false);
    }
    for (const name of others) {
      const answer = await ask(cloud, officer(name), 'staff.getLead', { leadId });
      expect(JSON.stringify(answer), name).not.toMatch(/申请延期|灯头|调货/);
    }
    const { version } = await must(cloud, officer('cityManagement'), 'staff.getLead', { leadId });
    const input = { leadId, version, ...ASK };
    const refused = await refusalOf(cloud, officer('cityManagement'), 'staff.askExtension', input);
    expect(refused).toMatchObject({ code: 'FORBIDDEN' });
  });
});
