import { useMemo } from 'react';
import { Select } from 'tdesign-react/es/select';
import type { Township } from '@contract/directory';
import { findablePlaces, searchPlaces } from '@shared/place-search';

interface PlaceChoiceProps {
  townships: readonly Township[];
  placeId: string;
  onChange: (placeId: string) => void;
}

/** One of the county's places, found by its characters, pinyin or first letters. */
export function PlaceChoice({ townships, placeId, onChange }: PlaceChoiceProps) {
  const places = useMemo(() => findablePlaces(townships), [townships]);
  const options = useMemo(() => places.map(({ id, name }) => ({ value: id, label: name })), [places]);
  const byId = useMemo(() => new Map(places.map((place) => [place.id, place])), [places]);
  return (
    <Select
      filterable
      value={placeId}
      placeholder="打几个字找"
      options={options}
      filter={(typed, option) => {
        const place = 'value' in option ? byId.get(String(option.value)) : undefined;
        return place !== undefined && searchPlaces([place], typed).length > 0;
      }}
      onChange={(next) => onChange(String(next))}
    />
  );
}
