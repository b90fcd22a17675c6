import { describe, expect, it } from 'vitest';
import { LEAD_STATUSES } from '@contract/lead';
import { RESIDENT_FIELDS } from '@contract/lead-views';
import { presentToResident } from '../../cloudfunctions/core/app/lead/present-lead';
import { maskContact } from '../../cloudfunctions/core/domain/permissions/view-for';
import { history, inState, PRIVATE_MATTER, recordOf } from '../support/builders';
import { READING_PORTS } from '../support/reading-ports';
import { busyLead, officersNamedIn, offerTable, tracesOfResident } from '../support/people';

const view = (record = busyLead()) => presentToResident(record, READING_PORTS);
/** Who sees the resident can be changed in every state. */
const OFFERED = `
submitted           changeAnonymity
routed              giveSupplement withdrawLead changeAnonymity
accepted            giveSupplement withdrawLead changeAnonymity
awaitingSupplement  giveSupplement withdrawLead changeAnonymity
outOfScope          changeAnonymity
adopted             giveSupplement changeAnonymity
declined            changeAnonymity
inProgress          giveSupplement changeAnonymity
resolved            giveFeedback changeAnonymity
unresolvable        giveFeedback changeAnonymity
closed              giveFeedback changeAnonymity
reopened            giveSupplement changeAnonymity
merged              changeAnonymity
withdrawn           changeAnonymity
`;

describe('a resident', () => {
  it('reads the own lead: exactly the resident’s fields, and what can be done now', async () => {
    expect(Object.keys(await view()).sort()).toEqual([...RESIDENT_FIELDS, 'allowed'].sort());
  });
  it('reads no officer’s name and none of the committee’s papers', async () => {
    const shown = await view();
    expect(officersNamedIn(shown)).toEqual([]);
    expect(JSON.stringify(shown)).not.toMatch(/待核|看过现场|u-transport|a-clerk/);
  });
  it('has the tracking code, and the own contact as a mask', async () => {
    expect(tracesOfResident(await view())).toEqual(['maskedName', 'maskedPhone', 'trackingCode']);
  });
  it('can count how often somebody looked at the contact, and reads when, which kind of office and why', async () => {
    const { contactReveals, contactReadings } = await view();
    expect(contactReveals).toBe(1);
    expect(contactReadings).toMatchObject([{ office: '县政协办公室', reason: '核实位置' }]);
  });
  it('reads a unit’s reply only when the committee has released it with an outcome', async () => {
    expect((await view()).releasedReply).toBeNull();
    expect(JSON.stringify(await view())).not.toContain('已经铺好。');
    const resolved = recordOf(history(['LeadAccepted', 'LeadHandedOver', 'ReplyRecorded', 'LeadResolved']));
    expect((await view(resolved)).releasedReply?.text).toBe('已经铺好。');
  });
  it('reads the own report against an official like any other lead', async () => {
    expect((await view(busyLead('committeeOnly', PRIVATE_MATTER))).text).toContain('修路');
  });
  it('is offered in each state exactly what is the resident’s to do', async () => {
    const offered: Record<string, string[]> = {};
    for (const status of LEAD_STATUSES) {
      const { allowed } = await view(recordOf(inState(status)));
      if (allowed.length > 0) offered[status] = allowed;
    }
    expect(offered).toEqual(offerTable(OFFERED));
  });
});

describe('a masked contact', () => {
  it.each([
    [{ name: '张桂兰', phone: '13900000001' }, '张**，139****01'],
    [{ name: '张' }, '张**'],
    [{ phone: '13900000001' }, '139****01'],
    [{ phone: '66312345' }, '****45'],
    [{ phone: '12345' }, '****'],
    [{ name: '𠮷田' }, '𠮷**'],
    [{ name: '', phone: '' }, ''],
    [null, ''],
  ])('of %o is 「%s」', (contact, masked) => {
    expect(maskContact(contact)).toBe(masked);
  });
});
