import type { Point } from '@contract/lead';

/*
 * Chinese maps draw everything some hundred metres beside where satellites say it is (GCJ-02). Points are kept as
 * those maps count, because those maps are what people open; WeChat's own picker counts so too.
 */

const AXIS = 6_378_245;
const ECCENTRICITY = 0.006_693_421_622_965_943;
const { PI, abs, cos, sin, sqrt } = Math;

/** A satellite's point as Chinese maps count, exact to a metre or so. */
export function asOnChineseMaps({ latitude, longitude }: Point): Point {
  const [x, y] = [longitude - 105, latitude - 35];
  const radians = (latitude / 180) * PI;
  const bend = 1 - ECCENTRICITY * sin(radians) ** 2;
  const north = (northOf(x, y) * 180) / (((AXIS * (1 - ECCENTRICITY)) / (bend * sqrt(bend))) * PI);
  const east = (eastOf(x, y) * 180) / ((AXIS / sqrt(bend)) * cos(radians) * PI);
  return { latitude: latitude + north, longitude: longitude + east };
}

const waves = (x: number): number => ((20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * 2) / 3;

const northOf = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * sqrt(abs(x)) +
  waves(x) +
  ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3 +
  ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3;

const eastOf = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * sqrt(abs(x)) +
  waves(x) +
  ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 +
  ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3;

/** To four places: about ten metres. Finer is not kept, not even on the phone. */
export const roughly = ({ latitude, longitude }: Point): Point => ({
  latitude: Math.round(latitude * 10_000) / 10_000,
  longitude: Math.round(longitude * 10_000) / 10_000,
});

/** A point to be read out. */
export const sayPoint = ({ latitude, longitude }: Point): string => `北纬 ${latitude}，东经 ${longitude}`;

/** Where a browser shows it on a map. */
export const mapAddress = ({ latitude, longitude }: Point): string =>
  `https://uri.amap.com/marker?position=${longitude},${latitude}&coordinate=gaode`;
