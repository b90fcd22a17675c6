import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LeadContent } from '../../cloudfunctions/setup/content/types';
import places from '../../cloudfunctions/setup/content/places.json';
import { dice, type Dice } from './dice';

const folder = resolve(import.meta.dirname, '../../cloudfunctions/setup/content/leads');

/** The demonstration set of 380 leads, which the bench tells again and again under other names, places and days. */
export function demonstrationSet(): LeadContent[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as LeadContent[]);
}

/** What a telling ends in decides how old it may be: only finished stories lie years back. */
const STILL_OPEN = new Set(['new', 'accepted', 'awaiting-supplement', 'adopted']);
const YEARS = 3;

/** The set told once more: same outcomes, other places, days and words; keys are distinct between tellings. */
export function retell(set: readonly LeadContent[], telling: number): LeadContent[] {
  const chance = dice(telling + 1);
  const details = set.map(({ text }) => text);
  return set.map((content) => {
    const village = chance.pick(VILLAGES);
    const { outcome } = content;
    const isOpen = STILL_OPEN.has(outcome.end);
    return {
      ...content,
      key: `${content.key}-${telling}`,
      townshipId: village.townshipId,
      villageId: village.id,
      text: lengthen(content.text, village.name, details, chance),
      hour: 7 + chance.below(15),
      submittedDaysAgo: content.submittedDaysAgo + (isOpen ? 0 : 365 * chance.below(YEARS)),
      outcome: outcome.end === 'merged' ? { ...outcome, into: `${outcome.into}-${telling}` } : outcome,
    };
  });
}

/** Words of one submission of realistic length, for load. */
export function submissionText(set: readonly LeadContent[], chance: Dice): { text: string; placeId: string } {
  const village = chance.pick(VILLAGES);
  const details = set.map(({ text }) => text);
  return {
    text: lengthen(details[chance.below(details.length)] ?? '', village.name, details, chance),
    placeId: village.id,
  };
}

type Village = { id: string; name: string; townshipId: string };
const VILLAGES = (places as { id: string; villages: { id: string; name: string }[] }[]).flatMap(
  ({ id, villages }) => villages.map((village) => ({ ...village, townshipId: id })),
) as [Village, ...Village[]];

/** Letters to government boards are 225 characters at the median, 800 at the ninth decile: log-normal. */
const MEDIAN_LENGTH = 225;
const SPREAD = 0.97;
const LONGEST = 4_500;

function lengthen(text: string, villageName: string, details: readonly string[], chance: Dice): string {
  const wanted = Math.min(LONGEST, MEDIAN_LENGTH * Math.exp(SPREAD * normal(chance)));
  let long = `我是${villageName}的。${text}`;
  while (long.length < wanted) long += details[chance.below(details.length)] ?? '。';
  return long.slice(0, Math.max(Math.ceil(wanted), 40));
}

function normal(chance: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
}
