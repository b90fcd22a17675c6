import type { Account, AccountRepository, SignInRepository } from '../app/ports';
import { GONE, less, type DocumentStore, type Fields } from './document-store';

const ACCOUNTS = 'accounts';
const SESSIONS = 'sessions';
const TICKETS = 'signInTickets';
/** A changed or closed account, and an ended session, take effect within this time in a running function. */
const REMEMBER_MS = 15_000;

/** Accounts of officers, found by the WeChat they are bound to. */
export function accountRepository(store: DocumentStore): AccountRepository {
  const remember = memory<Account | null>();
  return {
    findByOpenid: (openid) =>
      remember(`openid ${openid}`, async () => {
        const [document] = await store.find(ACCOUNTS, { openid }, { limit: 1 });
        return accountOf(document);
      }),
    find: (accountId) =>
      remember(`id ${accountId}`, async () => accountOf(await store.get(ACCOUNTS, accountId))),
    async listOfTownship(townshipId) {
      const documents = await store.find(ACCOUNTS, { 'grants.townshipId': townshipId }, { limit: 1_000 });
      return documents.map(accountOf).filter((account) => account !== null);
    },
    async bind(bindCodeHash, openid) {
      const [document] = await store.find(ACCOUNTS, { bindCodeHash }, { limit: 1 });
      const account = accountOf(document);
      if (account === null) return null;
      const bound = await store.change(
        ACCOUNTS,
        { _id: account.id, bindCodeHash },
        { openid, bindCodeHash: GONE },
      );
      return bound === 1 ? account : null;
    },
  };
}

/** Sign-in tickets and sessions: only hashes are stored. */
export function signInRepository(store: DocumentStore): SignInRepository {
  const remember = memory<{ accountId: string; expiresAt: string } | null>();
  return {
    async openTicket({ ticketHash, pollKeyHash, expiresAt }) {
      await store.insert(TICKETS, { _id: ticketHash, pollKeyHash, expiresAt, state: 'waiting' });
    },
    async confirmTicket(ticketHash, accountId, now) {
      const ticket = await store.get(TICKETS, ticketHash);
      if (ticket === null || String(ticket['expiresAt']) <= now) return false;
      if (ticket['state'] === 'confirmed' && ticket['accountId'] === accountId) return true;
      return (
        (await store.change(
          TICKETS,
          { _id: ticketHash, state: 'waiting' },
          { state: 'confirmed', accountId },
        )) === 1
      );
    },
    async redeemTicket(ticketHash, pollKeyHash, now) {
      const ticket = await store.get(TICKETS, ticketHash);
      if (ticket === null || ticket['pollKeyHash'] !== pollKeyHash || String(ticket['expiresAt']) <= now)
        return null;
      if (ticket['state'] === 'waiting') return 'waiting';
      const redeemed = await store.change(
        TICKETS,
        { _id: ticketHash, state: 'confirmed' },
        { state: 'used' },
      );
      return redeemed === 1 ? String(ticket['accountId']) : null;
    },
    async openSession({ tokenHash, accountId, expiresAt }) {
      await store.insert(SESSIONS, { _id: tokenHash, accountId, expiresAt });
    },
    async findSession(tokenHash, now) {
      const session = await remember(tokenHash, async () => {
        const document = await store.get(SESSIONS, tokenHash);
        return (
          document && { accountId: String(document['accountId']), expiresAt: String(document['expiresAt']) }
        );
      });
      return session !== null && session.expiresAt > now ? { accountId: session.accountId } : null;
    },
    async closeSession(tokenHash) {
      await store.remove(SESSIONS, { _id: tokenHash });
      remember.forget(tokenHash);
    },
    async closeSessionsOf(accountId) {
      await store.remove(SESSIONS, { accountId });
      remember.forgetAll();
    },
    async sweep(now) {
      const tickets = await store.remove(TICKETS, { expiresAt: less(now) });
      return tickets + (await store.remove(SESSIONS, { expiresAt: less(now) }));
    },
  };
}

function accountOf(document: Fields | null | undefined): Account | null {
  if (!document || document['active'] === false) return null;
  return {
    id: String(document['_id']),
    name: String(document['name']),
    grants: document['grants'] as Account['grants'],
  };
}

/** A short memory in front of the database, so that a page of clicks does not read the same session again and again. */
function memory<Value>() {
  const entries = new Map<string, { value: Value; until: number }>();
  const remember = async (key: string, load: () => Promise<Value>): Promise<Value> => {
    const known = entries.get(key);
    if (known && known.until > performance.now()) return known.value;
    const value = await load();
    if (entries.size > 1_000) entries.clear();
    if (value !== null) entries.set(key, { value, until: performance.now() + REMEMBER_MS });
    return value;
  };
  remember.forget = (key: string): void => void entries.delete(key);
  remember.forgetAll = (): void => entries.clear();
  return remember;
}
