import type { Receipt, ReminderRepository, WaitingReminder } from '../app/ports';
import { GONE, atMost, oneOf, type DocumentStore, type Fields, type Transaction } from './document-store';

const NOTICES = 'notices';
const CONSENTS = 'consents';
/** Nobody needs more in hand; a client that says otherwise only fools itself. */
const LEFT_MAX = 50;
/** How many requests a consent remembers, so that one sent again counts once. */
const REQUESTS_KEPT = 20;
/** Longer than a run of the timer may last: only one run at a time has a message in hand. */
const IN_HAND_MS = 2 * 60_000;

const consentId = (openid: string, templateId: string): string => `${openid}:${templateId}`;
const leftOf = (consent: Fields | null | undefined): number => Number(consent?.['left'] ?? 0);

/** How often each person may still be written to on WeChat, and what became of each message there. */
export function reminderRepository(store: DocumentStore): ReminderRepository {
  return {
    async left(openid, templateIds) {
      if (templateIds.length === 0) return 0;
      const ids = templateIds.map((templateId) => consentId(openid, templateId));
      const consents = await store.find(CONSENTS, { _id: oneOf(ids) });
      return consents.reduce((sum, consent) => sum + leftOf(consent), 0);
    },
    async grant(openid, templateIds, requestId) {
      const granted = await store.transact(async (transaction) => {
        for (const templateId of templateIds) {
          const id = consentId(openid, templateId);
          const before = await transaction.get(CONSENTS, id);
          const requests = (before?.['requests'] as string[] | undefined) ?? [];
          if (requests.includes(requestId)) continue;
          const left = Math.min(LEFT_MAX, leftOf(before) + 1);
          await transaction.put(CONSENTS, id, {
            left,
            requests: [...requests, requestId].slice(-REQUESTS_KEPT),
          });
        }
        return true;
      });
      return granted === true;
    },
    async listWaiting(now, limit) {
      const where = { wechatDueAt: atMost(now) };
      const documents = await store.find(NOTICES, where, { orderBy: [['wechatDueAt', 'asc']], limit });
      return documents.map(reminderOf);
    },
    take: (noticeId, templateIds, now) => take(store, noticeId, templateIds, now),
    settle: (noticeId, receipt) => settle(store, noticeId, receipt),
    async receipts(noticeIds) {
      if (noticeIds.length === 0) return new Map();
      const documents = await store.find(
        NOTICES,
        { _id: oneOf(noticeIds) },
        { fields: ['wechat'], limit: noticeIds.length },
      );
      return new Map(
        documents.flatMap(({ _id, wechat }) =>
          typeof wechat === 'string' ? [[String(_id), wechat as Receipt] as const] : [],
        ),
      );
    },
  };
}

type Taken = Awaited<ReturnType<ReminderRepository['take']>>;

async function take(
  store: DocumentStore,
  noticeId: string,
  templateIds: readonly string[],
  now: string,
): ReturnType<ReminderRepository['take']> {
  const taken = await store.transact(async (transaction): Promise<Taken> => {
    const notice = await transaction.get(NOTICES, noticeId);
    if (notice === null || !(String(notice['wechatDueAt'] ?? '9') <= now)) return 'busy';
    const inHandUntil = new Date(Date.parse(now) + IN_HAND_MS).toISOString();
    const taken = notice['templateId'];
    if (typeof taken === 'string') {
      await transaction.change(NOTICES, noticeId, { wechatDueAt: inHandUntil });
      return { templateId: taken };
    }
    const templateId = await spend(transaction, String(notice['recipientKey']), templateIds);
    const change =
      templateId === null
        ? { wechat: 'appOnly', wechatDueAt: GONE }
        : { templateId, wechatDueAt: inHandUntil };
    await transaction.change(NOTICES, noticeId, change);
    return templateId === null ? 'noneLeft' : { templateId };
  });
  return taken === 'conflict' ? 'busy' : taken;
}

async function settle(
  store: DocumentStore,
  noticeId: string,
  receipt: Exclude<Receipt, 'appOnly'>,
): Promise<void> {
  await store.transact(async (transaction) => {
    const notice = await transaction.get(NOTICES, noticeId);
    if (notice === null || notice['wechat'] !== undefined) return;
    await transaction.change(NOTICES, noticeId, { wechat: receipt, wechatDueAt: GONE });
    if (receipt === 'sent') return;
    const id = consentId(String(notice['recipientKey']), String(notice['templateId']));
    const consent = await transaction.get(CONSENTS, id);
    // Refused: the person has switched messages off. Failed: the fault was ours, and the grant was not used.
    const left = receipt === 'refused' ? 0 : Math.min(LEFT_MAX, leftOf(consent) + 1);
    if (consent !== null) await transaction.change(CONSENTS, id, { left });
  });
}

/** Takes one grant of the person; null when none is left. */
async function spend(
  transaction: Transaction,
  openid: string,
  templateIds: readonly string[],
): Promise<string | null> {
  for (const templateId of templateIds) {
    const id = consentId(openid, templateId);
    const left = leftOf(await transaction.get(CONSENTS, id));
    if (left < 1) continue;
    await transaction.change(CONSENTS, id, { left: left - 1 });
    return templateId;
  }
  return null;
}

function reminderOf(document: Fields): WaitingReminder {
  return {
    id: String(document['_id']),
    openid: String(document['recipientKey']),
    leadId: String(document['leadId']),
    number: String(document['number']),
    headline: String(document['headline']),
    at: String(document['at']),
  };
}
