import { describe, expect, it } from 'vitest';
import { UNIT_FIELDS } from '@contract/lead-views';
import { allowedTo } from '../../cloudfunctions/core/app/lead/present-lead';
import { DESK, history, PRIVATE_MATTER, recordOf, type Step } from '../support/builders';
import {
  busyLead,
  fieldsOf,
  offers,
  offerTable,
  officersNamedIn,
  PEOPLE,
  shownTo,
  tracesOfResident,
} from '../support/people';

const HANDED: Step[] = ['LeadAccepted', 'LeadAdopted', 'LeadHandedOver'];
const allowedAfter = (grants: Parameters<typeof allowedTo>[1], ...more: Step[]) =>
  allowedTo(recordOf(history([...HANDED, ...more])), grants);

describe.each([
  ['in charge', PEOPLE.leadUnitOfficer],
  ['supporting', PEOPLE.supportingUnitOfficer],
] as const)('an officer of the unit %s', (_kind, grants) => {
  it('reads what was handed over: exactly the unit’s fields', async () => {
    const view = await shownTo(grants, busyLead());
    expect(fieldsOf(view)).toEqual([...UNIT_FIELDS].sort());
    expect(view?.audience).toBe('unit');
  });
  it('never learns who complained, unless the resident left it open', async () => {
    expect(tracesOfResident(await shownTo(grants, busyLead('open')))).toEqual(['maskedName', 'maskedPhone']);
    expect(tracesOfResident(await shownTo(grants, busyLead('hiddenFromUnit')))).toEqual([]);
    expect(tracesOfResident(await shownTo(grants, busyLead('committeeOnly')))).toEqual([]);
  });
  it('does not learn it from the words either, where the resident wrote name and number into them', async () => {
    const record = busyLead('hiddenFromUnit');
    const text = '我叫张桂兰，13900000001，村口的路全是坑。';
    const said = { ...record, content: { ...record.content, text, placeNote: '张桂兰家门口' } };
    const view = await shownTo(grants, said);
    expect(tracesOfResident(view)).toEqual([]);
    expect(view?.text).toContain('村口的路全是坑');
    const open = busyLead('open');
    expect((await shownTo(grants, { ...open, content: { ...open.content, text } }))?.text).toBe(text);
    expect((await shownTo(PEOPLE.clerk, said))?.text).toBe(text);
  });
  it('does not learn it from the thanks, where the resident signed them', async () => {
    const record = busyLead('hiddenFromUnit');
    const thanks = '师傅们辛苦了！张桂兰 13900000001';
    const feedback = [{ at: record.lead.submittedAt, fixed: true, stars: 5, words: '', thanks }];
    const view = await shownTo(grants, { ...record, lead: { ...record.lead, feedback } });
    expect(tracesOfResident(view)).toEqual([]);
    expect(view?.feedback?.[0]?.thanks).toContain('师傅们辛苦了');
  });
  it('reads nobody’s name, no note and no visit', async () => {
    const view = await shownTo(grants, busyLead('open'));
    expect(officersNamedIn(view)).toEqual([]);
    expect(view?.history?.map(({ event }) => event)).toEqual([
      'LeadSubmitted',
      'LeadAdopted',
      'LeadHandedOver',
      'HandOverAccepted',
      'ReplyRecorded',
    ]);
  });
  it('does not find the lead before it is handed over', async () => {
    expect(await shownTo(grants, recordOf(history(['LeadAccepted', 'LeadAdopted'])))).toBeNull();
  });
  it('does not find what became a report against an official', async () => {
    const route = { ...PRIVATE_MATTER.routed?.route };
    const rerouted = {
      type: 'LeadRerouted',
      route,
      owner: DESK,
      reason: '涉及干部',
      acceptWithin: 2,
    } as Step;
    const record = recordOf(history([...HANDED, 'LeadResolved', 'LeadReopened', rerouted]));
    expect(await shownTo(grants, record)).toBeNull();
    expect(allowedTo(record, grants)).toEqual([]);
  });
});

describe('the unit in charge', () => {
  it('accepts, returns and answers while the lead is with it, and nothing at any other time', () => {
    expect(offers(PEOPLE.leadUnitOfficer)).toEqual(
      offerTable('inProgress acceptHandOver returnHandOver recordReply'),
    );
  });
  it('accepts once, and returns nothing it has answered', () => {
    expect(allowedAfter(PEOPLE.leadUnitOfficer, 'HandOverAccepted')).toEqual([
      'returnHandOver',
      'askExtension',
      'recordReply',
    ]);
    expect(allowedAfter(PEOPLE.leadUnitOfficer, 'HandOverAccepted', 'ReplyRecorded')).toEqual([
      'recordReply',
    ]);
    expect(allowedAfter(PEOPLE.leadUnitOfficer, 'HandOverReturned')).toEqual([]);
  });
  it('may see the contact, for a reason, where the resident left it open', () => {
    expect(offers(PEOPLE.leadUnitOfficer, { submitted: { anonymity: 'open' } })['inProgress']).toEqual([
      'acceptHandOver',
      'returnHandOver',
      'recordReply',
      'revealContact',
    ]);
  });
});

describe('a supporting unit', () => {
  it('reads and does nothing: the unit in charge answers', () => {
    expect(offers(PEOPLE.supportingUnitOfficer)).toEqual({});
  });
});

describe('another unit', () => {
  it('finds nothing and is offered nothing', async () => {
    expect(await shownTo(PEOPLE.otherUnitOfficer, busyLead('open'))).toBeNull();
    expect(offers(PEOPLE.otherUnitOfficer, { submitted: { anonymity: 'open' } })).toEqual({});
  });
});
