import { describe, expect, it } from 'vitest';
import { LEAD_STATUSES } from '@contract/lead';
import type { Audience } from '@contract/lead-views';
import { officeNameOf } from '../../cloudfunctions/core/domain/lead/holder';
import { nextStepForOfficer } from '../../cloudfunctions/core/domain/lead/next-step-for-officer';
import { CALENDAR, COUNTY, FACTS, history, inState, ROUTE, type Beginning } from '../support/builders';
import { stateOf } from '../support/given-when-then';

const READERS: Audience[] = ['committee', 'liaison', 'member', 'unit', 'leader'];
type Log = Parameters<typeof stateOf>[0];

function said(log: Log, audience: Audience, unitIds: string[] = []): string {
  const lead = stateOf(log);
  if (lead === null) throw new Error('no lead');
  return nextStepForOfficer(lead, { audience, unitIds }, COUNTY, CALENDAR);
}
const handedOver = history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver']);
const { unitId } = FACTS.LeadHandedOver;

describe('the next step for an officer', () => {
  it.each(LEAD_STATUSES)(
    'is one finished sentence for everybody in state %s, without a word to the resident',
    (status) => {
      for (const audience of READERS) {
        const sentence = said(inState(status), audience, [unitId]);
        expect(sentence).toMatch(/[一-龥]。$/);
        expect(sentence).not.toMatch(/告诉您|请您看看|等您补充|null|undefined/);
      }
    },
  );

  it('tells the liaison to accept by the date, the desk for whom it waits', () => {
    expect(said(history([]), 'liaison')).toMatch(/^请看一看。能办的就受理，.*，3月\d+日前要受理。$/);
    expect(said(history([]), 'committee')).toMatch(/^等东河镇的联络员受理/);
  });

  it('tells the desk to accept where the township has nobody who could', () => {
    const lead = stateOf(history([]));
    if (lead === null) throw new Error('no lead');
    const vacant = { ...COUNTY, townships: COUNTY.townships.map((one) => ({ ...one, liaison: null })) };
    const reader = { audience: 'committee' as const, unitIds: [] };
    expect(nextStepForOfficer(lead, reader, vacant, CALENDAR)).toMatch(/^东河镇的联络员空着，请机关直接受理/);
    expect(officeNameOf(lead, vacant)).toBe('县政协办公室（东河联络员空着）');
  });

  it('tells the members that nobody has claimed it, and who has', () => {
    expect(said(history(['LeadAccepted']), 'member')).toMatch(/^还没有委员认领/);
    expect(said(history(['LeadBroadcast']), 'member')).toMatch(/^紧急：还没有委员认领/);
    expect(said(history(['LeadAccepted', 'LeadClaimed']), 'member')).toMatch(/委员认领了，去看过以后/);
  });

  it('tells the unit in charge to receive, to handle, and then that nothing is left', () => {
    expect(said(handedOver, 'unit', [unitId])).toMatch(/^请先接收/);
    expect(
      said(history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'HandOverAccepted']), 'unit', [unitId]),
    ).toMatch(/^请办理，办完答复一次/);
    expect(
      said(history(['LeadAccepted', 'LeadAdopted', 'LeadHandedOver', 'ReplyRecorded']), 'unit', [unitId]),
    ).toMatch(/现在不用再办。$/);
    expect(said(handedOver, 'unit', ['u-elsewhere'])).toMatch(/^您单位协办/);
  });

  it('puts danger before everything else, until somebody has decided, for those near enough to call', () => {
    const danger: Beginning = {
      routed: {
        route: { ...ROUTE, outOfScope: { kind: 'emergency', door: 'ambulance', words: ['昏迷'], note: '' } },
      },
    };
    const first = /^可能是急事：.*110、119 或 120。[^。]+/;
    for (const audience of ['committee', 'liaison', 'member'] as const) {
      expect(said(history([], danger), audience)).toMatch(first);
      expect(said(history(['LeadAccepted'], danger), audience)).toMatch(first);
      expect(said(history(['LeadAccepted', 'LeadAdopted'], danger), audience)).not.toMatch(/急事/);
      expect(said(history([]), audience)).not.toMatch(/急事/);
    }
    expect(said(history([], danger), 'leader')).not.toMatch(/急事/);
  });

  it('says plainly that a date has passed', () => {
    const late = history(['DeadlineMissed']);
    expect(said(late, 'liaison')).toMatch(/本该3月\d+日前要受理，已经过期。$/);
  });
});
