import { useState, type ReactNode } from 'react';
import type { PlaceGuess } from '@contract/directory';
import { LineField } from '../../components/fields';
import type { Draft } from '../../data/draft';
import type { Place } from '../../data/places';
import { Block, Box, Press } from '../../platform/elements';
import { PlaceQuestion } from './place-question';
import { PointPart } from './point-part';

const NOTE_MAX = 60;

export interface FromCode {
  place: Place | null;
  codeProblem: string | null;
}

/** The place as it stands: what was picked, else what the scanned code says. */
export const placeOf = (draft: Draft, fromCode: FromCode | null): Place | null =>
  draft.place ?? fromCode?.place ?? null;

interface PlaceFieldProps {
  draft: Draft;
  fromCode: FromCode | null;
  onPick: () => void;
}

/** The place: filled in from the scanned code, or picked; never asked for twice, and never needed. */
export function PlaceField({ draft, fromCode, onPick }: PlaceFieldProps): ReactNode {
  const place = placeOf(draft, fromCode);
  const codeProblem = fromCode?.codeProblem ?? null;
  return (
    <Box>
      {codeProblem && !place ? <Box className="field-hint">{codeProblem}</Box> : null}
      <Press id="pick-place" className="input place-value" onPress={onPick}>
        <Block className="grow">
          <Block className={place ? 'strong' : 'quiet'}>{place?.name ?? '地点（可以不选）'}</Block>
          {draft.place === null && place ? <Block className="note">扫码带来的</Block> : null}
        </Block>
        <Block className="link">{place ? '更换' : '选择'}</Block>
      </Press>
    </Box>
  );
}

interface AskedPlaceProps {
  draft: Draft;
  fromCode: FromCode | null;
  /** What the words so far say about the place. */
  guess: PlaceGuess | null;
  onChange: (part: Partial<Draft>) => void;
}

/** The question that the words raise about the place, right below them; nothing where they raise none. */
export function AskedPlace({ draft, fromCode, guess, onChange }: AskedPlaceProps): ReactNode {
  const place = placeOf(draft, fromCode);
  const [putAside, setPutAside] = useState<readonly string[]>([]);
  // What was read before a place was picked asks no more.
  const current = draft.place !== null && guess?.place == null ? null : guess;
  const open = openOf(current).filter(({ id }) => id !== place?.id && !putAside.includes(id));
  return (
    <PlaceQuestion
      places={open}
      onPick={({ id, name }) => onChange({ place: { id, name } })}
      onPutAside={() => setPutAside([...putAside, ...open.map(({ id }) => id)])}
    />
  );
}

/** What to offer: the places in question, or the one that was read out of the text, so that it can be confirmed. */
function openOf(guess: PlaceGuess | null): readonly Place[] {
  if (guess === null) return [];
  return guess.candidates.length > 0 ? guess.candidates : guess.place ? [guess.place] : [];
}

/** The exact spot, in words or by the phone's own position. */
export function ExactSpot({ draft, onChange }: Pick<AskedPlaceProps, 'draft' | 'onChange'>): ReactNode {
  return (
    <Box className="stack">
      <LineField
        id="place-note"
        label="具体在哪儿"
        optional
        placeholder="例如：村口小桥东头"
        value={draft.placeNote}
        maxLength={NOTE_MAX}
        onInput={(placeNote) => onChange({ placeNote })}
      />
      <PointPart point={draft.point} onChange={(point) => onChange({ point })} />
    </Box>
  );
}
