import { useEffect, useState } from 'react';
import type { DraftReading } from '@contract/lead-views';
import { api } from '../../data/api';

/** Typing has to rest this long before the text is read. */
const REST_MS = 700;
const LEAST_CHARACTERS = 3;

/**
 * Where the words so far belong, when they sound like a matter for somebody else. Asks when typing rests and keeps the
 * last answer meanwhile; silent without network: it is a help, never a step.
 */
export function useDraftReading(text: string): DraftReading['elsewhere'] {
  const [reading, setReading] = useState<DraftReading['elsewhere']>(null);
  useEffect(() => {
    if (text.trim().length < LEAST_CHARACTERS) {
      setReading(null);
      return undefined;
    }
    let isLatest = true;
    const timer = setTimeout(() => {
      void api.call('resident.readDraft', { text }).then((answer) => {
        if (isLatest && answer.ok) setReading(answer.data.elsewhere);
      });
    }, REST_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [text]);
  return reading;
}
