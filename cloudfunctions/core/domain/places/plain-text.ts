/** Characters as they stand in other writings of the same names: the other one first, ours second. */
const OTHER_WRITINGS =
  `關关倉仓韓韩園园葉叶嶺岭岺岭莊庄溝沟楊杨鳳凤陽阳窯窑窰窑灑洒鋪铺舖铺灣湾黃黄門门張张窪洼騰腾橋桥頭头盧卢舊旧縣县龍龙
謝谢馬马東东車车廟庙樹树紙纸頂顶寶宝運运糧粮孫孙銅铜兩两鳴鸣綢绸陳陈樓楼閆闫閻闫阎闫賀贺營营喬乔總总瑤瑶後后趙赵臺台檯台蠻蛮
峽峡學学萬万場场呂吕鄧邓盤盘駒驹飯饭時时裡里裏里乾干澗涧長长鶴鹤陸陆渾浑崗岗吳吴閘闸鄉乡範范壋垱棗枣羅罗陰阴紅红養养遼辽
蠶蚕禪禅滾滚虛虚擬拟員员會会聯联廠厂電电僑侨綠绿軍军華华樂乐島岛漢汉廣广麗丽紀纪興兴淺浅駕驾慶庆鄭郑農农鎮镇區区辦办處处
隊队組组衛卫臨临`.replace(/\n/g, '');

const ours = new Map<string, string>();
for (let at = 0; at + 1 < OTHER_WRITINGS.length; at += 2) {
  ours.set(OTHER_WRITINGS.charAt(at), OTHER_WRITINGS.charAt(at + 1));
}

/** What keyboards and copying leave between two characters without anybody seeing it. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/;

export interface PlainText {
  /** The text in our characters and small letters, with nothing invisible in it. */
  plain: string;
  /** Where each character of `plain` stands in the text as it was written; one more for its end. */
  at: number[];
}

/** The text as names are looked for in it: simplified, small letters, without invisible characters. Never throws. */
export function plainText(text: string): PlainText {
  const at: number[] = [];
  let plain = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (isInvisible(character)) continue;
    plain += simple(character);
    at.push(index);
  }
  at.push(text.length);
  return { plain, at };
}

/** Han characters lie between the two places where anything invisible lies. */
function isInvisible(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code < 0x2070 || code >= 0xfe00) && code >= 0xad && INVISIBLE.test(character);
}

function simple(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : character;
  if (code >= 0xff21 && code <= 0xff5a) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (character === 'ü' || character === 'Ü') return 'v';
  return ours.get(character) ?? character;
}

/** The words as the resident wrote them. */
export const asWritten = (text: string, { at }: PlainText, start: number, end: number): string =>
  text.slice(at[start] ?? 0, (at[end - 1] ?? text.length) + 1);
