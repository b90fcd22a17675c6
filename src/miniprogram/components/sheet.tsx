import type { ReactNode } from 'react';
import { Box, Heading, Press } from '../platform/elements';
import { Button } from './button';

/** A question laid over the page; a tap beside it closes it. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  return (
    <Box>
      <Press className="scrim" onPress={onClose} label="关闭" />
      <Box className="sheet stack" role="dialog" label={title}>
        <Heading level={2}>{title}</Heading>
        {children}
        <Button kind="quiet" onPress={onClose}>
          关闭
        </Button>
      </Box>
    </Box>
  );
}
