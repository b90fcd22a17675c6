import type { IdentifierKind, PublicationFlag } from '@contract/publication';
import { isSurname, NOT_NAMES } from './names';
import { plainNames } from './plain-names';

/** What tells of one person: who submitted a lead or whom it was filed for, as far as they said. */
export interface KnownPerson {
  name?: string;
  phone?: string;
}

const HAN = '\\p{Script=Han}';
const DIGITS_IN_HAN = '零〇一二三四五六七八九幺两';
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';
/** Between the digits of a number people put blanks, dots and lines. */
const GAP = '[\\s.·\\-—–_]{0,2}';
const spread = (digits: number): string => Array.from({ length: digits }, () => '\\d').join(GAP);

interface Pattern {
  kind: IdentifierKind;
  pattern: RegExp;
}
const PATTERNS: readonly Pattern[] = [
  { kind: 'idNumber', pattern: new RegExp(`(?<!\\d)${spread(17)}${GAP}[\\dXx](?![\\dXx])`, 'gu') },
  { kind: 'idNumber', pattern: /(?<!\d)\d{4,6}[*＊]{4,}[\dXx]{2,4}/gu },
  { kind: 'idNumber', pattern: new RegExp(`(?<!\\d)${spread(15)}(?!\\d)`, 'gu') },
  {
    kind: 'phone',
    pattern: new RegExp(`(?<!\\d)(?:\\+?86${GAP})?1${GAP}[3-9]${GAP}${spread(9)}(?!\\d)`, 'gu'),
  },
  { kind: 'phone', pattern: /(?<!\d)1[3-9]\d[*＊]{4}\d{2,4}/gu },
  { kind: 'phone', pattern: /(?<!\d)[(]?0\d{2,3}[)]?[\s-]?\d{7,8}(?!\d)/gu },
  { kind: 'phone', pattern: new RegExp(`(?:[幺一][${DIGITS_IN_HAN}]{10})`, 'gu') },
  { kind: 'phone', pattern: /(?<=(?:电话|手机|微信|号码|联系)[号是:\s]{0,3})\d{6,8}(?!\d)/gu },
  {
    kind: 'plate',
    pattern: new RegExp(`[${PROVINCES}][A-Za-z][·•.\\s-]?[A-Za-z0-9]{4,5}[A-Za-z0-9挂学警港澳]`, 'gu'),
  },
  {
    kind: 'houseNumber',
    pattern:
      /(?<=路|街|巷|弄|胡同|村|组|社区|小区|庄|门牌)(?:\d+|[一二三四五六七八九十百]+)号(?!线|文|公告|楼|桥|院)/gu,
  },
  {
    kind: 'houseNumber',
    pattern:
      /(?:\d+|[A-Za-z]|[一二三四五六七八九十]+)(?:号楼|号院|栋|幢|单元)(?:[\s,，]?(?:\d+|[一二三四五六七八九十]+)(?:单元|层|楼|室|户|号))*(?:[\s,，]?\d{3,4}(?!\d))?/gu,
  },
  { kind: 'houseNumber', pattern: /(?<!\d)\d{3,4}(?:室|户)(?!外|内)/gu },
  { kind: 'houseNumber', pattern: /(?<![\d.])\d{1,2}-\d{1,2}-\d{3,4}(?![\d.])/gu },
];

/** The words that stand before or behind a name, when a person is spoken of. */
const BEFORE_NAME =
  '(?:村民|居民|业主|住户|户主|群众|市民|反映人|举报人|投诉人|联系人|当事人|申请人|负责人|姓名|名叫|叫做|我叫|本人|老板|店主|邻居|老人|学生|家长|司机|感谢)[:：是叫、\\s]{0,2}';
/** Three committees have what could be a name before 委员会; 李委员会来 is a person who will come. */
const BEHIND_NAME =
  '(?:先生|女士|小姐|大爷|大妈|大娘|大叔|大哥|大姐|大伯|老师|师傅|医生|大夫|同志|主任|书记|村长|支书|组长|队长|局长|镇长|乡长|站长|校长|经理|(?<!卫生健康|教科卫体|文史资料)委员|阿姨|叔叔|婶|奶奶|爷爷|家门口|家的|家里|一家|夫妇|夫妻|老人|同学)';
const AFTER_CUE = new RegExp(`(?<=${BEFORE_NAME})${HAN}{2,4}`, 'gu');
const BEFORE_TITLE = new RegExp(`${HAN}{1,4}(?=${BEHIND_NAME})`, 'gu');
const BY_NICKNAME = new RegExp(`(?<!${HAN})[老小](${HAN})(?=家|说|反映|的|，|,|。|$)`, 'gu');

/**
 * What in a text may tell who somebody is: names, telephones, plates, identity numbers, house numbers, and whatever of the
 * known people's own stands in it. Rather one too many than one too few: a person looks at each. Total, never throws.
 */
export function findIdentifiers(text: string, known: readonly KnownPerson[] = []): PublicationFlag[] {
  const plain = text.normalize('NFKC');
  const own = known.flatMap((person) => ownOf(plain, person));
  const found = [...own, ...byPattern(plain), ...names(plain)];
  const seen = new Map<string, PublicationFlag>();
  for (const flag of found) {
    const isInside = [...seen.values()].some(
      ({ words }) => words !== flag.words && words.includes(flag.words),
    );
    if (!seen.has(flag.words) && !(isInside && flag.kind !== 'submitter')) seen.set(flag.words, flag);
  }
  return [...seen.values()];
}

/** What people write for a name who give none. */
const NOBODY = new Set(['群众', '居民', '村民', '市民', '业主', '匿名', '老百姓']);

function ownOf(text: string, { name, phone }: KnownPerson): PublicationFlag[] {
  const flags: PublicationFlag[] = [];
  if (name && Array.from(name).length > 1 && !NOBODY.has(name) && text.includes(name))
    flags.push({ kind: 'submitter', words: name });
  const digits = (phone ?? '').replace(/\D/g, '');
  if (digits.length >= 7) {
    const written = new RegExp(Array.from(digits).join(GAP), 'u').exec(text);
    if (written) flags.push({ kind: 'submitter', words: written[0] });
  }
  return flags;
}

function byPattern(text: string): PublicationFlag[] {
  return PATTERNS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map(([words]) => ({ kind, words: words.trim() })),
  );
}

function names(text: string): PublicationFlag[] {
  const cued = [...text.matchAll(AFTER_CUE)].map(([run]) => nameAtStart(run));
  const titled = [...text.matchAll(BEFORE_TITLE)].map(([run]) => nameAtEnd(run));
  const nicknames = [...text.matchAll(BY_NICKNAME)].map(([whole, surname = '']) =>
    isSurname(surname) ? whole : null,
  );
  return [...cued, ...titled, ...nicknames, ...plainNames(text)]
    .filter((name) => name !== null && !NOT_NAMES.has(name))
    .map((words) => ({ kind: 'name', words: String(words) }));
}

/** The name at the beginning of a run of characters: a surname and one or two characters, three where it can be. */
function nameAtStart(run: string): string | null {
  const characters = Array.from(run);
  const surname = surnameLength(characters);
  if (surname === 0 || characters.length <= surname) return null;
  const three = characters.slice(0, surname + 2).join('');
  const two = characters.slice(0, surname + 1).join('');
  if (NOT_NAMES.has(two) || characters[surname] === '某') return null;
  return FILLERS.has(characters[surname + 1] ?? '') ? two : three;
}

/** The name at the end of a run, before a title: the shortest that begins with a surname is the likeliest. */
function nameAtEnd(run: string): string | null {
  const characters = Array.from(run);
  for (const length of [3, 2, 1, 4]) {
    const tail = characters.slice(-length);
    const surname = surnameLength(tail);
    if (tail.length === length && surname > 0 && length <= surname + 2 && !NOT_NAMES.has(tail.join('')))
      return tail.includes('某') ? null : tail.join('');
  }
  return null;
}

function surnameLength([first = '', second = '']: readonly string[]): 0 | 1 | 2 {
  if (isSurname(first + second)) return 2;
  return isSurname(first) ? 1 : 0;
}

/** What follows a name of two characters rather than being its third. */
const FILLERS = new Set('的说称反和与在家等向把被给来去住跟同也都老先女师主书支组队阿叔奶爷，。');
