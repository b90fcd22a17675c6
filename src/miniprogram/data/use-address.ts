import { useEffect, useState } from 'react';
import { host } from '../platform/host';

/** An address under which a kept file can be shown or played; null until it is known, and where the file is gone. */
export function useAddress(key: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isLatest = true;
    void host.media.addressOf(key).then((found) => {
      if (isLatest) setAddress(found);
    });
    return () => {
      isLatest = false;
    };
  }, [key]);
  return address;
}
