import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OUT_OF_SCOPE_KINDS } from '@contract/lead';
import { describe, expect, it } from 'vitest';
import type {
  CalendarContent,
  CategoryContent,
  DirectoryContent,
  LeadContent,
  OutOfScopeContent,
  PlaceContent,
} from '../../cloudfunctions/setup/content/types';

const folder = resolve(import.meta.dirname, '../../cloudfunctions/setup/content');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;

const places = read<PlaceContent[]>('places.json');
const directory = read<DirectoryContent>('directory.json');
const routing = read<CategoryContent[]>('routing-table.json');
const outOfScope = read<OutOfScopeContent[]>('out-of-scope.json');
const calendar = read<CalendarContent>('calendar-2025-2027.json');
const leads = readdirSync(join(folder, 'leads'))
  .sort()
  .flatMap((name) => read<LeadContent[]>(join('leads', name)));

const ids = (records: { id: string }[]): string[] => records.map((record) => record.id);
const missing = (wanted: Iterable<string>, known: Iterable<string>): string[] => {
  const set = new Set(known);
  return [...wanted].filter((one) => !set.has(one));
};
const repeated = (values: string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);
const endsWith = (end: LeadContent['outcome']['end']): LeadContent[] =>
  leads.filter((lead) => lead.outcome.end === end);
const isResolved = ({ outcome }: LeadContent): boolean =>
  outcome.end === 'adopted'
    ? outcome.stage === 'resolved' || outcome.stage === 'closed'
    : outcome.end === 'declined' && outcome.resolved !== undefined;

function trigrams(text: string): Set<string> {
  const plain = text.replace(/[\s，。！？、：；“”‘’（）…,.!?]/g, '');
  return new Set(Array.from({ length: Math.max(0, plain.length - 2) }, (_, at) => plain.slice(at, at + 3)));
}

describe('the places of the county', () => {
  it('are the 19 units and 340 villages that the county has', () => {
    expect(places).toHaveLength(19);
    expect(places.flatMap((place) => place.villages)).toHaveLength(340);
    expect(repeated(places.flatMap((place) => [place.id, ...ids(place.villages)]))).toEqual([]);
  });

  it('mark every village name that stands in two townships, and no other', () => {
    const villages = places.flatMap((place) => place.villages);
    const twice = new Set(repeated(villages.map((village) => village.name)));
    expect([...twice].sort()).toEqual(['杨庄村', '杨湾村', '楼上村'].sort());
    for (const village of villages) expect(village.sameNameElsewhere === true).toBe(twice.has(village.name));
  });
});

describe('the directory', () => {
  it('gives every sector exactly one committee, and gives no committee to an unknown sector', () => {
    expect(Object.keys(directory.committeeOfSector).sort()).toEqual(ids(directory.sectors).sort());
    expect(missing(Object.values(directory.committeeOfSector), ids(directory.committees))).toEqual([]);
    expect(missing(ids(directory.committees), Object.values(directory.committeeOfSector))).toEqual([]);
  });

  it('places every member in a known sector and township, and leaves no sector empty', () => {
    const { members } = directory;
    expect(members.length).toBeGreaterThanOrEqual(110);
    expect(
      missing(
        members.map((member) => member.sectorId),
        ids(directory.sectors),
      ),
    ).toEqual([]);
    expect(
      missing(
        members.map((member) => member.townshipId),
        ids(places),
      ),
    ).toEqual([]);
    expect(
      missing(
        ids(directory.sectors),
        members.map((member) => member.sectorId),
      ),
    ).toEqual([]);
  });

  it('gives every township one convener, and every township but one a liaison', () => {
    const townshipsOf = (role: string) =>
      directory.members.filter((member) => member.role === role).map((member) => member.townshipId);
    expect(townshipsOf('convener').sort()).toEqual(ids(places).sort());
    expect(repeated(townshipsOf('liaison'))).toEqual([]);
    expect(missing(ids(places), townshipsOf('liaison'))).toEqual(['410325107']);
  });

  it('gives every handling unit one officer', () => {
    expect(directory.unitOfficers.map((officer) => officer.unitId).sort()).toEqual(
      ids(directory.units).sort(),
    );
  });

  it('names nobody twice and prints no telephone number that could ring', () => {
    const people = [...directory.members, ...directory.staff, ...directory.unitOfficers];
    expect(repeated(ids(people))).toEqual([]);
    expect(repeated(people.map((person) => person.name))).toEqual([]);
    expect(repeated(people.map((person) => person.phone))).toEqual([]);
    expect(people.filter((person) => !/^1000379\d{4}$/.test(person.phone))).toEqual([]);
  });
});

describe('the routing table', () => {
  it('names only sectors, committees and units that exist', () => {
    expect(routing).toHaveLength(17);
    expect(
      missing(
        routing.flatMap((row) => row.sectorIds),
        ids(directory.sectors),
      ),
    ).toEqual([]);
    expect(
      missing(
        routing.flatMap((row) => row.unitIds),
        ids(directory.units),
      ),
    ).toEqual([]);
    const committees = routing.flatMap((row) => (row.committeeId === null ? [] : [row.committeeId]));
    expect(missing(committees, ids(directory.committees))).toEqual([]);
  });

  it('keeps only discipline private, and shows it to no committee', () => {
    const hidden = routing.filter((row) => row.private === true);
    expect(hidden.map((row) => [row.id, row.committeeId])).toEqual([['discipline', null]]);
  });

  it('holds no phrase twice, none of one character in the strong rules, and weights from 1 to 3', () => {
    const keywords = routing.flatMap((row) => row.keywords);
    expect(repeated(keywords.map((keyword) => keyword.phrase))).toEqual([]);
    expect(keywords.filter(({ weight }) => ![1, 2, 3].includes(weight))).toEqual([]);
    expect(keywords.filter(({ phrase, weight }) => weight === 3 && phrase.length < 2)).toEqual([]);
  });

  it('places most of the leads that stay in scope where a person placed them', () => {
    const judged = leads.filter((lead) => lead.outcome.end !== 'out-of-scope' && lead.category !== 'other');
    const right = judged.filter((lead) => firstCategory(lead.text) === lead.category);
    expect(right.length / judged.length).toBeGreaterThan(0.75);
  });
});

function firstCategory(text: string): string | undefined {
  const scored = routing.map((row) => ({
    id: row.id,
    score: row.keywords.reduce((sum, one) => sum + (text.includes(one.phrase) ? one.weight : 0), 0),
  }));
  scored.sort((one, other) => other.score - one.score);
  const best = scored[0];
  return best !== undefined && best.score > 0 ? best.id : undefined;
}

describe('the doors for what is not a lead', () => {
  it('are all the kinds, each with phrases, a number or a desk, and a plain sentence', () => {
    const kinds = [...new Set(outOfScope.map(({ kind }) => kind))];
    expect(kinds.sort()).toEqual([...OUT_OF_SCOPE_KINDS].sort());
    for (const group of outOfScope) {
      expect(group.phrases.length).toBeGreaterThanOrEqual(7);
      expect(group.door).toMatch(/\d{3}|司法所/);
      expect(group.sentence.length).toBeGreaterThan(20);
    }
    expect(repeated(outOfScope.flatMap((group) => group.phrases))).toEqual([]);
  });

  it('do not turn away a lead that staff later took up', () => {
    const phrases = outOfScope.flatMap((group) => group.phrases);
    const turnedAway = endsWith('adopted').filter((lead) => phrases.some((one) => lead.text.includes(one)));
    expect(turnedAway.map((lead) => lead.text)).toEqual([]);
  });
});

describe('the calendar', () => {
  it('has real dates, each once, holidays and working weekends apart', () => {
    const days = [...calendar.holidays, ...calendar.workingWeekends];
    expect(repeated(days)).toEqual([]);
    for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
  });

  it('makes only Saturdays and Sundays into working days', () => {
    const weekdays = calendar.workingWeekends.filter((day) => ![0, 6].includes(new Date(day).getUTCDay()));
    expect(weekdays).toEqual([]);
  });

  it('marks the year whose notice is not published', () => {
    expect(calendar.provisional).toEqual(['2027']);
    expect(calendar.workingWeekends.some((day) => day.startsWith('2027'))).toBe(false);
  });
});

describe('the leads', () => {
  it('are 380 received, 60 adopted, 28 resolved', () => {
    expect(leads).toHaveLength(380);
    expect(endsWith('adopted')).toHaveLength(60);
    expect(leads.filter(isResolved)).toHaveLength(28);
    expect(endsWith('declined').filter(isResolved)).toHaveLength(6);
  });

  it('have a key and a text of their own', () => {
    expect(repeated(leads.map((lead) => lead.key))).toEqual([]);
    expect(repeated(leads.map((lead) => lead.text))).toEqual([]);
  });

  it('are each written by itself: no two share more than six trigrams in ten', () => {
    const grams = leads.map((lead) => trigrams(lead.text));
    const tooClose: string[] = [];
    grams.forEach((one, at) => {
      grams.slice(at + 1).forEach((other, next) => {
        const shared = [...one].filter((gram) => other.has(gram)).length;
        if (shared > 0.6 * Math.min(one.size, other.size)) {
          tooClose.push(`${leads[at]?.key ?? ''} ${leads[at + 1 + next]?.key ?? ''}`);
        }
      });
    });
    expect(tooClose).toEqual([]);
  });

  it('are of many lengths, none too short to say a thing and none endless', () => {
    const lengths = leads.map((lead) => [...lead.text].length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(25);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(160);
    expect(new Set(lengths).size).toBeGreaterThan(50);
    expect(lengths.filter((length) => length >= 80).length).toBeGreaterThan(30);
    expect(lengths.filter((length) => length <= 40).length).toBeGreaterThan(60);
  });

  it('do not open the same way again and again', () => {
    const openings = new Map<string, number>();
    for (const lead of leads) {
      const opening = lead.text.slice(0, 3);
      openings.set(opening, (openings.get(opening) ?? 0) + 1);
    }
    expect([...openings].filter(([, times]) => times > 6)).toEqual([]);
  });

  it('contain no mobile number and no identity number', () => {
    const everything = leads.map((lead) => JSON.stringify(lead));
    expect(everything.filter((text) => /1[3-9]\d{9}/.test(text.replace(/[\s-]/g, '')))).toEqual([]);
    expect(everything.filter((text) => /\d{17}[\dXx]/.test(text))).toEqual([]);
  });

  it('stand in a township that exists, in a village of that township', () => {
    const villagesOf = new Map(places.map((place) => [place.id, new Set(ids(place.villages))]));
    const lost = leads.filter((lead) => {
      const villages = villagesOf.get(lead.townshipId);
      return villages === undefined || (lead.villageId !== null && !villages.has(lead.villageId));
    });
    expect(lost).toEqual([]);
  });

  it('use every township and every category', () => {
    expect(
      missing(
        ids(places),
        leads.map((lead) => lead.townshipId),
      ),
    ).toEqual([]);
    expect(
      missing(
        ids(routing),
        leads.map((lead) => lead.category),
      ),
    ).toEqual([]);
    expect(
      missing(
        leads.map((lead) => lead.category),
        ids(routing),
      ),
    ).toEqual([]);
  });

  it('of a discipline matter are kept from everyone but the committee', () => {
    const matters = leads.filter((lead) => lead.category === 'discipline');
    expect(matters.map((lead) => lead.anonymity)).toEqual(matters.map(() => 'committee-only'));
  });

  it('never came through a liaison where there is none', () => {
    const orphan = leads.filter((lead) => lead.townshipId === '410325107' && lead.entry === 'liaison');
    expect(orphan).toEqual([]);
  });

  it('spread over 300 days, the newest of them untouched, the last month the fullest', () => {
    const days = leads.map((lead) => lead.submittedDaysAgo);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...days)).toBeLessThanOrEqual(300);
    expect(endsWith('new').filter((lead) => lead.submittedDaysAgo > 2)).toEqual([]);
    const inMonth = (month: number) => days.filter((day) => Math.floor(day / 30) === month).length;
    for (let month = 1; month < 10; month += 1) expect(inMonth(0)).toBeGreaterThan(inMonth(month));
  });

  it('show hours when people are awake and up to three photos', () => {
    expect(leads.filter((lead) => lead.hour < 6 || lead.hour > 22)).toEqual([]);
    expect(leads.filter((lead) => ![0, 1, 2, 3].includes(lead.photos))).toEqual([]);
  });
});

describe('the outcomes', () => {
  it('merge only into an earlier lead that is not merged itself', () => {
    const byKey = new Map(leads.map((lead) => [lead.key, lead]));
    const wrong = leads.filter((lead) => {
      if (lead.outcome.end !== 'merged') return false;
      const target = byKey.get(lead.outcome.into);
      if (target === undefined || target.outcome.end === 'merged') return true;
      return target.key >= lead.key || target.submittedDaysAgo <= lead.submittedDaysAgo;
    });
    expect(endsWith('merged').length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  it('tell every resident who was declined why, and where to go, in words of that case', () => {
    const told = endsWith('declined').flatMap(({ outcome }) => (outcome.end === 'declined' ? [outcome] : []));
    expect(told.length).toBeGreaterThan(200);
    expect(told.filter((one) => one.reason.length < 12 || one.goTo.length < 5)).toEqual([]);
    expect(repeated(told.map((one) => one.reason))).toEqual([]);
  });

  it('ask a real question, name a known door, and say more than 收悉', () => {
    for (const { outcome } of leads) {
      if (outcome.end === 'awaiting-supplement') expect(outcome.question).toContain('？');
      if (outcome.end === 'out-of-scope') {
        expect(ids(outOfScope)).toContain(outcome.door);
        expect(outcome.note.length).toBeGreaterThanOrEqual(12);
      }
    }
  });

  it('name units that exist, with a date, from the hand-over on', () => {
    const units = new Set(ids(directory.units));
    for (const { outcome } of leads) {
      if (outcome.end === 'declined' && outcome.resolved) expect(units).toContain(outcome.resolved.unitId);
      if (outcome.end !== 'adopted') continue;
      const handedOver = outcome.stage !== 'adopted' && outcome.stage !== 'reported';
      expect(outcome.unitId !== undefined).toBe(handedOver);
      expect(outcome.dueDays !== undefined).toBe(handedOver);
      if (outcome.unitId !== undefined) expect(units).toContain(outcome.unitId);
      expect(missing(outcome.supportingUnitIds ?? [], units)).toEqual([]);
      expect(outcome.supportingUnitIds ?? []).not.toContain(outcome.unitId);
    }
  });

  it('answer with substance once a unit has replied, and rate and publish what is closed', () => {
    for (const { outcome } of leads) {
      if (outcome.end !== 'adopted') continue;
      const answered = ['replied', 'resolved', 'unresolvable', 'closed'].includes(outcome.stage);
      if (answered) expect(outcome.reply?.length ?? 0).toBeGreaterThanOrEqual(40);
      if (outcome.stage === 'closed') {
        expect(outcome.rating?.words.length ?? 0).toBeGreaterThan(4);
        expect(outcome.published?.text.length ?? 0).toBeGreaterThan(20);
      }
    }
  });

  it('include the road that was never built through: adopted, reported back, resolved', () => {
    const road = leads.find((lead) => lead.key === 'L001');
    expect(road?.text).toContain('白云大道');
    expect(road?.outcome).toMatchObject({ end: 'adopted', stage: 'closed' });
  });
});
