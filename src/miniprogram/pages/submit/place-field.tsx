import type { ReactNode } from 'react';
import { Block, Box, Press, Span } from '../../platform/elements';

interface PlaceFieldProps {
  place: { id: string; name: string } | null;
  fromCode: boolean;
  codeProblem: string | null;
  onPick: () => void;
}

/** Where it is: filled in from the scanned code, or picked; never asked for twice. */
export function PlaceField({ place, fromCode, codeProblem, onPick }: PlaceFieldProps): ReactNode {
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
