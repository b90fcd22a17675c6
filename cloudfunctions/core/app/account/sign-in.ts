import type { OutputOf } from '@contract/actions';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, OfficerCaller, Ports } from '../ports';

const TICKET_MS = 5 * 60 * 1000;
const SESSION_MS = 12 * 60 * 60 * 1000;
const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

/** Opens a sign-in: a ticket to be scanned, and a key only this browser holds, to collect the answer. Valid five minutes. */
export async function startSignIn(
  _input: unknown,
  { ports }: Call<null>,
): Promise<Result<OutputOf<'panel.startSignIn'>>> {
  const ticket = ports.random.token();
  const pollKey = ports.random.token();
  const expiresAt = later(ports.clock.now(), TICKET_MS);
  await ports.signIn.openTicket({
    ticketHash: ports.digest(ticket),
    pollKeyHash: ports.digest(pollKey),
    expiresAt,
  });
  return done({ ticket, pollKey, qrText: `zhitong:sign-in:${ticket}`, expiresAt });
}

/** The bound officer confirms, in the mini-program, the sign-in whose code they scanned. */
export async function confirmSignIn(
  { ticket }: { ticket: string },
  { ports, caller }: Call<OfficerCaller>,
): Promise<Result<{ name: string }>> {
  const confirmed = await ports.signIn.confirmTicket(
    ports.digest(ticket),
    caller.account.id,
    ports.clock.now(),
  );
  return confirmed
    ? done({ name: caller.account.name })
    : refuse('SIGN_IN_EXPIRED', '这个登录码已经过期或用过，请在电脑上刷新后再扫。');
}

/** Collects the session once the ticket was confirmed: exactly once, and only with the browser's own key. */
export async function pollSignIn(
  { ticket, pollKey }: { ticket: string; pollKey: string },
  { ports }: Call<null>,
): Promise<Result<OutputOf<'panel.pollSignIn'>>> {
  const now = ports.clock.now();
  const accountId = await ports.signIn.redeemTicket(ports.digest(ticket), ports.digest(pollKey), now);
  if (accountId === null) return refuse('SIGN_IN_EXPIRED', '登录码已经过期，请刷新后重新扫码。');
  if (accountId === 'waiting') return done({ state: 'waiting' });
  const token = ports.random.token();
  await ports.signIn.openSession({
    tokenHash: ports.digest(token),
    accountId,
    expiresAt: later(now, SESSION_MS),
  });
  return done({ state: 'confirmed', token });
}

/** Ends the session of this token; ending it twice is the same. */
export async function signOut(token: string, ports: Ports): Promise<Result<Record<never, never>>> {
  await ports.signIn.closeSession(ports.digest(token));
  return done({});
}
