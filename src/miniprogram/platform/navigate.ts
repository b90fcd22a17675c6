import Taro from '@tarojs/taro';
import { openInNewerVersion } from './newer-version';
import { tellNotOpened } from './not-opened';
import { fetchAhead, fetchPage } from './page-scripts';

export const PAGES = {
  home: '/pages/home/index',
  submit: '/pages/submit/index',
  receipt: '/pages/receipt/index',
  mine: '/pages/mine/index',
  lead: '/pages/lead/index',
  feedback: '/pages/feedback/index',
  track: '/pages/track/index',
  published: '/pages/published/index',
  place: '/pages/place/index',
  privacy: '/pages/privacy/index',
  missing: '/pages/missing/index',
  listen: '/speech/pages/listen/index',
  staffQueue: '/staff/pages/queue/index',
  staffLead: '/staff/pages/lead/index',
  staffCommand: '/staff/pages/command/index',
  staffNotices: '/staff/pages/notices/index',
  staffSignIn: '/staff/pages/confirm-sign-in/index',
} as const;
export type PageName = keyof typeof PAGES;
type Params = Record<string, string>;

function addressOf(page: PageName, params: Params): string {
  const query = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.length > 0 ? `${PAGES[page]}?${query.join('&')}` : PAGES[page];
}

/** Counts what was tapped: a page that comes late does not open over what was tapped after it. */
let taps = 0;

/** Goes once the page's script is here; where it cannot be fetched one stays, is told so, and may try again. */
function go(address: string, move: () => Promise<unknown>): void {
  taps += 1;
  const mine = taps;
  const moveNow = (): void => void move().catch(() => undefined);
  const script = fetchPage(address.replace(/\?.*/, ''));
  if (script === null) return moveNow();
  const isLatest = (): boolean => mine === taps;
  const fail = async (): Promise<void> => {
    // The version it belonged to may be gone from the server.
    if (!isLatest() || (await openInNewerVersion(address)) || !isLatest()) return;
    tellNotOpened(() => go(address, move));
  };
  void script.then(() => (isLatest() ? moveNow() : undefined), fail);
}

/** Opens a page on top of this one. */
export function open(page: PageName, params: Params = {}): void {
  const url = addressOf(page, params);
  go(url, () => Taro.navigateTo({ url }));
}

/** Opens a page in place of this one, so that "back" does not return here. */
export function replaceWith(page: PageName, params: Params = {}): void {
  const url = addressOf(page, params);
  go(url, () => Taro.redirectTo({ url }));
}

/** The first page of a visit did not open: home instead, which is there without a signal, and the way to try again. */
export function openAgain(address: string): void {
  const again = (): void => go(address, () => Taro.navigateTo({ url: address }));
  void openInNewerVersion(address).then((isOpening) => {
    if (isOpening) return;
    goHome();
    tellNotOpened(again);
  });
}

/** Fetches the pages one is likely to open next, so that they open when the signal is gone. */
export function fetchPagesAhead(pages: readonly PageName[]): void {
  fetchAhead(pages.map((page) => PAGES[page]));
}

/** Back to where one came from; home when this was the first page. */
export function goBack(): void {
  taps += 1;
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack().catch(() => undefined);
  else goHome();
}

/** Back to the page this one was opened from; there too when it was opened by itself. */
export function goBackTo(page: PageName, params: Params): void {
  if (Taro.getCurrentPages().length > 1) goBack();
  else replaceWith(page, params);
}

/** Shows the top of the page, where words about the last tap stand. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 200 }).catch(() => undefined);
}

/** Home, with nothing left behind it. */
export function goHome(): void {
  go(PAGES.home, () => Taro.reLaunch({ url: PAGES.home }));
}

/** Lets go of a page that was pulled down to be refreshed. */
export function stopPulling(): void {
  Taro.stopPullDownRefresh();
}
