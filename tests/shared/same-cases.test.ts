import fc from 'fast-check';
import { expect, it } from 'vitest';

/** What a property test without wishes of its own is given. */
function cases(): unknown[] {
  const drawn: unknown[] = [];
  fc.assert(
    fc.property(fc.array(fc.string()), (value) => {
      drawn.push(value);
    }),
  );
  return drawn;
}

it('property tests are given the same hundred cases each time, and others only by `npm run fuzz`', () => {
  const times = process.env.FUZZ === undefined ? 1 : Number(process.env.FUZZ);
  const first = cases();
  expect(first).toHaveLength(100 * times);
  expect(JSON.stringify(cases()) === JSON.stringify(first)).toBe(process.env.FUZZ === undefined);
});
