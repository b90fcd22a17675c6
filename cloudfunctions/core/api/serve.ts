import * as v from 'valibot';
import { BODY_BYTES_MAX } from '@contract/limits';
import { ERROR_SENTENCES } from '@contract/labels-zh';
import type { Envelope } from '@contract/envelope';
import { refuse, type Refusal, type Result } from '../domain/result';
import { canonical } from '../app/canonical';
import { factsOf } from '../app/facts-of-fault';
import type { Call, OfficerCaller, Ports, ResidentCaller } from '../app/ports';
import type { AnyEntry } from './action-table';

type Loader = () => Promise<object>;
/** Null: who signs in is nobody yet. */
type Caller = ResidentCaller | OfficerCaller | null;

/** Who may call which actions of a function. The first door that knows the action identifies the caller. */
export interface Door {
  /** A table of actions, or how to load one that is read only when no door before it knows the action. */
  actions: object | Loader;
  /** The caller, or why not. */
  identify(ports: Ports): Promise<Result<Caller>>;
  /** Whether this caller may ask for it now; without it nobody is held back here. */
  admit?(asked: { action: string; writes: boolean }, caller: never, ports: Ports): Promise<Result<null>>;
}

const request = v.strictObject({
  action: v.pipe(v.string(), v.maxLength(64)),
  input: v.optional(v.custom<Record<string, unknown>>(isPlain), {}),
  requestId: v.optional(
    v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, '请求编号是 8 到 64 位字母、数字或横线。')),
  ),
});
type ParsedRequest = v.InferOutput<typeof request>;

/**
 * Answers one call: identify → find the action → check the input → run → envelope. Never throws: a fault becomes
 * UNAVAILABLE and a line in the log, and nothing in the log tells who called or what they wrote.
 */
export async function serve(
  event: unknown,
  doors: readonly Door[],
  ports: Ports,
): Promise<Envelope<unknown>> {
  const started = performance.now();
  const parsed = parse(event);
  let asked = 'unknown';
  try {
    const found = parsed.ok ? await find(parsed.value.action, doors) : null;
    if (parsed.ok && found !== null) asked = parsed.value.action;
    const result = parsed.ok ? await answer(parsed.value, found, ports) : parsed;
    const ms = Math.round(performance.now() - started);
    if (result.ok) {
      ports.log.info('answered', { action: asked, ms });
      return { ok: true, data: result.value };
    }
    ports.log.info('refused', { action: asked, code: result.refusal.code, ms });
    return { ok: false, error: toError(result.refusal) };
  } catch (fault) {
    ports.log.error('fault', { action: asked, ...factsOf(fault) });
    return { ok: false, error: toError({ code: 'UNAVAILABLE', retryAfter: 5 }) };
  }
}

/** Nothing that is asked for lies deeper; what does would only exhaust the stack. */
const DEEPEST = 6;

/** An object of fields without names that JavaScript itself gives a meaning: the schemas would pass over those in silence. */
function isPlain(input: unknown): boolean {
  return (
    input !== null && typeof input === 'object' && !Array.isArray(input) && hasPlainFields(input, DEEPEST)
  );
}

function hasPlainFields(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (depth === 0) return false;
  return Object.entries(value).every(
    ([key, inner]) => !(key in Object.prototype) && hasPlainFields(inner, depth - 1),
  );
}

function parse(event: unknown): Result<ParsedRequest> {
  const parsed = v.safeParse(request, strip(event));
  if (parsed.success) return { ok: true, value: parsed.output };
  return refuse('INVALID_INPUT', sentenceOf(parsed.issues[0]));
}

/** CloudBase adds fields of its own to what a client sends; ours are three. Anything else a client adds is not looked at. */
function strip(event: unknown): unknown {
  if (event === null || typeof event !== 'object') return event;
  const { action, input, requestId } = event as Record<string, unknown>;
  return {
    action,
    ...(input === undefined ? {} : { input }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

type Table = Record<string, AnyEntry>;
interface Found {
  door: Door;
  entry: AnyEntry;
}

/** The first door that knows the action, and its entry. */
async function find(action: string, doors: readonly Door[]): Promise<Found | null> {
  for (const door of doors) {
    const actions = (
      typeof door.actions === 'function' ? await (door.actions as Loader)() : door.actions
    ) as Table;
    const entry = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (entry !== undefined) return { door, entry };
  }
  return null;
}

async function answer(asked: ParsedRequest, found: Found | null, ports: Ports): Promise<Result<unknown>> {
  if (Buffer.byteLength(JSON.stringify(asked.input)) > BODY_BYTES_MAX) return refuse('BODY_TOO_LARGE');
  if (found === null) return refuse('UNKNOWN_ACTION');
  const { door, entry } = found;
  const caller = await door.identify(ports);
  if (!caller.ok) return caller;
  const input = v.safeParse(entry.schema, asked.input);
  if (!input.success) return refuse('INVALID_INPUT', sentenceOf(input.issues[0]), fieldOf(input.issues[0]));
  if (entry.writes && asked.requestId === undefined) {
    return refuse('INVALID_INPUT', '缺少请求编号，请更新到最新版本再提交。', { field: 'requestId' });
  }
  const { action, requestId = '' } = asked;
  const admitted = await door.admit?.({ action, writes: entry.writes }, caller.value as never, ports);
  if (admitted?.ok === false) return admitted;
  const fingerprint = entry.writes
    ? ports.digest(canonical({ caller: whoAsks(caller.value), action, input: input.output }))
    : '';
  const call: Call<never> = { caller: caller.value as never, requestId, fingerprint, ports };
  return entry.run(input.output as never, call);
}

/** Who it is, not what they may do: a retry is the same request although rights changed meanwhile, perhaps by that request. */
const whoAsks = (caller: Caller): unknown =>
  caller?.kind === 'officer' ? { kind: caller.kind, account: caller.account.id } : caller;

type Issue = v.BaseIssue<unknown>;

/** Our own schemas speak Chinese; where valibot's English would come through, the general sentence is better. */
function sentenceOf(issue: Issue): string {
  return /\p{Script=Han}/u.test(issue.message) ? issue.message : ERROR_SENTENCES.INVALID_INPUT;
}

function fieldOf(issue: Issue): { field?: string } {
  const path = v.getDotPath(issue);
  return path === null ? {} : { field: path.slice(0, 60) };
}

const toError = ({ code, message, ...more }: Refusal) => ({
  code,
  message: message ?? ERROR_SENTENCES[code],
  ...more,
});
