import type { OutboxMessage } from './lead/lead-record';

/** What became of a message on WeChat; `appOnly`: nobody had agreed to one. */
export type Receipt = 'sent' | 'appOnly' | 'refused' | 'failed';
/** A message that is to go out on WeChat. */
export type WaitingReminder = Pick<OutboxMessage, 'id' | 'leadId' | 'number' | 'at'> & {
  openid: string;
  headline: string;
};
export interface ReminderRepository {
  /** How many messages the person still agrees to, over these templates. */
  left(openid: string, templateIds: readonly string[]): Promise<number>;
  /** One more message for each template; the same request counts once. False when others kept changing the same. */
  grant(openid: string, templateIds: readonly string[], requestId: string): Promise<boolean>;
  listWaiting(now: string, limit: number): Promise<WaitingReminder[]>;
  /** Takes one grant for the message, once however often it is asked; `busy` while another run has it in hand. */
  take(
    noticeId: string,
    templateIds: readonly string[],
    now: string,
  ): Promise<{ templateId: string } | 'noneLeft' | 'busy'>;
  /** Writes down what became of it: refused takes the person's other grants away, failed gives the one back. */
  settle(noticeId: string, receipt: Exclude<Receipt, 'appOnly'>): Promise<void>;
  receipts(noticeIds: readonly string[]): Promise<ReadonlyMap<string, Receipt>>;
}
export interface Wechat {
  /** `later`: the same may go through another time. Rejects when WeChat was not reached. */
  send(message: {
    openid: string;
    templateId: string;
    page: string;
    fields: Record<string, string>;
  }): Promise<{ outcome: 'sent' | 'refused' | 'failed' | 'later'; code?: number }>;
}
