import { Packer } from 'docx';
import { expect, it } from 'vitest';
import type { DossierView } from '@contract/dossiers';
import { dossierDocument } from '@shared/papers/dossier-document';
import { rendered } from './support/office';

const entry = (at: string, text: string) => ({
  at,
  kind: 'session' as const,
  part: { kind: 'lead' as const, id: 'L-1', number: '250301-000001' },
  text,
});
const DOSSIER: DossierView = {
  id: 'D-1',
  title: '白云山旺季交通和停车',
  leads: 1,
  startedAt: '',
  changedAt: '',
  version: 1,
  parts: [{ kind: 'lead', id: 'L-1', number: '250301-000001', title: '', reason: '' }],
  removed: [],
  // The first one is already the next year in China.
  timeline: [
    entry('2024-12-31T18:00:00.000Z', '第一次协商'),
    entry('2025-06-01T02:00:00.000Z', '第二次协商'),
    entry('2026-01-05T02:00:00.000Z', '第三次协商'),
  ],
  canChange: false,
};

it('a dossier is exported on the same page, year by year, in the order of its timeline', async () => {
  const { pages, width } = rendered(await Packer.toBuffer(dossierDocument(DOSSIER)));
  const words = pages
    .flat()
    .map(({ text }) => text)
    .join('\n');
  expect(width).toBeCloseTo(210, 0);
  const order = [
    '白云山旺季交通和停车',
    '2025年',
    '1月1日',
    '第一次协商',
    '第二次协商',
    '2026年',
    '第三次协商',
  ];
  const found = order.map((part) => words.indexOf(part));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found[0]).toBeGreaterThanOrEqual(0);
  expect(words).not.toContain('2024年');
  expect(words).toContain('—1—');
});
