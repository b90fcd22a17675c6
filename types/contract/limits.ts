/** Limits that both sides know. Sizes in characters (UTF-16 units) and bytes. */
export const TEXT_MAX = 5_000;
export const NOTE_MAX = 2_000;
export const OVERRULE_NOTE_MAX = 500;
export const TITLE_MAX = 60;
export const PHOTOS_MAX = 9;
export const PHOTO_BYTES_MAX = 10 * 1024 * 1024;
/** One video, and one recording, beside the photos. */
export const VIDEO_BYTES_MAX = 20 * 1024 * 1024;
export const VIDEO_SECONDS_MAX = 30;
export const VOICE_BYTES_MAX = 4 * 1024 * 1024;
export const VOICE_SECONDS_MAX = 60;
export const TRANSCRIPT_MAX = 1_000;
/** A function takes text requests up to this size. */
export const BODY_BYTES_MAX = 100 * 1024;
/** One person may submit this often in 24 hours. */
export const SUBMISSIONS_PER_DAY = 30;
/** Wrong tracking codes in an hour: from one caller for one number, from one caller, and for one number from everybody. */
export const TRACKING_MISSES_PER_HOUR = 5;
export const TRACKING_MISSES_PER_CALLER = 20;
export const TRACKING_MISSES_PER_NUMBER = 30;
/** Wrong bind codes from one WeChat in an hour. */
export const BINDING_MISSES_PER_HOUR = 5;
/** People whose co-signs one lead keeps. */
export const COSIGNS_MAX = 1_000;
/** How often one person may join in the same lead and take it back. */
export const COSIGNS_PER_PERSON = 5;
export const QUEUE_PAGE_SIZE = 20;
export const QUEUE_PAGE_MAX = 100;
/** Leads that one command for many takes at a time. */
export const BULK_MAX = 500;
/** Lists of their own that one person keeps. */
export const VIEWS_MAX = 20;
export const VIEW_NAME_MAX = 20;
/** The page outside WeChat: how often one device and one address may do something in an hour. Many people share an address. */
export const WEB_LIMITS = {
  submit: { device: 20, address: 100 },
  track: { device: 40, address: 300 },
  write: { device: 200, address: 2_000 },
} as const;
export type WebLimit = keyof typeof WEB_LIMITS;
/** Reading, in a minute, as far as one process of the function sees it. */
export const WEB_ASKS_PER_MINUTE = { device: 300, address: 3_000 } as const;
