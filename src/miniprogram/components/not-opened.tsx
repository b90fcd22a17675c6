import { useEffect, useState, type ReactNode } from 'react';
import { watchNotOpened } from '../platform/not-opened';
import { Box } from '../platform/elements';
import { Button } from './button';
import { Sheet } from './sheet';

/** Said where one stands when the next page could not be fetched; nothing at all otherwise. */
export function NotOpened(): ReactNode {
  const [again, setAgain] = useState<(() => void) | null>(null);
  useEffect(() => watchNotOpened((next) => setAgain(() => next)), []);
  if (again === null) return null;
  const close = (): void => setAgain(null);
  return (
    <Sheet title="没有信号，打不开这一页" onClose={close}>
      <Box className="lead">有信号了再点「再试」。还是打不开，就把网页关掉，重新打开。</Box>
      <Button
        id="open-again"
        onPress={() => {
          close();
          again();
        }}
      >
        再试
      </Button>
    </Sheet>
  );
}
