import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const CSS = readFileSync(resolve(import.meta.dirname, '../../src/miniprogram/styles/tokens.css'), 'utf8');

/** Which ink stands on which ground somewhere in the app. */
const PAIRS: [ink: string, ground: string][] = [
  ...['ink', 'ink-2', 'ink-3', 'pine', 'cinnabar'].flatMap((ink) =>
    ['paper', 'sheet'].map((ground): [string, string] => [ink, ground]),
  ),
  ['ink-2', 'sunken'],
  ['ink', 'pine-wash'],
  ['ink-2', 'pine-wash'],
  ['pine', 'pine-wash'],
  ['on-pine', 'pine'],
  ['on-pine', 'pine-deep'],
  ['on-cinnabar', 'cinnabar'],
  ['on-seal', 'seal'],
  ['cinnabar', 'cinnabar-wash'],
  ['ochre', 'ochre-wash'],
  ['paper', 'ink'],
];
/** Edges of things that can be touched need 3:1 against the ground. */
const EDGES: [edge: string, ground: string][] = [
  ['edge', 'paper'],
  ['edge', 'sheet'],
  ['pine', 'paper'],
];

const half = CSS.indexOf('@media (prefers-color-scheme: dark)');
const light = tokensIn(CSS.slice(0, half));
// What the dark theme does not say stays as it is in the light one.
const themes = { light, dark: new Map([...light, ...tokensIn(CSS.slice(half))]) };

describe.each(Object.entries(themes))('in the %s theme', (_name, tokens) => {
  test.each(PAIRS)('--%s can be read on --%s (4.5:1)', (ink, ground) => {
    expect(contrast(tokens, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(EDGES)('--%s can be seen on --%s (3:1)', (edge, ground) => {
    expect(contrast(tokens, edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

test('main text starts at 18 pixels and targets at 60', () => {
  expect(CSS).toContain('--size-body: calc(18px * var(--scale))');
  expect(CSS).toContain('--target: calc(60px *');
});

function tokensIn(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

function contrast(tokens: Map<string, string>, one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other]
    .map((name) => luminance(tokens.get(name) ?? ''))
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`no such colour: ${hex}`);
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
