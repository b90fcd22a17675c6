import type { OutputOf } from '@contract/actions';
import { done, refuse, type Result } from '../../domain/result';
import type { Call, ResidentCaller } from '../ports';

type Consents = OutputOf<'resident.getConsents'>;

/** Which messages the county sends on WeChat, and how many this resident will still get. */
export async function getConsents(
  _input: unknown,
  { ports, caller }: Call<ResidentCaller>,
): Promise<Result<Consents>> {
  const templates = await templateIds(ports);
  return done({ templates, left: await ports.reminders.left(caller.openid, templates) });
}

/** Counts what the resident has just agreed to: one message for each. The same request counts once. */
export async function recordConsents(
  { accepted }: { accepted: string[] },
  { ports, caller, requestId }: Call<ResidentCaller>,
): Promise<Result<Consents>> {
  const templates = await templateIds(ports);
  const known = [...new Set(accepted)].filter((id) => templates.includes(id));
  if (known.length > 0 && !(await ports.reminders.grant(caller.openid, known, requestId)))
    return refuse('UNAVAILABLE');
  return done({ templates, left: await ports.reminders.left(caller.openid, templates) });
}

const templateIds = async (ports: Call<ResidentCaller>['ports']): Promise<string[]> =>
  ((await ports.county()).wechatTemplates ?? []).map(({ id }) => id);
