import type { WechatTemplate } from '../../domain/county';
import { chinaDate } from '../../domain/deadlines/working-days';
import type { Ports, WaitingReminder } from '../ports';

const BATCH = 50;
/** Whoever could not be reached for so long reads it in the mini-program. */
const GIVE_UP_MS = 24 * 60 * 60 * 1000;
/** The same for every matter: a locked phone tells nobody what was reported. */
const NOTE = '点开看办到哪一步';

/**
 * Sends what waits to go out on WeChat; how many went. One grant is taken for each message, once, before it is sent;
 * what WeChat has acknowledged is never sent again. Cut off between sending and writing that down, it sends that
 * one message again: of the two, losing it would be worse.
 */
export async function sendReminders(ports: Ports): Promise<number> {
  const now = ports.clock.now();
  const templates = (await ports.county()).wechatTemplates ?? [];
  let sent = 0;
  for (const reminder of await ports.reminders.listWaiting(now, BATCH)) {
    const taken = await ports.reminders.take(
      reminder.id,
      templates.map(({ id }) => id),
      now,
    );
    if (typeof taken === 'string') continue;
    const template = templates.find(({ id }) => id === taken.templateId);
    if (await sendOne(reminder, template, ports, now)) sent += 1;
  }
  return sent;
}

async function sendOne(
  reminder: WaitingReminder,
  template: WechatTemplate | undefined,
  ports: Ports,
  now: string,
): Promise<boolean> {
  const { outcome, code } = template
    ? await ports.wechat.send({
        openid: reminder.openid,
        templateId: template.id,
        page: `pages/lead/index?leadId=${encodeURIComponent(reminder.leadId)}`,
        fields: {
          [template.fields.number]: reminder.number,
          [template.fields.status]: reminder.headline,
          [template.fields.note]: NOTE,
          [template.fields.date]: chinaDate(reminder.at),
        },
      })
    : { outcome: 'failed' as const, code: undefined };
  if (outcome === 'failed') ports.log.error('wechat refused', { code: String(code ?? 'no such template') });
  if (outcome === 'later' && Date.parse(now) - Date.parse(reminder.at) < GIVE_UP_MS) return false;
  await ports.reminders.settle(reminder.id, outcome === 'later' ? 'failed' : outcome);
  return outcome === 'sent';
}
