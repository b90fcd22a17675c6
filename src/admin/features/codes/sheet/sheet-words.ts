import { printedNumber, type CodeItem, type CodeSettings } from '@contract/codes';

/** Everything one printed sheet says. */
export interface SheetWords {
  brand: string;
  title: string;
  promise: string;
  place: string;
  /** Which station, event or board; empty for the code of a place. */
  which: string;
  steps: readonly string[];
  urgent: string;
  numbers: readonly { name: string; number: string }[];
  /** For who cannot scan: whom to ask, and the telephone where there is one. */
  help: string;
  caution: string;
  codeNumber: string;
}

/** What follows the scan, the same for both kinds of code. */
const AFTER_SCANNING = [
  '写几句话就行，也能拍照、录音。不用注册。',
  '记下编号和查询码，用谁的手机都能看办到哪一步。',
  '部门说办好了，请您去看：真好了没有，由您来说。',
];
const STEPS_BY_WECHAT = ['打开微信，扫一扫上面的码。', ...AFTER_SCANNING];
const STEPS_BY_CAMERA = ['打开微信扫一扫，或者手机相机，对准上面的码。', ...AFTER_SCANNING];

/** The words of a code's sheet: what to do, what it is not for, and what can be read out over the telephone. */
export function sheetWords(
  code: CodeItem,
  settings: Pick<CodeSettings, 'deskPhone'>,
  countyName: string,
  isWechatPicture: boolean,
): SheetWords {
  return {
    brand: `${countyName}政协　直通`,
    title: '有难事，扫一扫',
    promise: '每一件都有人看、有人管，办到哪一步都告诉您',
    place: code.placeName,
    which: [code.title, code.address, daysOf(code)].filter(Boolean).join('　'),
    steps: isWechatPicture ? STEPS_BY_WECHAT : STEPS_BY_CAMERA,
    urgent: '急事、险情不要在这里等，马上打电话',
    numbers: [
      { name: '报警', number: '110' },
      { name: '火警', number: '119' },
      { name: '急救', number: '120' },
    ],
    help: `不会扫？请家里人、村干部帮您${settings.deskPhone ? `，或者打县政协电话 ${settings.deskPhone}` : ''}`,
    caution: '反映问题不收钱，不会问您要密码、验证码。',
    codeNumber: `码的编号　${printedNumber(code.id)}`,
  };
}

function daysOf({ validFrom, validUntil }: CodeItem): string {
  if (validUntil === null) return '';
  const until = dayInWords(validUntil);
  return validFrom === null || validFrom === validUntil ? `${until}止` : `${dayInWords(validFrom)}至${until}`;
}

const dayInWords = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

/** What a plain code says: the address of the resident pages, with the scene. */
export function plainCodeText(codeId: string, h5Address: string): string {
  const address = new URL(h5Address);
  address.searchParams.set('scene', codeId);
  return address.toString();
}
