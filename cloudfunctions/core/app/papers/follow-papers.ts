import { dayInWords } from '../../domain/deadlines/day-in-words';
import { alarmsOfPaper, followUpDueAt, type PaperAlarm } from '../../domain/papers/follow-up';
import { organOf, signOf, type Paper } from '../../domain/papers/paper';
import type { County } from '../../domain/county';
import { accountKey, STAFF_KEY } from '../lead/officer-messages';
import { calendarOf } from '../lead/record';
import type { Ports } from '../ports';
import { nextAlarmOf } from './paper-index';
import { tellLeads } from './tell-leads';

const BATCH = 50;

/**
 * Tells people of instructions: the desk of one that a leader wrote here, of the half month that nears its end or is over;
 * the leader of what came of it. The message's id is the alarm's, so that each is told once however often this runs or is
 * cut off. Leads that did not hear of their paper hear of it now.
 */
export async function followPapers(ports: Ports, now: string): Promise<number> {
  const county = await ports.county();
  let told = 0;
  for (const stored of await ports.papers.listDue(now, BATCH)) {
    const { paper, version } = stored;
    const alarms = alarmsOfPaper(paper, county.policy.remindBefore, calendarOf(county));
    const due = alarms.filter(({ key, at }) => at <= now && !stored.told.includes(key));
    for (const alarm of due) told += (await tell(paper, alarm, county, ports)) ? 1 : 0;
    const known = [...stored.told, ...due.map(({ key }) => key)];
    await ports.papers.settleTold(paper.id, version, known, nextAlarmOf(paper, known, county));
  }
  for (const stored of await ports.papers.listUntold(now, BATCH)) await tellLeads(stored, ports);
  return told;
}

function tell(paper: Paper, alarm: PaperAlarm, county: County, ports: Ports): Promise<boolean> {
  return ports.notices.deliver({
    id: `paper-${paper.id}-${alarm.key}`,
    leadId: '',
    number: paper.number === null ? '' : signOf(organOf(county.name).mark, paper.number),
    paperId: paper.id,
    recipientKey: alarm.kind === 'effect' ? accountKey(alarm.instruction.by.accountId) : STAFF_KEY,
    text: wordsOf(paper, alarm, county),
    at: alarm.at,
  });
}

/** Never a word of the instruction itself: a locked phone may show the message. */
function wordsOf(paper: Paper, { kind, instruction, at }: PaperAlarm, county: County): string {
  const about = `《${paper.text.title}》${paper.state === 'withdrawn' ? '（已作废）' : ''}`;
  const until = dayInWords(followUpDueAt(instruction.givenOn, calendarOf(county)), at);
  switch (kind) {
    case 'written':
      return `${instruction.leader}对${about}作了批示，${until}前要有落实情况。`;
    case 'near':
      return `批示快满半个月：${about}，${until}前登记落实情况。`;
    case 'late':
      return `批示落实超期了：${about}，应在${until}前登记落实情况。`;
    case 'effect':
      return `您批示的${about}有了落实情况。`;
  }
}
