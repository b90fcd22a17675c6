import { describe, expect, it } from 'vitest';
import { CODE_COMMANDS } from '@contract/commands';
import { TRACKING_FIELDS } from '@contract/lead-views';
import { presentToTracker } from '../../cloudfunctions/core/app/lead/present-lead';
import { READING_PORTS } from '../support/reading-ports';
import { busyLead, officersNamedIn, tracesOfResident } from '../support/people';

describe('somebody with number and tracking code, on any device', () => {
  const view = (anonymity: 'open' | 'committeeOnly') => presentToTracker(busyLead(anonymity), READING_PORTS);
  it('reads exactly the tracker’s fields, and is offered nothing that ends the matter or changes who sees whom', async () => {
    const { allowed, ...fields } = await view('open');
    expect(Object.keys(fields).sort()).toEqual([...TRACKING_FIELDS].sort());
    const most: readonly string[] = CODE_COMMANDS;
    expect(allowed.filter((command) => !most.includes(command))).toEqual([]);
    expect(most).toEqual(['giveSupplement', 'giveFeedback', 'chaseLead']);
  });
  it('learns nothing of the resident, however open, and of no officer', async () => {
    for (const anonymity of ['open', 'committeeOnly'] as const) {
      expect(tracesOfResident(await view(anonymity))).toEqual([]);
      expect(officersNamedIn(await view(anonymity))).toEqual([]);
    }
  });
  it('sees no photograph, no exact spot, and no reply that was not released', async () => {
    expect(JSON.stringify(await view('open'))).not.toMatch(/photo-1|小桥东头|已经铺好。/);
  });
  it('reads the same story as the resident', async () => {
    expect((await view('open')).timeline.map(({ event }) => event)).toEqual([
      'LeadSubmitted',
      'LeadRouted',
      'LeadAccepted',
      'ConsultationHeld',
      'LeadAdopted',
      'LeadReportedUp',
      'LeadHandedOver',
      'HandOverAccepted',
    ]);
  });
});
