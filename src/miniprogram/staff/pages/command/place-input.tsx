import { useState, type ReactNode } from 'react';
import { PlacePicker } from '../../../components/place-picker';
import type { Place } from '../../../data/places';
import { Block, Box, Press, Span } from '../../../platform/elements';

/** A place of the county, picked from the same list as residents pick from. */
export function PlaceInput({
  label,
  onChange,
}: {
  label: string;
  onChange: (placeId: string) => void;
}): ReactNode {
  const [picking, setPicking] = useState(false);
  const [place, setPlace] = useState<Place | null>(null);
  return (
    <Box>
      <Span className="field-label">{label}</Span>
      <Press id="pick-place" className="input place-value" onPress={() => setPicking(true)}>
        <Block className={place ? 'grow strong' : 'grow quiet'}>{place?.name ?? '点这里找'}</Block>
        <Block className="link">{place ? '更换' : '选择'}</Block>
      </Press>
      {picking ? (
        <PlacePicker
          onClose={() => setPicking(false)}
          onPick={(picked) => {
            setPlace(picked);
            onChange(picked.id);
            setPicking(false);
          }}
        />
      ) : null}
    </Box>
  );
}
