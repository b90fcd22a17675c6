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
  caution: string;
  codeNumber: string;
  phone: string;
}

const STEPS_BY_WECHAT = [
  '打开微信，扫一扫上面的码。',
  '写几句话，也能拍照片。不用注册。',
  '记下编号，随时看办到哪一步。',
];
const STEPS_BY_CAMERA = [
  '打开微信扫一扫，或者手机相机，对准上面的码。',
  '写几句话，也能拍照片。不用注册。',
  '记下编号，随时看办到哪一步。',
];

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
    caution: '反映问题不收钱，不会问您要密码、验证码。',
    codeNumber: `码的编号　${printedNumber(code.id)}`,
    phone: settings.deskPhone ? `县政协电话　${settings.deskPhone}` : '',
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
