import { useEffect, useState } from 'react';
import type { EarlierLead } from '@contract/similar';
import { api } from '../../data/api';
import type { Draft } from '../../data/draft';
import { useOnline } from '../../data/network';

/** Longer than the words are read for their place: whoever is still writing is not to be told what others wrote. */
const REST_MS = 1_500;
const LEAST_CHARACTERS = 12;

/** What others submitted about the same, once typing rests; nothing while the device is offline. A help, never a step. */
export function useEarlierLeads({ text, scene, place }: Draft): EarlierLead[] {
  const [items, setItems] = useState<EarlierLead[]>([]);
  const online = useOnline();
  const placeId = place?.id;
  useEffect(() => {
    if (!online || text.trim().length < LEAST_CHARACTERS) {
      setItems([]);
      return undefined;
    }
    let isLatest = true;
    const input = { text, ...(scene ? { scene } : {}), ...(placeId ? { placeId } : {}) };
    const timer = setTimeout(() => {
      void api.call('resident.findSimilar', input).then((answer) => {
        if (isLatest && answer.ok) setItems(answer.data.items);
      });
    }, REST_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [text, scene, placeId, online]);
  return items;
}
