import { chinaDate, isWorkingDay } from '../../domain/deadlines/working-days';
import { STAFF_KEY } from '../lead/officer-messages';
import { calendarOf } from '../lead/record';
import type { OfficerCaller, Ports } from '../ports';
import { getQueueFigures } from '../queue/get-queue-figures';

/** From half past eight, China time. */
const BEGINS = '08:30';
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
/** The day as the desk sees it when it opens the panel. */
const DESK: OfficerCaller = {
  kind: 'officer',
  account: { id: 'timer', name: '', grants: [{ role: 'staff' }] },
};

/** Which day this process has already told the desk about: saves asking, the message's id decides. */
let toldOn = '';

/**
 * Tells the desk once on each working day, from half past eight, how the day stands: the same figures as its queue. The
 * message's id is the day's, so that it is delivered once however often the timer runs or is killed.
 */
export async function sendDigest(ports: Ports, now: string): Promise<number> {
  const county = await ports.county();
  const day = chinaDate(now);
  const time = new Date(Date.parse(now) + CHINA_OFFSET_MS).toISOString().slice(11, 16);
  if (toldOn === `${county.id} ${day}` || time < BEGINS || !isWorkingDay(day, calendarOf(county))) return 0;
  const figures = await getQueueFigures({}, { ports, caller: DESK, requestId: '', fingerprint: '' });
  if (!figures.ok) return 0;
  const { new: fresh, today, late } = figures.value.groupCounts;
  const isNew = await ports.notices.deliver({
    id: `digest-${county.id}-${day}`,
    leadId: '',
    number: '',
    recipientKey: STAFF_KEY,
    text: `今天的线索：新来的 ${fresh} 件，今天到期 ${today} 件，已经超期 ${late} 件。`,
    at: now,
  });
  toldOn = `${county.id} ${day}`;
  return isNew ? 1 : 0;
}
