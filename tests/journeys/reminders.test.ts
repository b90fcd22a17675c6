import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '../support/call';
import { ANKANG_CODE, LAMP_TEXT, officer, resident } from '../support/county';
import { startTestCloud, type TestCloud } from '../support/test-cloud';
import { DocumentStore } from '../../cloudfunctions/core/adapters/document-store';
import { COUNTY } from '../support/builders';

/** What the county configures: the ids and field names of its own templates. */
const TEMPLATE = {
  id: 'template-of-the-county',
  fields: { number: 'character_string1', status: 'phrase2', note: 'thing3', date: 'date4' },
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  const store = new DocumentStore(cloud.sdk().database());
  const directory = await store.get('directories', COUNTY.id);
  const county = { ...(directory?.['county'] as object), wechatTemplates: [TEMPLATE] };
  await store.change('directories', { _id: COUNTY.id }, { county });
});
afterAll(() => cloud.stop());

const sent = () => cloud.control('/_local/sent-messages') as Promise<Record<string, unknown>[]>;
const toldOf = async (leadId: string) => {
  const { history = [] } = await must(cloud, officer('clerk'), 'staff.getLead', { leadId });
  return history.map(({ event, told }) => [event, told]);
};

test('one agreement brings one message to WeChat; everything is in the mini-program, and staff see which', async () => {
  const wang = resident('wang');
  const { leadId, number } = await must(cloud, wang, 'resident.submitLead', {
    text: LAMP_TEXT,
    scene: ANKANG_CODE,
  });
  expect(await must(cloud, wang, 'resident.getConsents', {})).toEqual({ templates: [TEMPLATE.id], left: 0 });
  const accepted = [TEMPLATE.id, 'somebody-elses-template'];
  expect((await must(cloud, wang, 'resident.recordConsents', { accepted })).left).toBe(1);

  const clerk = officer('clerk');
  const { version } = await must(cloud, clerk, 'staff.getLead', { leadId });
  const lead = await must(cloud, clerk, 'staff.acceptLead', { leadId, version });
  await cloud.jobs();
  await must(cloud, clerk, 'staff.adoptLead', { leadId, version: lead.version });
  await cloud.jobs();
  await cloud.jobs();

  const messages = await sent();
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({
    templateId: TEMPLATE.id,
    page: `pages/lead/index?leadId=${leadId}`,
    data: { character_string1: { value: number }, phrase2: { value: '已收下' } },
  });
  expect(JSON.stringify(messages[0]?.['data'])).not.toContain('路灯');
  expect((await must(cloud, wang, 'resident.getConsents', {})).left).toBe(0);
  expect((await must(cloud, wang, 'resident.listNotices', {})).items).toHaveLength(2);
  expect(await toldOf(leadId)).toEqual(
    expect.arrayContaining([
      ['LeadAccepted', 'wechat'],
      ['LeadAdopted', 'appOnly'],
    ]),
  );
  const member = await must(cloud, officer('liaison'), 'staff.getLead', { leadId });
  expect(JSON.stringify(member)).not.toContain('"told"');
});

test('who has switched messages off in WeChat is not counted on any more', async () => {
  const li = resident('li-declined');
  const { leadId } = await must(cloud, li, 'resident.submitLead', { text: LAMP_TEXT, scene: ANKANG_CODE });
  await must(cloud, li, 'resident.recordConsents', { accepted: [TEMPLATE.id] });
  await must(cloud, li, 'resident.recordConsents', { accepted: [TEMPLATE.id] });
  const before = (await sent()).length;
  const { version } = await must(cloud, officer('clerk'), 'staff.getLead', { leadId });
  await must(cloud, officer('clerk'), 'staff.acceptLead', { leadId, version });
  await cloud.jobs();
  expect(await sent()).toHaveLength(before);
  expect((await must(cloud, li, 'resident.getConsents', {})).left).toBe(0);
  expect(await toldOf(leadId)).toContainEqual(['LeadAccepted', 'appOnly']);
});
