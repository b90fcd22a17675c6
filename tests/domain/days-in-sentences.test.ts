import { expect, it } from 'vitest';
import { storyFor } from '../../cloudfunctions/core/domain/lead/story';
import { COUNTY, history } from '../support/builders';

it('no sentence of a story tells a day as a machine writes it', () => {
  const events = history([
    'LeadAccepted',
    'LeadAdopted',
    'ConsultationHeld',
    'LeadHandedOver',
    'OutcomePromised',
  ]);
  const told = storyFor('committee', events, COUNTY).map(({ text }) => text);
  expect(told.join('\n')).toMatch(/\d{4}年\d+月\d+日在.+协商/);
  expect(told.join('\n')).not.toMatch(/\d{4}-\d{2}-\d{2}/);
});
