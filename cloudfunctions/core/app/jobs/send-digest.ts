import { chinaDate, isWorkingDay, type WorkingCalendar } from '../../domain/deadlines/working-days';
import { followUpDueAt } from '../../domain/papers/follow-up';
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
 * Tells the desk once on each working day, from half past eight, how the day stands: the same figures as its queue, and
 * the instructions whose half month ends today or is over. While nothing is new, due or late there is nothing to tell:
 * the message waits for the day's first. Its id is the day's, so that it is delivered once however often the timer runs
 * or is killed.
 */
export async function sendDigest(ports: Ports, now: string): Promise<number> {
  const county = await ports.county();
  const day = chinaDate(now);
  const time = new Date(Date.parse(now) + CHINA_OFFSET_MS).toISOString().slice(11, 16);
  if (toldOn === `${county.id} ${day}` || time < BEGINS || !isWorkingDay(day, calendarOf(county))) return 0;
  const figures = await getQueueFigures({}, { ports, caller: DESK, requestId: '', fingerprint: '' });
  if (!figures.ok) return 0;
  const { new: fresh, today, late } = figures.value.groupCounts;
  const followUps = await followUpWords(ports, now, calendarOf(county));
  if (fresh + today + late === 0 && followUps === '') return 0;
  const isNew = await ports.notices.deliver({
    id: `digest-${county.id}-${day}`,
    leadId: '',
    number: '',
    recipientKey: STAFF_KEY,
    text: `今天的线索：新来的 ${fresh} 件，今天到期 ${today} 件，已经超期 ${late} 件。${followUps}`,
    at: now,
  });
  toldOn = `${county.id} ${day}`;
  return isNew ? 1 : 0;
}

/**
 * How many follow-ups of leaders' instructions have to be closed today, and how many are late, on withdrawn papers too;
 * empty where none is.
 */
async function followUpWords({ papers }: Ports, now: string, calendar: WorkingCalendar): Promise<string> {
  const years = await Promise.all((await papers.listYears()).map((year) => papers.listYear(year)));
  const dueAt = years
    .flat()
    .flatMap(({ followUps }) => followUps.filter(({ isClosed }) => !isClosed))
    .map(({ givenOn }) => followUpDueAt(givenOn, calendar));
  const late = dueAt.filter((at) => at < now).length;
  const today = dueAt.filter((at) => at >= now && chinaDate(at) === chinaDate(now)).length;
  return today + late === 0 ? '' : `批示落实：今天到期 ${today} 件次，已经超期 ${late} 件次。`;
}
