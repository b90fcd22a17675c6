import { useState, type ReactNode } from 'react';
import { usePreferences } from '../data/preferences';
import { Block, Box, Heading, Press, Span } from '../platform/elements';
import { Section } from './parts';

interface FoldProps {
  title: string;
  children: ReactNode;
  id?: string;
  /** True where something inside needs attention, e.g. a field to be corrected: it is then never hidden. */
  open?: boolean;
  /** Without a title of its own outside care mode. */
  bare?: boolean;
}

/** A secondary part of a page: a section like the others, in care mode only its title until it is tapped. */
export function Fold({ title, children, id, open = false, bare = false }: FoldProps): ReactNode {
  const { care } = usePreferences();
  const [wanted, setWanted] = useState(false);
  if (!care && bare) {
    return (
      <Box className="stack-wide" id={id}>
        {children}
      </Box>
    );
  }
  if (!care) {
    return (
      <Section title={title} id={id}>
        {children}
      </Section>
    );
  }
  const shown = wanted || open;
  return (
    <Box className="stack" id={id}>
      <Box className="section-title">
        <Heading level={2}>
          <Press className="fold-head" onPress={() => setWanted(!wanted)} expanded={shown}>
            <Span className="grow">{title}</Span>
            <Block className={shown ? 'chevron chevron-up' : 'chevron chevron-down'} />
          </Press>
        </Heading>
      </Box>
      {shown ? children : null}
    </Box>
  );
}
