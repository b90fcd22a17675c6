import type { ReplyDoubt } from '@contract/replies';
import type { ClassifierModel } from '../routing/classifier-model';
import { explainsNothing } from './explains-nothing';
import { likeness, printOf, type Print } from './likeness';

/** From this likelihood on a reply is said to explain nothing: on held-out replies 38 of 40 such were rightly called so. */
const EMPTY_FROM = 0.8;
/** Another lead must be this like the reply, and by this much more than its own. */
const OTHER_FROM = 0.1;
const OTHER_AHEAD = 0.06;
/** Two leads this alike may be one problem, and one answer may be right for both. */
const SAME_PROBLEM_FROM = 0.2;

/** Another lead as far as a reply can be mistaken for its: found by its keys. */
export interface OtherLead {
  number: string;
  text: string;
  /** Open with the same unit, or of the same category. */
  isPeer: boolean;
  /** The same words were once said on it. */
  saidTheSame: boolean;
  /** Whether the author may read it, and so may be told its number. */
  isReadable: boolean;
}

/**
 * What may be wrong with a reply to a lead, nothing where nothing is sure. Pure and total: the same words beside the
 * same leads give the same doubts.
 */
export function doubtsAbout(
  model: ClassifierModel,
  reply: string,
  leadText: string,
  others: readonly OtherLead[],
): ReplyDoubt[] {
  const own = printOf(model, leadText);
  const strange = others
    .map((other) => ({ ...other, print: printOf(model, other.text) }))
    .filter(({ print }) => likeness(own, print) < SAME_PROBLEM_FROM);
  const doubts = [
    isEmpty(model, reply) ? EXPLAINS_NOTHING : null,
    fitsAnother(printOf(model, reply), own, strange),
    repeats(strange),
  ];
  return doubts.filter((doubt) => doubt !== null);
}

const EXPLAINS_NOTHING: ReplyDoubt = {
  kind: 'explainsNothing',
  sentence: '这段话像是只说了「收到了」「在办了」，群众看不出事情怎么样了。',
};

/** Whether the reply only acknowledges. */
export const isEmpty = (model: ClassifierModel, reply: string): boolean =>
  explainsNothing(model, reply) >= EMPTY_FROM;

type Strange = OtherLead & { print: Print };

function fitsAnother(reply: Print, own: Print, strange: readonly Strange[]): ReplyDoubt | null {
  const fit = likeness(own, reply);
  let best: { other: Strange; fit: number } | null = null;
  for (const other of strange) {
    const its = other.isPeer ? likeness(other.print, reply) : 0;
    if (its > (best?.fit ?? 0)) best = { other, fit: its };
  }
  if (best === null || best.fit < OTHER_FROM || best.fit - fit < OTHER_AHEAD) return null;
  const which = best.other.isReadable ? `线索 ${best.other.number}` : '另一条线索';
  return {
    kind: 'fitsAnother',
    sentence: `这段话更像是在答复${which}，和这一条说的事对不上。请核对是不是贴错了。`,
  };
}

function repeats(strange: readonly Strange[]): ReplyDoubt | null {
  const same = strange.filter(({ saidTheSame }) => saidTheSame);
  if (same.length === 0) return null;
  const readable = same.filter(({ isReadable }) => isReadable).map(({ number }) => number);
  const named =
    readable.length > 0 ? `（${readable.slice(0, 3).join('、')}${same.length > 3 ? '等' : ''}）` : '';
  return {
    kind: 'repeatsStock',
    sentence: `同样的话已经答复过 ${same.length} 件别的事${named}。请写这一件自己的情况。`,
  };
}
