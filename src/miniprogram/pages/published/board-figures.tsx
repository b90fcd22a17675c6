import type { ReactNode } from 'react';
import type { BoardFigures } from '@contract/board';
import { Figures } from '../../components/figures';
import { Box } from '../../platform/elements';

/** How the county or the township stands: the panel's own figures. */
export function BoardFiguresPart({ figures }: { figures: BoardFigures }): ReactNode {
  return (
    <Box className="card stack">
      <Box className="strong">{figures.placeName}到今天</Box>
      <Figures figures={figures} />
    </Box>
  );
}
