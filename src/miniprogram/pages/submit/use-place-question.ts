import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlaceGuess } from '@contract/directory';
import type { InputOf } from '@contract/actions';
import { api } from '../../data/api';
import type { Draft } from '../../data/draft';
import type { Place } from '../../data/places';

/** Typing has to rest this long before the text is read. */
const REST_MS = 900;
const LEAST_CHARACTERS = 4;

type Asked = InputOf<'resident.findPlace'>;

/**
 * What the words so far say about the place. Asks when typing rests, keeps the last answer meanwhile, and is silent when
 * nothing comes back: the question is a help, never a step.
 */
export function usePlaceQuestion({ text, scene, place: chosen }: Draft, shown: Place | null) {
  const placeId = chosen?.id ?? null;
  const [guess, setGuess] = useState<PlaceGuess | null>(null);
  const [put, setPut] = useState<readonly string[]>([]);
  const turn = useRef(0);
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    if (text.trim().length < LEAST_CHARACTERS) {
      setGuess(null);
      return undefined;
    }
    const input: Asked = { text, ...(scene ? { scene } : {}), ...(placeId ? { placeId } : {}) };
    const timer = setTimeout(() => {
      void api.call('resident.findPlace', input).then((answer) => {
        if (mine === turn.current && answer.ok) setGuess(answer.data);
      });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [text, scene, placeId]);

  const open = guess ? openOf(guess, shown?.id ?? null).filter(({ id }) => !put.includes(id)) : [];
  const putAside = useCallback(() => {
    setPut((before) => [...before, ...(guess ? openOf(guess, null).map(({ id }) => id) : [])]);
  }, [guess]);
  return { open, putAside };
}

/** What to offer: the places in question, or the one that was read out of the text, so that it can be confirmed. */
function openOf({ place, candidates }: PlaceGuess, shownId: string | null): Place[] {
  const open = candidates.length > 0 ? candidates : place ? [place] : [];
  return open.filter(({ id }) => id !== shownId);
}
