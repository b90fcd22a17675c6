import type { ReactNode } from 'react';
import { shareOf } from '@shared/share-words';
import { Box } from '../platform/elements';

interface ThreeFigures {
  received: number;
  adopted: number;
  resolved: number;
}

/** What came in, what was adopted and what was solved, with what the two are of the first. */
export function Figures({ figures: { received, adopted, resolved } }: { figures: ThreeFigures }): ReactNode {
  return (
    <Box className="figures">
      <Figure value={received} name="收到" note="件" />
      <Figure value={adopted} name="采纳" note={shareOf(adopted, received)} />
      <Figure value={resolved} name="解决" note={shareOf(resolved, received)} />
    </Box>
  );
}

function Figure({ value, name, note }: { value: number; name: string; note: string }): ReactNode {
  return (
    <Box>
      <Box className="strong">{name}</Box>
      <Box className="figure figure-big">{value}</Box>
      <Box className="note figure-note">{note}</Box>
    </Box>
  );
}
