import type { Form, Meant, PlaceNames } from './place-names';

/** Where a text speaks of a place, and which places that can be. */
export interface Mention {
  start: number;
  end: number;
  meant: readonly Meant[];
  by: 'name' | 'pinyin' | 'initials' | 'sound';
}

/** 东杨庄村 is not 杨庄村, and 小王庄 not 王庄. */
const NARROWING = new Set('大小东西南北上下前后新老中');
/** Characters before which a new word begins: 在程村, 住程村, 我们程村. */
const BEFORE_A_NAME = new Set(
  '在到去从是住我们你他她它俺咱的了和与跟及往回向离由给把被对这那经过路至自县镇乡区市嵩说让叫请问找就因来出进将沿跑',
);
/** Words that go over the edge of a name: 停车村 is no 车村. */
const ACROSS = new Set(
  '停车 汽车 货车 火车 开车 下车 上车 坐车 乘车 校车 班车 卡车 客车 轿车 公交车 电车 拉车 骑车 堵车 修车 洗车 打车 救护车 垃圾车 三轮车'
    .split(' ')
    .map((word) => word.slice(-2)),
);
/** What a village has: 村口, 村民, 村头. */
const OF_THE_VILLAGE = new Set('口民头尾里内外边东西南北中');
const HAN = /\p{Script=Han}/u;

/** The names written in Chinese characters: from left to right the longest, none inside another. */
export function namesIn(plain: string, { forms }: PlaceNames): Mention[] {
  const mentions: Mention[] = [];
  let free = 0;
  for (let start = 0; start + 1 < plain.length; start += 1) {
    if (start < free) continue;
    const list = forms.get(plain.slice(start, start + 2));
    const form = list && longest(list, plain, start, mentions.at(-1)?.end === start);
    if (!form) continue;
    const end = start + form.text.length;
    mentions.push({ start, end, meant: form.meant, by: 'name' });
    free = end;
  }
  return mentions;
}

function longest(list: readonly Form[], plain: string, start: number, follows: boolean): Form | null {
  for (const form of list) {
    if (!plain.startsWith(form.text, start)) continue;
    // 田湖村民 are the people of 田湖; a village's own people are 田湖村村民.
    if (form.text.endsWith('村') && plain.charAt(start + form.text.length) === '民') {
      const shorter = list.find(({ text }) => text === form.text.slice(0, -1));
      if (shorter?.meant.some(({ isTownship }) => isTownship)) continue;
    }
    // 杨庄村村口 is the entrance of 杨庄村, not a 杨庄村村.
    if (form.text.endsWith('村村') && OF_THE_VILLAGE.has(plain.charAt(start + form.text.length))) continue;
    // 裴岭镇 would be somewhere else.
    const isShort = form.meant.every((each) => each.form === 'short');
    if (isShort && /[镇乡县市省]/.test(plain.charAt(start + form.text.length))) continue;
    if (follows || stands(form, plain, start)) return form;
  }
  return null;
}

/** Whether a name can begin here, with what stands before it. */
function stands({ text, meant }: Form, plain: string, start: number): boolean {
  const before = plain.charAt(start - 1);
  if (before === '' || !HAN.test(before)) return true;
  if (ACROSS.has(before + text.charAt(0))) return false;
  const isTownshipInFull = meant.some(({ isTownship, form }) => isTownship && form === 'full');
  if (isTownshipInFull) return true;
  if (BEFORE_A_NAME.has(before)) return true;
  if (NARROWING.has(before)) {
    const further = plain.charAt(start - 2);
    return further !== '' && HAN.test(further) && !BEFORE_A_NAME.has(further);
  }
  return text.length >= 3;
}

const LATIN = /[a-z]+(?:[ '-]?[a-z]+)*/g;
const WORDS_TOGETHER = 7;

/** Names written in pinyin, together or syllable by syllable, and first letters that stand alone. */
export function pinyinIn(plain: string, names: PlaceNames): Mention[] {
  const mentions: Mention[] = [];
  for (const run of plain.matchAll(LATIN)) {
    const words = [...run[0].matchAll(/[a-z]+/g)].map((word) => ({
      text: word[0],
      start: run.index + word.index,
    }));
    for (let first = 0; first < words.length; first += 1) {
      const found = pinyinAt(words, first, names);
      if (found === null) continue;
      mentions.push(found.mention);
      first += found.used - 1;
    }
  }
  return mentions;
}

type Word = { text: string; start: number };

function pinyinAt(words: readonly Word[], first: number, names: PlaceNames) {
  const most = Math.min(WORDS_TOGETHER, words.length - first);
  for (let used = most; used >= 1; used -= 1) {
    const together = words.slice(first, first + used);
    const letters = together.map(({ text }) => text).join('');
    const start = together[0]?.start ?? 0;
    const last = together.at(-1);
    const end = last ? last.start + last.text.length : start;
    const meant = names.pinyin.get(letters);
    if (meant && letters.length >= 5) return { mention: { start, end, meant, by: 'pinyin' as const }, used };
    const initials = used === 1 ? names.initials.get(letters) : undefined;
    if (initials) return { mention: { start, end, meant: initials, by: 'initials' as const }, used };
  }
  return null;
}
