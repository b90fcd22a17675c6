import Taro from '@tarojs/taro';
import { openAgain } from './navigate';

/** The page of the address itself did not come: without this nothing at all would be on the screen. */
export function watchUnopened(): void {
  addEventListener('unhandledrejection', ({ reason }) => {
    const isScript = reason instanceof Error && reason.name === 'ChunkLoadError';
    if (isScript && Taro.getCurrentPages().length === 0) openAgain(location.hash.slice(1));
  });
}
