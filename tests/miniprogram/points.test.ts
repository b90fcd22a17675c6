import { expect, test } from 'vitest';
import { asOnChineseMaps, mapAddress, roughly, sayPoint } from '@shared/points';

test('a satellite’s point lies where Chinese maps draw it, to a few metres', () => {
  // The published pair for Tiananmen: WGS-84 39.907333, 116.391083 is GCJ-02 39.908731, 116.397322.
  const { latitude, longitude } = asOnChineseMaps({ latitude: 39.907333, longitude: 116.391083 });
  expect(Math.abs(latitude - 39.908731)).toBeLessThan(0.0001);
  expect(Math.abs(longitude - 116.397322)).toBeLessThan(0.0001);
});

test('kept to four places, said in words, opened on a map', () => {
  const point = roughly({ latitude: 34.134_567, longitude: 112.083_44 });
  expect(point).toEqual({ latitude: 34.1346, longitude: 112.0834 });
  expect(sayPoint(point)).toBe('北纬 34.1346，东经 112.0834');
  expect(mapAddress(point)).toContain('position=112.0834,34.1346&');
});
