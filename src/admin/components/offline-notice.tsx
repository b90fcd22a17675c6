import { useSyncExternalStore } from 'react';
import './offline-notice.css';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** A line across the page while the computer has no network: reading goes on, sending waits. */
export function OfflineNotice() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <p className="offline-notice" role="status">
      网络断开了。已经打开的内容还能看，写好的内容不会丢，联网后再提交。
    </p>
  );
}
