import { expect, test } from 'vitest';
import type { Supplement } from '@contract/lead';
import { hasArrived } from '../../src/miniprogram/data/supplements';

const said = (answer: string | null): Supplement => ({
  question: '哪一盏？',
  askedAt: '2026-03-10T02:00:00.000Z',
  answer,
  answeredAt: null,
});

test('what stands in the lead has arrived, though no answer came back: it is not offered to be sent once more', () => {
  const lead = { supplements: [said('村东头第三盏。'), said(null)] };
  expect(hasArrived(' 村东头第三盏。\n', lead)).toBe(true);
  expect(hasArrived('还有第四盏。', lead)).toBe(false);
  expect(hasArrived('', { supplements: [said('')] })).toBe(false);
});
