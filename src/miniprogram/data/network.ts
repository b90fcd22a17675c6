import { useEffect, useState } from 'react';
import { host } from '../platform/host';

/** Whether the device has a network at all; true until it says otherwise. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true);
  useEffect(() => host.watchNetwork(setOnline), []);
  return online;
}
