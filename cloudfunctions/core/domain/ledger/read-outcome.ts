/** How the ledger says a matter stands; null where it says nothing. */
export type Adopted = 'yes' | 'no' | 'outOfScope' | null;
/** `half`: something was done and something is left, so that it is still being handled. */
export type Solved = 'yes' | 'no' | 'half' | 'cannot' | null;

const NO = /^(?:否|不|未|没|无|×|x$|n|0$)/i;
const YES = /^(?:是|采纳|解决|办结|完成|全部|√|✓|✔|对|y|1$)/i;
/** 「已采纳」, but not 「已转办」: that somebody did something is not yet what the column asks. */
const WAS_ADOPTED = /^已(?:经|全部|被)*(?:采纳|采用|采信|吸收|$)/;
const WAS_SOLVED =
  /^已(?:经|全部|基本|彻底|妥善|予以)*(?:解决|办结|办完|办好|完成|完工|竣工|整改|处理|修复|修好|落实|销号|$)/;
const HALF = /部分|一半|一些|初步|阶段性|有所/;
const CANNOT = /暂|无法|不能|难以|不具备|不了/;
/** 「暂未解决」 promises that it will be, 「暂不能解决」 does not. */
const NOT_YET = /暂时?(?:还|尚)?(?:未|没有?)(?:能)?(?:解决|办|完|处理|整改|修|落实|答复)/;
const GOES_ON = /正在|办理中|在办|推进|中$/;

/** Whether it was adopted; undefined where the words say neither. */
export function readAdopted(words: string): Adopted | undefined {
  if (words === '') return null;
  if (/不属|不予受理|不受理/.test(words)) return 'outOfScope';
  if (NO.test(words)) return 'no';
  return YES.test(words) || WAS_ADOPTED.test(words) ? 'yes' : undefined;
}

/** Whether it was solved; undefined where the words say neither. */
export function readSolved(words: string): Solved | undefined {
  if (words === '') return null;
  if (NOT_YET.test(words)) return 'no';
  if (CANNOT.test(words)) return 'cannot';
  if (HALF.test(words)) return 'half';
  if (GOES_ON.test(words) || NO.test(words)) return 'no';
  return YES.test(words) || WAS_SOLVED.test(words) ? 'yes' : undefined;
}
