import Taro from '@tarojs/taro';

/** What stands above it has to be read with it. */
const ROOM_ABOVE = -200;

/** Brings the first of what matches onto the screen; nothing where nothing does. */
export function showFirst(selector: string): void {
  Taro.nextTick(
    () => void Taro.pageScrollTo({ selector, offsetTop: ROOM_ABOVE, duration: 200 }).catch(() => undefined),
  );
}
