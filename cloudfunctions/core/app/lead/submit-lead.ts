import type { SubmitLeadInput } from '@contract/commands';
import { SUBMISSIONS_PER_DAY } from '@contract/limits';
import type { Contact, Entry, Evidence } from '@contract/lead';
import type { Receipt } from '@contract/lead-views';
import type { LeadContent } from '../../domain/lead/lead';
import { routeLead } from '../../domain/routing/route-lead';
import { readScene } from '../../domain/routing/scene';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, LeadWrite, Ports, ResidentCaller } from '../ports';
import { canonical } from '../canonical';
import { readArrival } from '../codes/read-arrival';
import { notOwnFiles, ownFiles } from './evidence';
import { drawNumber, newLeadWrite } from './new-record';

/** Numbers are drawn; a taken one is drawn again this often before giving up. */
const NUMBER_DRAWS = 6;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Below this many in this process's memory the database is not asked: nearly everybody submits once. */
const ASK_DATABASE_FROM = 3;

/**
 * Takes a resident's words and gives a receipt: one insert, whose id comes from the request, so that a retry gives the
 * same receipt and never a second lead. Refuses empty text, too many in a day (RATE_LIMITED), files of
 * somebody else, and a request id used for other words (REQUEST_ID_REUSED).
 */
export async function submitLead(
  input: SubmitLeadInput,
  call: Call<ResidentCaller>,
): Promise<Result<Receipt>> {
  const { ports, caller, requestId, fingerprint } = call;
  if (!hasWords(input.text)) return refuse('INVALID_INPUT', '请写一句要反映的事。', { field: 'text' });
  const evidence = ownFiles(input.evidence ?? [], caller, ports);
  if (evidence === null) return notOwnFiles();
  const leadId = `L${ports.digest(`${caller.openid}\n${requestId}`).slice(0, 24)}`;

  const tooOften = await checkRate(call);
  if (tooOften) return (await replayed(leadId, fingerprint, ports)) ?? tooOften;

  for (let draw = 0; draw < NUMBER_DRAWS; draw += 1) {
    const write = await newLead(input, evidence, leadId, call);
    switch (await ports.leads.insert(write)) {
      case 'inserted':
        remember(caller.openid, write.record.lead.submittedAt);
        return done(write.record.receipt);
      case 'sameId':
        return (await replayed(leadId, fingerprint, ports)) ?? refuse('UNAVAILABLE');
      case 'sameNumber':
        break;
    }
  }
  return refuse('UNAVAILABLE');
}

/** The receipt this request already has; a refusal when the words differ; null when the request is new. */
async function replayed(leadId: string, fingerprint: string, ports: Ports): Promise<Result<Receipt> | null> {
  const record = await ports.leads.find(leadId);
  if (record === null) return null;
  return record.requestFingerprint === fingerprint ? done(record.receipt) : refuse('REQUEST_ID_REUSED');
}

async function newLead(
  input: SubmitLeadInput,
  evidence: Evidence[],
  leadId: string,
  { ports, caller, requestId, fingerprint }: Call<ResidentCaller>,
): Promise<LeadWrite> {
  const county = await ports.county();
  const at = ports.clock.now();
  const scene = await readArrival(input.scene ?? '', ports);
  const { route, owner, placeId } = routeLead(
    { text: input.text, codePlaceId: scene.placeId, chosenPlaceId: input.placeId ?? null },
    county,
    ports.readCategory,
  );
  const content = contentOf(input, evidence);
  const elsewhere = route.outOfScope;
  return newLeadWrite(
    {
      command: {
        type: 'submitLead',
        leadId,
        number: drawNumber(at, ports),
        entry: scene.entry satisfies Entry,
        ...(scene.codeId === null ? {} : { codeId: scene.codeId }),
        anonymity: input.anonymity ?? 'hiddenFromUnit',
        placeId,
        contentHash: ports.digest(canonical(content)),
        route,
        owner,
      },
      by: { kind: 'resident' },
      at,
      content,
      reporterKey: caller.openid,
      hint: elsewhere && { door: elsewhere.door, text: elsewhere.note },
      requestId,
      fingerprint,
    },
    ports,
  );
}

/** The resident's own words and contact, without blanks around them; no contact when its fields are empty. */
function contentOf(input: SubmitLeadInput, evidence: Evidence[]): LeadContent {
  return {
    text: input.text.trim(),
    placeNote: input.placeNote?.trim() ?? '',
    evidence,
    contact: contactOf(input),
  };
}

function contactOf({ contact }: SubmitLeadInput): Contact | null {
  const name = contact?.name?.trim();
  const phone = contact?.phone?.trim();
  return name || phone ? { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } : null;
}

/** Something a person can read must be left once blanks and invisible characters are gone. */
function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** When each person submitted, as far as this process remembers. Only saves asking; the database decides. */
const recent = new Map<string, string[]>();
const REMEMBERED_PEOPLE = 5_000;

function remember(openid: string, at: string): void {
  if (recent.size >= REMEMBERED_PEOPLE) recent.clear();
  recent.set(openid, [...(recent.get(openid) ?? []), at].slice(-ASK_DATABASE_FROM));
}

async function checkRate({ caller, ports }: Call<ResidentCaller>): Promise<ReturnType<typeof refuse> | null> {
  const since = new Date(Date.parse(ports.clock.now()) - DAY_MS).toISOString();
  const remembered = (recent.get(caller.openid) ?? []).filter((at) => at > since);
  if (remembered.length < ASK_DATABASE_FROM) return null;
  const count = await ports.leads.countByReporterSince(caller.openid, since);
  if (count < SUBMISSIONS_PER_DAY) return null;
  return refuse('RATE_LIMITED', `一天最多提交 ${SUBMISSIONS_PER_DAY} 件，请明天再来。急事请打 12345。`, {
    retryAfter: 60 * 60,
  });
}
