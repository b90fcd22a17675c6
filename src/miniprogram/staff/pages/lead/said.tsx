import type { ReactNode } from 'react';
import { PhotoStrip } from '../../../components/photo-strip';
import { Box } from '../../../platform/elements';

interface SaidProps {
  /** Who said it and when, or what it is. */
  by: string;
  text: string;
  photoUrls?: readonly string[];
  children?: ReactNode;
}

/** Words somebody wrote, under who wrote them, with their photos. */
export function Said({ by, text, photoUrls = [], children }: SaidProps): ReactNode {
  return (
    <Box className="said-part">
      <Box className="note">{by}</Box>
      <Box className="said">{text}</Box>
      <PhotoStrip urls={photoUrls} />
      {children}
    </Box>
  );
}
