import { RESIDENT_COMMANDS, type CommandName } from '@contract/commands';
import { COMMAND_LABELS, STATUS_LABELS, STATUS_WORDS } from '@contract/labels-zh';
import type { LeadCommandName } from './commands';
import { cannotAskExtension } from './extension';
import type { Lead } from './lead';
import { isPrivate } from './lifecycle';
import { isHeldByDenial } from './on-behalf';

/** What only the unit that holds a hand-over is asked for, or only while one does. */
const UNDER_HAND_OVER: readonly LeadCommandName[] = [
  'acceptHandOver',
  'returnHandOver',
  'recordReply',
  'askExtension',
  'extendDeadline',
  'refuseExtension',
  'promiseOutcome',
];
/** What would settle the lead past a decision that still waits for a colleague. */
const PAST_PROPOSAL: readonly LeadCommandName[] = [
  'adoptLead',
  'declineLead',
  'handOver',
  'resolveLead',
  'markUnresolvable',
];
const isResidents = (command: LeadCommandName): boolean => RESIDENT_COMMANDS.some((name) => name === command);

/** Why the lead as it stands does not allow the command: what happened, and what to do instead. */
export function wrongState(lead: Lead, command: Exclude<LeadCommandName, 'submitLead'>): string {
  const verb = command in COMMAND_LABELS ? COMMAND_LABELS[command as CommandName] : '这样办';
  if (lead.mergedInto !== null) {
    const { number } = lead.mergedInto;
    return isResidents(command)
      ? `这件事已经和 ${number} 合在一起办，进展会一样告诉您。有新情况，请您另说一件。`
      : `这条线索已经并入 ${number}，请到那一条上办，或者先撤销并案。`;
  }
  if (isHeldByDenial(lead, command)) {
    return `本人说这件事不是他的意思，先核实再「${verb}」：联系本人后，选「按本人意思撤回」或「核实后接着办」。`;
  }
  if (command === 'confirmForPerson' || command === 'denyForPerson') return cannotAnswer(lead);
  if (command === 'absorbLead') return cannotTakeIn(lead);
  if (lead.status === 'withdrawn' && !isResidents(command)) {
    return `群众已经撤回这条线索，不能再「${verb}」，也不用再办。事情要紧的，可以请群众再说一件。`;
  }
  if (isPrivate(lead) && (command === 'handOver' || command === 'publishLead')) {
    return `这是不公开的事项，只在县政协机关内办理，不能「${verb}」。`;
  }
  if (lead.proposal !== null && PAST_PROPOSAL.includes(command)) {
    return `有一个采纳不采纳的意见在等人确认。请先同意或者退回同事的意见，再「${verb}」。`;
  }
  if (command === 'cosignLead') return '这件事已经有了结果，不用再附议。要是又出问题了，请您另说一件。';
  if (command === 'withdrawLead' && lead.absorbed.length > 0) {
    return '邻居反映的同一件事也并在这里办，所以不能撤回。您不想再管，不用理会就行。';
  }
  if (lead.status === 'inProgress' && lead.handOver?.returned && UNDER_HAND_OVER.includes(command)) {
    return `这次交办已经退回，不能再「${verb}」。要由县政协机关重新交办，接到新的交办后再办。`;
  }
  if (lead.status === 'inProgress' && command === 'askExtension') return cannotAskExtension(lead);
  if (lead.status === 'inProgress' && command === 'refuseExtension') {
    return '现在没有要答复的延期申请，可能已经有同事答复了。请刷新后再看。';
  }
  if (isResidents(command)) {
    return `这件事现在是「${STATUS_WORDS[lead.status]}」，不能再「${verb}」。请刷新后再看。`;
  }
  return `这条线索现在是「${STATUS_LABELS[lead.status]}」，不能再「${verb}」。请刷新后再看。`;
}

/** To the person whose matter it is. */
const cannotAnswer = ({ onBehalf, status }: Lead): string => {
  if (onBehalf === null) return '这件事是本人自己提交的，不用再确认。';
  if (status === 'withdrawn') return '这件事已经撤回，不再办理。';
  return onBehalf.standing === 'keptAfterDenial'
    ? '县政协已经和您核实过这件事。要改，请打县政协电话。'
    : '已经记下您的回答，不用再说一次。';
};

/** What is told is told of the other lead, the one with the number, not of the one on the screen. */
function cannotTakeIn({ status }: Lead): string {
  const why = `那一条现在是「${STATUS_LABELS[status]}」，并进去这位群众就等不到消息了。`;
  return status === 'withdrawn'
    ? `${why}请单独办这一条。`
    : `${why}请单独办这一条，或者先让那一条重新办起来。`;
}
