import type { Pace, Trait } from './statistics';

/** One Chinese label per figure: a missing one does not compile. */
export const PACE_LABELS: Record<Pace, string> = {
  accept: '受理',
  adopt: '采纳',
  reply: '单位答复',
  resolve: '解决',
};
export const TRAIT_LABELS: Record<Trait, string> = {
  accepted: '受理过',
  replied: '单位答复过',
  late: '超过期限',
  bounced: '改派或退回过',
  promised: '承诺了日子、还没办结',
  consulted: '协商过',
  fixed: '群众说解决了',
  notFixed: '群众说没解决',
  stars1: '评一星',
  stars2: '评两星',
  stars3: '评三星',
  stars4: '评四星',
  stars5: '评五星',
};
