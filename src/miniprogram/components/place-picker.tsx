import { useMemo, useState, type ReactNode } from 'react';
import type { Township } from '@contract/directory';
import { findablePlaces, searchPlaces } from '@shared/place-search';
import { askPlaces, recentPlaces, type Place } from '../data/places';
import { useLoad } from '../data/use-load';
import { Block, Box, Press, TextInput } from '../platform/elements';
import { Button } from './button';
import { Sheet } from './sheet';
import { Loaded } from './states';

interface PlacePickerProps {
  onPick: (place: Place) => void;
  /** Takes back the place that was chosen; absent where none was, or one is needed. */
  onNone?: (() => void) | null;
  onClose: () => void;
}

/** Finds a place by its characters, pinyin or first letters, or through its township. */
export function PlacePicker({ onPick, onNone = null, onClose }: PlacePickerProps): ReactNode {
  const places = useLoad('places', askPlaces);
  const [township, setTownship] = useState<Township | null>(null);
  const pick = (place: Place): void => {
    recentPlaces.keep(place);
    onPick(place);
  };
  return (
    <Sheet title={township ? `${township.name}的哪个村？` : '在哪里？'} onClose={onClose}>
      {onNone ? (
        <Button id="no-place" kind="plain" onPress={onNone}>
          先不选地点
        </Button>
      ) : null}
      <Loaded state={places.state} onRetry={places.reload}>
        {({ townships }) =>
          township ? (
            <Villages township={township} onPick={pick} onBack={() => setTownship(null)} />
          ) : (
            <Search townships={townships} onPick={pick} onOpen={setTownship} />
          )
        }
      </Loaded>
    </Sheet>
  );
}

interface SearchProps {
  townships: Township[];
  onPick: (place: Place) => void;
  onOpen: (township: Township) => void;
}

function Search({ townships, onPick, onOpen }: SearchProps): ReactNode {
  const [query, setQuery] = useState('');
  const [recent] = useState(() => recentPlaces.read());
  const places = useMemo(() => findablePlaces(townships), [townships]);
  return (
    <Box className="stack">
      <TextInput
        id="find-place"
        className="input place-search"
        label="找村或乡镇"
        placeholder="村名或拼音"
        value={query}
        maxLength={20}
        onInput={setQuery}
      />
      {query.trim() === '' ? (
        <Box className="stack">
          <Box className="note">只打拼音的首字母也行，如 ccz。</Box>
          {recent.length > 0 ? (
            <Box>
              <Box className="note">上次选的</Box>
              <Rows items={recent.map((place) => ({ ...place, wide: true }))} onPick={onPick} />
            </Box>
          ) : null}
          <Box>
            <Box className="note">按乡镇找</Box>
            <Rows items={townships} onPick={onOpen} />
          </Box>
        </Box>
      ) : (
        <Hits places={places} query={query} onPick={onPick} />
      )}
    </Box>
  );
}

interface HitsProps {
  places: ReturnType<typeof findablePlaces>;
  query: string;
  onPick: (place: Place) => void;
}

function Hits({ places, query, onPick }: HitsProps): ReactNode {
  const hits = searchPlaces(places, query);
  if (hits.length === 0) {
    return (
      <Box role="status" className="lead">
        没有找到。换个写法，或按乡镇找；不选也可以提交。
      </Box>
    );
  }
  return (
    <Box role="group" label={`找到${hits.length}个`}>
      {hits.map(({ id, name, own, townshipName }) => (
        <Press key={id} className="place-hit" onPress={() => onPick({ id, name })}>
          <Block className="strong">{own}</Block>
          <Block className="note">{townshipName || '整个乡镇'}</Block>
        </Press>
      ))}
    </Box>
  );
}

function Rows<Item extends Place & { wide?: boolean }>({
  items,
  onPick,
}: {
  items: Item[];
  onPick: (item: Item) => void;
}): ReactNode {
  return (
    <Box className="places">
      {items.map((item) => (
        <Press
          key={item.id}
          className={item.wide ? 'place place-wide' : 'place'}
          onPress={() => onPick(item)}
        >
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
  const whole = { id: township.id, name: `${township.name}（不选村）`, wide: true };
  const [, ...villages] = findablePlaces([township]);
  const own = villages.map((village) => ({ id: village.id, name: village.own }));
  const pick = ({ id }: Place): void =>
    onPick({ id, name: villages.find((village) => village.id === id)?.name ?? township.name });
  return (
    <Box className="stack">
      <Rows items={[...own, whole]} onPick={pick} />
      <Button kind="plain" onPress={onBack}>
        换一个乡镇
      </Button>
    </Box>
  );
}
