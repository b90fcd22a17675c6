import type { ReactNode } from 'react';
import { setCareSize, toggleCare, usePreferences } from '../data/preferences';
import { Box, Press } from '../platform/elements';

/** One tap to care mode and one tap back, remembered. */
export function CareSwitch({ className }: { className?: string }): ReactNode {
  const { care } = usePreferences();
  return (
    <Press id="care-switch" className={`chip ${className ?? ''}`} onPress={toggleCare}>
      {care ? '普通版' : '大字版'}
    </Press>
  );
}

/** At the foot of every page: the way into care mode where there is no bar for it, and the steps within it. */
export function TextSize(): ReactNode {
  const { care, larger, smaller } = usePreferences();
  if (!care) {
    return (
      <Box className="text-size">
        <Press className="button button-quiet" onPress={toggleCare}>
          字太小？换大字版
        </Press>
      </Box>
    );
  }
  return (
    <Box className="text-size" role="group" label="字的大小">
      <Step words="字再大一点" to={larger} id="text-larger" />
      <Step words="字小一点" to={smaller} id="text-smaller" />
      <Press className="button button-quiet" onPress={toggleCare}>
        回到普通版
      </Press>
    </Box>
  );
}

function Step({
  words,
  to,
  id,
}: {
  words: string;
  to: Parameters<typeof setCareSize>[0];
  id: string;
}): ReactNode {
  if (to === null) return null;
  return (
    <Press id={id} className="button button-plain" onPress={() => setCareSize(to)}>
      {words}
    </Press>
  );
}
