import { useState, type ReactNode } from 'react';
import type { PlaceGuess } from '@contract/directory';
import { LineField } from '../../components/fields';
import type { Draft } from '../../data/draft';
import type { Place } from '../../data/places';
import { Block, Box, Press, Span } from '../../platform/elements';
import { PlaceQuestion } from './place-question';

const NOTE_MAX = 60;

interface PlacePartProps {
  draft: Draft;
  fromCode: { place: Place | null; codeProblem: string | null } | null;
  /** What the words so far say about the place. */
  guess: PlaceGuess | null;
  onChange: (part: Partial<Draft>) => void;
  onPick: () => void;
}

/** Where it is: the place, the question the words raise about it, and the exact spot. Nothing of it has to be filled in. */
export function PlacePart({ draft, fromCode, guess, onChange, onPick }: PlacePartProps): ReactNode {
  const place = draft.place ?? fromCode?.place ?? null;
  const [putAside, setPutAside] = useState<readonly string[]>([]);
  // What was read before a place was picked asks no more.
  const current = draft.place !== null && guess?.place == null ? null : guess;
  const open = openOf(current).filter(({ id }) => id !== place?.id && !putAside.includes(id));
  return (
    <Box className="stack">
      <Box>
        <PlaceField
          place={place}
          fromCode={draft.place === null && fromCode?.place != null}
          codeProblem={fromCode?.codeProblem ?? null}
          onPick={onPick}
        />
        <PlaceQuestion
          places={open}
          onPick={({ id, name }) => onChange({ place: { id, name } })}
          onPutAside={() => setPutAside([...putAside, ...open.map(({ id }) => id)])}
        />
      </Box>
      <LineField
        id="place-note"
        label="具体在哪儿"
        optional
        placeholder="例如：村口小桥东头"
        value={draft.placeNote}
        maxLength={NOTE_MAX}
        onInput={(placeNote) => onChange({ placeNote })}
      />
    </Box>
  );
}

/** What to offer: the places in question, or the one that was read out of the text, so that it can be confirmed. */
function openOf(guess: PlaceGuess | null): readonly Place[] {
  if (guess === null) return [];
  return guess.candidates.length > 0 ? guess.candidates : guess.place ? [guess.place] : [];
}

interface PlaceFieldProps {
  place: { id: string; name: string } | null;
  fromCode: boolean;
  codeProblem: string | null;
  onPick: () => void;
}

/** The place: filled in from the scanned code, or picked; never asked for twice. */
function PlaceField({ place, fromCode, codeProblem, onPick }: PlaceFieldProps): ReactNode {
  return (
    <Box>
      <Span className="field-label">
        地点{place ? null : <Span className="note">（可以不选，写在上面也行）</Span>}
      </Span>
      {codeProblem && !place ? <Box className="field-hint">{codeProblem}</Box> : null}
      <Press
        id="pick-place"
        className="input place-value"
        onPress={onPick}
        label={place ? undefined : '地点，点这里选乡镇、选村选择'}
      >
        <Block className="grow">
          <Block className={place ? 'strong' : 'quiet'}>{place?.name ?? '点这里选乡镇、选村'}</Block>
          {fromCode ? <Block className="note">扫码带来的</Block> : null}
        </Block>
        <Block className="link">{place ? '更换' : '选择'}</Block>
      </Press>
    </Box>
  );
}
