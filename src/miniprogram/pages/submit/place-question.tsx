import type { ReactNode } from 'react';
import type { Place } from '../../data/places';
import { Box, Press } from '../../platform/elements';

interface PlaceQuestionProps {
  places: readonly Place[];
  onPick: (place: Place) => void;
  onPutAside: () => void;
}

/** 「您说的是：」 with one tap for each place that can be meant. May be left unanswered. */
export function PlaceQuestion({ places, onPick, onPutAside }: PlaceQuestionProps): ReactNode {
  if (places.length === 0) return null;
  return (
    <Box role="group" label="您说的是哪里" className="place-question">
      <Box className="strong">{places.length === 1 ? '您说的是这里吗？' : '您说的是哪一个？'}</Box>
      <Box className="note">点一下就选上，不点也能提交。</Box>
      <Box className="place-chips">
        {places.map((place) => (
          <Press key={place.id} id={`meant-${place.id}`} className="place-chip" onPress={() => onPick(place)}>
            {place.name}
          </Press>
        ))}
        <Press className="place-chip place-chip-quiet" onPress={onPutAside}>
          {places.length === 1 ? '不是' : '都不是'}
        </Press>
      </Box>
    </Box>
  );
}
