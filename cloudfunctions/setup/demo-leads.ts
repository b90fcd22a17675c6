import { decide } from '../core/domain/lead/decide';
import { evolve } from '../core/domain/lead/evolve';
import type { LeadCommand } from '../core/domain/lead/commands';
import type { Rarity } from '../core/domain/duplicates/rarity';
import type { Actor } from '../core/domain/lead/events';
import type { Lead } from '../core/domain/lead/lead';
import type { County } from '../core/domain/county';
import { ownerOf, routeFor, routeLead } from '../core/domain/routing/route-lead';
import type { CategoryReader } from '../core/domain/routing/which-category';
import { chinaDate } from '../core/domain/deadlines/working-days';
import { deadlineOf } from '../core/domain/deadlines/deadline-of';
import { officesAbove } from '../core/domain/deadlines/offices-above';
import { nextStep } from '../core/domain/lead/next-step';
import { canonical } from '../core/app/canonical';
import { contentHashOf } from '../core/app/lead/content-hash';
import { personOf } from '../core/app/lead/on-behalf-input';
import { apply, calendarOf, indexOf, seal } from '../core/app/lead/record';
import { foundBy } from '../core/app/lead/similar-rows';
import { shareVoices } from '../core/app/lead/merge-lead';
import type { LeadRecord, LeadWrite } from '../core/app/ports';
import type { LeadContent } from './content/types';
import { DEMO_RESIDENT } from './county-of-content';
import { paperSteps, type DemoPaper } from './demo-papers';
import { codeOfLead } from './demo-codes';
import { onBehalfOf, voiceSteps } from './demo-voices';
import { consultationSteps } from './demo-consultations';
import { ANONYMITY_OF, ENTRY_OF, promiseSteps, stepsOf, type Step } from './demo-history';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How many of the demonstration leads belong to the one resident everybody can play. */
const RESIDENTS_OWN = new Set(['L001', 'L002', 'L003', 'L004', 'L005', 'L006']);

export interface DemoContext {
  county: County;
  clerk: Actor;
  now: number;
  /** Null where the county's keywords alone shall place them. */
  readCategory: CategoryReader | null;
  /** Where numbering begins, when the set is told more than once; 0 otherwise. */
  firstIndex?: number;
  rarity: Rarity;
  /** The papers that stand on the leads; none where the set is told without them. */
  papers?: readonly DemoPaper[];
  digest(text: string): string;
}

/** The demonstration leads with whole, lawful histories: each step decided by the same rules as in service. */
export function demoLeads(contents: readonly LeadContent[], context: DemoContext): LeadWrite[] {
  const written = new Map<string, LeadWrite>();
  contents.forEach((content, index) =>
    written.set(content.key, submit(content, (context.firstIndex ?? 0) + index, context)),
  );
  for (const content of contents) {
    if (content.outcome.end === 'merged') continue;
    const joining = contents.filter(
      ({ outcome }) => outcome.end === 'merged' && outcome.into === content.key,
    );
    tell(content, joining, written, context);
  }
  return [...written.values()];
}

/** The id a demonstration lead has, from its key. */
export const idOf = (key: string, { digest }: Pick<DemoContext, 'digest'>): string =>
  `L${digest(`demo ${key}`).slice(0, 24)}`;

/** What happens at a moment of a lead's story. */
interface Happening {
  at: string;
  to: (write: LeadWrite) => LeadWrite;
}

/** Carries out the story of one lead, and while it goes on takes in what neighbours submitted about the same. */
function tell(
  content: LeadContent,
  joining: readonly LeadContent[],
  written: Map<string, LeadWrite>,
  context: DemoContext,
): void {
  const submitted = written.get(content.key);
  if (!submitted) throw new Error(content.key);
  const since = Date.parse(submitted.record.lead.submittedAt);
  const steps = stepsOf(content.outcome, content.submittedDaysAgo, context.clerk);
  const lastDay = Math.max(1, ...steps.map(({ day }) => day));
  const perDay = Math.min(DAY_MS, (Math.max(0, context.now - since) * 0.9) / lastDay);
  const momentOf = (day: number): string => new Date(since + Math.round(day * perDay)).toISOString();
  const deeds = steps.map((step, position): Happening => {
    const at = momentOf(step.day);
    return { at, to: (write) => carryOut(write, step, at, `${content.key}-${position}`, context) };
  });
  const consulted = consultationSteps(content, momentOf, context.clerk).map(({ at, step }): Happening => ({
    at,
    to: (write) => carryOut(write, step, at, `${content.key}-consultation`, context),
  }));
  const promised = promiseSteps(content.outcome, momentOf, context.clerk).map(({ at, step }): Happening => ({
    at,
    to: (write) => carryOut(write, step, at, `${content.key}-promise`, context),
  }));
  const said = voiceSteps(content.key, context.clerk, {
    idOf: (key) => idOf(key, context),
    digest: context.digest,
  });
  const beside = said.map(({ part, step, before }, index): Happening => {
    const at = new Date(since + Math.round((context.now - since) * 0.95 * part)).toISOString();
    const requestId = `${content.key}-voice-${index}`;
    return {
      at,
      to: (write) => carryOut({ ...write, record: before(write.record, at) }, step, at, requestId, context),
    };
  });
  const reported = paperSteps(content.key, context.papers ?? [], context.clerk, context.county).map(
    ({ at, step }, index): Happening => ({
      at,
      to: (write) => carryOut(write, step, at, `${content.key}-paper-${index}`, context),
    }),
  );
  const merges = joining.map(({ key }) => merge(key, content.key, written, context));
  const story = [...deeds, ...consulted, ...promised, ...beside, ...reported, ...merges].sort((a, b) =>
    a.at < b.at ? -1 : 1,
  );
  written.set(
    content.key,
    story.reduce((write, { at, to }) => to(passDeadlines(write, at, context)), submitted),
  );
}

/** Lateness that fell due before the next step is part of the story too. */
function passDeadlines(write: LeadWrite, until: string, context: DemoContext): LeadWrite {
  const { lead } = write.record;
  const deadline = deadlineOf(lead, calendarOf(context.county));
  if (deadline === null || lead.overdue || deadline.dueAt >= until || deadline.kind !== 'handle')
    return write;
  const step: Step = {
    command: { type: 'noteDeadline', offices: officesAbove(lead, context.county) },
    by: { kind: 'system' },
    day: 0,
  };
  const justAfter = new Date(Date.parse(deadline.dueAt) + 60_000).toISOString();
  return carryOut(write, step, justAfter, `deadline-${lead.id}`, context);
}

function carryOut(
  write: LeadWrite,
  step: Step,
  at: string,
  requestId: string,
  context: DemoContext,
): LeadWrite {
  const { county, digest } = context;
  const calendar = calendarOf(county);
  const decided = decide(write.record.lead, step.command, {
    at,
    by: step.by,
    calendar,
    policy: county.policy,
    unitId: step.unitId,
  });
  if (!decided.ok)
    throw new Error(`${requestId} ${step.command.type}: ${decided.refusal.message ?? decided.refusal.code}`);
  const next = apply(write.record, decided.value, {
    requestId: `demo-${requestId}`,
    fingerprint: '',
    county,
    calendar,
    digest,
    draw: () => digest(`draw ${requestId}`),
  });
  return { ...next, record: { ...next.record, version: write.record.version + 1 } };
}

/** The number a demonstration lead has, from its day and its place in the set. */
export function numberOf(content: LeadContent, index: number, now: number): string {
  const day = chinaDate(submittedAt(content, now)).slice(2).replaceAll('-', '');
  return `${day}-${String(100_000 + index * 2_311).slice(-6)}`;
}

function submit(content: LeadContent, index: number, context: DemoContext): LeadWrite {
  const { county, now, digest } = context;
  const calendar = calendarOf(county);
  const at = submittedAt(content, now);
  const placeId = content.villageId ?? content.townshipId;
  const { route, owner } = place(content, placeId, context);
  const id = idOf(content.key, context);
  const onBehalf = onBehalfOf(content.key);
  const words = wordsIn(content, index);
  const command: LeadCommand = {
    type: 'submitLead',
    leadId: id,
    number: numberOf(content, index, now),
    entry: ENTRY_OF[content.entry],
    ...codeOfLead(content),
    anonymity: ANONYMITY_OF[content.anonymity],
    placeId,
    contentHash: contentHashOf(words, digest),
    ...(onBehalf && { onBehalf: { relation: onBehalf.relation, news: onBehalf.news } }),
    route,
    owner,
  };
  const decided = decide(null, command, { at, by: { kind: 'resident' }, calendar, policy: county.policy });
  if (!decided.ok) throw new Error(content.key);
  const lead = decided.value.reduce<Lead | null>(evolve, null);
  if (lead === null) throw new Error(content.key);
  const requestId = `demo-${content.key}`;
  const trackingCode = String(200_000 + ((index * 7_919) % 700_000));
  const { number } = lead;
  const record: LeadRecord = {
    lead,
    content: words,
    events: seal([], decided.value, {
      requestId,
      fingerprint: '',
      digest,
      draw: () => digest(`draw ${requestId}`),
    }),
    version: 1,
    reporterKey: RESIDENTS_OWN.has(content.key) ? DEMO_RESIDENT : `demo-resident-${index}`,
    trackingCode,
    requestFingerprint: digest(canonical({ text: content.text })),
    receipt: {
      leadId: id,
      number,
      trackingCode,
      submittedAt: at,
      next: nextStep(lead, county, calendar),
      hint: null,
    },
    followers: [],
    cosigners: [],
    deedVersion: 1,
    found: foundBy(content.text, county, context.rarity),
    outbox: [],
  };
  return { record, index: indexOf(record, { county, calendar, digest }) };
}

/**
 * As the rules place it. Where they see it otherwise than the person who wrote the demonstration, or were not sure, staff
 * put it right long ago; only on new leads it still waits for them.
 */
function place(content: LeadContent, placeId: string, { county, readCategory }: DemoContext) {
  const isByCode = codeOfLead(content).codeId !== undefined;
  const told = { codePlaceId: isByCode ? placeId : null, chosenPlaceId: isByCode ? null : placeId };
  const input = { text: content.text, ...told };
  const byRules = routeLead(input, county, readCategory);
  const category = county.categories.find(({ id }) => id === content.category);
  const isNew = content.outcome.end === 'new' && !category?.private;
  if (!category || (isNew && !byRules.route.certain)) return byRules;
  const isRight = byRules.route.categoryId === category.id;
  if (isRight && byRules.route.certain) return byRules;
  const byStaff = { ...byRules.route, ...routeFor(category, content.townshipId, county), certain: true };
  const route = isRight ? byStaff : { ...byStaff, rule: 'staff' as const, words: [] };
  return { route, owner: ownerOf(route, county) };
}

function submittedAt({ submittedDaysAgo, hour }: LeadContent, now: number): string {
  const day = chinaDate(new Date(now - submittedDaysAgo * DAY_MS).toISOString());
  const at = Date.parse(
    `${day}T${String(hour).padStart(2, '0')}:${String((submittedDaysAgo * 17) % 60).padStart(2, '0')}:00+08:00`,
  );
  return new Date(Math.min(at, now - 10 * 60_000)).toISOString();
}

function wordsIn(content: LeadContent, index: number): LeadRecord['content'] {
  const onBehalf = onBehalfOf(content.key);
  const person = onBehalf && personOf(onBehalf);
  const contact = contactOf(content, index);
  return { text: content.text, placeNote: '', evidence: [], contact, ...(person && { person }) };
}

function contactOf({ hasContact }: LeadContent, index: number) {
  return hasContact ? { name: '群众', phone: `1000379${String(5_000 + index).slice(-4)}` } : null;
}

/** Half a day after it was submitted, or sooner where that is still to come, a lead goes into its neighbour's. */
function merge(key: string, into: string, written: Map<string, LeadWrite>, context: DemoContext): Happening {
  const child = written.get(key);
  if (!child) throw new Error(`${key} cannot be merged into ${into}`);
  const since = Date.parse(child.record.lead.submittedAt);
  const at = new Date(since + Math.min(DAY_MS, context.now - since) / 2).toISOString();
  const ref = ({ record: { lead } }: LeadWrite) => ({ leadId: lead.id, number: lead.number });
  const to = (parent: LeadWrite): LeadWrite => {
    const mergeStep: Step = {
      command: { type: 'mergeLead', into: ref(parent), reason: '同一件事' },
      by: context.clerk,
      day: 1,
    };
    const absorbStep: Step = {
      command: { type: 'absorbLead', other: ref(child) },
      by: context.clerk,
      day: 1,
    };
    const people = shareVoices('mergeLead', child.record, parent.record);
    const here = { ...child, record: people.record };
    const there = { ...parent, record: people.target };
    written.set(key, carryOut(here, mergeStep, at, `${key}-merge`, context));
    return carryOut(there, absorbStep, at, `${into}-absorb-${key}`, context);
  };
  return { at, to };
}
