import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findPlace } from '../../cloudfunctions/core/domain/county';
import { readPlace } from '../../cloudfunctions/core/domain/places/read-place';
import { countyOfContent } from '../../cloudfunctions/setup/county-of-content';
import type { LeadContent } from '../../cloudfunctions/setup/content/types';
import { readArguments } from './arguments';
import { readLines } from './rows';

// npx tsx config/routing/evaluate-places.ts [--other FILE] [--json]
// How well places are read: on sentences written by hand, on the demonstration leads, and (FILE: messages of another
// city, where every place found is wrong) how often one is seen that is not there.
const options = readArguments(process.argv.slice(2), ['other', 'json']);
const county = countyOfContent();
const root = resolve(import.meta.dirname, '../..');
const nameOf = (id: string | null): string => findPlace(county, id)?.name ?? '-';
const townshipOf = (id: string | null): string | null => findPlace(county, id)?.township.id ?? null;

const figures = {
  ...ofSentences(),
  ...ofDemonstration(),
  ...(options.other?.[0] ? ofOthers(options.other[0]) : {}),
};
if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(24)}${value}\n`);

/** Of what was read, how much is right; of what is there, how much was read. Asking is neither. */
function ofSentences() {
  const lines = readFileSync(join(root, 'tests/domain/place-sentences.txt'), 'utf8').trim().split('\n');
  const rows = lines
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split(' | ').map((part) => part.trim()));
  const read = rows.map(([text = '', place = '-']) => ({
    place,
    got: nameOf(readPlace(text, county).place),
  }));
  const given = read.filter(({ got }) => got !== '-');
  const there = read.filter(({ place }) => place !== '-');
  const right = given.filter(({ place, got }) => place === got);
  return {
    sentences: rows.length,
    sentencePrecision: share(right.length, given.length),
    sentenceRecall: share(right.length, there.length),
  };
}

/** The demonstration leads carry the place of their code; most texts name none. */
function ofDemonstration() {
  const folder = join(root, 'cloudfunctions/setup/content/leads');
  const leads = readdirSync(folder).flatMap(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as LeadContent[],
  );
  const read = leads.map((lead) => ({ lead, ...readPlace(lead.text, county) }));
  const given = read.filter(({ place }) => place !== null);
  return {
    demoLeads: leads.length,
    demoRead: given.length,
    demoTownshipRight: given.filter(({ lead, place }) => townshipOf(place) === lead.townshipId).length,
    demoAsked: read.filter(({ place, candidates }) => place === null && candidates.length > 0).length,
  };
}

function ofOthers(file: string) {
  const messages = readLines<{ title?: string; text?: string }>(file);
  const texts = messages.map(({ title = '', text = '' }) => `${title}。${text}`);
  for (const text of texts.slice(0, 200)) readPlace(text, county);
  const before = process.cpuUsage();
  const read = texts.map((text) => readPlace(text, county));
  const { user, system } = process.cpuUsage(before);
  return {
    others: texts.length,
    othersFound: read.filter(({ place }) => place !== null).length,
    othersAsked: read.filter(({ place, candidates }) => place === null && candidates.length > 0).length,
    microsecondsEach: Math.round((user + system) / texts.length),
    charactersEach: Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : Number((part / whole).toFixed(3));
}
