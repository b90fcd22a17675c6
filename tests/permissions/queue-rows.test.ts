import { describe, expect, it } from 'vitest';
import type { OutOfScopeSuspicion } from '@contract/lead';
import { presentRow, summarise } from '../../cloudfunctions/core/app/lead/queue-summary';
import {
  answersExtensions,
  readsNamesOfOfficers,
  readsPrivateMatters,
} from '../../cloudfunctions/core/domain/permissions/permissions';
import {
  CALENDAR,
  COUNTY,
  history,
  PRIVATE_MATTER,
  recordOf,
  ROUTE,
  sha256,
  type Beginning,
} from '../support/builders';
import { PEOPLE, type Person } from '../support/people';

const rowFor = (person: Person, first?: Beginning, events = history([], first)) => {
  const record = recordOf(events);
  const grants = PEOPLE[person];
  const reader = {
    readsPrivate: readsPrivateMatters(grants),
    readsNames: readsNamesOfOfficers(grants),
    readsAsks: answersExtensions(grants),
    may: [],
  };
  const summary = summarise(record, COUNTY, sha256);
  return presentRow({ id: record.lead.id, version: 1, summary }, COUNTY, CALENDAR, reader);
};
const liaison = COUNTY.townships.flatMap(({ liaison }) => liaison?.name ?? [])[0] ?? '';

describe('a row of the queue', () => {
  it('tells those who work on leads which colleague holds it', () => {
    expect(rowFor('clerk').ownerName).toContain(liaison);
  });
  it('tells leaders and administrators the office, not the person', () => {
    for (const person of ['leader', 'administrator'] as const) {
      expect(rowFor(person).ownerName).toContain('联络员');
      expect(rowFor(person).ownerName).not.toContain(liaison);
    }
  });
  it('keeps the words and the place of a report against an official from all but the committee staff', () => {
    const { content } = recordOf(history([], PRIVATE_MATTER));
    expect(rowFor('clerk', PRIVATE_MATTER).excerpt).toContain(content.text.slice(0, 5));
    expect(rowFor('leader', PRIVATE_MATTER)).toMatchObject({ excerpt: '（不公开事项）', placeName: '' });
  });
  it('tells nobody else whom such a report may be about: neither the sector nor the unit that had it before', () => {
    const steps = ['LeadAccepted', 'LeadHandedOver', 'LeadResolved', 'LeadReopened'] as const;
    const begun = history(steps, PRIVATE_MATTER);
    expect(rowFor('clerk', PRIVATE_MATTER, begun).unitName).not.toBe('');
    expect(rowFor('clerk', PRIVATE_MATTER, begun).sectorName).not.toBe('');
    expect(rowFor('leader', PRIVATE_MATTER, begun)).toMatchObject({ sectorName: '', unitName: '' });
  });
  it('tells nobody who said it, though name and number stand in the words', () => {
    const { lead, content, ...voices } = recordOf(history([]));
    const words = `${'路坏了。'.repeat(13)}我叫张桂兰，13900000001。`;
    const { excerpt } = summarise({ ...voices, lead, content: { ...content, text: words } }, COUNTY, sha256);
    expect(excerpt).not.toMatch(/张桂兰|139/);
    expect(excerpt).toContain('我叫某');
  });
  it('is marked where the words sound like danger; of a private matter, only for those who read it', () => {
    const outOfScope: OutOfScopeSuspicion = { kind: 'emergency', door: 'police', words: ['拿刀'], note: '' };
    expect(rowFor('liaison', { routed: { route: { ...ROUTE, outOfScope } } }).emergency).toBe(true);
    const elsewhere: OutOfScopeSuspicion = { ...outOfScope, kind: 'lawsuit' };
    expect(rowFor('liaison', { routed: { route: { ...ROUTE, outOfScope: elsewhere } } }).emergency).toBe(
      false,
    );
    const hidden = { routed: { route: { ...ROUTE, private: true, outOfScope } } };
    expect(rowFor('clerk', hidden).emergency).toBe(true);
    expect(rowFor('leader', hidden).emergency).toBe(false);
  });
});
