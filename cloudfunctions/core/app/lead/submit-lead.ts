import type { SubmitLeadInput } from '@contract/commands';
import { SUBMISSIONS_PER_DAY } from '@contract/limits';
import { EVIDENCE_KINDS, type Contact, type Entry, type Evidence, type Point } from '@contract/lead';
import type { Receipt } from '@contract/lead-views';
import { chinaDate } from '../../domain/deadlines/working-days';
import { grantsOn } from '../../domain/directory/terms';
import { COUNTY_DESK, withTranscript, wordsOf, type LeadContent } from '../../domain/lead/lead';
import { routeLead } from '../../domain/routing/route-lead';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, LeadWrite, Ports, ResidentCaller } from '../ports';
import { readArrival } from '../codes/read-arrival';
import { contentHashOf } from './content-hash';
import { checkArrived, notOwnFiles, ownFiles } from './evidence';
import { drawNumber, newLeadWrite } from './new-record';
import { personOf, refusalOfOnBehalf } from './on-behalf-input';

/** Numbers are drawn; a taken one is drawn again this often before giving up. */
const NUMBER_DRAWS = 6;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Below this many in this process's memory the database is not asked: nearly everybody submits once. */
const ASK_DATABASE_FROM = 3;

/**
 * Takes a resident's words and gives a receipt: one insert, whose id comes from the request, so that a retry gives the
 * same receipt and never a second lead. Refuses no words and no recording, too many in a day (RATE_LIMITED), files of
 * somebody else or not there, and a request id used for other words (REQUEST_ID_REUSED).
 */
export async function submitLead(
  input: SubmitLeadInput,
  call: Call<ResidentCaller>,
): Promise<Result<Receipt>> {
  const { ports, caller, requestId, fingerprint } = call;
  const evidence = ownFiles(input.evidence ?? [], caller, ports, EVIDENCE_KINDS);
  if (evidence === null) return notOwnFiles();
  const isSpoken = evidence.some(({ kind }) => kind === 'voice');
  if (!hasWords(input.text) && !isSpoken)
    return refuse('INVALID_INPUT', '请写一句要反映的事。', { field: 'text' });
  const notForThem = refusalOfOnBehalf(input.onBehalf);
  if (notForThem) return notForThem;
  const leadId = `L${ports.digest(`${caller.openid}\n${requestId}`).slice(0, 24)}`;

  const tooOften = await checkRate(call);
  if (tooOften) return (await replayed(leadId, fingerprint, ports)) ?? tooOften;

  const arrived = await checkArrived(evidence, ports);
  if (!arrived.ok) return (await replayed(leadId, fingerprint, ports)) ?? arrived;

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
  call: Call<ResidentCaller>,
): Promise<LeadWrite> {
  const { ports, caller, requestId, fingerprint } = call;
  const county = await ports.county();
  const at = ports.clock.now();
  const scene = await readArrival(input.scene ?? '', ports);
  const content = { ...contentOf(input, evidence, at), seal: ports.random.token() };
  const { route, owner, placeId } = routeLead(
    { text: wordsOf(content), codePlaceId: scene.placeId, chosenPlaceId: input.placeId ?? null },
    county,
    ports.readCategory,
  );
  const isUnwritten = content.voice?.transcript === null;
  const elsewhere = route.outOfScope;
  return newLeadWrite(
    {
      command: {
        type: 'submitLead',
        leadId,
        number: drawNumber(at, ports),
        entry: await entryOf(input, scene.entry, call),
        ...(scene.codeId === null ? {} : { codeId: scene.codeId }),
        anonymity: input.anonymity ?? 'hiddenFromUnit',
        placeId,
        contentHash: contentHashOf(content, ports.digest),
        ...(input.onBehalf && { onBehalf: { relation: input.onBehalf.relation, news: input.onBehalf.news } }),
        route,
        // What nobody has read yet goes to the desk, whose people may listen.
        owner: wordsOf(content) === '' ? COUNTY_DESK : owner,
        ...(isUnwritten ? { awaitsTranscript: true as const } : {}),
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

/** A liaison who files for somebody of the place has brought it in, whatever was scanned. */
async function entryOf(
  { onBehalf }: SubmitLeadInput,
  scanned: Entry,
  { caller, ports }: Call<ResidentCaller>,
): Promise<Entry> {
  if (onBehalf === undefined) return scanned;
  const account = await ports.accounts.findByOpenid(caller.openid);
  if (account === null) return scanned;
  const grants = grantsOn(account, await ports.county(), chinaDate(ports.clock.now()));
  return grants.some(({ role }) => role === 'liaison') ? 'liaison' : scanned;
}

/** The resident's own words and contact, without blanks around them; no contact when its fields are empty. */
function contentOf(input: SubmitLeadInput, evidence: Evidence[], at: string): LeadContent {
  const person = input.onBehalf && personOf(input.onBehalf);
  const content: LeadContent = {
    text: hasWords(input.text) ? input.text.trim() : '',
    placeNote: input.placeNote?.trim() ?? '',
    evidence,
    contact: contactOf(input),
    ...(input.point && { point: roughly(input.point) }),
    ...(person && { person }),
  };
  if (!evidence.some(({ kind }) => kind === 'voice')) return content;
  const spoken = { ...content, voice: { seconds: Math.round(input.voice?.seconds ?? 0), transcript: null } };
  const text = input.voice?.transcript?.trim() ?? '';
  return hasWords(text) ? withTranscript(spoken, { text, by: { kind: 'resident' }, at }) : spoken;
}

/** To four places: about ten metres, whatever the device measured. */
const roughly = ({ latitude, longitude }: Point): Point => ({
  latitude: Math.round(latitude * 10_000) / 10_000,
  longitude: Math.round(longitude * 10_000) / 10_000,
});

function contactOf({ contact }: SubmitLeadInput): Contact | null {
  const name = contact?.name?.trim();
  const phone = contact?.phone?.trim();
  return name || phone ? { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } : null;
}

/** Letters by name, drawn as nothing. */
const HANGUL_FILLERS = /[\u115f\u1160\u3164\uffa0]/g;

/** Something a person can read must be left once blanks and invisible characters are gone. */
function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(HANGUL_FILLERS, ''));
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
