import { useState, type ReactNode } from 'react';
import type { Township } from '@contract/directory';
import { api } from '../data/api';
import { useLoad } from '../data/use-load';
import { Box, Press } from '../platform/elements';
import { Button } from './button';
import { Sheet } from './sheet';
import { Loaded } from './states';

interface Place {
  id: string;
  name: string;
}
interface PlacePickerProps {
  onPick: (place: Place) => void;
  onClose: () => void;
}

/** Picks a township, then a village in it or the township itself. */
export function PlacePicker({ onPick, onClose }: PlacePickerProps): ReactNode {
  const places = useLoad('places', () => api.call('resident.listPlaces', {}));
  const [township, setTownship] = useState<Township | null>(null);
  return (
    <Sheet title={township ? `${township.name}的哪个村？` : '在哪个乡镇？'} onClose={onClose}>
      <Loaded state={places.state} onRetry={places.reload}>
        {({ townships }) =>
          township ? (
            <Villages township={township} onPick={onPick} onBack={() => setTownship(null)} />
          ) : (
            <Rows items={townships} onPick={setTownship} />
          )
        }
      </Loaded>
    </Sheet>
  );
}

function Rows<Item extends Place>({
  items,
  onPick,
}: {
  items: Item[];
  onPick: (item: Item) => void;
}): ReactNode {
  return (
    <Box className="places">
      {items.map((item) => (
        <Press key={item.id} className="place" onPress={() => onPick(item)}>
          {item.name}
        </Press>
      ))}
    </Box>
  );
}

interface VillagesProps {
  township: Township;
  onPick: (place: Place) => void;
  onBack: () => void;
}

function Villages({ township, onPick, onBack }: VillagesProps): ReactNode {
  const whole = { id: township.id, name: `${township.name}（不选村）` };
  const pick = (place: Place): void =>
    onPick(
      place.id === township.id
        ? { id: township.id, name: township.name }
        : { id: place.id, name: township.shortName + place.name },
    );
  return (
    <Box className="stack">
      <Rows items={[...township.villages, whole]} onPick={pick} />
      <Button kind="plain" onPress={onBack}>
        换一个乡镇
      </Button>
    </Box>
  );
}
