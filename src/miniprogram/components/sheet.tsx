import type { ReactNode } from 'react';
import { Heading, Overlay } from '../platform/elements';
import { Button } from './button';

/** A question laid over the page; a tap beside it closes it, and in a browser the Escape key does. */
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
    <Overlay label={title} onClose={onClose}>
      <Heading level={2}>{title}</Heading>
      {children}
      <Button kind="quiet" onPress={onClose}>
        关闭
      </Button>
    </Overlay>
  );
}
