import { useState, type ReactNode } from 'react';
import { sayFully } from '@shared/dates';
import { api } from '../../../data/api';
import { now } from '../../../data/now';
import { useLoad } from '../../../data/use-load';
import { LoadingState } from '../../../components/states';
import { Box, Span } from '../../../platform/elements';

/** So many times the reader's name runs across the number: whatever part is photographed carries it. */
const MARKS = 48;

/** The contact, once, with the name of who looked and when all over it: a photograph of the screen tells on its maker. */
export function ShownContact({ words }: { words: string }): ReactNode {
  const me = useLoad('me', () => api.call('staff.getMe', {}));
  const [seenAt] = useState(now);
  const { phase } = me.state;
  // Not before the name is there to stand across it.
  if (phase === 'idle' || phase === 'loading') return <LoadingState />;
  const mark = `${phase === 'ready' ? me.state.data.name : ''} ${sayFully(seenAt)}`;
  return (
    <Box className="contact-shown" role="status">
      <Box className="strong">联系方式，看过请关上</Box>
      <Box className="lead said" id="contact">
        {words}
      </Box>
      <Box className="note">{`${mark} 查看，已经记下。只为办这件事用，不要告诉被反映的一方。`}</Box>
      <Box className="contact-marks" hidden>
        {Array.from({ length: MARKS }, (_, index) => (
          <Span key={index}>{mark}</Span>
        ))}
      </Box>
    </Box>
  );
}
