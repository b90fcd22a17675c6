import { useEffect, useState } from 'react';
import type { DraftReading } from '@contract/lead-views';
import { api } from '../../data/api';
import type { Draft } from '../../data/draft';

/** Typing has to rest this long before the text is read. */
const REST_MS = 700;
const LEAST_CHARACTERS = 3;

/**
 * What can be told of the words so far: the door they may belong to, the place they speak of. Asks when typing rests and
 * keeps the last answer meanwhile; silent without network: it is a help, never a step.
 */
export function useDraftReading({ text, scene, place }: Draft): DraftReading | null {
  const [reading, setReading] = useState<DraftReading | null>(null);
  const placeId = place?.id;
  useEffect(() => {
    if (text.trim().length < LEAST_CHARACTERS) {
      setReading(null);
      return undefined;
    }
    let isLatest = true;
    const input = { text, ...(scene ? { scene } : {}), ...(placeId ? { placeId } : {}) };
    const timer = setTimeout(() => {
      void api.call('resident.readDraft', input).then((answer) => {
        if (isLatest && answer.ok) setReading(answer.data);
      });
    }, REST_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [text, scene, placeId]);
  return reading;
}
