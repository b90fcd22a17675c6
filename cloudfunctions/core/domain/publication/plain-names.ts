import { isSurname, NOT_NAMES } from './names';

/** Surnames that begin few other words. 高, 马, 方, 路 and their like are surnames too, and more often roads and ways. */
const SURELY_SURNAMES = new Set(
  '王李张刘陈杨赵周吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧袁邓傅沈彭吕苏卢蒋蔡贾魏薛阎潘杜戴钟汪姜姚谭廖邹郝邱秦侯邵孟钱汤尹黎乔贺赖龚樊殷翟倪芦俞鲁葛韦申聂柳邢岳骆庞闫娄郜肖詹裴霍翁',
);
/** Characters that parents like to give. */
const GIVEN = new Set(
  '国建军华明志伟强勇刚杰涛超磊洋波辉斌鹏飞浩宇轩峰亮健俊凯博帅鑫旭晨阳坤晓红秀英芳娜敏静丽艳霞燕玲娟萍莉琴兰梅菊凤珍桂芬云香莲翠花玉素琼慧颖倩雪婷洁琳佳欣怡涵梦瑶雅文福贵德富荣昌盛祥瑞庆喜春成生林森松柏海江龙虎义仁信忠孝礼智良善振兴永长增广宏宝全有来根锁栓栋梁保卫东胜利平安康宁贤淑惠娥爱彩美巧妮雯璐彬炎焕少占守运学立正培树立新民新发顺奎魁堂才财友朋书克世万金银铁钢',
);
/** What a name does not consist of: places, offices, kin, and the little words of a sentence. */
const NEVER_GIVEN = new Set(
  '村庄乡镇县市区组队社街路桥河沟湾坡寨岭店厂院校站所局委办部会司行馆场园里家人户某总工老师大爷娘哥姐妈叔伯婶奶嫂姨经理书主任长员生们的地得了着过不没未也都还就又再曾已正多次常每各某在向对给跟和与是有要会能可该应想来去到从由被把让请叫说讲称反映表示告诉打电什么怎这那哪此其上下左右前后里外边旁中间一二三四五六七八九十百千万两几半号年月日天时分钱水电气网车门房楼灯费事我你他她它咱您谁自己吗呢吧啊呀，。个之所以而且但却因为如果很太更最只才先女小孩住找问看听见吃用做干修建',
);

const HAN = '\\p{Script=Han}';
const OPENS = '(?<=^|[\\s，,。.;；:：!！?？、“”"‘’(（「」《》\\d]|[的和与跟找是由被把给对让叫])';
/** Who says something is a person; who does or undergoes something may be one. */
const SAYS =
  '(?:说(?!明|法|是要)|反映|称(?!号|为|呼)|表示|告诉|讲(?!究|话)|投诉|举报|来电|来信|打来|要求|建议|认为)';
const DOES = '(?:请(?!假)|把|被|来|去|家|在|的|[，,。;；:、)]|$)';
const TITLE =
  '(?:经理|主任|书记|支书|村长|组长|队长|局长|科长|镇长|乡长|站长|所长|校长|院长|委员|医生|大夫|老师|师傅|会计|电工|保安|站员|网格员)';
const SPEAKING = new RegExp(`${OPENS}(${HAN}{2,3}?)(?=${SAYS})`, 'gmu');
const SPEAKING_IN_FULL = new RegExp(`(${HAN}{3})(?=${SAYS})`, 'gmu');
const DOING = new RegExp(`${OPENS}(${HAN}{2,3}?)(?=${DOES})`, 'gmu');
const TITLED = new RegExp(`(?<=${TITLE})(${HAN}{2,3})`, 'gmu');

/**
 * Names that nobody introduces with a word like 村民 or 先生: at the start of a clause or behind 的 and 和, before a word of
 * saying or doing, or behind a title. The surer the surname and the characters after it, the less must stand around them.
 */
export function plainNames(text: string): string[] {
  return [
    ...all(text, SPEAKING).filter((name) => isInFull(name) || mayBe(name)),
    ...all(text, SPEAKING_IN_FULL).filter(isInFull),
    ...all(text, DOING).filter((name) => isInFull(name) || isLikely(name)),
    ...all(text, TITLED).flatMap((run) => [run, run.slice(0, 2)].find(isNameOfTitle) ?? []),
  ];
}

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name).filter((name) => !isWord(name));

/** Words that are made like a name. */
const WORDS = new Set(['谢谢', '钱财', '钱来', '黄金', '学生', '平安']);
const isWord = (name: string): boolean =>
  NOT_NAMES.has(name) || NOT_NAMES.has(name.slice(0, 2)) || WORDS.has(name) || WORDS.has(name.slice(1));

/** 张建国, 马国强: a surname and two characters that names are made of. */
function isInFull(name: string): boolean {
  const [surname = '', ...given] = Array.from(name);
  return given.length === 2 && isSurname(surname) && given.every((character) => GIVEN.has(character));
}

/** A sure surname, and nothing behind it that a name does not consist of. */
function mayBe(name: string): boolean {
  const [surname = '', ...given] = Array.from(name);
  return SURELY_SURNAMES.has(surname) && !given.some((character) => NEVER_GIVEN.has(character));
}

/** 李静, 邓峰其: such a name with a character at least that parents like to give. */
const isLikely = (name: string): boolean =>
  mayBe(name) && Array.from(name.slice(1)).some((character) => GIVEN.has(character));

const isNameOfTitle = (name: string): boolean => isInFull(name) || isLikely(name);
