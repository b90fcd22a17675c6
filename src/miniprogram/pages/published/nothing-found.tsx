import type { ReactNode } from 'react';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/states';
import { townshipOf, type Place } from '../../data/places';
import { Box } from '../../platform/elements';
import { open } from '../../platform/navigate';

interface NothingFoundProps {
  words: string;
  place: Place | null;
  onPlace: (place: Place) => void;
  onEverything: () => void;
}

/** Why the list is empty, and the next wider one. */
export function NothingFound({ words, place, onPlace, onEverything }: NothingFoundProps): ReactNode {
  const township = place === null ? null : townshipOf(place.id);
  const isVillage = township !== null && township.id !== place?.id;
  return (
    <EmptyState seal="无" title={words ? `没有找到「${words}」` : '这里还没有公开的'}>
      <Box className="lead">
        {isVillage
          ? '公开的事一般只写到乡镇，看看整个乡镇的。'
          : '公开的只是一部分。您遇到的事，照样可以说。'}
      </Box>
      {isVillage ? (
        <Button kind="plain" onPress={() => onPlace(township)}>
          {`看${township.name}的`}
        </Button>
      ) : words !== '' || place !== null ? (
        <Button kind="plain" onPress={onEverything}>
          看全县的
        </Button>
      ) : null}
      <Button onPress={() => open('submit')}>说说您遇到的问题</Button>
    </EmptyState>
  );
}
